// SPDX-License-Identifier: Apache-2.0
// Whole books on a disk whose power fails: how many trials, and what was found after each.
#pragma once

#include <cstdint>
#include <string>

#include "store/open_store.h"

namespace mingzhang::tests {

struct LedgerCrashCounts {
  std::int64_t crashes = 0;
  std::int64_t acknowledged = 0;  ///< requests that had a receipt when the power failed
  std::int64_t lost = 0;          ///< of these, gone afterwards
  std::int64_t broken = 0;        ///< restarts after which the books did not verify
  std::string first_problem;
};

/// Posts requests until the power fails at a random point, restarts, verifies, checks every receipt, and goes on.
LedgerCrashCounts crash_ledger(std::uint64_t seed, std::int64_t crashes, store::Synchronous synchronous);

}  // namespace mingzhang::tests
