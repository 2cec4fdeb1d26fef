// SPDX-License-Identifier: Apache-2.0
// Day counts: what part of a year lies between two days, exactly.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "base/date.h"
#include "loans/exact.h"

namespace mingzhang::loans {

/// How the days of a span are counted.
enum class MonthDays : std::uint8_t {
  Actual = 1,  ///< as the calendar has them
  Thirty,      ///< every month of a payment period has 30 days, whatever its dates: whole months (按月), see `period_part`
  ThirtyBond,  ///< 30/360 bond basis: first day 31 → 30; last day 31 → 30 only after a first day of 30 or 31
  ThirtyEurobond,  ///< 30E/360: every 31 → 30
  ThirtyUsa,       ///< 30/360 US: as bond basis, and the last day of February counts as a 30th
  ThirtyIsda,      ///< 30E/360 ISDA: every last day of a month counts as a 30th, but not the loan's final day in February
};

/// How many days the year has.
enum class YearDays : std::uint8_t {
  Days360 = 1,
  Days364,
  Days365,
  ActualIsda,        ///< days in leap years by 366, others by 365; a span is split at 1 January
  ActualDecember31,  ///< the same, split at 31 December: that day counts by the next year's length
};

/// 计息基础. Every pair is allowed; the usual ones have names.
struct DayCount {
  MonthDays month = MonthDays::Actual;
  YearDays year = YearDays::Days360;
  friend bool operator==(DayCount, DayCount) = default;
};

/// A name as people and files write it.
struct NamedDayCount {
  std::string_view name;
  DayCount count;
};
/// "act/360", "act/365", "act/364", "act/act", "act/act-dec31", "30/360", "30e/360", "30/360-us", "30e/360-isda",
/// "months/12", "months/365".
std::span<const NamedDayCount> day_count_names();
/// The day count of that name; nothing where there is none.
std::optional<DayCount> parse_day_count(std::string_view name);
/// The name, or "month/year" in words for a pair that has none.
std::string_view name_of(DayCount count);

/// Days in [from, to) as the day count has them. `Thirty` counts bond-basis days here. Requires from ≤ to.
/// Example: 2007-02-28 to 2007-08-31 is 183 in bond basis, 182 in 30E/360, 184 by the calendar.
std::int64_t counted_days(DayCount count, Date from, Date to);
/// The same for a loan that ends on `final_day`, which matters to `ThirtyIsda` alone.
std::int64_t counted_days(DayCount count, Date from, Date to, Date final_day);

/// The part of a year in [from, to), exactly. Requires from ≤ to.
/// Example: act/360 from 2016-03-01 to 2017-03-01 is 365/360; act/act of 2023-12-12 to 2024-01-12 is 20/365 + 11/366.
Fraction year_part(DayCount count, Date from, Date to);

/// The length of a year that contains `day`.
std::int64_t days_in_year(YearDays year, Date day);

}  // namespace mingzhang::loans
