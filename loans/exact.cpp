// SPDX-License-Identifier: Apache-2.0
// Rounding of wide quotients, and fractions in lowest terms.
#include "loans/exact.h"

#include <numeric>

#include "base/check.h"

namespace mingzhang::loans {
namespace {

constexpr Wide kPartMax = Wide{1} << 62;

Wide divisor_of(Wide a, Wide b) {
  while (b != 0) {
    const Wide rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

Fraction reduced(Wide numerator, Wide denominator) {
  const Wide divisor = divisor_of(numerator, denominator);
  MZ_CHECK(numerator / divisor < kPartMax);
  MZ_CHECK(denominator / divisor < kPartMax);
  return Fraction(static_cast<std::int64_t>(numerator / divisor), static_cast<std::int64_t>(denominator / divisor));
}

}  // namespace

Wide rounded(Wide numerator, Wide denominator, Rounding rounding) {
  MZ_CHECK(numerator >= 0);
  MZ_CHECK(denominator > 0);
  const Wide quotient = numerator / denominator;
  const Wide rest = numerator % denominator;
  switch (rounding) {
    case Rounding::HalfUp:
      return quotient + (2 * rest >= denominator ? 1 : 0);
    case Rounding::HalfEven:
      return quotient + (2 * rest > denominator || (2 * rest == denominator && quotient % 2 != 0) ? 1 : 0);
    case Rounding::Down:
      return quotient;
    case Rounding::Up:
      return quotient + (rest != 0 ? 1 : 0);
  }
  MZ_CHECK(false);
  return quotient;
}

Money rounded_money(Wide numerator, Wide denominator, Money unit, Rounding rounding) {
  MZ_CHECK(unit.fen() > 0);
  const Wide units = rounded(numerator, denominator * unit.fen(), rounding);
  const Wide fen = units * unit.fen();
  MZ_CHECK(fen <= Money::kFenMax);
  return Money::from_fen(static_cast<std::int64_t>(fen));
}

Fraction::Fraction(std::int64_t numerator, std::int64_t denominator) {
  MZ_CHECK(numerator >= 0);
  MZ_CHECK(denominator > 0);
  const std::int64_t divisor = std::gcd(numerator, denominator);
  numerator_ = numerator / divisor;
  denominator_ = denominator / divisor;
}

Fraction operator+(Fraction a, Fraction b) {
  if (a.denominator_ == b.denominator_) return reduced(Wide{a.numerator_} + b.numerator_, a.denominator_);
  return reduced(Wide{a.numerator_} * b.denominator_ + Wide{b.numerator_} * a.denominator_,
                 Wide{a.denominator_} * b.denominator_);
}

Fraction operator*(Fraction a, Fraction b) {
  return reduced(Wide{a.numerator_} * b.numerator_, Wide{a.denominator_} * b.denominator_);
}

}  // namespace mingzhang::loans
