// SPDX-License-Identifier: Apache-2.0
// Interest of a standing principal: figures of documents, roundings, and pieces that are rounded together.
#include "loans/interest.h"

#include "tests/support/aborts.h"
#include "tests/support/catch.h"

namespace {

using mingzhang::Date;
using mingzhang::Money;
using mingzhang::Rate;
using mingzhang::Rounding;
using mingzhang::loans::ExactInterest;
using mingzhang::loans::Fraction;
using mingzhang::loans::interest_for;
using mingzhang::loans::parse_day_count;

Money interest(std::int64_t fen, const char* rate, const char* from, const char* to, const char* count, Rounding rounding) {
  return interest_for({Money::from_fen(fen), *mingzhang::parse_rate(rate), *mingzhang::parse_date(from), *mingzhang::parse_date(to)},
                      *parse_day_count(count), rounding);
}

}  // namespace

TEST_CASE("one loan has different interest under different day counts", "[loans][interest]") {
  // 50,000.00 at 4.35 % for a year of 365 days: 50000 · 0.0435 · 365/360 = 2205.2083…, · 365/365 = 2175.00,
  // · 360/360 = 2175.00; by python's fractions.
  CHECK(interest(5'000'000, "0.0435", "2016-03-01", "2017-03-01", "act/360", Rounding::HalfUp) == Money::from_fen(220'521));
  CHECK(interest(5'000'000, "0.0435", "2016-03-01", "2017-03-01", "act/365", Rounding::HalfUp) == Money::from_fen(217'500));
  CHECK(interest(5'000'000, "0.0435", "2016-03-01", "2017-03-01", "30/360", Rounding::HalfUp) == Money::from_fen(217'500));
  // A quarter of 92 days: 50000 · 0.0435 · 92/360 = 555.8333…; rounding each day first would give 555.68.
  CHECK(interest(5'000'000, "0.0435", "2016-03-20", "2016-06-20", "act/360", Rounding::HalfUp) == Money::from_fen(55'583));
}

TEST_CASE("the rounding is the one that is named", "[loans][interest]") {
  // 10.00 at 3.65 % for 5 days by 365 is exactly half a fen; for 15 days one and a half.
  CHECK(interest(1'000, "3.65%", "2021-01-01", "2021-01-06", "act/365", Rounding::HalfUp) == Money::from_fen(1));
  CHECK(interest(1'000, "3.65%", "2021-01-01", "2021-01-06", "act/365", Rounding::HalfEven) == Money::from_fen(0));
  CHECK(interest(1'000, "3.65%", "2021-01-01", "2021-01-16", "act/365", Rounding::HalfEven) == Money::from_fen(2));
  CHECK(interest(1'000, "3.65%", "2021-01-01", "2021-01-06", "act/365", Rounding::Up) == Money::from_fen(1));
  CHECK(interest(1'000, "3.65%", "2021-01-01", "2021-01-16", "act/365", Rounding::Down) == Money::from_fen(1));
  CHECK(interest(1'000, "3.65%", "2021-01-01", "2021-01-01", "act/365", Rounding::Up) == Money::from_fen(0));
  CHECK(interest(1'000, "0%", "2021-01-01", "2051-01-01", "act/365", Rounding::Up) == Money::from_fen(0));
}

TEST_CASE("pieces are rounded together, once", "[loans][interest]") {
  const Rate rate = *mingzhang::parse_rate("3.65%");
  ExactInterest sum;
  for (int i = 0; i < 4; ++i) sum.add(Money::from_fen(250), rate, Fraction(5, 365));
  CHECK(sum.rounded(Money::from_fen(1), Rounding::HalfUp) == Money::from_fen(1));  // four times an eighth of a fen
  CHECK(sum.rounded(Money::from_fen(1), Rounding::Down) == Money::from_fen(0));
  sum.add(Money::from_fen(100'000'000), rate, Fraction(1, 12) * Fraction(13, 29));
  // 0.5 fen + 10^8 · 0.0365 · 13/348 fen = 136351.0747… fen, in whole yuan 1364.
  CHECK(sum.rounded(Money::from_fen(1), Rounding::HalfUp) == Money::from_fen(136'351));
  CHECK(sum.rounded(Money::from_fen(100), Rounding::HalfUp) == Money::from_fen(136'400));
}

TEST_CASE("the largest loan for the longest time does not overflow", "[loans][interest]") {
  const Date from = *mingzhang::parse_date("1900-01-01");
  const Date to = *mingzhang::parse_date("1999-12-31");
  const Money most = Money::from_fen(mingzhang::loans::kPrincipalMax);
  // 10^13 fen · 10 · 36523/365 = 10006301369863013.69… is beyond Money; a hundredth of the rate is not.
  CHECK(interest_for({most, *mingzhang::parse_rate("0.1"), from, to}, *parse_day_count("act/365"), Rounding::Down) ==
        Money::from_fen(100'063'013'698'630));
  CHECK(mingzhang::tests::aborts([&] {
    (void)interest_for({most, *mingzhang::parse_rate("10"), from, to}, *parse_day_count("act/365"), Rounding::Down);
  }));
}
