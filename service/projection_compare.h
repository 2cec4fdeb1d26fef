// SPDX-License-Identifier: Apache-2.0
// Comparing what two databases say of one book, row by row.
#pragma once

#include <optional>

#include "base/outcome.h"
#include "ledger/database.h"

namespace mingzhang::service {

/// One book of one database.
struct BookOfDatabase {
  ledger::Database& database;
  ledger::BookId id;
};

/// The first row of the first projection in which `stored` is not what `replayed` says, as a VerifyOutcome; nothing where
/// all are equal. Both are read to their ends, in constant memory. Throws WorldError.
/// Example: place "balance", detail "row month=24193, account_id=2, fund_id=0: debit is 100, the log says 90".
std::optional<Problem> compare_projections(const BookOfDatabase& stored, const BookOfDatabase& replayed);

}  // namespace mingzhang::service
