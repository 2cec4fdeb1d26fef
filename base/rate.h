// SPDX-License-Identifier: Apache-2.0
// A yearly rate as an integer of 10^-8; decimal text at the edges.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mingzhang {

/// A rate per year in units of 10^-8. 4.35 % = 0.0435 = 4,350,000 units. Range [0, 100] (10,000 % a year).
class Rate {
 public:
  static constexpr std::int64_t kUnitsPerOne = 100'000'000;
  static constexpr std::int64_t kUnitsMax = 100 * kUnitsPerOne;

  constexpr Rate() = default;
  /// Requires 0 ≤ units ≤ kUnitsMax.
  static Rate from_units(std::int64_t units);
  constexpr std::int64_t units() const { return units_; }
  friend constexpr auto operator<=>(Rate, Rate) = default;

 private:
  constexpr explicit Rate(std::int64_t units) : units_(units) {}
  std::int64_t units_ = 0;
};

/// Reads "4.35%" (percent, up to six decimals) or "0.0435" (a fraction, up to eight decimals); nothing otherwise.
std::optional<Rate> parse_rate(std::string_view text);

/// As percent without trailing zeros, at least two decimals: "4.35%", "0.00%", "4.3125%".
std::string to_percent(Rate rate);

}  // namespace mingzhang
