// SPDX-License-Identifier: Apache-2.0
// Calendar arithmetic on std::chrono's civil calendar.
#include "base/date.h"

#include <algorithm>

#include "base/check.h"

namespace mingzhang {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2999;
/// More months than the range holds.
constexpr int kMonthsMax = (kLastYear - kFirstYear + 1) * 12;

std::chrono::year_month_day civil(Date date) {
  return std::chrono::year_month_day(std::chrono::sys_days(std::chrono::days(date.days())));
}

/// `text[at, at + length)` as a number where it is all ASCII digits.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t length) {
  int value = 0;
  for (const char c : text.substr(at, length)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string padded(unsigned value, std::size_t width) {
  std::string text = std::to_string(value);
  return text.size() < width ? std::string(width - text.size(), '0') + text : text;
}

}  // namespace

std::optional<Date> Date::from_civil(int year, unsigned month, unsigned day) {
  // std::chrono keeps months and days in one byte each, so 257 would pass for 1.
  if (year < kFirstYear || year > kLastYear || month > 12 || day > 31) return std::nullopt;
  const auto value = std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day);
  if (!value.ok()) return std::nullopt;
  return Date(static_cast<std::int32_t>(std::chrono::sys_days(value).time_since_epoch().count()));
}

Date Date::from_days(std::int64_t days) {
  static const std::int64_t first = from_civil(kFirstYear, 1, 1)->days();
  static const std::int64_t last = from_civil(kLastYear, 12, 31)->days();
  MZ_CHECK(days >= first && days <= last);
  return Date(static_cast<std::int32_t>(days));
}

int Date::year() const {
  return static_cast<int>(civil(*this).year());
}
unsigned Date::month() const {
  return static_cast<unsigned>(civil(*this).month());
}
unsigned Date::day() const {
  return static_cast<unsigned>(civil(*this).day());
}

Date plus_days(Date date, std::int64_t count) {
  return Date::from_days(date.days() + count);
}

Date no_day() {
  return *Date::from_civil(kLastYear, 12, 31);
}

std::int64_t days_between(Date from, Date to) {
  return to.days() - from.days();
}

Date plus_months_clamped(Date anchor, int months) {
  MZ_CHECK(months > -kMonthsMax && months < kMonthsMax);  // beyond that, std::chrono's years wrap around
  const auto start = civil(anchor);
  const auto month = std::chrono::year_month(start.year(), start.month()) + std::chrono::months(months);
  const auto last = std::chrono::year_month_day_last(month.year(), std::chrono::month_day_last(month.month()));
  const unsigned day = std::min(static_cast<unsigned>(start.day()), static_cast<unsigned>(last.day()));
  const auto result = Date::from_civil(static_cast<int>(month.year()), static_cast<unsigned>(month.month()), day);
  MZ_CHECK(result.has_value());
  return *result;
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text, 0, 4);
  const auto month = digits(text, 5, 2);
  const auto day = digits(text, 8, 2);
  if (!year || !month || !day) return std::nullopt;
  return Date::from_civil(*year, static_cast<unsigned>(*month), static_cast<unsigned>(*day));
}

std::string to_iso(Date date) {
  const auto value = civil(date);
  return padded(static_cast<unsigned>(static_cast<int>(value.year())), 4) + "-" +
         padded(static_cast<unsigned>(value.month()), 2) + "-" + padded(static_cast<unsigned>(value.day()), 2);
}

std::optional<Month> Month::from_civil(int year, unsigned month) {
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12) return std::nullopt;
  return Month(static_cast<std::int32_t>(year * 100 + static_cast<int>(month)));
}

Month Month::from_number(std::int64_t yyyymm) {
  MZ_CHECK(yyyymm >= kFirstYear * 100 && yyyymm <= kLastYear * 100 + 12);
  const auto month = from_civil(static_cast<int>(yyyymm / 100), static_cast<unsigned>(yyyymm % 100));
  MZ_CHECK(month.has_value());
  return *month;
}

Month Month::of(Date date) {
  const auto value = civil(date);
  return *from_civil(static_cast<int>(value.year()), static_cast<unsigned>(value.month()));
}

Date Month::first_day() const {
  return *Date::from_civil(year(), month(), 1);
}

Date Month::last_day() const {
  const auto last = std::chrono::year(year()) / std::chrono::month(month()) / std::chrono::last;
  return *Date::from_civil(year(), month(), static_cast<unsigned>(last.day()));
}

Month Month::next() const {
  const auto after = month() == 12 ? from_civil(year() + 1, 1) : from_civil(year(), month() + 1);
  MZ_CHECK(after.has_value());
  return *after;
}

Month Month::previous() const {
  const auto before = month() == 1 ? from_civil(year() - 1, 12) : from_civil(year(), month() - 1);
  MZ_CHECK(before.has_value());
  return *before;
}

bool is_last_of_month(Date date) {
  return date == Month::of(date).last_day();
}

std::optional<Month> parse_month(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  const auto year = digits(text, 0, 4);
  const auto month = digits(text, 5, 2);
  if (!year || !month) return std::nullopt;
  return Month::from_civil(*year, static_cast<unsigned>(*month));
}

std::string to_iso(Month month) {
  return padded(static_cast<unsigned>(month.year()), 4) + "-" + padded(month.month(), 2);
}

}  // namespace mingzhang
