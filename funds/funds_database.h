// SPDX-License-Identifier: Apache-2.0
// The database as funds/ sees it: the store of one book.
#pragma once

#include <memory>

#include "funds/funds_store.h"
#include "ledger/ids.h"

namespace mingzhang::funds {

/// One connection; transactions are begun and committed elsewhere (ledger/database.h).
class FundsDatabase {
 public:
  virtual ~FundsDatabase() = default;

  /// The store of one book; it lives as long as this connection.
  virtual std::unique_ptr<FundsStore> funds_of(ledger::BookId book) = 0;
};

}  // namespace mingzhang::funds
