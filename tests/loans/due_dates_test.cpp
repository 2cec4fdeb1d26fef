// SPDX-License-Identifier: Apache-2.0
// Due dates: month ends, leap days, holidays and make-up workdays, settlement days.
#include "loans/due_dates.h"

#include "tests/loans/sample_terms.h"

namespace {

using mingzhang::Date;
using mingzhang::loans::DueRule;
using mingzhang::loans::due_spans;
using mingzhang::loans::HolidayInterest;
using mingzhang::loans::HolidayRule;
using mingzhang::loans::MonthEnd;
using mingzhang::loans::PeriodUnit;
using mingzhang::tests::loan_day;

std::string dues(const char* start, const DueRule& rule) {
  std::string text;
  for (const auto& span : due_spans(loan_day(start), rule)) text += (text.empty() ? "" : " ") + to_iso(span.due);
  return text;
}

DueRule rule(int installments) {
  DueRule rule;
  rule.installments = installments;
  return rule;
}

}  // namespace

TEST_CASE("the 31st stays the 31st where there is one", "[loans][due]") {
  DueRule months = rule(4);
  CHECK(dues("2025-01-31", months) == "2025-02-28 2025-03-31 2025-04-30 2025-05-31");
  CHECK(dues("2024-01-31", months) == "2024-02-29 2024-03-31 2024-04-30 2024-05-31");
  months.month_end = MonthEnd::FirstOfNext;
  CHECK(dues("2025-01-31", months) == "2025-03-01 2025-03-31 2025-05-01 2025-05-31");
  months.month_end = MonthEnd::LastDay;
  CHECK(dues("2025-02-28", months) == "2025-03-31 2025-04-30 2025-05-31 2025-06-30");
  CHECK(dues("2025-02-27", months) == "2025-03-27 2025-04-27 2025-05-27 2025-06-27");
}

TEST_CASE("days, weeks and quarters count from the first day", "[loans][due]") {
  DueRule some = rule(3);
  some.period = {PeriodUnit::Days, 15};
  CHECK(dues("2024-02-16", some) == "2024-03-02 2024-03-17 2024-04-01");
  some.period = {PeriodUnit::Weeks, 2};
  CHECK(dues("2024-02-16", some) == "2024-03-01 2024-03-15 2024-03-29");
  some.period = {PeriodUnit::Months, 3};
  CHECK(dues("2023-11-30", some) == "2024-02-29 2024-05-30 2024-08-30");
  some.first_due = loan_day("2023-12-21");
  CHECK(dues("2023-11-30", some) == "2023-12-21 2024-03-21 2024-06-21");
}

TEST_CASE("settlement days divide the loan, maturity ends it", "[loans][due]") {
  DueRule quarters = rule(2);
  quarters.period.every = 3;
  quarters.settlement_day = 20;
  CHECK(dues("2016-03-21", quarters) == "2016-06-21 2016-09-21");  // maturity is itself a settlement's payment day
  CHECK(dues("2016-03-20", quarters) == "2016-03-21 2016-06-21 2016-09-20");
  CHECK(dues("2016-03-22", quarters) == "2016-06-21 2016-09-21 2016-09-22");
  quarters.period.every = 1;
  CHECK(dues("2016-01-31", quarters) == "2016-02-21 2016-03-21 2016-03-31");
}

TEST_CASE("a due date moves off holidays and onto make-up workdays", "[loans][due]") {
  DueRule months = rule(3);
  months.holidays = HolidayRule::Following;
  months.calendar.weekend = {5, 6};
  months.calendar.holidays = {loan_day("2026-10-01"), loan_day("2026-10-02")};
  months.calendar.make_up = {loan_day("2026-10-10")};
  // 2026-08-01 is a Saturday, 2026-09-01 a Tuesday, 2026-10-01 a holiday before a weekend.
  CHECK(dues("2026-07-01", months) == "2026-08-03 2026-09-01 2026-10-05");
  months.holidays = HolidayRule::Preceding;
  CHECK(dues("2026-07-01", months) == "2026-07-31 2026-09-01 2026-09-30");
  months.holidays = HolidayRule::Following;
  CHECK(dues("2026-07-10", months) == "2026-08-10 2026-09-10 2026-10-10");  // a Saturday that is worked
  const auto spans = due_spans(loan_day("2026-07-01"), months);
  CHECK(spans[0].to == loan_day("2026-08-01"));
  months.holiday_interest = HolidayInterest::Moved;
  const auto moved = due_spans(loan_day("2026-07-01"), months);
  CHECK(moved[0].to == loan_day("2026-08-03"));
  CHECK(moved[1].from == loan_day("2026-08-03"));
  CHECK_FALSE(moved[0].is_regular);
  months.calendar.weekend = {0, 1, 2, 3, 4, 5};
  months.calendar.holidays.clear();
  CHECK(dues("2026-07-01", months) == "2026-08-02 2026-09-06 2026-10-04");  // only Sundays are worked
}
