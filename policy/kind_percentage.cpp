// SPDX-License-Identifier: Apache-2.0
// percentage: a share of an amount, and back from the share to the amount it belongs to.
#include <array>

#include "policy/kind_list.h"
#include "policy/parts.h"

namespace mingzhang::policy {
namespace {

constexpr std::array kFields{
    Field{"percent", FieldType::Share, true, "比例", "the share"},
    Field{"of", FieldType::Word, true, "基数的输入名，如 loans", "name of the input that it is a share of, e.g. loans"},
    Field{"of_title", FieldType::Text, true, "基数是什么", "what the share is of"},
    Field{"of_title_en", FieldType::Text, false, "英文", "the same in English"},
    Field{"unit", FieldType::Text, false, "单位，省去则为元", "the unit; yuan where left out"},
    Field{"rounding", FieldType::Choice, true, "舍入", "the rounding", kRoundings},
    Field{"parts", FieldType::Objects, false, "所得金额再分为哪些部分", "what the amount is split into", {}, part_fields},
};

constexpr std::array kResults{
    ResultMember{"amount", "amount", "所得金额（给基数时）", "the share (where the base is given)"},
    ResultMember{"base", "amount", "倒推的基数（给 amount 时）", "the implied base (where `amount` is given)"},
    ResultMember{"parts", "list of {name, amount, parts?}", "再分的各部分", "the parts of the amount"},
};

class Percentage : public RuleBody {
 public:
  explicit Percentage(const Parameters& parameters)
      : of_(parameters.text("of")),
        of_title_(parameters.text("of_title")),
        of_title_en_(parameters.text("of_title_en")),
        unit_(parameters.has("unit") ? parameters.text("unit") : "元"),
        rounding_(parameters.rounding("rounding")),
        share_(parameters.share("percent").value_or(Share{})),
        parts_(read_parts(parameters, "parts")) {}

  std::vector<Input> inputs() const override {
    return {{of_, InputType::Amount, unit_, false, "", of_title_, of_title_en_.empty() ? "the base" : of_title_en_},
            {"amount", InputType::Amount, unit_, false, "", "所得金额，用以倒推" + of_title_,
             "the share itself, to find the implied base"}};
  }

  Answer evaluate(const Given& given) const override {
    if (given.has(of_) && given.has("amount")) {
      return refused(given.problem(PolicyOutcome::InputsExclude, of_, of_ + " | amount"));
    }
    if (given.has("amount")) return base_of(given);
    if (!given.has(of_)) return refused(given.problem(PolicyOutcome::InputMissing, of_, of_ + " | amount"));
    const Money base = given.amount(of_);
    const std::optional<Money> amount = scale(base, share_.ratio, rounding_);
    if (!amount) return refused(given.problem(PolicyOutcome::ResultTooLarge, of_, ""));
    Computation computation;
    computation.result.emplace_back("amount", json_of(*amount));
    computation.formula = of_title_ + " " + to_yuan(base) + " × " + share_.text + " = " + to_yuan(*amount) + " " + unit_;
    add_parts(*amount, computation);
    return computation;
  }

 private:
  Answer base_of(const Given& given) const {
    if (share_.ratio.numerator == 0) return refused(given.problem(PolicyOutcome::DivisionByZero, "amount", share_.text));
    const Money amount = given.amount("amount");
    const std::optional<Money> base = scale(amount, {share_.ratio.denominator, share_.ratio.numerator}, rounding_);
    if (!base) return refused(given.problem(PolicyOutcome::ResultTooLarge, "amount", ""));
    Computation computation;
    computation.result.emplace_back("base", json_of(*base));
    computation.formula = of_title_ + " = " + to_yuan(amount) + " ÷ " + share_.text + " = " + to_yuan(*base) + " " + unit_;
    add_parts(amount, computation);
    return computation;
  }

  void add_parts(Money amount, Computation& computation) const {
    computation.rounding = std::string(rounding_name(rounding_));
    if (parts_.empty()) return;
    computation.result.emplace_back("parts", split_json(amount, parts_));
    computation.formula += "；" + split_formula(amount, parts_);
    computation.rounding += std::string("；") + kLargestRemainder;
  }

  std::string of_;
  std::string of_title_;
  std::string of_title_en_;
  std::string unit_;
  Rounding rounding_;
  Share share_;
  std::vector<Part> parts_;
};

std::unique_ptr<const RuleBody> read(const Parameters& parameters) {
  // The other input has this name.
  if (parameters.text("of") == "amount") parameters.refuse(PolicyOutcome::NameTwice, "of", "\"amount\"");
  return std::make_unique<Percentage>(parameters);
}

}  // namespace

const Kind kPercentageKind{
    "percentage",
    "按比例提取",
    "a share of an amount",
    [] { return std::span<const Field>(kFields); },
    kResults,
    read,
    R"({"percent":"3%","of":"loans","of_title":"贷款数量","rounding":"half_up",)"
    R"("parts":[{"name":"政府","weight":7,"parts":[{"name":"省级","weight":1},{"name":"市县","weight":1}]},)"
    R"({"name":"金融机构","weight":3}]})",
    "loans=573480000.00"};

}  // namespace mingzhang::policy
