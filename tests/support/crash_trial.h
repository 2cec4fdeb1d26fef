// SPDX-License-Identifier: Apache-2.0
// Cuts the power again and again while a bank works, and counts what acknowledged work was lost.
#pragma once

#include <cstdint>
#include <string>

#include "store/sqlite/open_sqlite.h"

namespace mingzhang::tests {

struct CrashCounts {
  std::uint64_t crashes = 0;           ///< at a chosen write, sync, truncate, create or unlink
  std::uint64_t recovery_crashes = 0;  ///< of these, while the file was being opened after a crash
  std::uint64_t acknowledged = 0;      ///< commits that returned
  std::uint64_t lost = 0;              ///< restarts after which an acknowledged commit was gone
  std::uint64_t half_done = 0;         ///< restarts after which a commit was there in part
  std::uint64_t landed = 0;            ///< unacknowledged commits that were there nevertheless
  std::uint64_t wrong = 0;             ///< restarts with a corrupt file or wrong balances
  std::string first_problem;
};

/// Runs until `crashes` crashes have happened. Equal arguments give equal counts, unless a second thread copies the log
/// (`checkpoints_beside`): then the calls to the disk come in another order each time.
CrashCounts crash_bank(std::uint64_t seed, std::uint64_t crashes, store::Synchronous synchronous,
                       bool checkpoints_beside = false);

}  // namespace mingzhang::tests
