// SPDX-License-Identifier: Apache-2.0
// penalty_rate: what a contract's rate becomes on days overdue and for money used against the contract 罚息.
#include <array>

#include "policy/kind_list.h"
#include "policy/rate_rule.h"

namespace mingzhang::policy {
namespace {

constexpr std::array kRangeFields{
    Field{"least", FieldType::Share, true, "最低为合同利率的多少，如 130%", "the least, as a share of the contract's rate, e.g. 130%"},
    Field{"most", FieldType::Share, true, "最高为合同利率的多少", "the most, likewise"},
};

constexpr std::array kFields{
    Field{"overdue", FieldType::Object, true, "逾期贷款", "a loan overdue", {}, [] { return std::span<const Field>(kRangeFields); }},
    Field{"misuse", FieldType::Object, true, "挪用贷款", "a loan used against the contract", {},
          [] { return std::span<const Field>(kRangeFields); }},
};

constexpr std::array kResults{
    ResultMember{"least", "percent a year", "罚息利率最低（%）", "the lowest penalty rate"},
    ResultMember{"most", "percent a year", "罚息利率最高（%）", "the highest penalty rate"},
    ResultMember{"allowed", "true | false", "约定的罚息利率是否在内（给 penalty 时）", "whether the agreed rate lies within (where given)"},
};

struct Range {
  Share least;
  Share most;
};

class PenaltyRate : public RuleBody {
 public:
  PenaltyRate(Range overdue, Range misuse) : overdue_(std::move(overdue)), misuse_(std::move(misuse)) {}

  std::vector<Input> inputs() const override {
    constexpr int kPlaces = 6;
    return {{"rate", InputType::Number, "%", true, "", "合同年利率", "the contract's yearly rate", {}, kPlaces},
            {"cause", InputType::Choice, "", true, "", "overdue 逾期，misuse 挪用", "overdue, or used against the contract", {"overdue", "misuse"}},
            {"penalty", InputType::Number, "%", false, "", "约定的罚息年利率", "the penalty rate that was agreed", {}, kPlaces}};
  }

  Answer evaluate(const Given& given) const override {
    const Result<Decimal, Problem> rate = given_rate(given, "rate");
    if (!rate) return refused(rate.error());
    const Range& range = given.text("cause") == "misuse" ? misuse_ : overdue_;
    const std::optional<Decimal> least = scaled(*rate, range.least.ratio, Rounding::Up);
    const std::optional<Decimal> most = scaled(*rate, range.most.ratio, Rounding::Down);
    if (!least || !most) return refused(given.problem(PolicyOutcome::ResultTooLarge, "rate", ""));
    Computation computation;
    computation.result = {{"least", json_text(percent_text(*least))}, {"most", json_text(percent_text(*most))}};
    computation.formula = percent_text(*rate) + "% × " + range.least.text + " … " + range.most.text + " = " + percent_text(*least) +
                          "% … " + percent_text(*most) + "%";
    computation.rounding = "up, down 最低进位、最高舍去，六位小数";
    if (!given.has("penalty")) return computation;
    const Result<Decimal, Problem> penalty = given_rate(given, "penalty");
    if (!penalty) return refused(penalty.error());
    const bool is_allowed = *penalty >= *least && *penalty <= *most;
    computation.result.emplace_back("allowed", json_flag(is_allowed));
    computation.formula += "；约定 " + percent_text(*penalty) + "%，" + (is_allowed ? "在内" : "不在内");
    return computation;
  }

 private:
  Range overdue_;
  Range misuse_;
};

Range read_range(const Parameters& parameters, std::string_view key) {
  const std::optional<Parameters> object = parameters.object(key);
  if (!object) return {};
  Range range{object->share("least").value_or(Share{}), object->share("most").value_or(Share{})};
  const Wide left = Wide{range.least.ratio.numerator} * range.most.ratio.denominator;
  const Wide right = Wide{range.most.ratio.numerator} * range.least.ratio.denominator;
  if (object->is_sound() && left > right) object->refuse(PolicyOutcome::LimitsSwapped, "most", range.least.text + " > " + range.most.text);
  return range;
}

std::unique_ptr<const RuleBody> read(const Parameters& parameters) {
  return std::make_unique<PenaltyRate>(read_range(parameters, "overdue"), read_range(parameters, "misuse"));
}

}  // namespace

const Kind kPenaltyRateKind{
    "penalty_rate",
    "罚息利率",
    "the rate on days overdue or for misuse",
    [] { return std::span<const Field>(kFields); },
    kResults,
    read,
    R"({"overdue":{"least":"130%","most":"150%"},"misuse":{"least":"150%","most":"200%"}})",
    "rate=4.35 cause=overdue"};

}  // namespace mingzhang::policy
