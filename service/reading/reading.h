// SPDX-License-Identifier: Apache-2.0
// Reading a book from outside: one read transaction, in which failures of the world become refusals.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "audit/log_store.h"
#include "base/result.h"
#include "ledger/database.h"
#include "service/opened_database.h"
#include "service/request.h"

namespace mingzhang::service {

/// A book inside a read transaction.
struct BookReading {
  ledger::LedgerStore& store;
  audit::LogStore& log;
  ledger::BookHead head;
};

/// Where to read.
struct BookPlace {
  OpenedDatabase opened;
  std::string book;
};

/// A text, or why there is none.
using TextResult = Result<std::string, Refusal>;

/// Runs `body` in one read transaction of the book. A missing book is REQ-201.
TextResult read_book(const BookPlace& place, const std::function<TextResult(BookReading&)>& body);
/// The same without a book.
TextResult read_database(ledger::Database& database, const std::function<TextResult()>& body);

}  // namespace mingzhang::service
