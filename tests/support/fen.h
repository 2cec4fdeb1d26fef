// SPDX-License-Identifier: Apache-2.0
// Amounts in tests.
#pragma once

#include <cstdint>

#include "base/money.h"

namespace mingzhang::tests {

inline Money fen(std::int64_t amount) { return Money::from_fen(amount); }

}  // namespace mingzhang::tests
