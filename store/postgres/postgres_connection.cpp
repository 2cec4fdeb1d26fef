// SPDX-License-Identifier: Apache-2.0
// Transactions, bulk work and the statement cache of the PostgreSQL driver.
#include "store/postgres/postgres_connection.h"

#include <chrono>
#include <thread>
#include <utility>

#include "base/check.h"
#include "store/postgres/postgres_text.h"

namespace mingzhang::store {
namespace {

constexpr std::size_t kBytesPerStatement = std::size_t{8} << 20U;
constexpr std::chrono::milliseconds kBetweenConnects{200};

std::string list_of(std::span<const std::string_view> columns, std::string_view before) {
  std::string text;
  for (const std::string_view column : columns)
    text.append(text.empty() ? "" : ", ").append(before).append(column);
  return text;
}

std::string arrays_of(std::span<const TypeId> types) {
  std::string text = "unnest(";
  for (std::size_t number = 0; number < types.size(); ++number) {
    text.append(number == 0 ? "$" : ", $").append(std::to_string(number + 1));
    text.append("::").append(word_of(types[number])).append("[]");
  }
  return text + ")";
}

std::string bulk_insert_sql(std::string_view table, std::span<const std::string_view> columns, std::span<const TypeId> types) {
  return "INSERT INTO " + std::string(table) + " (" + list_of(columns, "") + ") SELECT * FROM " + arrays_of(types);
}

std::string bulk_update_sql(std::string_view table, std::span<const std::string_view> columns, std::size_t keys,
                        std::span<const TypeId> types) {
  std::string text = "UPDATE " + std::string(table) + " AS t SET ";
  for (std::size_t number = keys; number < columns.size(); ++number)
    text.append(number == keys ? "" : ", ").append(columns[number]).append(" = u.").append(columns[number]);
  text.append(" FROM ").append(arrays_of(types)).append(" AS u (").append(list_of(columns, "")).append(") WHERE ");
  for (std::size_t number = 0; number < keys; ++number)
    text.append(number == 0 ? "t." : " AND t.").append(columns[number]).append(" = u.").append(columns[number]);
  return text;
}

std::string row_insert_sql(std::string_view table, std::span<const std::string_view> columns) {
  std::string text = "INSERT INTO " + std::string(table) + " (" + list_of(columns, "") + ") VALUES (";
  for (std::size_t number = 1; number <= columns.size(); ++number)
    text.append(number == 1 ? "$" : ", $").append(std::to_string(number));
  return text + ")";
}

std::string row_update_sql(std::string_view table, std::span<const std::string_view> columns, std::size_t keys) {
  std::string values;
  std::string where;
  for (std::size_t number = 0; number < columns.size(); ++number) {
    std::string& text = number < keys ? where : values;
    const char* const joint = number < keys ? " AND " : ", ";
    text.append(text.empty() ? "" : joint).append(columns[number]).append(" = $").append(std::to_string(number + 1));
  }
  return "UPDATE " + std::string(table) + " SET " + values + " WHERE " + where;
}

/// From so many rows on, one statement for all is cheaper.
constexpr std::size_t kRowsForArrays = 5;

}  // namespace

PostgresConnection::PostgresConnection(std::unique_ptr<PostgresLink> link) : link_(std::move(link)) {}

PostgresConnection::~PostgresConnection() {
  rollback();
  cache_.clear();
}

std::string PostgresConnection::new_statement_name() {
  return "s" + std::to_string(++last_name_);
}

Prepared PostgresConnection::prepare(std::string_view sql) {
  std::unique_ptr<Statement> statement = cache_.take(sql);
  if (!statement) statement = std::make_unique<PostgresStatement>(*this, sql);
  return Prepared(*this, std::move(statement));
}

void PostgresConnection::give_back(std::unique_ptr<Statement> statement) noexcept {
  static_cast<PostgresStatement&>(*statement).put_to_rest();
  cache_.put(std::move(statement));
}

void PostgresConnection::execute(std::string_view sql) {
  MZ_CHECK(!is_reading_only());
  if (!in_transaction()) ensure_link();
  link_->run_script(std::string(sql));
}

void PostgresConnection::ensure_link() {
  if (link_->is_up()) return;
  // A server that is restarted, or a standby that is being promoted, is back within seconds.
  const auto until = std::chrono::steady_clock::now() + std::chrono::milliseconds(link_->limits().reconnect_ms);
  for (;;) {
    try {
      return link_->connect();
    } catch (const WorldError&) {
      if (std::chrono::steady_clock::now() + kBetweenConnects >= until) throw;
    }
    std::this_thread::sleep_for(kBetweenConnects);
  }
}

void PostgresConnection::pause_after_defeat() {
  if (link_->defeats() == 0) return;
  // Two programs that hindered each other must not meet again at once: the process tells them apart.
  const auto own = static_cast<std::uint64_t>(std::chrono::steady_clock::now().time_since_epoch().count()) % 7;
  std::this_thread::sleep_for(std::chrono::milliseconds(static_cast<int>(own + 1) * link_->defeats()));
}

void PostgresConnection::begin(TransactionKind kind) {
  MZ_CHECK(state_ == State::None);
  pause_after_defeat();
  ensure_link();
  link_->queue(kind == TransactionKind::Write ? "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
                                              : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  // A snapshot is taken by the first statement that reads; `Read` promises the moment of `begin`.
  if (kind == TransactionKind::Read) {
    link_->queue("SELECT 1");
    link_->settle(false);
  }
  state_ = kind == TransactionKind::Write ? State::Write : State::Read;
}

void PostgresConnection::commit() {
  MZ_CHECK(state_ != State::None);
  const bool is_write = state_ == State::Write;
  try {
    // What was queued must have done what it was meant to do before anybody asks for it to stay.
    link_->settle(false);
    state_ = State::None;
    if (is_write) link_->mark_committing(true);
    link_->queue("COMMIT");
    link_->settle(true);
    link_->mark_committing(false);
  } catch (const WorldError&) {
    link_->mark_committing(false);
    state_ = is_write ? State::Write : State::Read;
    rollback();
    throw;
  }
  if (!is_write) return;
  // A transaction that had failed answers COMMIT with ROLLBACK. A warning: no standby has confirmed.
  if (link_->last_words() != "COMMIT")
    throw_server_fault(WorldFault::Other, name(), "事务已被服务器撤销 the server had already rolled it back");
  if (link_->has_warned()) throw_server_fault(WorldFault::Unknown, name(), "提交时有警告 a warning came with the commit");
}

void PostgresConnection::rollback() noexcept {
  if (state_ == State::None) return;
  state_ = State::None;
  if (!link_->is_up()) return;
  try {
    link_->settle(true);
  } catch (const std::exception&) {  // the reason was told before, or does not matter any more
  }
  if (!link_->is_up()) return;
  try {
    link_->queue("ROLLBACK");
    link_->settle(true);
  } catch (const std::exception&) {
    link_->close();
  }
}

bool PostgresConnection::can_begin_anew(const WorldError& error) const {
  // Keys are made by the program from what it has read: a key twice is another program's in the same moment.
  const auto* violation = dynamic_cast<const ConstraintViolation*>(&error);
  if (violation != nullptr) return violation->kind() == ConstraintViolation::Kind::Unique;
  return error.fault() == WorldFault::Again || error.fault() == WorldFault::Unknown;
}

void PostgresConnection::hold_writers() {
  MZ_CHECK(state_ == State::Write);
  execute("LOCK TABLE book IN EXCLUSIVE MODE");
}

std::vector<TypeId> PostgresConnection::types_of(std::string_view table, std::span<const std::string_view> columns) {
  const auto statement = std::make_shared<ServerStatement>(
      ServerStatement{new_statement_name(), "SELECT " + list_of(columns, "") + " FROM " + std::string(table) + " WHERE 1 = 0", 0});
  link_->queue(statement, Parameters());
  link_->settle(false);
  return link_->last_types();
}

PostgresConnection::BulkStatement& PostgresConnection::bulk_statement(std::string_view table,
                                                                      std::span<const std::string_view> columns,
                                                                      std::size_t keys) {
  std::string known = std::to_string(keys) + " " + std::string(table) + " " + list_of(columns, "");
  const auto found = bulk_.find(known);
  if (found != bulk_.end()) return found->second;
  std::vector<TypeId> types = types_of(table, columns);
  const auto statement = [this](std::string sql) {
    return std::make_shared<ServerStatement>(ServerStatement{new_statement_name(), std::move(sql), 0});
  };
  BulkStatement bulk;
  bulk.arrays = statement(keys == 0 ? bulk_insert_sql(table, columns, types) : bulk_update_sql(table, columns, keys, types));
  bulk.row = statement(keys == 0 ? row_insert_sql(table, columns) : row_update_sql(table, columns, keys));
  bulk.types = std::move(types);
  return bulk_.emplace(std::move(known), std::move(bulk)).first->second;
}

void PostgresConnection::run_bulk(const BulkStatement& bulk, std::string_view table, const RowSource& rows, bool is_update) {
  for (std::size_t row = 0; row < rows.row_count();) {
    Parameters parameters;
    if (rows.row_count() < kRowsForArrays) {
      add_row(rows, bulk.types, row++, parameters);
      link_->queue(bulk.row, parameters, is_update ? 1 : -1, table);
      continue;
    }
    const std::size_t next = add_arrays(rows, bulk.types, row, kBytesPerStatement, parameters);
    link_->queue(bulk.arrays, parameters, is_update ? static_cast<std::int64_t>(next - row) : -1, table);
    row = next;
  }
}

void PostgresConnection::bulk_insert(std::string_view table, std::span<const std::string_view> columns,
                                     const RowSource& rows) {
  MZ_CHECK(state_ == State::Write);
  MZ_CHECK(!columns.empty());
  MZ_CHECK(columns.size() <= kBulkColumnsMax);
  if (rows.row_count() > 0) run_bulk(bulk_statement(table, columns, 0), table, rows, false);
}

void PostgresConnection::bulk_update(std::string_view table, std::span<const std::string_view> key_columns,
                                     std::span<const std::string_view> value_columns, const RowSource& rows) {
  MZ_CHECK(state_ == State::Write);
  MZ_CHECK(!key_columns.empty());
  MZ_CHECK(!value_columns.empty());
  std::vector<std::string_view> columns(key_columns.begin(), key_columns.end());
  columns.insert(columns.end(), value_columns.begin(), value_columns.end());
  if (rows.row_count() > 0) run_bulk(bulk_statement(table, columns, key_columns.size()), table, rows, true);
}

bool PostgresConnection::forget_overwritten() {
  MZ_CHECK(state_ == State::None);
  // Old versions of rows stay in the table's file until it is written anew; the server's log and its archives are the
  // operator's to recycle (docs/OPERATIONS.md).
  execute("VACUUM FULL personal");
  return true;
}

bool PostgresConnection::has_table(std::string_view table) {
  const Prepared found = prepare("SELECT 1 FROM pg_catalog.pg_class WHERE relname = ? AND relkind IN ('r', 'p') AND "
                                 "pg_catalog.pg_table_is_visible(oid)");
  found->bind_text(1, table);
  return found->step();
}

std::string PostgresConnection::ddl(std::string_view portable) const {
  return postgres_ddl(portable);
}

}  // namespace mingzhang::store
