// SPDX-License-Identifier: Apache-2.0
// Reads the words of a report of the funds and calls the report.
#include "service/reporting/fund_report.h"

#include <map>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "base/text.h"
#include "policy/evaluate.h"
#include "reports/fund_progress.h"
#include "reports/idle_money.h"
#include "service/reading/funds_table.h"
#include "service/reading/numbers.h"
#include "service/reading/outcome.h"
#include "service/reading/register_place.h"
#include "service/reading/render.h"

namespace mingzhang::service {
namespace {

/// A rule that puts days into bands, with every answer that was asked for.
class BandRule {
 public:
  BandRule(policy::Pack pack, std::string rule, Date day) : pack_(std::move(pack)), rule_(std::move(rule)), day_(day) {}

  /// The band, or what the rule says against it.
  Result<std::string, std::vector<Problem>> band_of(std::int64_t days) {
    const auto known = known_.find(days);
    if (known != known_.end()) return known->second;
    const Result<const policy::Rule*, Problem> rule = policy::rule_in_force(pack_, rule_, day_);
    if (!rule) return Err(std::vector<Problem>{rule.error()});
    const auto answer = policy::evaluate(pack_, **rule, {{"score", std::to_string(days)}}, day_);
    if (!answer) return Err(answer.error());
    const JsonValue* band = answer->result.find("band");
    const std::string* name = band == nullptr ? nullptr : band->as_text();
    if (name == nullptr) return std::string();
    return known_.emplace(days, *name).first->second;
  }
  std::string source() const {
    return pack_.id + "/" + rule_ + "（" + pack_.document.title + " " + pack_.document.number + "）";
  }

 private:
  policy::Pack pack_;
  std::string rule_;
  Date day_;
  std::map<std::int64_t, std::string> known_;
};

/// Bands of a rule. That it answers for every age from the first day on is asked here, so that the report cannot fail.
Result<reports::AgeBands, Refusal> bands_of(const FundReportQuery& query, Date day) {
  if (query.rule.empty()) return reports::default_age_bands();
  const std::size_t slash = query.rule.find('/');
  if (slash == std::string::npos) return Err(refusal(ReadingOutcome::PartsBad, "--rule PACK/RULE"));
  Result<policy::Pack, std::vector<Problem>> pack = choose_pack({query.rule.substr(0, slash), std::nullopt, query.site}, day);
  if (!pack) return Err(refusal_of(pack.error()));
  const auto rule = std::make_shared<BandRule>(std::move(pack).value(), query.rule.substr(slash + 1), day);
  constexpr std::int64_t kHundredYears = 36'525;
  for (const std::int64_t days : {std::int64_t{0}, kHundredYears}) {
    const Result<std::string, std::vector<Problem>> band = rule->band_of(days);
    if (!band) return Err(refusal_of(band.error()));
    if (band->empty()) return Err(refusal(ReadingOutcome::WordBad, "--rule " + quotable(query.rule)));
  }
  const auto name_of = [rule](std::int64_t days) {
    const Result<std::string, std::vector<Problem>> band = rule->band_of(days);
    return band ? *band : std::string("规则未列 outside the rule");
  };
  return reports::AgeBands{name_of, rule->source()};
}

}  // namespace

TextResult report_fund_progress(const BookPlace& place, const FundReportQuery& query, Format format) {
  const Result<Date, Refusal> as_of = day_of(query.as_of, query.today);
  if (!as_of) return Err(as_of.error());
  const int given = (query.document.empty() ? 0 : 1) + (query.indicator.empty() ? 0 : 1) + (query.fund.empty() ? 0 : 1);
  if (given > 1) return Err(refusal(ReadingOutcome::PartsBad, "--document | --indicator | --fund"));
  const std::string code = query.fund.empty() ? query.indicator : query.fund;
  return read_funds(place, [&](funds::FundsStore& store, BookReading& reading) -> TextResult {
    if (!code.empty() && !store.indicator(code)) return Err(unknown(funds::FundsOutcome::IndicatorUnknown, code));
    bool is_known = query.document.empty();
    if (!is_known) {
      for (const funds::Indicator& one : store.indicators()) is_known = is_known || one.document == query.document;
    }
    if (!is_known) return Err(unknown(funds::FundsOutcome::IndicatorUnknown, query.document));
    return rendered(reports::fund_progress(reading.head, store, {*as_of, query.document, code}), format);
  });
}

TextResult report_idle_money(const BookPlace& place, const FundReportQuery& query, Format format) {
  const Result<Date, Refusal> as_of = day_of(query.as_of, query.today);
  if (!as_of) return Err(as_of.error());
  const std::optional<std::int64_t> older_than = query.older_than.empty() ? 0 : parse_count(query.older_than, kDaysMax);
  if (!older_than) return Err(refusal(ReadingOutcome::NumberBad, "--older-than " + quotable(query.older_than)));
  const Result<reports::AgeBands, Refusal> bands = bands_of(query, *as_of);
  if (!bands) return Err(bands.error());
  return read_funds(place, [&](funds::FundsStore& store, BookReading& reading) -> TextResult {
    return rendered(reports::idle_money_table(reading.head, store, {*as_of, *older_than, *bands}), format);
  });
}

}  // namespace mingzhang::service
