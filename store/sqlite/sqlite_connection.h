// SPDX-License-Identifier: Apache-2.0
// The SQLite driver: connection and statement.
#pragma once

#include <SQLiteCpp/Database.h>

#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "store/connection.h"
#include "store/sqlite/bulk_rows.h"
#include "store/sqlite/checkpointer.h"
#include "store/sqlite/log_space.h"
#include "store/statement_cache.h"

struct sqlite3_stmt;

namespace mingzhang::store {

class SqliteConnection;

/// SQLiteCpp's own statement can neither bind a view nor read a cell without sharing ownership of the statement, so
/// this one stands directly on sqlite3.
class SqliteStatement final : public Statement {
 public:
  SqliteStatement(SqliteConnection& connection, std::string_view sql);
  SqliteStatement(const SqliteStatement&) = delete;
  SqliteStatement& operator=(const SqliteStatement&) = delete;
  ~SqliteStatement() override;

  void bind(int position, std::int64_t number) override;
  void bind_text(int position, std::string_view utf8) override;
  void bind_blob(int position, std::string_view bytes) override;
  void bind_null(int position) override;
  /// Like `bind_value`, without a copy: what `value` refers to must outlive the next `step`.
  void bind_reference(int position, const Value& value);
  bool step() override;
  void require_row(std::string_view table) override;
  void reset() override;
  std::int64_t affected_rows() const override { return affected_rows_; }
  std::int64_t column_int64(int column) const override;
  std::string_view column_text(int column) const override;
  std::string_view column_blob(int column) const override;
  bool is_null(int column) const override;
  const std::string& sql() const override { return sql_; }

  /// Reset and without bindings, so that no large value and no read lock outlives its use.
  void put_to_rest() noexcept;

 private:
  void check(int code) const;
  void require_type(int column, int type) const;

  SqliteConnection& connection_;
  std::string sql_;
  sqlite3_stmt* statement_ = nullptr;
  std::int64_t affected_rows_ = 0;
  bool has_row_ = false;
};

/// See `Connection`. Built by `open_sqlite` only.
class SqliteConnection final : public Connection {
 public:
  SqliteConnection(SQLite::Database database, std::string name);
  SqliteConnection(const SqliteConnection&) = delete;
  SqliteConnection& operator=(const SqliteConnection&) = delete;
  ~SqliteConnection() override;

  Prepared prepare(std::string_view sql) override;
  void execute(std::string_view sql) override;
  void begin(TransactionKind kind) override;
  void commit() override;
  void rollback() noexcept override;
  bool in_transaction() const override { return state_ != State::None; }
  void bulk_insert(std::string_view table, std::span<const std::string_view> columns, const RowSource& rows) override;
  void bulk_update(std::string_view table, std::span<const std::string_view> key_columns,
                   std::span<const std::string_view> value_columns, const RowSource& rows) override;
  bool forget_overwritten() override;
  /// Never: a file that failed is still the same file.
  bool can_begin_anew(const WorldError&) const override { return false; }
  std::int64_t connection_number() const override { return 1; }
  /// A write transaction of SQLite is the only one.
  void hold_writers() override {}
  bool has_table(std::string_view table) override;
  std::string ddl(std::string_view portable) const override;
  const std::string& name() const override { return name_; }

  sqlite3* handle() const { return database_.getHandle(); }
  bool is_reading_only() const { return state_ == State::Read; }
  /// Throws for any code but SQLITE_OK.
  void check(int code) const;
  /// From now on a log of `pages` pages is copied into the database by a thread of its own. Only where that thread
  /// cannot keep up, a commit that leaves 16 times as many waits for it and copies the rest.
  void checkpoint_beside(const std::string& path, const std::string& vfs_name, int pages);

 private:
  enum class State : std::uint8_t { None, Read, Write };
  void give_back(std::unique_ptr<Statement> statement) noexcept override;
  bool engine_has_transaction() const;
  void after_commit();

  BulkFeed feed_;
  SQLite::Database database_;
  std::unique_ptr<Checkpointer> checkpointer_;  // none where commits copy the log themselves; ends before the database
  int checkpoint_pages_ = 0;
  int log_pages_ = 0;
  LogSpace log_space_;
  int asked_at_pages_ = 0;
  std::string name_;
  StatementCache cache_;
  State state_ = State::None;
};

}  // namespace mingzhang::store
