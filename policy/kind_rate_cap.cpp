// SPDX-License-Identifier: Apache-2.0
// rate_cap: the highest rate that a contract may have, by a rate table on the day of signing.
#include "policy/kind_list.h"
#include "policy/rate_rule.h"

namespace mingzhang::policy {
namespace {

constexpr ResultMember kResults[] = {
    {"allowed", "true | false", "合同利率是否可以", "whether the contract may have this rate"},
    {"limit", "percent a year", "最高（或应等于）的年利率（%）", "the highest rate, or the only one"},
    {"excess", "percent a year", "超出多少（不可以时）", "by how much it is above (where it is)"},
    {"adjusts", "contract | yearly | table", "合同期内是否调整（文件写明时）", "whether it changes while the contract runs (where stated)"},
};

class RateCap : public RuleBody {
 public:
  explicit RateCap(RateRule rule) : rule_(std::move(rule)) {}

  std::vector<Input> inputs() const override {
    std::vector<Input> inputs;
    rule_.add_inputs(true, true, inputs);
    return inputs;
  }

  std::optional<Lookup> lookup(const Given& given) const override { return rule_.lookup(given); }

  Answer evaluate(const Given& given) const override {
    const Result<Decimal, Problem> rate = given_rate(given, "rate");
    if (!rate) return refused(rate.error());
    const Result<RateRule::Limit, Problem> limit = rule_.limit(given);
    if (!limit) return refused(limit.error());
    const bool is_allowed = rule_.allows(*rate, *limit);
    Computation computation;
    computation.result = {{"allowed", json_flag(is_allowed)}, {"limit", json_text(percent_text(limit->rate))}};
    if (*rate > limit->rate) {
      computation.result.emplace_back("excess", json_text(percent_text(*Decimal::from_units(rate->units() - limit->rate.units()))));
    }
    if (!rule_.adjusts().empty()) computation.result.emplace_back("adjusts", json_text(rule_.adjusts()));
    computation.formula = "签订日 " + to_iso(given.day()) + "：" + limit->formula + "；合同利率 " + percent_text(*rate) + "%，要求" +
                          rule_.relation_text() + "，" + (is_allowed ? "符合" : "不符合");
    computation.rounding = std::string(rounding_name(Rounding::Down));
    return computation;
  }

 private:
  RateRule rule_;
};

std::unique_ptr<const RuleBody> read(const Parameters& parameters) {
  return std::make_unique<RateCap>(RateRule::read(parameters));
}

}  // namespace

const Kind kRateCapKind{
    "rate_cap",
    "利率上限",
    "the highest rate of a contract",
    rate_rule_fields,
    kResults,
    read,
    R"({"relation":"at_most","tiers":[{"to_months":36,"table":"rates-benchmark-2008/benchmark"}],"multiple":"130%",)"
    R"("adjusts":"contract"})",
    "rate=5.60 term_months=24 base_rate=4.75"};

}  // namespace mingzhang::policy
