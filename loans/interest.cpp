// SPDX-License-Identifier: Apache-2.0
// Interest as one exact quotient.
#include "loans/interest.h"

#include <numeric>

#include "base/check.h"

namespace mingzhang::loans {
namespace {

constexpr std::int64_t kRateUnitsMax = 10 * Rate::kUnitsPerOne;
// Denominators are products of a year's length and a period's days; a sum of pieces never needs more than this.
constexpr std::int64_t kDenominatorMax = 1'000'000'000;
// 10^13 fen · 10^9 units · 10^4 years · 10^9 stays below 2^117.
constexpr std::int64_t kYearsMax = 10'000;

}  // namespace

Money interest_for(const StandingPrincipal& standing, DayCount count, Rounding rounding) {
  ExactInterest sum;
  sum.add(standing.principal, standing.rate, year_part(count, standing.from, standing.to));
  return sum.rounded(Money::from_fen(1), rounding);
}

void ExactInterest::add(Money principal, Rate rate, Fraction part) {
  MZ_CHECK(!principal.is_negative() && principal.fen() <= kPrincipalMax);
  MZ_CHECK(rate.units() <= kRateUnitsMax);
  MZ_CHECK(part.numerator() / part.denominator() < kYearsMax);
  const std::int64_t common = std::lcm(denominator_, part.denominator());
  MZ_CHECK(common <= kDenominatorMax);
  numerator_ *= common / denominator_;
  numerator_ += Wide{principal.fen()} * rate.units() * part.numerator() * (common / part.denominator());
  denominator_ = common;
}

Money ExactInterest::rounded(Money unit, Rounding rounding) const {
  return rounded_money(numerator_, Wide{denominator_} * Rate::kUnitsPerOne, unit, rounding);
}

}  // namespace mingzhang::loans
