// SPDX-License-Identifier: Apache-2.0
// The database as loans/ sees it: the store of one book.
#pragma once

#include <memory>

#include "loans/loans_store.h"
#include "ledger/ids.h"

namespace mingzhang::loans {

/// One connection; transactions are begun and committed elsewhere (ledger/database.h).
class LoansDatabase {
 public:
  virtual ~LoansDatabase() = default;

  /// The store of one book; it lives as long as this connection.
  virtual std::unique_ptr<LoansStore> loans_of(ledger::BookId book) = 0;
};

}  // namespace mingzhang::loans
