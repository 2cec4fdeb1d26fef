// SPDX-License-Identifier: Apache-2.0
// Transactions that an engine with many writers breaks off are begun anew, a bounded number of times.
#pragma once

#include "base/world_error.h"
#include "ledger/database.h"

namespace mingzhang::service {

/// How often one transaction is begun before its failure is the answer.
inline constexpr int kAttemptsMax = 8;

/// Runs `attempt`, which begins and ends a transaction, and returns what it returns; again where it throws a WorldError
/// after which that makes sense (`Database::can_begin_anew`). An outcome that is Unknown is not tried again here: only
/// the write path can look it up. No transaction is open when it throws.
template <class Attempt>
auto in_attempts(ledger::Database& database, const Attempt& attempt) {
  for (int number = 1;; ++number) {
    try {
      return attempt();
    } catch (const WorldError& error) {
      database.rollback();
      const bool is_over = number == kAttemptsMax || error.fault() == WorldFault::Unknown;
      if (is_over || !database.can_begin_anew(error)) throw;
    }
  }
}

}  // namespace mingzhang::service
