// SPDX-License-Identifier: Apache-2.0
// The database as the ledger sees it: transactions, books by name, and the stores of one book.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/world_error.h"
#include "ledger/draft_store.h"
#include "ledger/ids.h"
#include "ledger/ledger_store.h"

namespace mingzhang::ledger {

struct BookName {
  std::string name;
  BookId id;
};

/// One column value of a dumped row, as text: integers in decimal, texts as they are, bytes in hex, nothing as "".
using DumpedRow = std::vector<std::string>;

/// One table whose rows follow from the log alone.
struct ProjectionTable {
  std::string name;
  std::vector<std::string> columns;      ///< without book_id
  std::size_t key_columns = 0;           ///< how many of them, from the front, are the key
};

/// One connection. Not for two threads at once. Every failure throws WorldError.
class Database {
 public:
  virtual ~Database() = default;

  /// A write transaction; waits for other writers up to the time limit of the connection.
  virtual void begin_write() = 0;
  /// A transaction in which all reads see one moment.
  virtual void begin_read() = 0;
  /// Durable when it returns. After a throw no transaction is open; WorldFault::Unknown: it may have happened.
  virtual void commit() = 0;
  /// Safe to call when no transaction is open.
  virtual void rollback() noexcept = 0;

  /// True where a transaction that ended with `error` should be begun anew: the engine broke it off, or it met another
  /// program's on the way. Where the outcome was Unknown, the second run finds it by its idempotency key.
  virtual bool can_begin_anew(const WorldError& error) const = 0;
  /// False where a commit is a rehearsal of which nothing stays.
  virtual bool keeps_commits() const { return true; }
  /// Changes when the connection was made anew: what was read before may have become untrue.
  virtual std::int64_t connection_number() const = 0;

  /// How people find it, without a password: the file's name, or "host/database".
  virtual std::string name() const = 0;

  virtual std::vector<BookName> books() = 0;  ///< by name
  /// Every book that has a head row, with or without a name: what a verification must account for.
  virtual std::vector<BookId> books_with_head() = 0;
  virtual std::optional<BookId> find_book(std::string_view name) = 0;
  /// Gives a new book its id. Requires a write transaction and that no book has this name.
  virtual BookId add_book_name(std::string_view name) = 0;

  /// The stores of one book; they live as long as this connection.
  virtual std::unique_ptr<LedgerStore> ledger(BookId book) = 0;
  virtual std::unique_ptr<DraftStore> drafts(BookId book) = 0;

  /// Every table that `verify` compares with a replay of the log.
  virtual std::vector<ProjectionTable> projections() = 0;
  /// Pulls the rows of one projection of one book in the order of its key; nothing at the end.
  virtual std::unique_ptr<class RowCursor> dump(const ProjectionTable& table, BookId book) = 0;
};

/// Rows one after the other.
class RowCursor {
 public:
  virtual ~RowCursor() = default;
  /// The next row, or null at the end; valid until the next call.
  virtual const DumpedRow* next() = 0;
};

}  // namespace mingzhang::ledger
