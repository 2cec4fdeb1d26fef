// SPDX-License-Identifier: Apache-2.0
// Exact numbers of documents (7.53 万人, 59.99 分) and exact quotients; never floating point.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/ratio.h"

namespace mingzhang::policy {

/// Wide enough for products of two decimals.
__extension__ using Wide = __int128;

/// A number with at most six decimals: 7.53 is 7,530,000 units. |number| ≤ 10^12.
class Decimal {
 public:
  static constexpr std::int64_t kUnitsPerOne = 1'000'000;
  static constexpr std::int64_t kUnitsMax = 1'000'000'000'000 * kUnitsPerOne;

  constexpr Decimal() = default;
  /// Nothing beyond the limit.
  static std::optional<Decimal> from_units(Wide units);
  constexpr std::int64_t units() const { return units_; }
  friend constexpr auto operator<=>(Decimal, Decimal) = default;

 private:
  constexpr explicit Decimal(std::int64_t units) : units_(units) {}
  std::int64_t units_ = 0;
};

/// Reads "7.53", "60" or "-0.5": an optional minus, ASCII digits, at most `places` (≤ 6) decimals.
std::optional<Decimal> parse_decimal(std::string_view text, int places);

/// Without trailing zeros: "7.53", "60", "-0.5".
std::string to_text(Decimal number);

/// A yearly rate in percent, with at least two decimals: "3.10", "4.35", "5.655".
std::string percent_text(Decimal percent);

/// number × ratio, rounded once to six decimals; nothing beyond the limit. Requires: both not negative.
/// Example: 4.35 × 13/10 → 5.655.
std::optional<Decimal> scaled(Decimal number, Ratio ratio, Rounding rounding);

/// numerator / denominator with exactly `places` (≤ 8) decimals, rounded once. Requires: denominator > 0 and
/// |numerator| ≤ 10^28. Example: (85008, 20236, 4, HalfUp) → "4.2008".
std::string quotient_text(Wide numerator, Wide denominator, int places, Rounding rounding);

/// A part of something, exactly: "3%" is 3/100, "2/3" is 2/3. Kept with its own words for explanations.
struct Share {
  Ratio ratio;
  std::string text;
};

/// Reads "3%", "0.5%" (at most six decimals, at most 10,000 %) or "2/3" (whole numbers up to 10^6, not above 100 times).
std::optional<Share> parse_share(std::string_view text);

/// a × b in lowest terms; nothing where it has no exact `Ratio`.
std::optional<Ratio> product_of(Ratio a, Ratio b);

/// The named rounding as records and explanations have it, e.g. "half_up 四舍五入".
std::string_view rounding_name(Rounding rounding);
/// Reads "half_up", "half_even", "down" or "up".
std::optional<Rounding> parse_rounding(std::string_view word);

}  // namespace mingzhang::policy
