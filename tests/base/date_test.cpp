// SPDX-License-Identifier: Apache-2.0
// Civil days and months: leap years, clamping at the end of a month, the edges of the range.
#include "base/date.h"

#include <algorithm>
#include <random>
#include <string>

#include "tests/support/aborts.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace {

using mingzhang::Date;
using mingzhang::days_between;
using mingzhang::Month;
using mingzhang::parse_date;
using mingzhang::parse_month;
using mingzhang::plus_days;
using mingzhang::plus_months_clamped;
using mingzhang::to_iso;
using mingzhang::tests::aborts;
using mingzhang::tests::run_seed;

Date day(const char* text) {
  const auto date = parse_date(text);
  INFO("date: " << text);
  REQUIRE(date.has_value());
  return *date;
}

Month month(const char* text) {
  const auto parsed = parse_month(text);
  INFO("month: " << text);
  REQUIRE(parsed.has_value());
  return *parsed;
}

// The Gregorian rule, written out once more so that the calendar under test is compared with something of its own.
bool is_leap(int year) {
  return year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);
}

unsigned length_of(int year, unsigned number) {
  constexpr unsigned kLengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return number == 2 && is_leap(year) ? 29 : kLengths[number - 1];
}

Date random_date(std::mt19937_64& random) {
  return Date::from_days(
      std::uniform_int_distribution<std::int64_t>(day("1900-01-01").days(), day("2999-12-31").days())(random));
}

}  // namespace

TEST_CASE("every day of the range follows the one before it", "[base][date]") {
  Date expected = day("1900-01-01");
  for (int year = 1900; year <= 2999; ++year) {
    for (unsigned number = 1; number <= 12; ++number) {
      for (unsigned d = 1; d <= length_of(year, number); ++d) {
        const auto date = Date::from_civil(year, number, d);
        if (!date || *date != expected || date->year() != year || date->month() != number || date->day() != d) {
          FAIL("wrong at " << year << "-" << number << "-" << d);
        }
        if (year != 2999 || number != 12 || d != 31) expected = plus_days(expected, 1);
      }
      REQUIRE_FALSE(Date::from_civil(year, number, length_of(year, number) + 1).has_value());
    }
  }
  CHECK(expected == day("2999-12-31"));
}

TEST_CASE("days are counted from 1970", "[base][date]") {
  CHECK(Date().days() == 0);
  CHECK(to_iso(Date()) == "1970-01-01");
  // Unix times of midnight UTC divided by 86,400 (date -u -d 2016-10-14 +%s is 1476403200).
  CHECK(day("2016-10-14").days() == 17'088);
  CHECK(day("1900-01-01").days() == -25'567);
  CHECK(day("2000-03-01").days() == 11'017);
  CHECK(day("1969-12-31").days() == -1);
}

TEST_CASE("only leap years have a 29th of February", "[base][date]") {
  CHECK(Date::from_civil(2016, 2, 29).has_value());
  CHECK(Date::from_civil(2000, 2, 29).has_value());
  CHECK(Date::from_civil(2400, 2, 29).has_value());
  CHECK_FALSE(Date::from_civil(2017, 2, 29).has_value());
  CHECK_FALSE(Date::from_civil(1900, 2, 29).has_value());
  CHECK_FALSE(Date::from_civil(2100, 2, 29).has_value());
}

TEST_CASE("what is no day of the range is refused", "[base][date]") {
  CHECK_FALSE(Date::from_civil(1899, 12, 31).has_value());
  CHECK_FALSE(Date::from_civil(3000, 1, 1).has_value());
  CHECK_FALSE(Date::from_civil(2016, 0, 1).has_value());
  CHECK_FALSE(Date::from_civil(2016, 13, 1).has_value());
  CHECK_FALSE(Date::from_civil(2016, 1, 0).has_value());
  CHECK_FALSE(Date::from_civil(2016, 4, 31).has_value());
  CHECK_FALSE(Date::from_civil(-2016, 4, 1).has_value());
  // Numbers that would be a valid month or day in one byte.
  CHECK_FALSE(Date::from_civil(2016, 257, 1).has_value());
  CHECK_FALSE(Date::from_civil(2016, 1, 257).has_value());
  CHECK_FALSE(Date::from_civil(65'536 + 2016, 1, 1).has_value());
  CHECK(aborts([] { (void)plus_days(*Date::from_civil(2999, 12, 31), 1); }));
  CHECK(aborts([] { (void)plus_days(*Date::from_civil(1900, 1, 1), -1); }));
}

TEST_CASE("an interval counts its first day and not its last", "[base][date]") {
  CHECK(days_between(day("2016-02-28"), day("2016-03-01")) == 2);
  CHECK(days_between(day("2017-02-28"), day("2017-03-01")) == 1);
  CHECK(days_between(day("2016-01-01"), day("2017-01-01")) == 366);
  CHECK(days_between(day("2017-01-01"), day("2018-01-01")) == 365);
  CHECK(days_between(day("2016-10-14"), day("2016-10-14")) == 0);
  CHECK(days_between(day("2016-10-15"), day("2016-10-14")) == -1);
}

TEST_CASE("months are added from the anchor and clamped to the end of the month", "[base][date]") {
  const Date anchor = day("2017-01-31");
  CHECK(plus_months_clamped(anchor, 0) == anchor);
  CHECK(plus_months_clamped(anchor, 1) == day("2017-02-28"));
  CHECK(plus_months_clamped(anchor, 2) == day("2017-03-31"));
  CHECK(plus_months_clamped(anchor, 3) == day("2017-04-30"));
  CHECK(plus_months_clamped(anchor, 11) == day("2017-12-31"));
  CHECK(plus_months_clamped(anchor, 12) == day("2018-01-31"));
  CHECK(plus_months_clamped(anchor, 37) == day("2020-02-29"));
  CHECK(plus_months_clamped(anchor, -1) == day("2016-12-31"));
  CHECK(plus_months_clamped(anchor, -2) == day("2016-11-30"));
  CHECK(plus_months_clamped(anchor, -11) == day("2016-02-29"));
  CHECK(plus_months_clamped(day("2016-02-29"), 12) == day("2017-02-28"));
  CHECK(plus_months_clamped(day("2016-02-29"), 48) == day("2020-02-29"));
  CHECK(plus_months_clamped(day("2016-12-15"), 1) == day("2017-01-15"));
}

TEST_CASE("months beyond the range abort instead of wrapping around", "[base][date]") {
  const Date anchor = day("2017-01-31");
  CHECK(plus_months_clamped(day("1900-01-31"), 1100 * 12 - 1) == day("2999-12-31"));
  CHECK(aborts([&] { (void)plus_months_clamped(anchor, 983 * 12); }));
  CHECK(aborts([&] { (void)plus_months_clamped(anchor, -118 * 12); }));
  CHECK(aborts([&] { (void)plus_months_clamped(anchor, 65'536 * 12); }));  // a 16-bit year would be 2017 again
}

TEST_CASE("a date is read from ten characters and nothing else", "[base][date]") {
  CHECK(to_iso(day("2016-10-04")) == "2016-10-04");
  for (const char* text : {"", "2016-10-4", "2016-10-14 ", " 2016-10-14", "2016/10/14", "20161014", "2016-1a-14",
                           "2016-13-01", "2017-02-29", "1899-12-31", "3000-01-01", "+016-10-14", "2016-+1-14",
                           "2016-10--4", "２016-10-1", "0000-00-00"}) {
    INFO("text: " << text);
    CHECK_FALSE(parse_date(text).has_value());
  }
}

TEST_CASE("months know their days and their neighbours", "[base][date]") {
  const Month february = month("2016-02");
  CHECK(february.number() == 201'602);
  CHECK(february.year() == 2016);
  CHECK(february.month() == 2);
  CHECK(february.first_day() == day("2016-02-01"));
  CHECK(february.last_day() == day("2016-02-29"));
  CHECK(month("2017-02").last_day() == day("2017-02-28"));
  CHECK(month("2100-02").last_day() == day("2100-02-28"));
  CHECK(month("2016-12").next() == month("2017-01"));
  CHECK(month("2017-01").previous() == month("2016-12"));
  CHECK(february.next() == month("2016-03"));
  CHECK(Month::of(day("2016-02-29")) == february);
  CHECK(Month::from_number(201'602) == february);
  CHECK(month("2016-12") < month("2017-01"));
  CHECK(Month() == Month::of(Date()));
}

TEST_CASE("what is no month of the range is refused", "[base][date]") {
  CHECK_FALSE(Month::from_civil(2016, 0).has_value());
  CHECK_FALSE(Month::from_civil(2016, 13).has_value());
  CHECK_FALSE(Month::from_civil(1899, 12).has_value());
  CHECK_FALSE(Month::from_civil(3000, 1).has_value());
  for (const char* text : {"", "2016-1", "2016-00", "2016-13", "201610", "2016-10-", "2016/10", "x016-10"}) {
    INFO("text: " << text);
    CHECK_FALSE(parse_month(text).has_value());
  }
  CHECK(aborts([] { (void)Month::from_number(201'613); }));
  CHECK(aborts([] { (void)Month::from_number(-201'610); }));
  CHECK(aborts([] { (void)Month::from_number((std::int64_t{1} << 32) * 100 + 201'610); }));
  CHECK(aborts([] { (void)Month::from_civil(2999, 12)->next(); }));
  CHECK(aborts([] { (void)Month::from_civil(1900, 1)->previous(); }));
}

TEST_CASE("written dates and months are read back", "[base][date][random]") {
  std::mt19937_64 random(run_seed());
  for (int i = 0; i < 5'000; ++i) {
    const Date date = random_date(random);
    REQUIRE(parse_date(to_iso(date)) == date);
    REQUIRE(parse_month(to_iso(Month::of(date))) == Month::of(date));
    const Month its_month = Month::of(date);
    REQUIRE(its_month.first_day() <= date);
    REQUIRE(date <= its_month.last_day());
    REQUIRE(plus_days(its_month.last_day(), 0) == its_month.last_day());
  }
}

TEST_CASE("clamped months land in the right month and never later in it", "[base][date][random]") {
  std::mt19937_64 random(run_seed());
  for (int i = 0; i < 5'000; ++i) {
    const Date anchor = random_date(random);
    const int index = anchor.year() * 12 + static_cast<int>(anchor.month()) - 1;
    const int months = std::uniform_int_distribution<int>(1900 * 12 - index, 2999 * 12 + 11 - index)(random);
    const Date moved = plus_months_clamped(anchor, months);
    REQUIRE(moved.year() * 12 + static_cast<int>(moved.month()) - 1 == index + months);
    REQUIRE(moved.day() == std::min(anchor.day(), length_of(moved.year(), moved.month())));
  }
}

TEST_CASE("days_between undoes plus_days", "[base][date][random]") {
  std::mt19937_64 random(run_seed());
  for (int i = 0; i < 5'000; ++i) {
    const Date a = random_date(random);
    const Date b = random_date(random);
    REQUIRE(plus_days(a, days_between(a, b)) == b);
    REQUIRE((days_between(a, b) > 0) == (a < b));
  }
}
