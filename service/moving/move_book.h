// SPDX-License-Identifier: Apache-2.0
// Moving a book to another database, so that at no moment two places can be written.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.h"
#include "service/opened_database.h"
#include "service/request.h"
#include "service/verify.h"

namespace mingzhang::service {

/// A book that is written at its new place.
struct MovedBook {
  std::string book;
  std::int64_t records = 0;
  std::string sha256_root;  ///< hex, the same at both places
  std::string sm3_root;
  bool was_done = false;    ///< an earlier run had moved it
};

/// From where to where. Two databases, or the move is refused as MOVE-103.
struct Move {
  const OpenedDatabase& from;
  const OpenedDatabase& to;
  std::int64_t records_at_once = 8192;  ///< of one transaction at the target; smaller ones are for tests
};

/// Replays the log of `book` into the target, transaction by transaction, while the source is still written; then holds
/// the source, copies the rest with drafts, checkpoints and personal values, compares both trees and every projection,
/// and hands over: first the source is marked as moved, which is committed, then the target is opened (INV-39). The
/// source keeps the records and loses the personal values. Interrupted anywhere, it is called again with the same two
/// databases and goes on where it was; called once more after the end, it says `was_done`.
/// A book that moved away comes back the same way, onto the records that it left behind.
/// Refuses with MOVE-1xx to -3xx or REQ-201 and leaves the source writable. Throws WorldError.
Result<MovedBook, Refusal> move_book(const Move& move, const std::string& book, const VerifyProgress& progress);

}  // namespace mingzhang::service
