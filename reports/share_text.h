// SPDX-License-Identifier: Apache-2.0
// How a share is printed.
#pragma once

#include <cstdint>
#include <string>

namespace mingzhang::reports {

/// Hundredths of a percent with two decimals: 5511 is "55.11%". Requires hundredths >= 0.
std::string share_text(std::int64_t hundredths);

}  // namespace mingzhang::reports
