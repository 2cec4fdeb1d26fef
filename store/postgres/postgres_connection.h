// SPDX-License-Identifier: Apache-2.0
// The PostgreSQL driver: connection and statement.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/connection.h"
#include "store/postgres/postgres_arrays.h"
#include "store/postgres/postgres_link.h"
#include "store/statement_cache.h"

namespace mingzhang::store {

class PostgresConnection;

/// Prepared on the server when it first runs. Rows are read while they arrive; where the connection is needed in between
/// (a statement run while another one is read), the rest of them is read ahead and kept.
class PostgresStatement final : public Statement, private RowReader {
 public:
  PostgresStatement(PostgresConnection& connection, std::string_view sql);
  PostgresStatement(const PostgresStatement&) = delete;
  PostgresStatement& operator=(const PostgresStatement&) = delete;
  ~PostgresStatement() override;

  void bind(int position, std::int64_t number) override;
  void bind_text(int position, std::string_view utf8) override;
  void bind_blob(int position, std::string_view bytes) override;
  void bind_null(int position) override;
  bool step() override;
  void require_row(std::string_view table) override;
  void reset() override;
  std::int64_t affected_rows() const override { return affected_rows_; }
  std::int64_t column_int64(int column) const override;
  std::string_view column_text(int column) const override;
  std::string_view column_blob(int column) const override;
  bool is_null(int column) const override;
  const std::string& sql() const override { return sql_; }

  /// Reset and without bindings.
  void put_to_rest() noexcept;

 private:
  struct Cell {
    bool is_null = true;
    bool is_number = false;
    std::int64_t number = 0;
    std::string bytes;
  };
  enum class State : std::uint8_t { Ready, Reading, ReadAhead };

  Cell& cell(int position);
  Parameters parameters() const;
  void start();
  bool next();
  void read_ahead() override;
  std::string_view value_of(int column, std::span<const TypeId> types) const;

  PostgresConnection& connection_;
  std::string sql_;
  bool is_query_;
  std::shared_ptr<ServerStatement> server_;
  std::vector<Cell> cells_;
  State state_ = State::Ready;
  ResultPtr row_;
  std::deque<ResultPtr> ahead_;
  std::int64_t affected_rows_ = 0;
};

/// See `Connection`. Built by `open_postgres` only.
class PostgresConnection final : public Connection {
 public:
  explicit PostgresConnection(std::unique_ptr<PostgresLink> link);
  PostgresConnection(const PostgresConnection&) = delete;
  PostgresConnection& operator=(const PostgresConnection&) = delete;
  ~PostgresConnection() override;

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
  bool has_table(std::string_view table) override;
  std::string ddl(std::string_view portable) const override;
  const std::string& name() const override { return link_->name(); }
  bool can_begin_anew(const WorldError& error) const override;
  std::int64_t connection_number() const override { return link_->generation(); }
  void hold_writers() override;

  PostgresLink& link() { return *link_; }
  bool is_reading_only() const { return state_ == State::Read; }
  /// A name that no other statement of this connection has.
  std::string new_statement_name();
  /// Connects again where the connection broke, as long as the limits allow. Requires that no transaction is open.
  void ensure_link();

 private:
  enum class State : std::uint8_t { None, Read, Write };
  void give_back(std::unique_ptr<Statement> statement) noexcept override;
  struct BulkStatement {
    std::shared_ptr<ServerStatement> arrays;  ///< all rows at once
    std::shared_ptr<ServerStatement> row;     ///< one row; a few of them cost the server less than arrays
    std::vector<TypeId> types;
  };
  /// The column types of `table`, asked once.
  std::vector<TypeId> types_of(std::string_view table, std::span<const std::string_view> columns);
  BulkStatement& bulk_statement(std::string_view table, std::span<const std::string_view> columns, std::size_t keys);
  void run_bulk(const BulkStatement& bulk, std::string_view table, const RowSource& rows, bool is_update);
  void pause_after_defeat();

  std::unique_ptr<PostgresLink> link_;
  StatementCache cache_;
  std::map<std::string, BulkStatement, std::less<>> bulk_;
  State state_ = State::None;
  int last_name_ = 0;
};

}  // namespace mingzhang::store
