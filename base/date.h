// SPDX-License-Identifier: Apache-2.0
// Civil days and calendar months, without time zones.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mingzhang {

/// A civil day of the Gregorian calendar, from 1900-01-01 to 2999-12-31.
class Date {
 public:
  /// 1970-01-01.
  constexpr Date() = default;
  /// The day, or nothing where there is no such day (2017-02-29) or it lies outside the range.
  static std::optional<Date> from_civil(int year, unsigned month, unsigned day);
  /// Days since 1970-01-01. Requires a day inside the range.
  static Date from_days(std::int64_t days);

  int year() const;
  unsigned month() const;
  unsigned day() const;
  constexpr std::int64_t days() const { return days_; }

  friend constexpr auto operator<=>(Date, Date) = default;

 private:
  constexpr explicit Date(std::int32_t days) : days_(days) {}
  std::int32_t days_ = 0;
};

/// The day `count` days later (earlier where negative). Requires the result inside the range.
Date plus_days(Date date, std::int64_t count);

/// Days in the half-open interval [from, to); negative where `to` is earlier. Example: 2016-02-28 to 2016-03-01 → 2.
std::int64_t days_between(Date from, Date to);

/// The n-th date counted from an anchor: same day of the month `months` later, clamped to the month's last day.
/// Example: 2017-01-31 + 1 → 2017-02-28, + 2 → 2017-03-31 (never via February). Requires the result inside the range.
Date plus_months_clamped(Date anchor, int months);

/// The day that stands for "never": 2999-12-31, the last day of the calendar.
Date no_day();

/// Reads exactly "2016-10-14". Nothing for any other form.
std::optional<Date> parse_date(std::string_view text);
/// "2016-10-14".
std::string to_iso(Date date);

/// A calendar month, the accounting period (会计期间) of a book. Ordered by time.
class Month {
 public:
  constexpr Month() = default;
  /// Nothing outside 1900-01 … 2999-12.
  static std::optional<Month> from_civil(int year, unsigned month);
  /// Six digits: 201610. Requires a valid month.
  static Month from_number(std::int64_t yyyymm);
  static Month of(Date date);

  constexpr int year() const { return number_ / 100; }
  constexpr unsigned month() const { return static_cast<unsigned>(number_ % 100); }
  /// 201610 for October 2016.
  constexpr std::int64_t number() const { return number_; }
  Date first_day() const;
  Date last_day() const;
  /// The following month. Requires that it is inside the range.
  Month next() const;
  Month previous() const;

  friend constexpr auto operator<=>(Month, Month) = default;

 private:
  constexpr explicit Month(std::int32_t number) : number_(number) {}
  std::int32_t number_ = 197001;
};

/// True for e.g. 28 February 2015 and 29 February 2016.
bool is_last_of_month(Date date);

/// Reads exactly "2016-10".
std::optional<Month> parse_month(std::string_view text);
/// "2016-10".
std::string to_iso(Month month);

}  // namespace mingzhang
