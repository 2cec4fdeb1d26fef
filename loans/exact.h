// SPDX-License-Identifier: Apache-2.0
// Exact quotients: what lies between an amount, a rate and a span of days until the one rounding.
#pragma once

#include <cstdint>

#include "base/money.h"
#include "base/ratio.h"

namespace mingzhang::loans {

/// Wide enough for principal × rate × days: 10^13 · 10^9 · 10^8 < 2^101.
__extension__ using Wide = __int128;

/// The largest principal that is computed with: 100,000,000,000.00 yuan.
inline constexpr std::int64_t kPrincipalMax = 10'000'000'000'000;

/// numerator / denominator rounded once to a whole number. Requires: both ≥ 0, denominator > 0, 2 · denominator fits.
Wide rounded(Wide numerator, Wide denominator, Rounding rounding);

/// numerator / denominator fen, rounded once to a multiple of `unit`. Requires: as above, unit > 0, the result fits.
/// Example: 3449/2 fen to fen, HalfEven → 17.24; to yuan (unit 1.00), HalfUp → 17.00.
Money rounded_money(Wide numerator, Wide denominator, Money unit, Rounding rounding);

/// A non-negative number as numerator / denominator, kept in lowest terms.
class Fraction {
 public:
  constexpr Fraction() = default;
  /// Requires: numerator ≥ 0, denominator > 0.
  Fraction(std::int64_t numerator, std::int64_t denominator);

  std::int64_t numerator() const { return numerator_; }
  std::int64_t denominator() const { return denominator_; }
  bool is_zero() const { return numerator_ == 0; }

  /// Exact. Require that the result has numerator and denominator below 2^62.
  friend Fraction operator+(Fraction a, Fraction b);
  friend Fraction operator*(Fraction a, Fraction b);
  friend bool operator==(Fraction a, Fraction b) = default;

 private:
  std::int64_t numerator_ = 0;
  std::int64_t denominator_ = 1;
};

}  // namespace mingzhang::loans
