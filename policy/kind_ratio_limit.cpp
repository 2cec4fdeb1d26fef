// SPDX-License-Identifier: Apache-2.0
// ratio_limit: one number must be at least, or at most, a share of another.
#include <array>

#include "base/ratio.h"
#include "policy/kind_list.h"

namespace mingzhang::policy {
namespace {

constexpr std::array kFields{
    Field{"numerator", FieldType::Word, true, "分子的输入名", "input name of the numerator"},
    Field{"numerator_title", FieldType::Text, true, "分子", "the numerator"},
    Field{"numerator_title_en", FieldType::Text, false, "英文", "the same in English"},
    Field{"denominator", FieldType::Word, true, "分母的输入名", "input name of the denominator"},
    Field{"denominator_title", FieldType::Text, true, "分母", "the denominator"},
    Field{"denominator_title_en", FieldType::Text, false, "英文", "the same in English"},
    Field{"relation", FieldType::Choice, true, "关系", "the relation", "at_least|more_than|at_most|less_than"},
    Field{"limit", FieldType::Share, true, "限度", "the limit"},
    Field{"unit", FieldType::Text, false, "单位，省去则为元", "the unit; yuan where left out"},
};

constexpr std::array kResults{
    ResultMember{"holds", "true | false", "是否符合", "whether it holds"},
    ResultMember{"percent", "percent, 2 decimals, rounded down", "实际比例（%，舍去）", "the ratio in percent, rounded down"},
    ResultMember{"limit_amount", "amount", "恰好符合时的分子", "the numerator at which it just holds"},
    ResultMember{"missing", "amount", "还差多少（不足时）", "what is missing (where too little)"},
    ResultMember{"excess", "amount", "超出多少（过多时）", "what is too much"},
};

enum class Relation { AtLeast, MoreThan, AtMost, LessThan };

Relation relation_of(std::string_view word) {
  if (word == "more_than") return Relation::MoreThan;
  if (word == "at_most") return Relation::AtMost;
  return word == "less_than" ? Relation::LessThan : Relation::AtLeast;
}

std::string_view sign_of(Relation relation) {
  switch (relation) {
    case Relation::AtLeast: return "≥";
    case Relation::MoreThan: return ">";
    case Relation::AtMost: return "≤";
    case Relation::LessThan: return "<";
  }
  return "";
}

class RatioLimit : public RuleBody {
 public:
  explicit RatioLimit(const Parameters& parameters)
      : numerator_(parameters.text("numerator")),
        denominator_(parameters.text("denominator")),
        numerator_title_(parameters.text("numerator_title")),
        denominator_title_(parameters.text("denominator_title")),
        numerator_title_en_(parameters.text("numerator_title_en")),
        denominator_title_en_(parameters.text("denominator_title_en")),
        relation_(relation_of(parameters.text("relation"))),
        limit_(parameters.share("limit").value_or(Share{})),
        unit_(parameters.has("unit") ? parameters.text("unit") : "元") {}

  std::vector<Input> inputs() const override {
    const auto english = [](const std::string& text, const char* other) { return text.empty() ? std::string(other) : text; };
    return {{numerator_, InputType::Amount, unit_, true, "", numerator_title_, english(numerator_title_en_, "the numerator")},
            {denominator_, InputType::Amount, unit_, true, "", denominator_title_,
             english(denominator_title_en_, "the denominator")}};
  }

  Answer evaluate(const Given& given) const override {
    const Money numerator = given.amount(numerator_);
    const Money denominator = given.amount(denominator_);
    if (denominator.is_zero()) return refused(given.problem(PolicyOutcome::DivisionByZero, denominator_, ""));
    const std::optional<Money> least = scale(denominator, limit_.ratio, Rounding::Up);
    const std::optional<Money> most = scale(denominator, limit_.ratio, Rounding::Down);
    const Money largest = Money::from_fen(Money::kFenMax - 1);
    if (!least || !most || *most > largest) return refused(given.problem(PolicyOutcome::ResultTooLarge, denominator_, ""));
    const Money limit = limit_amount(*least, *most);
    const bool wants_more = relation_ == Relation::AtLeast || relation_ == Relation::MoreThan;
    const bool holds = wants_more ? numerator >= limit : numerator <= limit;
    const std::string percent = quotient_text(Wide{numerator.fen()} * 100, denominator.fen(), 2, Rounding::Down);
    Computation computation;
    computation.result = {{"holds", json_flag(holds)}, {"percent", json_text(percent)}, {"limit_amount", json_of(limit)}};
    if (!holds) {
      computation.result.emplace_back(wants_more ? "missing" : "excess",
                                      json_of(wants_more ? limit - numerator : numerator - limit));
    }
    computation.formula = numerator_title_ + " " + to_yuan(numerator) + " ÷ " + denominator_title_ + " " +
                          to_yuan(denominator) + " = " + percent + "%，要求 " + std::string(sign_of(relation_)) + " " +
                          limit_.text + (holds ? "：符合" : "：不符合");
    computation.rounding = std::string(rounding_name(Rounding::Down));
    return computation;
  }

 private:
  /// The numerator in whole fen at which the relation just holds; the comparison is exact, whatever is shown. A limit of
  /// zero that must be undercut is never met: then the limit is below zero.
  Money limit_amount(Money least, Money most) const {
    const Money one = Money::from_fen(1);
    switch (relation_) {
      case Relation::AtLeast: return least;
      case Relation::MoreThan: return most + one;
      case Relation::AtMost: return most;
      case Relation::LessThan: return least - one;
    }
    return least;
  }

  std::string numerator_;
  std::string denominator_;
  std::string numerator_title_;
  std::string denominator_title_;
  std::string numerator_title_en_;
  std::string denominator_title_en_;
  Relation relation_;
  Share limit_;
  std::string unit_;
};

std::unique_ptr<const RuleBody> read(const Parameters& parameters) {
  if (parameters.has("numerator") && parameters.text("numerator") == parameters.text("denominator")) {
    parameters.refuse(PolicyOutcome::NameTwice, "denominator", "\"" + parameters.text("numerator") + "\"");
  }
  return std::make_unique<RatioLimit>(parameters);
}

}  // namespace

const Kind kRatioLimitKind{
    "ratio_limit",
    "比例限度",
    "a limit of a ratio",
    [] { return std::span<const Field>(kFields); },
    kResults,
    read,
    R"({"numerator":"poverty_spend","numerator_title":"扶贫支出","denominator":"total_spend",)"
    R"("denominator_title":"财政总支出","relation":"at_least","limit":"70%"})",
    "poverty_spend=700000000.00 total_spend=1000000000.01"};

}  // namespace mingzhang::policy
