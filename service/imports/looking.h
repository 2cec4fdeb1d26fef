// SPDX-License-Identifier: Apache-2.0
// A transaction in which an import looks at the book before it asks for anything.
#pragma once

#include "ledger/database.h"

namespace mingzhang::service {

/// Begins to read, and ends with this object; nothing is written.
class Looking {
 public:
  explicit Looking(ledger::Database& database) : database_(database) { database_.begin_read(); }
  ~Looking() { database_.rollback(); }
  Looking(const Looking&) = delete;
  Looking& operator=(const Looking&) = delete;

 private:
  ledger::Database& database_;
};

}  // namespace mingzhang::service
