// SPDX-License-Identifier: Apache-2.0
// Counting days by the named conventions.
#include "loans/day_count.h"

#include <algorithm>
#include <array>

#include "base/check.h"

namespace mingzhang::loans {
namespace {

constexpr std::array<NamedDayCount, 11> kNames = {{
    {"act/360", {MonthDays::Actual, YearDays::Days360}},
    {"act/365", {MonthDays::Actual, YearDays::Days365}},
    {"act/364", {MonthDays::Actual, YearDays::Days364}},
    {"act/act", {MonthDays::Actual, YearDays::ActualIsda}},
    {"act/act-dec31", {MonthDays::Actual, YearDays::ActualDecember31}},
    {"30/360", {MonthDays::ThirtyBond, YearDays::Days360}},
    {"30e/360", {MonthDays::ThirtyEurobond, YearDays::Days360}},
    {"30/360-us", {MonthDays::ThirtyUsa, YearDays::Days360}},
    {"30e/360-isda", {MonthDays::ThirtyIsda, YearDays::Days360}},
    {"months/12", {MonthDays::Thirty, YearDays::Days360}},
    {"months/365", {MonthDays::Thirty, YearDays::Days365}},
}};

struct Civil {
  std::int64_t year;
  std::int64_t month;
  std::int64_t day;
};

Civil civil_of(Date date) {
  return {date.year(), date.month(), date.day()};
}

bool is_last_of_february(Date date) {
  return date.month() == 2 && is_last_of_month(date);
}

std::int64_t thirty_days(MonthDays month, Date from, Date to, std::optional<Date> final_day) {
  Civil a = civil_of(from);
  Civil b = civil_of(to);
  switch (month) {
    case MonthDays::ThirtyEurobond:
      a.day = std::min<std::int64_t>(a.day, 30);
      b.day = std::min<std::int64_t>(b.day, 30);
      break;
    case MonthDays::ThirtyIsda:
      if (is_last_of_month(from)) a.day = 30;
      if (is_last_of_month(to) && !(is_last_of_february(to) && to == final_day)) b.day = 30;
      break;
    case MonthDays::ThirtyUsa:
      if (is_last_of_february(from) && is_last_of_february(to)) b.day = 30;
      if (is_last_of_february(from)) a.day = 30;
      [[fallthrough]];
    default:
      if (b.day == 31 && a.day >= 30) b.day = 30;
      if (a.day == 31) a.day = 30;
      break;
  }
  return 360 * (b.year - a.year) + 30 * (b.month - a.month) + (b.day - a.day);
}

std::int64_t length_of_year(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 366 : 365;
}

/// Actual days by the length of the year they lie in; `last_day` is where a year ends: 1 January of the next for ISDA.
Fraction split_by_year(Date from, Date to, YearDays year) {
  Fraction sum;
  while (from < to) {
    const int number = from.year();
    const auto december31 = Date::from_civil(number, 12, 31);
    MZ_CHECK(december31.has_value());
    Date end = year == YearDays::ActualIsda ? plus_days(*december31, 1) : *december31;
    std::int64_t length = length_of_year(number);
    if (end <= from) {  // from is 31 December and that day belongs to the next year
      end = plus_days(*december31, length_of_year(number + 1));
      length = length_of_year(number + 1);
    }
    const Date stop = std::min(end, to);
    sum = sum + Fraction(days_between(from, stop), length);
    from = stop;
  }
  return sum;
}

std::int64_t days_of(DayCount count, Date from, Date to, std::optional<Date> final_day) {
  MZ_CHECK(from <= to);
  if (count.month == MonthDays::Actual) return days_between(from, to);
  // Two days at the end of February may be closer than none by these rules; a span of days is never negative.
  return std::max<std::int64_t>(0, thirty_days(count.month, from, to, final_day));
}

}  // namespace

std::span<const NamedDayCount> day_count_names() {
  return kNames;
}

std::optional<DayCount> parse_day_count(std::string_view name) {
  for (const NamedDayCount& named : kNames) {
    if (named.name == name) return named.count;
  }
  return std::nullopt;
}

std::string_view name_of(DayCount count) {
  for (const NamedDayCount& named : kNames) {
    if (named.count == count) return named.name;
  }
  return "days of month / days of year";
}

std::int64_t counted_days(DayCount count, Date from, Date to) {
  return days_of(count, from, to, std::nullopt);
}

std::int64_t counted_days(DayCount count, Date from, Date to, Date final_day) {
  return days_of(count, from, to, final_day);
}

Fraction year_part(DayCount count, Date from, Date to) {
  const bool splits = count.year == YearDays::ActualIsda || count.year == YearDays::ActualDecember31;
  if (splits && count.month == MonthDays::Actual) {
    MZ_CHECK(from <= to);
    return split_by_year(from, to, count.year);
  }
  return Fraction(counted_days(count, from, to), days_in_year(count.year, from));
}

std::int64_t days_in_year(YearDays year, Date day) {
  switch (year) {
    case YearDays::Days360:
      return 360;
    case YearDays::Days364:
      return 364;
    case YearDays::Days365:
      return 365;
    case YearDays::ActualIsda:
    case YearDays::ActualDecember31:
      return length_of_year(day.year());
  }
  MZ_CHECK(false);
  return 360;
}

}  // namespace mingzhang::loans
