// SPDX-License-Identifier: Apache-2.0
// Transactions, bulk work and the statement cache of the SQLite driver.
#include "store/sqlite/sqlite_connection.h"

#include <sqlite3.h>

#include <utility>

#include "base/check.h"
#include "store/sqlite/sqlite_ddl.h"
#include "store/sqlite/sqlite_error.h"

namespace mingzhang::store {
namespace {

constexpr int kPagesOfPatience = 16;

std::string insert_text(std::string_view table, std::span<const std::string_view> columns) {
  std::string names;
  std::string cells;
  for (std::size_t number = 0; number < columns.size(); ++number) {
    names.append(number == 0 ? "" : ", ").append(columns[number]);
    cells.append(number == 0 ? "c" : ", c").append(std::to_string(number));
  }
  return "INSERT INTO " + std::string(table) + "(" + names + ") SELECT " + cells + " FROM bulk_rows";
}

std::string update_text(std::string_view table, std::span<const std::string_view> key_columns,
                        std::span<const std::string_view> value_columns) {
  std::string text = "UPDATE " + std::string(table) + " SET ";
  for (std::size_t number = 0; number < value_columns.size(); ++number)
    text.append(number == 0 ? "" : ", ").append(value_columns[number]).append(" = ?");
  for (std::size_t number = 0; number < key_columns.size(); ++number)
    text.append(number == 0 ? " WHERE " : " AND ").append(key_columns[number]).append(" = ?");
  return text;
}

/// Shows `rows` in the table bulk_rows for as long as it lives.
class FeedGuard {
 public:
  FeedGuard(BulkFeed& feed, const RowSource& rows) : feed_(feed) {
    MZ_CHECK(feed_.rows == nullptr);
    feed_.rows = &rows;
  }
  FeedGuard(const FeedGuard&) = delete;
  FeedGuard& operator=(const FeedGuard&) = delete;
  ~FeedGuard() { feed_.rows = nullptr; }

 private:
  BulkFeed& feed_;
};

}  // namespace

SqliteConnection::SqliteConnection(SQLite::Database database, std::string name)
    : database_(std::move(database)), name_(std::move(name)) {
  check(sqlite3_extended_result_codes(handle(), 1));
  check(register_bulk_rows(handle(), feed_));
}

SqliteConnection::~SqliteConnection() {
  rollback();
  cache_.clear();
}

void SqliteConnection::check(int code) const {
  if (code == SQLITE_OK) return;
  MZ_CHECK(code != SQLITE_MISUSE);
  MZ_CHECK(code != SQLITE_RANGE);
  throw_sqlite_error(code, name_);
}

Prepared SqliteConnection::prepare(std::string_view sql) {
  std::unique_ptr<Statement> statement = cache_.take(sql);
  if (!statement) statement = std::make_unique<SqliteStatement>(*this, sql);
  return Prepared(*this, std::move(statement));
}

void SqliteConnection::give_back(std::unique_ptr<Statement> statement) noexcept {
  static_cast<SqliteStatement&>(*statement).put_to_rest();
  cache_.put(std::move(statement));
}

void SqliteConnection::execute(std::string_view sql) {
  MZ_CHECK(!is_reading_only());
  check(sqlite3_exec(handle(), std::string(sql).c_str(), nullptr, nullptr, nullptr));
}

bool SqliteConnection::engine_has_transaction() const {
  return sqlite3_get_autocommit(handle()) == 0;
}

void SqliteConnection::begin(TransactionKind kind) {
  MZ_CHECK(state_ == State::None);
  // A rollback that failed is the only way here: this connection cannot be trusted any more.
  if (engine_has_transaction()) throw_sqlite_error(SQLITE_IOERR, name_);
  prepare(kind == TransactionKind::Write ? "BEGIN IMMEDIATE" : "BEGIN")->run();
  state_ = kind == TransactionKind::Write ? State::Write : State::Read;
}

void SqliteConnection::commit() {
  MZ_CHECK(state_ != State::None);
  if (!engine_has_transaction()) {
    state_ = State::None;
    throw WorldError(WorldFault::Other, name_ + ": the engine had already rolled the transaction back");
  }
  if (state_ == State::Write && checkpointer_) log_space_.make_room(handle(), log_pages_);
  const int code = sqlite3_exec(handle(), "COMMIT", nullptr, nullptr, nullptr);
  if (code == SQLITE_OK) {
    state_ = State::None;
    after_commit();
    return;
  }
  rollback();
  throw_sqlite_commit_error(code, name_);
}

void SqliteConnection::checkpoint_beside(const std::string& path, const std::string& vfs_name, int pages) {
  checkpointer_ = std::make_unique<Checkpointer>(path, vfs_name);
  checkpoint_pages_ = pages;
  const auto remember = [](void* log_pages, sqlite3*, const char*, int in_log) {
    *static_cast<int*>(log_pages) = in_log;
    return SQLITE_OK;
  };
  sqlite3_wal_hook(handle(), remember, &log_pages_);
}

void SqliteConnection::after_commit() {
  if (!checkpointer_) return;
  if (log_pages_ < asked_at_pages_) asked_at_pages_ = 0;  // the log has started over
  // Copying syncs twice: asked for after every small commit it would cost more than the commits.
  if (log_pages_ - asked_at_pages_ < checkpoint_pages_) return;
  asked_at_pages_ = log_pages_;
  // The log starts over only where a transaction begins with everything copied, which a writer without pause never
  // sees: now and then it waits for that.
  if (log_pages_ < kPagesOfPatience * checkpoint_pages_ && checkpointer_->request()) return;
  checkpointer_->wait();
  sqlite3_wal_checkpoint_v2(handle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

void SqliteConnection::rollback() noexcept {
  state_ = State::None;
  // After a full disk, an I/O error or exhausted memory SQLite may have rolled back by itself.
  if (engine_has_transaction()) sqlite3_exec(handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

void SqliteConnection::bulk_insert(std::string_view table, std::span<const std::string_view> columns,
                                   const RowSource& rows) {
  MZ_CHECK(state_ == State::Write);
  MZ_CHECK(!columns.empty());
  MZ_CHECK(columns.size() <= kBulkColumnsMax);
  const FeedGuard guard(feed_, rows);
  MZ_CHECK(prepare(insert_text(table, columns))->run() == static_cast<std::int64_t>(rows.row_count()));
}

void SqliteConnection::bulk_update(std::string_view table, std::span<const std::string_view> key_columns,
                                   std::span<const std::string_view> value_columns, const RowSource& rows) {
  MZ_CHECK(state_ == State::Write);
  MZ_CHECK(!key_columns.empty());
  MZ_CHECK(!value_columns.empty());
  const Prepared prepared = prepare(update_text(table, key_columns, value_columns));
  auto& statement = static_cast<SqliteStatement&>(*prepared);
  const std::size_t keys = key_columns.size();
  const std::size_t cells = keys + value_columns.size();
  for (std::size_t row = 0; row < rows.row_count(); ++row) {
    for (std::size_t cell = 0; cell < cells; ++cell) {
      // The keys come first in the row and last in the statement.
      const std::size_t place = cell < keys ? value_columns.size() + cell : cell - keys;
      statement.bind_reference(static_cast<int>(place + 1), rows.value(row, cell));
    }
    if (statement.run() != 1) throw_row_missing(name_, table);
  }
}

bool SqliteConnection::forget_overwritten() {
  MZ_CHECK(state_ == State::None);
  if (checkpointer_) checkpointer_->wait();
  // Copies the log into the database and cuts it to nothing; 0 in the first column: nobody was in the way.
  const Prepared checkpoint = prepare("PRAGMA wal_checkpoint(TRUNCATE)");
  return checkpoint->step() && checkpoint->column_int64(0) == 0;
}

bool SqliteConnection::has_table(std::string_view table) {
  const Prepared found = prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
  found->bind_text(1, table);
  return found->step();
}

std::string SqliteConnection::ddl(std::string_view portable) const {
  return sqlite_ddl(portable);
}

}  // namespace mingzhang::store
