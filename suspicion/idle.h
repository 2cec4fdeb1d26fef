// SPDX-License-Identifier: Apache-2.0
// Money that has lain somewhere for more days than are allowed (资金长期闲置).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "suspicion/hit.h"

namespace mingzhang::suspicion {

/// Money that lies still.
struct IdleSum {
  std::string where;  ///< e.g. "指标 F1"
  Date since;
  std::int64_t days = 0;
  Money amount;
  Source source;  ///< what brought it there, where known
};

/// What has lain for more than `limit` days, longest first.
std::vector<Hit> long_idle(std::vector<IdleSum> sums, std::int64_t limit);

}  // namespace mingzhang::suspicion
