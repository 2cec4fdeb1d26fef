// SPDX-License-Identifier: Apache-2.0
// Due dates counted from their anchor, never from each other.
#include "loans/due_dates.h"

#include <algorithm>

#include "base/check.h"

namespace mingzhang::loans {
namespace {

/// Moves the day of payment off holidays, and the end of interest with it where that follows.
void move_off_holidays(std::vector<DueSpan>& spans, const DueRule& rule) {
  if (rule.holidays == HolidayRule::None) return;
  for (DueSpan& span : spans) {
    span.due = moved(rule.calendar, rule.holidays, span.due);
    // A row must not end before it begins, however long the holidays that precede it are.
    if (span.due <= span.from) span.due = span.to;
  }
  if (rule.holiday_interest != HolidayInterest::Moved) return;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    if (spans[i].to != spans[i].due) spans[i].is_regular = false;
    spans[i].to = std::max(spans[i].due, plus_days(spans[i].from, 1));
    if (i + 1 == spans.size()) break;
    if (spans[i + 1].from != spans[i].to) spans[i + 1].is_regular = false;
    spans[i + 1].from = spans[i].to;
  }
}

std::vector<DueSpan> joined(Date start, const std::vector<Date>& ends) {
  std::vector<DueSpan> spans;
  spans.reserve(ends.size());
  for (const Date end : ends) {
    const Date from = spans.empty() ? start : spans.back().to;
    spans.push_back({from, end, end, true});
  }
  return spans;
}

/// Settlement days after `start` and before `maturity`, as the first day without interest, then maturity.
std::vector<DueSpan> settled_spans(Date start, const DueRule& rule) {
  const Date maturity = after_periods(start, rule.period, rule.installments, MonthEnd::Clamp);
  std::vector<Date> ends;
  Month month = Month::of(start);
  for (;; month = month.next()) {
    const Date end = plus_days(month.first_day(), *rule.settlement_day);  // the day after the settlement day
    if (end >= maturity) break;
    // Quarters settle in March, June, September and December; a period that does not divide a year counts from the start.
    const int every = rule.period.every;
    const bool is_settled = 12 % every == 0 ? static_cast<int>(month.month()) % every == 0
                                            : (month.year() * 12 + static_cast<int>(month.month()) -
                                               start.year() * 12 - static_cast<int>(start.month())) % every == 0;
    if (end > start && is_settled) ends.push_back(end);
  }
  ends.push_back(maturity);
  std::vector<DueSpan> spans = joined(start, ends);
  for (std::size_t i = 0; i < spans.size(); ++i) {
    spans[i].is_regular = after_periods(spans[i].from, rule.period, 1, MonthEnd::Clamp) == spans[i].to;
    if (i + 1 < spans.size()) spans[i].due = plus_days(spans[i].to, rule.paid_after - 1);
  }
  return spans;
}

std::int64_t nominal_days(const LoanTerms& terms, Date from) {
  return days_between(from, after_periods(from, terms.due.period, 1, terms.due.month_end));
}

}  // namespace

Date after_periods(Date anchor, Period period, int count, MonthEnd month_end) {
  const int steps = period.every * count;
  if (period.unit == PeriodUnit::Days) return plus_days(anchor, steps);
  if (period.unit == PeriodUnit::Weeks) return plus_days(anchor, std::int64_t{7} * steps);
  const Date clamped = plus_months_clamped(anchor, steps);
  if (month_end == MonthEnd::LastDay && is_last_of_month(anchor)) return Month::of(clamped).last_day();
  if (month_end == MonthEnd::FirstOfNext && clamped.day() < anchor.day()) return plus_days(clamped, 1);
  return clamped;
}

std::vector<DueSpan> due_spans(Date start, const DueRule& rule) {
  MZ_CHECK(rule.installments > 0);
  std::vector<DueSpan> spans;
  if (rule.settlement_day) {
    spans = settled_spans(start, rule);
  } else {
    std::vector<Date> ends;
    ends.reserve(static_cast<std::size_t>(rule.installments));
    for (int i = 1; i <= rule.installments; ++i) {
      ends.push_back(rule.first_due ? after_periods(*rule.first_due, rule.period, i - 1, rule.month_end)
                                    : after_periods(start, rule.period, i, rule.month_end));
    }
    spans = joined(start, ends);
    if (rule.first_due) {
      spans.front().is_regular = after_periods(start, rule.period, 1, rule.month_end) == *rule.first_due;
    }
  }
  move_off_holidays(spans, rule);
  return spans;
}

std::vector<DueSpan> following_spans(Date anchor, const DueRule& rule, int count) {
  std::vector<Date> ends;
  for (int i = 1; i <= count; ++i) ends.push_back(after_periods(anchor, rule.period, i, rule.month_end));
  std::vector<DueSpan> spans = joined(anchor, ends);
  move_off_holidays(spans, rule);
  return spans;
}

Fraction whole_period_part(const LoanTerms& terms) {
  if (terms.rate_basis == RateBasis::PerPeriod) return Fraction(1, 1);
  const Period period = terms.due.period;
  if (period.unit == PeriodUnit::Months) return Fraction(period.every, 12);
  const std::int64_t days = std::int64_t{period.every} * (period.unit == PeriodUnit::Weeks ? 7 : 1);
  return Fraction(days, days_in_year(terms.day_count.year, terms.start));
}

Fraction part_of(const LoanTerms& terms, const DueSpan& span, bool to_payment) {
  DueSpan days = span;
  if (to_payment && span.due != span.to && span.due > span.from) {
    days.to = span.due;
    days.is_regular = false;
  }
  if (terms.rate_basis == RateBasis::PerPeriod) {
    if (days.is_regular) return Fraction(1, 1);
    return Fraction(days_between(days.from, days.to), nominal_days(terms, days.from));
  }
  if (terms.day_count.month != MonthDays::Thirty) return year_part(terms.day_count, days.from, days.to);
  const std::int64_t year = days_in_year(terms.day_count.year, days.from);
  if (!days.is_regular) return Fraction(counted_days(terms.day_count, days.from, days.to), year);
  const Period period = terms.due.period;
  const std::int64_t unit = period.unit == PeriodUnit::Months ? 30 : period.unit == PeriodUnit::Weeks ? 7 : 1;
  return Fraction(unit * period.every, year);
}

Fraction part_within(const LoanTerms& terms, const DueSpan& span, Date from, Date to) {
  if (from == span.from && to == span.to) return part_of(terms, span, false);
  if (terms.rate_basis == RateBasis::PerYear && terms.day_count.month == MonthDays::Actual) {
    return year_part(terms.day_count, from, to);
  }
  return part_of(terms, span, false) * Fraction(days_between(from, to), days_between(span.from, span.to));
}

}  // namespace mingzhang::loans
