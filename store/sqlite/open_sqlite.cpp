// SPDX-License-Identifier: Apache-2.0
// Opening: who owns the file, then how it is written, then proof that both took effect.
#include "store/sqlite/open_sqlite.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <filesystem>
#include <utility>

#include "store/sqlite/sqlite_connection.h"
#include "store/sqlite/sqlite_error.h"

namespace mingzhang::store {
namespace {

/// SQLite's own name for a database that nobody else sees: in memory while it is small, then in a file that has no name.
constexpr const char* kScratchPath = "";

int flags_of(OpenMode mode) {
  // No mutex: a connection belongs to one thread at a time. No URI: a path is a path.
  switch (mode) {
    case OpenMode::ReadOnly:
      return SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX;
    case OpenMode::ExistingOnly:
      return SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
    case OpenMode::CreateIfMissing:
    case OpenMode::Scratch:
      break;
  }
  return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
}

std::unique_ptr<SqliteConnection> connect(const std::string& path, const SqliteOptions& options) {
  const bool is_scratch = options.mode == OpenMode::Scratch;
  const std::string name = is_scratch ? kScratchPath : std::filesystem::path(path).filename().string();
  try {
    SQLite::Database database(is_scratch ? kScratchPath : path, flags_of(options.mode), options.busy_timeout_ms,
                              options.vfs_name);
    return std::make_unique<SqliteConnection>(std::move(database), name);
  } catch (const SQLite::Exception& error) {
    throw_sqlite_error(error.getErrorCode(), name);
  }
}

std::int64_t number_of(SqliteConnection& connection, std::string_view sql) {
  const Prepared statement = connection.prepare(sql);
  if (!statement->step()) throw_sqlite_error(SQLITE_CORRUPT, connection.name());
  return statement->column_int64(0);
}

/// Sets a pragma that answers with its new value. Throws where the engine did not take it.
void set_and_prove(SqliteConnection& connection, const std::string& pragma, std::int64_t value) {
  connection.execute("PRAGMA " + pragma + " = " + std::to_string(value));
  if (number_of(connection, "PRAGMA " + pragma) == value) return;
  throw WorldError(WorldFault::Unavailable, "数据库不接受设置 " + pragma + "：" + connection.name() +
                                                " The database engine does not accept the setting " + pragma + ".");
}

[[noreturn]] void refuse_foreign(const SqliteConnection& connection) {
  throw WorldError(WorldFault::Unavailable, "文件 " + connection.name() +
                                                " 不是明账的账簿文件，未作任何改动。 The file " + connection.name() +
                                                " is not a Mingzhang book; it was left untouched.");
}

/// True for our own file, false for an empty one; anything else is refused.
bool is_ours(SqliteConnection& connection) {
  const std::int64_t owner = number_of(connection, "PRAGMA application_id");
  const std::int64_t format = number_of(connection, "PRAGMA user_version");
  if (owner == kApplicationId && format > kFileFormat) throw_world_error(WorldFault::Newer, connection.name());
  if (owner == kApplicationId) return true;
  const bool is_empty = owner == 0 && format == 0 && number_of(connection, "SELECT count(*) FROM sqlite_schema") == 0;
  if (!is_empty) refuse_foreign(connection);
  return false;
}

void take_write_ahead_log(SqliteConnection& connection) {
  const Prepared statement = connection.prepare("PRAGMA journal_mode = WAL");
  if (statement->step() && statement->column_text(0) == "wal") return;
  throw WorldError(WorldFault::Unavailable, "账簿文件 " + connection.name() +
                                                " 所在文件系统不支持预写日志，不能保证不丢账。 The file system of " +
                                                connection.name() + " does not support the write-ahead log.");
}

void mark_as_ours(SqliteConnection& connection) {
  Transaction transaction(connection, TransactionKind::Write);
  // Another program may have been quicker; only an empty file is taken.
  if (!is_ours(connection)) {
    connection.execute("PRAGMA application_id = " + std::to_string(kApplicationId));
    connection.execute("PRAGMA user_version = " + std::to_string(kFileFormat));
  }
  transaction.commit();
}

/// What holds in every mode and needs no write: a schema from elsewhere gets no power over this process.
void harden(SqliteConnection& connection, const SqliteOptions& options) {
  sqlite3* handle = connection.handle();
  for (const int switch_on : {SQLITE_DBCONFIG_DEFENSIVE, SQLITE_DBCONFIG_ENABLE_FKEY})
    connection.check(sqlite3_db_config(handle, switch_on, 1, nullptr));
  for (const int switch_off : {SQLITE_DBCONFIG_TRUSTED_SCHEMA, SQLITE_DBCONFIG_ENABLE_TRIGGER,
                               SQLITE_DBCONFIG_ENABLE_VIEW, SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL})
    connection.check(sqlite3_db_config(handle, switch_off, 0, nullptr));
  set_and_prove(connection, "foreign_keys", 1);
  set_and_prove(connection, "trusted_schema", 0);
  set_and_prove(connection, "cell_size_check", 1);
  // Erased personal data must not stay readable in free pages.
  set_and_prove(connection, "secure_delete", 1);
  set_and_prove(connection, "temp_store", 2);
  set_and_prove(connection, "cache_size", -static_cast<std::int64_t>(options.page_cache_kib));
}

}  // namespace

std::unique_ptr<Connection> open_sqlite(const std::string& path, const SqliteOptions& options) {
  std::unique_ptr<SqliteConnection> connection = connect(path, options);
  harden(*connection, options);
  const bool was_ours = is_ours(*connection);
  if (options.mode == OpenMode::ReadOnly) {
    if (!was_ours) refuse_foreign(*connection);
    return connection;
  }
  // A new file turns to the write-ahead log under a rollback journal. FULL does not sync that journal's unlinking:
  // after a power cut it could come back and roll a book with acknowledged commits back to nothing. EXTRA (3) does.
  set_and_prove(*connection, "synchronous", 3);
  if (options.mode != OpenMode::Scratch) take_write_ahead_log(*connection);
  set_and_prove(*connection, "synchronous", static_cast<std::int64_t>(options.synchronous));
  const bool is_beside = options.checkpoints_beside && options.mode != OpenMode::Scratch;
  set_and_prove(*connection, "wal_autocheckpoint", is_beside ? 0 : options.checkpoint_pages);
  if (is_beside) connection->checkpoint_beside(path, options.vfs_name, options.checkpoint_pages);
  if (!was_ours) mark_as_ours(*connection);
  return connection;
}

}  // namespace mingzhang::store
