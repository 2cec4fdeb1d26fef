// SPDX-License-Identifier: Apache-2.0
// Percentages, exact to a hundredth of a percent.
#pragma once

#include <cstdint>
#include <string>

#include "base/ratio.h"

namespace mingzhang::reports {

/// `part` of `whole` (fen) in percent with two decimals, rounded once as named; empty where there is no whole.
/// Requires 0 ≤ part and 0 ≤ whole.
/// Example: 999.99 of 1,000.00 is 99.999 %: Down → "99.99%", HalfUp → "100.00%".
std::string percent_of(std::int64_t part, std::int64_t whole, Rounding rounding);

/// Hundredths of a percent with two decimals: 5511 is "55.11%". Requires hundredths >= 0.
std::string percent_text(std::int64_t hundredths);

}  // namespace mingzhang::reports
