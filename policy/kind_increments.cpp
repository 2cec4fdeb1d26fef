// SPDX-License-Identifier: Apache-2.0
// increments: parts of what several revenues grew by, e.g. 20 % of one and 40 % of 30 % of another.
#include <array>

#include "base/ratio.h"
#include "policy/kind_list.h"

namespace mingzhang::policy {
namespace {

constexpr std::array kTermFields{
    Field{"name", FieldType::Word, true, "输入名", "name of its inputs"},
    Field{"title", FieldType::Text, true, "是什么的增量", "what grew"},
    Field{"title_en", FieldType::Text, false, "英文", "the same in English"},
    Field{"shares", FieldType::Shares, true, "比例，依次相乘", "the shares, multiplied"},
};

constexpr std::array kFields{
    Field{"terms", FieldType::Objects, true, "各项增量", "the increments", {},
          [] { return std::span<const Field>(kTermFields); }},
    Field{"negative", FieldType::Choice, true, "减少时：zero 按零计，allow 照减", "where it fell: count zero, or subtract",
          "zero|allow"},
    Field{"rounding", FieldType::Choice, true, "每项舍入一次", "the rounding, once per term", kRoundings},
};

constexpr std::array kResults{
    ResultMember{"amount", "amount", "合计", "the sum"},
    ResultMember{"terms", "list of {name, delta, amount}", "各项增量与所得", "each term's increment and its part"},
};

struct Term {
  std::string name;
  std::string title;
  std::string title_en;
  std::string shares;
  Ratio ratio{1, 1};
};

class Increments : public RuleBody {
 public:
  Increments(std::vector<Term> terms, bool allows_negative, Rounding rounding)
      : terms_(std::move(terms)), allows_negative_(allows_negative), rounding_(rounding) {}

  std::vector<Input> inputs() const override {
    std::vector<Input> inputs;
    for (const Term& term : terms_) {
      inputs.push_back({"before." + term.name, InputType::Amount, "元", false, "", "上年" + term.title,
                        "the year before: " + term.title_en});
      inputs.push_back({"after." + term.name, InputType::Amount, "元", false, "", "当年" + term.title,
                        "this year: " + term.title_en});
      inputs.push_back({"delta." + term.name, InputType::Change, "元", false, "", term.title + "的增量，代替前两项",
                        "its increment, in place of the other two: " + term.title_en});
    }
    return inputs;
  }

  Answer evaluate(const Given& given) const override {
    std::vector<Problem> problems;
    for (const Term& term : terms_) {
      if (std::optional<Problem> problem = problem_of(given, term)) problems.push_back(*problem);
    }
    if (!problems.empty()) return Err(std::move(problems));
    Money sum;
    std::string formula;
    std::vector<JsonValue> items;
    for (const Term& term : terms_) {
      const Money delta = delta_of(given, term);
      const Money counted = delta.is_negative() && !allows_negative_ ? Money() : delta;
      const std::optional<Money> amount = scale(counted, term.ratio, rounding_);
      const std::optional<Money> more = amount ? checked_add(sum, *amount) : std::nullopt;
      if (!more) return refused(given.problem(PolicyOutcome::ResultTooLarge, "delta." + term.name, ""));
      sum = *more;
      formula += (formula.empty() ? "" : " + ") + to_yuan(counted) + " × " + term.shares;
      items.push_back(JsonValue::make_object(
          {{"amount", json_of(*amount)}, {"delta", json_of(delta)}, {"name", json_text(term.name)}}));
    }
    return Computation{{{"amount", json_of(sum)}, {"terms", JsonValue::make_array(std::move(items))}},
                       formula + " = " + to_yuan(sum) + " 元", std::string(rounding_name(rounding_))};
  }

 private:
  std::optional<Problem> problem_of(const Given& given, const Term& term) const {
    const std::string wanted = "delta." + term.name + " | before." + term.name + ", after." + term.name;
    const bool has_before = given.has("before." + term.name);
    const bool has_after = given.has("after." + term.name);
    if (given.has("delta." + term.name)) {
      if (!has_before && !has_after) return std::nullopt;
      return given.problem(PolicyOutcome::InputsExclude, "delta." + term.name, wanted);
    }
    if (has_before && has_after) return std::nullopt;
    return given.problem(PolicyOutcome::InputMissing, (has_before ? "after." : has_after ? "before." : "delta.") + term.name,
                         wanted);
  }

  Money delta_of(const Given& given, const Term& term) const {
    if (given.has("delta." + term.name)) return given.amount("delta." + term.name);
    return given.amount("after." + term.name) - given.amount("before." + term.name);
  }

  std::vector<Term> terms_;
  bool allows_negative_;
  Rounding rounding_;
};

std::unique_ptr<const RuleBody> read(const Parameters& parameters) {
  std::vector<Term> terms;
  parameters.refuse_repeated("terms", "name");
  for (const Parameters& item : parameters.objects("terms")) {
    Term term{item.text("name"), item.text("title"), item.text("title"), "", {1, 1}};
    if (item.has("title_en")) term.title_en = item.text("title_en");
    for (const Share& share : item.shares("shares")) {
      const std::optional<Ratio> product = product_of(term.ratio, share.ratio);
      if (!product) {
        item.refuse(PolicyOutcome::ShareTooFine, "shares", "");
        break;
      }
      term.ratio = *product;
      term.shares += (term.shares.empty() ? "" : " × ") + share.text;
    }
    terms.push_back(std::move(term));
  }
  return std::make_unique<Increments>(std::move(terms), parameters.text("negative") == "allow",
                                      parameters.rounding("rounding"));
}

}  // namespace

const Kind kIncrementsKind{
    "increments",
    "增量提取",
    "parts of increments",
    [] { return std::span<const Field>(kFields); },
    kResults,
    read,
    R"({"terms":[{"name":"public_budget","title":"公共财政预算收入","shares":["20%"]},)"
    R"({"name":"eco","title":"重点生态功能区转移支付","shares":["40%","30%"]}],"negative":"zero","rounding":"half_up"})",
    "delta.public_budget=1000000.00 before.eco=2000000.00 after.eco=2500000.00"};

}  // namespace mingzhang::policy
