// SPDX-License-Identifier: Apache-2.0
// Reads rules of rates and finds the limit of one contract.
#include "policy/rate_rule.h"

#include <array>

namespace mingzhang::policy {
namespace {

constexpr std::array kTierFields{
    Field{"table", FieldType::Text, true, "利率表：规则包/规则", "the rate table: PACK/RULE"},
    tier_end_field(),
};

constexpr std::array kFields{
    Field{"relation", FieldType::Choice, true, "at_most 不高于，equal 等于", "whether the contract's rate may be lower",
          "at_most|equal"},
    Field{"tiers", FieldType::Objects, false, "按期限用哪张利率表，期限自短到长", "which table, by the term of the loan", {},
          [] { return std::span<const Field>(kTierFields); }},
    Field{"fixed", FieldType::Decimal, false, "文件写明的年利率（%），代替利率表", "a rate in percent, in place of a table"},
    Field{"multiple", FieldType::Share, false, "表中利率的倍数，如 130%", "multiple of the table's rate, e.g. 130%"},
    Field{"points", FieldType::Decimal, false, "再加几个百分点，可为负", "percentage points added to it, may be negative"},
    Field{"adjusts", FieldType::Choice, false, "contract 合同期内不变，yearly 每年调整，table 随表调整；文件没有写则省去",
          "fixed for the contract, adjusted each year, or with the table; left out where the document is silent",
          "contract|yearly|table"},
};

}  // namespace

std::span<const Field> rate_rule_fields() { return kFields; }

RateRule RateRule::read(const Parameters& parameters) {
  RateRule rule;
  rule.is_exact_ = parameters.text("relation") == "equal";
  rule.tiers_ = read_tiers(parameters, "tiers");
  for (const Parameters& item : parameters.objects("tiers")) {
    const std::string table = item.text("table");
    const std::size_t slash = table.find('/');
    if (item.has("table") && item.is_sound("table") &&
        (slash == std::string::npos || slash == 0 || slash + 1 == table.size() || table.find('/', slash + 1) != std::string::npos)) {
      item.refuse(PolicyOutcome::IdBad, "table", "PACK/RULE");
    }
    rule.tables_.push_back(table);
  }
  if (parameters.has("fixed")) rule.fixed_ = parameters.decimal("fixed").value_or(Decimal());
  if (rule.fixed_ && *rule.fixed_ < Decimal()) parameters.refuse(PolicyOutcome::NumberBad, "fixed", to_text(*rule.fixed_));
  if (parameters.has("multiple")) rule.multiple_ = parameters.share("multiple");
  if (parameters.has("points")) rule.points_ = parameters.decimal("points");
  rule.adjusts_ = parameters.text("adjusts");
  if (!parameters.has("tiers") && !parameters.has("fixed")) parameters.refuse(PolicyOutcome::KeyMissing, "tiers", "tiers | fixed");
  for (const char* key : {"tiers", "multiple", "points"}) {
    if (parameters.has("fixed") && parameters.has(key)) parameters.refuse(PolicyOutcome::KeysExclude, key, std::string("fixed | ") + key);
  }
  return rule;
}

void RateRule::add_inputs(bool is_rate_required, bool asks_term, std::vector<Input>& inputs) const {
  constexpr int kPlaces = 6;
  inputs.push_back({"rate", InputType::Number, "%", is_rate_required, "", "合同年利率", "the contract's yearly rate", {}, kPlaces});
  if (fixed_) return;
  inputs.push_back({"base_rate", InputType::Number, "%", false, "", "利率表在该日的利率；不给则查表",
                    "the table's rate on the day; looked up where not given", {}, kPlaces});
  if (!asks_term) return;
  inputs.push_back({"term_months", InputType::Count, "月", true, "", "贷款期限（月）", "term of the loan in months"});
}

std::optional<Lookup> RateRule::lookup(const Given& given) const {
  if (fixed_ || !given.has("term_months")) return std::nullopt;
  const std::int64_t months = given.count("term_months");
  const std::optional<std::size_t> tier = tier_of(tiers_, months);
  if (!tier) return std::nullopt;
  return Lookup{"base_rate", tables_[*tier], months};
}

Result<RateRule::Limit, Problem> RateRule::limit(const Given& given) const {
  if (fixed_) return Limit{*fixed_, percent_text(*fixed_) + "%"};
  const std::optional<std::size_t> tier = tier_of(tiers_, given.count("term_months"));
  if (!tier) return Err(given.problem(PolicyOutcome::TermOutside, "term_months", range_text(tiers_)));
  if (!given.has("base_rate")) return Err(given.problem(PolicyOutcome::RateUnknown, "base_rate", tables_[*tier]));
  const Result<Decimal, Problem> base = given_rate(given, "base_rate");
  if (!base) return Err(base.error());
  Decimal rate = *base;
  std::string formula = tables_[*tier] + " " + percent_text(rate) + "%";
  if (multiple_) {
    const std::optional<Decimal> product = scaled(rate, multiple_->ratio, Rounding::Down);
    if (!product) return Err(given.problem(PolicyOutcome::ResultTooLarge, "base_rate", ""));
    rate = *product;
    formula += " × " + multiple_->text;
  }
  if (points_) {
    const std::optional<Decimal> sum = Decimal::from_units(Wide{rate.units()} + points_->units());
    if (!sum) return Err(given.problem(PolicyOutcome::ResultTooLarge, "base_rate", ""));
    rate = std::max(*sum, Decimal());
    formula += " + " + to_text(*points_);
  }
  if (multiple_ || points_) formula += " = " + percent_text(rate) + "%";
  return Limit{rate, formula};
}

Result<Decimal, Problem> given_rate(const Given& given, std::string_view input) {
  const Decimal rate = given.number(input);
  constexpr std::int64_t kMost = 1'000 * Decimal::kUnitsPerOne;
  if (rate < Decimal() || rate.units() > kMost) {
    return Err(given.problem(PolicyOutcome::InputTooLarge, input, to_text(rate) + "; 0 … 1000"));
  }
  return rate;
}

}  // namespace mingzhang::policy
