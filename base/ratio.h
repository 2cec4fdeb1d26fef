// SPDX-License-Identifier: Apache-2.0
// Ratios, named rounding and splitting: the only ways to scale money.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/money.h"

namespace mingzhang {

/// How a result between two fen becomes a whole fen. Chosen by a rule, never by default.
enum class Rounding : std::uint8_t {
  HalfUp = 1,    ///< 四舍五入: to the nearest fen, a tie away from zero
  HalfEven = 2,  ///< to the nearest fen, a tie to the even fen (四舍六入五成双)
  Down = 3,      ///< toward zero (舍去)
  Up = 4,        ///< away from zero (进位)
};

/// numerator / denominator, both within ±10^12, denominator > 0. Example: 70 % is {70, 100}.
struct Ratio {
  std::int64_t numerator = 0;
  std::int64_t denominator = 1;
};

/// amount × ratio, computed in 128 bits and rounded once. Nothing when the result leaves Money's range.
/// Example: 12345.67 − 3000.00 at {1, 2} is 4672.835: HalfUp → 4672.84, Down → 4672.83.
std::optional<Money> scale(Money amount, Ratio ratio, Rounding rounding);

/// Splits `total` by `weights` with largest remainder, ties to the earlier part; the parts always sum to `total`.
/// A negative total is split like its magnitude. Requires: at least one weight, all ≥ 0, their sum in [1, 10^12].
/// Example: 100.01 by 7:3 → 70.01 + 30.00; 0.02 by 7:3 → 0.01 + 0.01; 1.00 by 1:1:1 → 0.34 + 0.33 + 0.33.
std::vector<Money> allocate(Money total, std::span<const std::int64_t> weights);

/// Reads "7:3", "70/20/10" or "3:3:1:1:2" (or with "：") into weights; nothing where a part is not a whole number
/// in [0, 10^9], where there is no part, more than 1,000 parts, or all are zero.
std::optional<std::vector<std::int64_t>> parse_weights(std::string_view text);

}  // namespace mingzhang
