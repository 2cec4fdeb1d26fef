// SPDX-License-Identifier: Apache-2.0
// Looking up an outcome's description by its number.
#pragma once

#include <cstdint>
#include <span>

#include "base/check.h"
#include "base/outcome.h"

namespace mingzhang {

/// The row with this number. Requires that there is one.
inline const OutcomeInfo& find_outcome(std::span<const OutcomeInfo> table, std::uint16_t number) {
  for (const OutcomeInfo& info : table) {
    if (info.number == number) return info;
  }
  check_failed("an outcome without a description", __FILE__, __LINE__);
}

}  // namespace mingzhang
