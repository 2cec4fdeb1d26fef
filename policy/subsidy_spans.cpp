// SPDX-License-Identifier: Apache-2.0
// Cuts interest periods.
#include "policy/subsidy_spans.h"

#include <set>

#include "base/check.h"
#include "base/ratio.h"

namespace mingzhang::policy {
namespace {

/// The first days of all spans.
std::set<Date> cuts_of(Date from, Date to, const SubsidyDays& days) {
  std::set<Date> cuts{from};
  const auto add = [&](std::optional<Date> day) {
    if (day && from < *day && *day < to) cuts.insert(*day);
  };
  for (const ShareStep& step : days.shares) add(step.from);
  add(days.ends);
  add(days.overdue_from);
  add(days.misused_from);
  if (days.year_begins) {
    for (int year = from.year(); year <= to.year(); ++year) add(Date::from_civil(year, *days.year_begins, 1));
  }
  return cuts;
}

std::string refusal_on(Date day, const SubsidyDays& days) {
  const auto is_since = [day](const std::optional<Date>& first) { return first && *first <= day; };
  if (is_since(days.misused_from)) return "misused";
  if (is_since(days.overdue_from)) return "overdue";
  if (is_since(days.ends)) return "over";
  if (!days.shares.empty() && day < days.shares.front().from) return "before";
  return "";
}

std::optional<Share> share_on(Date day, const SubsidyDays& days) {
  std::optional<Share> share;
  for (const ShareStep& step : days.shares) {
    if (step.from <= day) share = step.share;
  }
  return share;
}

/// A year that begins on 1 January is called by itself, any other by the year in which it ends.
int year_of(Date day, unsigned begins) { return begins == 1 || day.month() < begins ? day.year() : day.year() + 1; }

}  // namespace

std::vector<SubsidySpan> subsidy_spans(Date from, Date to, Money interest, const SubsidyDays& days) {
  MZ_CHECK(from < to);
  std::vector<SubsidySpan> spans;
  std::vector<std::int64_t> weights;
  const std::set<Date> cuts = cuts_of(from, to, days);
  for (auto cut = cuts.begin(); cut != cuts.end(); ++cut) {
    const auto next = std::next(cut);
    SubsidySpan span{*cut, next == cuts.end() ? to : *next, refusal_on(*cut, days)};
    if (span.refused.empty()) span.share = share_on(*cut, days);
    if (days.year_begins) span.year = year_of(*cut, *days.year_begins);
    weights.push_back(days_between(span.from, span.to));
    spans.push_back(std::move(span));
  }
  const std::vector<Money> parts = allocate(interest, weights);
  for (std::size_t i = 0; i < spans.size(); ++i) spans[i].interest = parts[i];
  return spans;
}

}  // namespace mingzhang::policy
