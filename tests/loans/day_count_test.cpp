// SPDX-License-Identifier: Apache-2.0
// Day counts against their published examples, and their laws over many random spans.
#include "loans/day_count.h"

#include <random>
#include <string>

#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace {

using mingzhang::Date;
using mingzhang::days_between;
using mingzhang::parse_date;
using mingzhang::plus_days;
using mingzhang::loans::counted_days;
using mingzhang::loans::DayCount;
using mingzhang::loans::day_count_names;
using mingzhang::loans::Fraction;
using mingzhang::loans::parse_day_count;
using mingzhang::loans::year_part;

Date day(const std::string& text) {
  const auto date = parse_date(text);
  REQUIRE(date.has_value());
  return *date;
}

DayCount count(const char* name) {
  const auto found = parse_day_count(name);
  INFO(name);
  REQUIRE(found.has_value());
  return *found;
}

struct Row {
  const char* name;
  const char* from;
  const char* to;
  std::int64_t days;
};

}  // namespace

TEST_CASE("the variants of 30/360 count as their definitions say", "[loans][day-count]") {
  // ISDA 2006 definitions, section 4.16 (f), (g), (h), worked by hand; bond basis and 30E/360 rows are those of the
  // published comparison of both (31 August to the end of February and back).
  const Row rows[] = {
      {"30/360", "2006-08-31", "2007-02-28", 178}, {"30/360", "2007-02-28", "2007-08-31", 183},
      {"30/360", "2008-02-29", "2008-08-31", 182}, {"30/360", "2006-09-30", "2006-10-31", 30},
      {"30/360", "2006-02-28", "2006-03-03", 5},   {"30e/360", "2007-02-28", "2007-08-31", 182},
      {"30e/360", "2008-02-29", "2008-08-31", 181}, {"30e/360", "2006-08-31", "2007-02-28", 178},
      {"30/360-us", "2007-02-28", "2007-08-31", 180}, {"30/360-us", "2007-02-28", "2008-02-29", 360},
      {"30/360-us", "2006-08-31", "2007-02-28", 178}, {"30e/360-isda", "2006-08-31", "2007-02-28", 180},
      {"30e/360-isda", "2007-02-28", "2007-08-31", 180}, {"30e/360-isda", "2006-02-14", "2006-02-28", 16},
      {"act/360", "2007-02-28", "2007-08-31", 184},
  };
  for (const Row& row : rows) {
    INFO(row.name << " " << row.from << " " << row.to);
    CHECK(counted_days(count(row.name), day(row.from), day(row.to)) == row.days);
  }
  // The final day of the loan in February stays what it is under the last variant alone.
  CHECK(counted_days(count("30e/360-isda"), day("2011-08-31"), day("2012-02-29"), day("2012-02-29")) == 179);
  CHECK(counted_days(count("30e/360-isda"), day("2011-08-31"), day("2012-02-29"), day("2012-08-31")) == 180);
}

TEST_CASE("a part of a year is exact", "[loans][day-count]") {
  const Date from = day("2023-12-12");
  const Date to = day("2024-01-12");
  CHECK(year_part(count("act/360"), from, to) == Fraction(31, 360));
  CHECK(year_part(count("act/364"), from, to) == Fraction(31, 364));
  CHECK(year_part(count("act/365"), from, to) == Fraction(31, 365));
  CHECK(year_part(count("30/360"), from, to) == Fraction(1, 12));
  // 20 days of December and 11 of January, or 19 and 12 where 31 December belongs to the new year.
  CHECK(year_part(count("act/act"), from, to) == Fraction(20, 365) + Fraction(11, 366));
  CHECK(year_part(count("act/act-dec31"), from, to) == Fraction(19, 365) + Fraction(12, 366));
  CHECK(year_part(count("act/act"), day("2016-01-01"), day("2017-01-01")) == Fraction(1, 1));
  CHECK(year_part(count("act/act"), day("2015-07-01"), day("2018-07-01")) ==
        Fraction(184, 365) + Fraction(2, 1) + Fraction(181, 365));
  CHECK(year_part(count("act/act-dec31"), day("2023-12-31"), day("2024-12-31")) == Fraction(1, 1));
  CHECK(year_part(count("act/360"), from, from).is_zero());
}

TEST_CASE("a span in two pieces counts as in one, where the convention is additive", "[loans][day-count]") {
  const std::uint64_t seed = mingzhang::tests::run_seed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  std::uniform_int_distribution<int> start(0, 40'000);
  std::uniform_int_distribution<int> length(0, 5'000);
  for (int i = 0; i < 500; ++i) {
    const Date from = plus_days(day("1950-01-01"), start(random));
    const Date middle = plus_days(from, length(random));
    const Date to = plus_days(middle, length(random));
    for (const char* name : {"act/360", "act/365", "act/364", "act/act", "act/act-dec31"}) {
      INFO(name << " " << to_iso(from) << " " << to_iso(middle) << " " << to_iso(to));
      CHECK(year_part(count(name), from, middle) + year_part(count(name), middle, to) == year_part(count(name), from, to));
    }
    for (const auto& named : day_count_names()) {
      INFO(named.name << " " << to_iso(from) << " " << to_iso(to));
      const std::int64_t gap = counted_days(named.count, from, to) - days_between(from, to);
      CHECK(gap <= 3 + days_between(from, to) / 300);
      CHECK(gap >= -3 - days_between(from, to) / 60);
      CHECK(parse_day_count(named.name) == named.count);
    }
  }
  CHECK_FALSE(parse_day_count("act/361").has_value());
}
