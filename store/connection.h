// SPDX-License-Identifier: Apache-2.0
// The narrow door to a database: every statement of the project runs through these few types, whatever the engine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/world_error.h"

namespace mingzhang::store {

/// One cell on its way into a database. Text and blob only refer to bytes that somebody else owns.
struct Value {
  enum class Kind : std::uint8_t { Null = 0, Integer = 1, Text = 2, Blob = 3 };

  Kind kind = Kind::Null;
  std::int64_t number = 0;
  std::string_view bytes;

  static constexpr Value null() { return {}; }
  static constexpr Value integer(std::int64_t number) { return {Kind::Integer, number, {}}; }
  /// Requires UTF-8. The subset of SQL forbids empty text: store NULL instead.
  static constexpr Value text(std::string_view utf8) { return {Kind::Text, 0, utf8}; }
  static constexpr Value blob(std::string_view bytes) { return {Kind::Blob, 0, bytes}; }
};

/// Rows for a bulk insert or update. What `value` refers to must stay valid until the bulk call has returned.
class RowSource {
 public:
  virtual ~RowSource() = default;
  virtual std::size_t row_count() const = 0;
  /// The cell, both counted from 0. Asked row by row, at most once per cell; must not throw.
  virtual Value value(std::size_t row, std::size_t column) const = 0;
};

/// A uniqueness, foreign key, NOT NULL or CHECK rule of the schema was broken. The transaction must be rolled back:
/// engines differ in what is left of it.
class ConstraintViolation final : public WorldError {
 public:
  enum class Kind : std::uint8_t { Unique = 1, ForeignKey = 2, NotNull = 3, Check = 4, Other = 5 };
  ConstraintViolation(Kind kind, const std::string& what) : WorldError(WorldFault::Other, what), kind_(kind) {}
  Kind kind() const { return kind_; }

 private:
  Kind kind_;
};

/// A prepared statement. Placeholders are `?`, numbered from 1 in the order in which they stand; columns count from 0.
/// Every function throws WorldError when the world fails.
class Statement {
 public:
  virtual ~Statement() = default;

  /// Bindings copy what they are given, and stay until they are bound anew.
  virtual void bind(int position, std::int64_t number) = 0;
  virtual void bind_text(int position, std::string_view utf8) = 0;
  virtual void bind_blob(int position, std::string_view bytes) = 0;
  virtual void bind_null(int position) = 0;
  void bind_value(int position, const Value& value);

  /// True when there is a row to read; false at the end, after which the statement is as after `reset`.
  virtual bool step() = 0;
  /// Ready to be bound and stepped again; bindings stay.
  virtual void reset() = 0;
  /// Runs a statement without result rows to its end. Returns how many rows it inserted, updated or deleted.
  std::int64_t run();
  /// Runs a SELECT that must find one row of `table`, and reads nothing of it. Where there is none it throws WorldError
  /// Damaged, at the latest when the transaction is committed.
  virtual void require_row(std::string_view table) = 0;
  /// Rows that the last finished INSERT, UPDATE or DELETE of this statement touched.
  virtual std::int64_t affected_rows() const = 0;

  /// Cells of the current row. Requires the column's own type and, but for `is_null`, a value that is not NULL.
  virtual std::int64_t column_int64(int column) const = 0;
  /// Views into the row: valid until the next `step` or `reset`.
  virtual std::string_view column_text(int column) const = 0;
  virtual std::string_view column_blob(int column) const = 0;
  virtual bool is_null(int column) const = 0;

  virtual const std::string& sql() const = 0;
};

class Connection;

/// A statement borrowed from the connection's cache; goes back, reset, when it leaves scope.
class Prepared {
 public:
  Prepared(Connection& connection, std::unique_ptr<Statement> statement);
  Prepared(Prepared&& other) noexcept = default;
  Prepared& operator=(Prepared&&) = delete;
  ~Prepared();
  Statement* operator->() const { return statement_.get(); }
  Statement& operator*() const { return *statement_; }

 private:
  Connection* connection_;
  std::unique_ptr<Statement> statement_;
};

/// Read: one unchanging view of the database; a statement that writes aborts the program.
/// Write: takes the writer's place at once, waiting at most the busy timeout (then WorldError Locked).
enum class TransactionKind : std::uint8_t { Read = 1, Write = 2 };

/// One connection to one database. Used by one thread at a time.
class Connection {
 public:
  virtual ~Connection() = default;

  /// The statement for `sql`, prepared now or earlier. Must be given back before the connection dies.
  virtual Prepared prepare(std::string_view sql) = 0;
  /// Runs one or more statements, separated by ';', without parameters and results.
  virtual void execute(std::string_view sql) = 0;

  /// Requires that no transaction is open. Prefer the guard `Transaction`.
  virtual void begin(TransactionKind kind) = 0;
  /// After it returns, the work is durable. When it throws, no transaction is open any more and nothing of it is
  /// visible; only with WorldFault::Unknown (the disk failed while committing) it may come back after a restart:
  /// send the same request again under the same idempotency key.
  virtual void commit() = 0;
  /// Ends the transaction without a trace. Harmless where none is open, or the engine has already rolled back.
  virtual void rollback() noexcept = 0;
  virtual bool in_transaction() const = 0;

  /// Inserts all rows of `rows`; its columns are `columns`, in that order. Requires an open write transaction and at
  /// most `kBulkColumnsMax` columns. Names are identifiers of our own, never input. An engine beyond a network need not
  /// answer at once: what it refuses is thrown by a later call on this connection, at the latest by `commit`.
  virtual void bulk_insert(std::string_view table, std::span<const std::string_view> columns,
                           const RowSource& rows) = 0;
  /// For each row of `rows` (the key columns first, then the value columns) sets the values where the keys match.
  /// Requires an open write transaction, and that each row exists: otherwise WorldError Damaged, as late as above.
  virtual void bulk_update(std::string_view table, std::span<const std::string_view> key_columns,
                           std::span<const std::string_view> value_columns, const RowSource& rows) = 0;

  /// Takes what was overwritten or deleted by earlier commits out of the engine's own log, so that none of its files
  /// holds it any more. False where another connection was still reading. Requires that no transaction is open.
  virtual bool forget_overwritten() = 0;

  /// True where a transaction that failed so may be run again at once: the engine broke it off, or the connection, and
  /// another one can be had. After WorldFault::Unknown this is how the outcome is looked up: every request of it is found
  /// under its idempotency key, or carried out now.
  virtual bool can_begin_anew(const WorldError& error) const = 0;
  /// Counts connections to the engine: it changes where a broken one was replaced.
  virtual std::int64_t connection_number() const = 0;
  /// Keeps every other connection from writing to books until this transaction ends. Requires a write transaction.
  virtual void hold_writers() = 0;
  /// True where the database has a table of this name.
  virtual bool has_table(std::string_view table) = 0;
  /// The portable schema (INTEGER, TEXT, BLOB; tables end with ')') in the engine's own words.
  virtual std::string ddl(std::string_view portable) const = 0;
  /// How messages name this database: the file's base name, or host and database. Never a password.
  virtual const std::string& name() const = 0;

 private:
  friend class Prepared;
  virtual void give_back(std::unique_ptr<Statement> statement) noexcept = 0;
};

/// How many columns a bulk insert may have.
inline constexpr std::size_t kBulkColumnsMax = 36;

/// For drivers: a row that was to be updated does not exist. The writer has read it under the book's lock, so only a
/// damaged database can have lost it. `name` as in `Connection::name`.
[[noreturn]] void throw_row_missing(std::string_view name, std::string_view table);

/// Opens a transaction and rolls it back when it leaves scope without `commit`.
class Transaction {
 public:
  Transaction(Connection& connection, TransactionKind kind) : connection_(connection) { connection_.begin(kind); }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  /// See `Connection::commit`.
  void commit();

 private:
  Connection& connection_;
  bool is_open_ = true;
};

}  // namespace mingzhang::store
