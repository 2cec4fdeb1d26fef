// SPDX-License-Identifier: Apache-2.0
// Prepared statements of SQLite.
#include <sqlite3.h>

#include "base/check.h"
#include "store/sqlite/sqlite_connection.h"
#include "store/sqlite/sqlite_error.h"

namespace mingzhang::store {
namespace {

/// An empty view may have no address, which SQLite would take for NULL.
const char* address_of(std::string_view bytes) {
  return bytes.empty() ? "" : bytes.data();
}

}  // namespace

SqliteStatement::SqliteStatement(SqliteConnection& connection, std::string_view sql)
    : connection_(connection), sql_(sql) {
  const char* rest = nullptr;
  const int code = sqlite3_prepare_v3(connection_.handle(), sql_.c_str(), static_cast<int>(sql_.size() + 1),
                                      SQLITE_PREPARE_PERSISTENT, &statement_, &rest);
  // Our own text is at fault only where the schema is not ours; it is no secret and names the culprit.
  if (code == SQLITE_ERROR) throw WorldError(WorldFault::Other, connection_.name() + ": cannot prepare: " + sql_);
  check(code);
  MZ_CHECK(statement_ != nullptr);
  MZ_CHECK(rest == sql_.c_str() + sql_.size());
}

SqliteStatement::~SqliteStatement() {
  sqlite3_finalize(statement_);
}

void SqliteStatement::bind(int position, std::int64_t number) {
  check(sqlite3_bind_int64(statement_, position, number));
}

void SqliteStatement::bind_text(int position, std::string_view utf8) {
  check(sqlite3_bind_text64(statement_, position, address_of(utf8), utf8.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void SqliteStatement::bind_blob(int position, std::string_view bytes) {
  check(sqlite3_bind_blob64(statement_, position, address_of(bytes), bytes.size(), SQLITE_TRANSIENT));
}

void SqliteStatement::bind_null(int position) {
  check(sqlite3_bind_null(statement_, position));
}

void SqliteStatement::bind_reference(int position, const Value& value) {
  const char* bytes = address_of(value.bytes);
  const auto size = value.bytes.size();
  switch (value.kind) {
    case Value::Kind::Null:
      return bind_null(position);
    case Value::Kind::Integer:
      return bind(position, value.number);
    case Value::Kind::Text:
      return check(sqlite3_bind_text64(statement_, position, bytes, size, SQLITE_STATIC, SQLITE_UTF8));
    case Value::Kind::Blob:
      return check(sqlite3_bind_blob64(statement_, position, bytes, size, SQLITE_STATIC));
  }
  MZ_CHECK(false);
}

bool SqliteStatement::step() {
  MZ_CHECK(!connection_.is_reading_only() || sqlite3_stmt_readonly(statement_) != 0);
  const int code = sqlite3_step(statement_);
  has_row_ = code == SQLITE_ROW;
  if (has_row_) return true;
  affected_rows_ = sqlite3_stmt_readonly(statement_) != 0 ? 0 : sqlite3_changes64(connection_.handle());
  sqlite3_reset(statement_);
  if (code != SQLITE_DONE) throw_sqlite_error(code, connection_.name());
  return false;
}

void SqliteStatement::require_row(std::string_view table) {
  if (!step()) throw_row_missing(connection_.name(), table);
  reset();
}

void SqliteStatement::reset() {
  has_row_ = false;
  // Its result repeats the failure that `step` has already thrown.
  sqlite3_reset(statement_);
}

void SqliteStatement::put_to_rest() noexcept {
  has_row_ = false;
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

void SqliteStatement::require_type(int column, int type) const {
  MZ_CHECK(has_row_);
  MZ_CHECK(column >= 0 && column < sqlite3_column_count(statement_));
  // The tables are STRICT: another type can only come from a damaged file.
  if (sqlite3_column_type(statement_, column) != type) throw_sqlite_error(SQLITE_CORRUPT, connection_.name());
}

std::int64_t SqliteStatement::column_int64(int column) const {
  MZ_CHECK(has_row_);
  MZ_CHECK(column >= 0 && column < sqlite3_column_count(statement_));
  // One call for type and number: the connection has no mutex and one thread, where such a value may be looked at.
  sqlite3_value* value = sqlite3_column_value(statement_, column);
  if (sqlite3_value_type(value) != SQLITE_INTEGER) throw_sqlite_error(SQLITE_CORRUPT, connection_.name());
  return sqlite3_value_int64(value);
}

std::string_view SqliteStatement::column_text(int column) const {
  require_type(column, SQLITE_TEXT);
  const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  if (text == nullptr) throw_sqlite_error(SQLITE_NOMEM, connection_.name());
  return {text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string_view SqliteStatement::column_blob(int column) const {
  require_type(column, SQLITE_BLOB);
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_, column));
  // An empty blob has no address; so has one for which there was no memory.
  if (bytes == nullptr && sqlite3_errcode(connection_.handle()) == SQLITE_NOMEM)
    throw_sqlite_error(SQLITE_NOMEM, connection_.name());
  return bytes == nullptr ? std::string_view() : std::string_view(bytes, size);
}

bool SqliteStatement::is_null(int column) const {
  MZ_CHECK(has_row_);
  MZ_CHECK(column >= 0 && column < sqlite3_column_count(statement_));
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

void SqliteStatement::check(int code) const {
  connection_.check(code);
}

}  // namespace mingzhang::store
