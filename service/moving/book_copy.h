// SPDX-License-Identifier: Apache-2.0
// Copying one book into another database: its records by replay, and what no replay brings back as it is.
#pragma once

#include <cstdint>
#include <optional>

#include "base/outcome.h"
#include "service/opened_database.h"
#include "service/projection_compare.h"
#include "service/verify.h"

namespace mingzhang::service {

/// One book in one database.
struct BookEnd {
  const OpenedDatabase& opened;
  ledger::BookId id;

  BookOfDatabase book() const { return {*opened.database, id}; }
};

/// How much of a log is copied at once.
struct CopyBounds {
  std::int64_t end = 0;      ///< the source's records
  std::int64_t at_most = 0;  ///< records of one transaction; a request that begins before that is copied whole
};

/// Appends the source's records after those of the target, which are its beginning, and applies each as if it were new.
/// The problem that stopped it, as a VerifyOutcome, or nothing; then the target holds whole requests only. Inside a read
/// transaction of the source and a write transaction of the target. Throws WorldError.
std::optional<Problem> copy_records(const BookEnd& from, const BookEnd& to, const std::string& name, CopyBounds bounds,
                                    const VerifyProgress& progress);

/// Makes drafts, checkpoints and personal values of the target those of the source; values that are not at the source
/// any more are erased. In the same transactions.
void copy_what_no_record_holds(const BookEnd& from, const BookEnd& to);

/// Erases the personal values of a book, in a write transaction of somebody else.
void erase_personal_values(const BookEnd& end);

}  // namespace mingzhang::service
