// SPDX-License-Identifier: Apache-2.0
// The database as guarantee/ sees it: the store of one book.
#pragma once

#include <memory>

#include "guarantee/guarantee_store.h"
#include "ledger/ids.h"

namespace mingzhang::guarantee {

/// One connection; transactions are begun and committed elsewhere (ledger/database.h).
class GuaranteeDatabase {
 public:
  virtual ~GuaranteeDatabase() = default;

  /// The store of one book; it lives as long as this connection.
  virtual std::unique_ptr<GuaranteeStore> guarantee_of(ledger::BookId book) = 0;
};

}  // namespace mingzhang::guarantee
