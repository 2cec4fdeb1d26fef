// SPDX-License-Identifier: Apache-2.0
// How a book file is opened: durable settings, and refusing what is not ours.
#include <sqlite3.h>

#include <string>

#include "store/sqlite/open_sqlite.h"
#include "store/sqlite/sqlite_error.h"
#include "tests/support/catch.h"
#include "tests/support/file_bytes.h"
#include "tests/support/temporary_folder.h"

namespace mingzhang::store {
namespace {

using tests::TemporaryFolder;
using tests::bytes_of;
using tests::write_bytes;

SqliteOptions options_for(OpenMode mode) {
  SqliteOptions options;
  options.mode = mode;
  options.busy_timeout_ms = 20;
  return options;
}

std::string text_of_pragma(Connection& connection, const std::string& pragma) {
  const Prepared statement = connection.prepare("PRAGMA " + pragma);
  REQUIRE(statement->step());
  return std::string(statement->column_text(0));
}

std::int64_t number_of_pragma(Connection& connection, const std::string& pragma) {
  const Prepared statement = connection.prepare("PRAGMA " + pragma);
  REQUIRE(statement->step());
  return statement->column_int64(0);
}

/// The fault with which opening fails.
WorldFault refusal(const std::string& path, OpenMode mode) {
  try {
    open_sqlite(path, options_for(mode));
  } catch (const WorldError& error) {
    // Only the base name may be told.
    CHECK(std::string(error.what()).find("/") == std::string::npos);
    return error.fault();
  }
  FAIL("opened " << path);
  return WorldFault::Other;
}

/// Makes a database with SQLite itself.
void make_with_sqlite(const std::string& path, const char* sql) {
  sqlite3* handle = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &handle) == SQLITE_OK);
  REQUIRE(sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(handle);
}

}  // namespace

TEST_CASE("a book file is opened durable and closed to strangers", "[store][sqlite]") {
  const TemporaryFolder folder;
  for (const OpenMode mode : {OpenMode::CreateIfMissing, OpenMode::ExistingOnly}) {
    const auto connection = open_sqlite(folder.file("a.db"), options_for(mode));
    CHECK(text_of_pragma(*connection, "journal_mode") == "wal");
    CHECK(text_of_pragma(*connection, "locking_mode") == "normal");
    CHECK(number_of_pragma(*connection, "synchronous") == 2);
    CHECK(number_of_pragma(*connection, "foreign_keys") == 1);
    CHECK(number_of_pragma(*connection, "trusted_schema") == 0);
    CHECK(number_of_pragma(*connection, "secure_delete") == 1);
    CHECK(number_of_pragma(*connection, "temp_store") == 2);
    CHECK(number_of_pragma(*connection, "busy_timeout") == 20);
    CHECK(number_of_pragma(*connection, "application_id") == kApplicationId);
    CHECK(number_of_pragma(*connection, "user_version") == kFileFormat);
    CHECK(connection->name() == "a.db");
  }
}

TEST_CASE("the weaker mode is there for negative controls only where it is asked for", "[store][sqlite]") {
  const TemporaryFolder folder;
  SqliteOptions options = options_for(OpenMode::CreateIfMissing);
  options.synchronous = Synchronous::Normal;
  CHECK(number_of_pragma(*open_sqlite(folder.file("a.db"), options), "synchronous") == 1);
  CHECK(SqliteOptions().synchronous == Synchronous::Full);
}

TEST_CASE("a missing file is created only where that was asked for", "[store][sqlite]") {
  const TemporaryFolder folder;
  CHECK(refusal(folder.file("a.db"), OpenMode::ExistingOnly) == WorldFault::Unavailable);
  CHECK(refusal(folder.file("a.db"), OpenMode::ReadOnly) == WorldFault::Unavailable);
  CHECK(refusal(folder.file("no folder") + "/a.db", OpenMode::CreateIfMissing) == WorldFault::Unavailable);
  CHECK(refusal(folder.path().string(), OpenMode::CreateIfMissing) == WorldFault::Unavailable);
  CHECK(std::filesystem::is_empty(folder.path()));
  open_sqlite(folder.file("a.db"), options_for(OpenMode::CreateIfMissing));
  CHECK_NOTHROW(open_sqlite(folder.file("a.db"), options_for(OpenMode::ReadOnly)));
}

TEST_CASE("a path is a path, also where it looks like an address", "[store][sqlite]") {
  const TemporaryFolder folder;
  open_sqlite(folder.file("a.db?mode=memory"), options_for(OpenMode::CreateIfMissing));
  CHECK(std::filesystem::exists(folder.file("a.db?mode=memory")));
}

TEST_CASE("a read-only connection cannot write", "[store][sqlite]") {
  const TemporaryFolder folder;
  open_sqlite(folder.file("a.db"), options_for(OpenMode::CreateIfMissing));
  const auto connection = open_sqlite(folder.file("a.db"), options_for(OpenMode::ReadOnly));
  try {
    connection->execute("CREATE TABLE t (x INTEGER)");
    FAIL("it wrote");
  } catch (const WorldError& error) {
    CHECK(error.fault() == WorldFault::ReadOnly);
  }
}

TEST_CASE("a database of another program is refused and not changed by a byte", "[store][sqlite]") {
  const TemporaryFolder folder;
  make_with_sqlite(folder.file("other.db"), "CREATE TABLE address (name TEXT); INSERT INTO address VALUES ('x')");
  make_with_sqlite(folder.file("marked.db"), "PRAGMA application_id = 77");
  make_with_sqlite(folder.file("versioned.db"), "PRAGMA user_version = 3");
  for (const std::string name : {"other.db", "marked.db", "versioned.db"}) {
    INFO(name);
    const std::string before = bytes_of(folder.file(name));
    for (const OpenMode mode : {OpenMode::CreateIfMissing, OpenMode::ExistingOnly, OpenMode::ReadOnly})
      CHECK(refusal(folder.file(name), mode) == WorldFault::Unavailable);
    CHECK(bytes_of(folder.file(name)) == before);
    CHECK_FALSE(std::filesystem::exists(folder.file(name) + "-wal"));
  }
}

TEST_CASE("an empty file becomes a book file", "[store][sqlite]") {
  const TemporaryFolder folder;
  write_bytes(folder.file("a.db"), "");
  const auto connection = open_sqlite(folder.file("a.db"), options_for(OpenMode::CreateIfMissing));
  CHECK(number_of_pragma(*connection, "application_id") == kApplicationId);
}

TEST_CASE("a file of a later format is refused as newer", "[store][sqlite]") {
  const TemporaryFolder folder;
  open_sqlite(folder.file("a.db"), options_for(OpenMode::CreateIfMissing))->execute("PRAGMA user_version = 2");
  const std::string before = bytes_of(folder.file("a.db"));
  CHECK(refusal(folder.file("a.db"), OpenMode::CreateIfMissing) == WorldFault::Newer);
  CHECK(refusal(folder.file("a.db"), OpenMode::ReadOnly) == WorldFault::Newer);
  CHECK(bytes_of(folder.file("a.db")) == before);
}

TEST_CASE("a damaged file is called damaged", "[store][sqlite]") {
  const TemporaryFolder folder;
  write_bytes(folder.file("text.db"), std::string(5000, 'x'));
  CHECK(refusal(folder.file("text.db"), OpenMode::CreateIfMissing) == WorldFault::Damaged);
  {
    const auto connection = open_sqlite(folder.file("a.db"), options_for(OpenMode::CreateIfMissing));
    connection->execute("CREATE TABLE t (x INTEGER); INSERT INTO t VALUES (1)");
  }
  std::string bytes = bytes_of(folder.file("a.db"));
  // The first page holds the schema; its b-tree header begins at byte 100.
  bytes[100] = 'x';
  write_bytes(folder.file("schema.db"), bytes);
  CHECK(refusal(folder.file("schema.db"), OpenMode::CreateIfMissing) == WorldFault::Damaged);
  write_bytes(folder.file("short.db"), bytes_of(folder.file("a.db")).substr(0, 4096));
  CHECK(refusal(folder.file("short.db"), OpenMode::ReadOnly) == WorldFault::Damaged);
}

TEST_CASE("a second writer waits its time and is told that the book is locked", "[store][sqlite]") {
  const TemporaryFolder folder;
  const auto first = open_sqlite(folder.file("a.db"), options_for(OpenMode::CreateIfMissing));
  const auto second = open_sqlite(folder.file("a.db"), options_for(OpenMode::ExistingOnly));
  {
    const Transaction writing(*first, TransactionKind::Write);
    try {
      second->begin(TransactionKind::Write);
      FAIL("two writers at once");
    } catch (const WorldError& error) {
      CHECK(error.fault() == WorldFault::Locked);
    }
    CHECK_FALSE(second->in_transaction());
  }
  Transaction writing(*second, TransactionKind::Write);
  CHECK_NOTHROW(writing.commit());
}

TEST_CASE("every result code is a fault of the world", "[store][sqlite]") {
  CHECK(fault_of_sqlite(SQLITE_BUSY) == WorldFault::Locked);
  CHECK(fault_of_sqlite(SQLITE_BUSY_SNAPSHOT) == WorldFault::Locked);
  CHECK(fault_of_sqlite(SQLITE_LOCKED_SHAREDCACHE) == WorldFault::Locked);
  CHECK(fault_of_sqlite(SQLITE_READONLY_DBMOVED) == WorldFault::ReadOnly);
  CHECK(fault_of_sqlite(SQLITE_PERM) == WorldFault::ReadOnly);
  CHECK(fault_of_sqlite(SQLITE_CANTOPEN_ISDIR) == WorldFault::Unavailable);
  CHECK(fault_of_sqlite(SQLITE_IOERR_WRITE) == WorldFault::Unavailable);
  CHECK(fault_of_sqlite(SQLITE_IOERR_SHORT_READ) == WorldFault::Damaged);
  CHECK(fault_of_sqlite(SQLITE_IOERR_NOMEM) == WorldFault::OutOfMemory);
  CHECK(fault_of_sqlite(SQLITE_NOMEM) == WorldFault::OutOfMemory);
  CHECK(fault_of_sqlite(SQLITE_FULL) == WorldFault::Full);
  CHECK(fault_of_sqlite(SQLITE_CORRUPT_INDEX) == WorldFault::Damaged);
  CHECK(fault_of_sqlite(SQLITE_NOTADB) == WorldFault::Damaged);
  CHECK(fault_of_sqlite(SQLITE_ERROR) == WorldFault::Other);
}

}  // namespace mingzhang::store
