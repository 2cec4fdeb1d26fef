// SPDX-License-Identifier: Apache-2.0
// Statements and transactions as every driver gives them.
#include "store/connection.h"

#include <limits>
#include <string>

#include "store/sqlite/open_sqlite.h"
#include "tests/support/aborts.h"
#include "tests/support/catch.h"

namespace mingzhang::store {
namespace {

std::unique_ptr<Connection> scratch_connection() {
  SqliteOptions options;
  options.mode = OpenMode::Scratch;
  std::unique_ptr<Connection> connection = open_sqlite("", options);
  connection->execute(connection->ddl(
      "CREATE TABLE thing (book_id INTEGER NOT NULL, id INTEGER NOT NULL, name TEXT, bytes BLOB, owner INTEGER,"
      " PRIMARY KEY (book_id, id), UNIQUE (book_id, name), FOREIGN KEY (book_id, owner) REFERENCES thing (book_id, id),"
      " CHECK (id < 1000));"));
  return connection;
}

void add(Connection& connection, std::int64_t id, const Value& name, const Value& owner) {
  const Prepared insert = connection.prepare("INSERT INTO thing (book_id, id, name, owner) VALUES (1, ?, ?, ?)");
  insert->bind(1, id);
  insert->bind_value(2, name);
  insert->bind_value(3, owner);
  insert->run();
}

std::int64_t count(Connection& connection) {
  const Prepared rows = connection.prepare("SELECT count(*) FROM thing");
  rows->step();
  return rows->column_int64(0);
}

}  // namespace

TEST_CASE("values come back as they were bound", "[store]") {
  const auto connection = scratch_connection();
  const std::string bytes("\0\x01\xff\0", 4);
  const Prepared echo = connection->prepare("SELECT ?, ?, ?, ?, ?, ?");
  echo->bind(1, std::numeric_limits<std::int64_t>::min());
  echo->bind(2, std::numeric_limits<std::int64_t>::max());
  echo->bind_text(3, "明账");
  echo->bind_blob(4, bytes);
  echo->bind_blob(5, std::string_view());
  echo->bind_null(6);
  REQUIRE(echo->step());
  CHECK(echo->column_int64(0) == std::numeric_limits<std::int64_t>::min());
  CHECK(echo->column_int64(1) == std::numeric_limits<std::int64_t>::max());
  CHECK(echo->column_text(2) == "明账");
  CHECK(echo->column_blob(3) == bytes);
  CHECK_FALSE(echo->is_null(4));
  CHECK(echo->column_blob(4).empty());
  CHECK(echo->is_null(5));
  CHECK_FALSE(echo->step());
}

TEST_CASE("a bound text is a copy", "[store]") {
  const auto connection = scratch_connection();
  const Prepared echo = connection->prepare("SELECT ?");
  {
    std::string text = "a text that does not fit into a small string's own room";
    echo->bind_text(1, text);
    text.assign(text.size(), 'x');
  }
  REQUIRE(echo->step());
  CHECK(echo->column_text(0) == "a text that does not fit into a small string's own room");
}

TEST_CASE("a cell of another type than asked for is a damaged file", "[store]") {
  const auto connection = scratch_connection();
  const Prepared text = connection->prepare("SELECT 'twelve', NULL");
  REQUIRE(text->step());
  CHECK_THROWS_AS(text->column_int64(0), WorldError);
  CHECK_THROWS_AS(text->column_blob(0), WorldError);
  CHECK_THROWS_AS(text->column_text(1), WorldError);
}

TEST_CASE("two borrowers of one statement do not disturb each other", "[store]") {
  const auto connection = scratch_connection();
  for (std::int64_t id = 1; id <= 3; ++id) add(*connection, id, Value::null(), Value::null());
  const std::string_view sql = "SELECT id FROM thing WHERE book_id = 1 ORDER BY id";
  const Prepared outer = connection->prepare(sql);
  std::int64_t pairs = 0;
  while (outer->step()) {
    const Prepared inner = connection->prepare(sql);
    while (inner->step()) ++pairs;
  }
  CHECK(pairs == 9);
}

TEST_CASE("a statement that comes back from the cache is reset and has no bindings", "[store]") {
  const auto connection = scratch_connection();
  {
    const Prepared echo = connection->prepare("SELECT ?");
    echo->bind(1, 7);
    REQUIRE(echo->step());
  }
  const Prepared echo = connection->prepare("SELECT ?");
  REQUIRE(echo->step());
  CHECK(echo->is_null(0));
}

TEST_CASE("run tells how many rows it touched", "[store]") {
  const auto connection = scratch_connection();
  for (std::int64_t id = 1; id <= 3; ++id) add(*connection, id, Value::null(), Value::null());
  CHECK(connection->prepare("UPDATE thing SET bytes = x'00' WHERE book_id = 1 AND id >= 2")->run() == 2);
  // SQLite's own counter still stands at two; the statement's must not.
  CHECK(connection->prepare("UPDATE thing SET bytes = x'01' WHERE book_id = 2")->run() == 0);
  CHECK(connection->prepare("CREATE TABLE other (id INTEGER)")->run() == 0);
}

TEST_CASE("a transaction that is not committed leaves nothing", "[store]") {
  const auto connection = scratch_connection();
  {
    const Transaction transaction(*connection, TransactionKind::Write);
    add(*connection, 1, Value::null(), Value::null());
    CHECK(connection->in_transaction());
    CHECK(count(*connection) == 1);
  }
  CHECK_FALSE(connection->in_transaction());
  CHECK(count(*connection) == 0);
  {
    Transaction transaction(*connection, TransactionKind::Write);
    add(*connection, 1, Value::null(), Value::null());
    transaction.commit();
  }
  CHECK(count(*connection) == 1);
}

TEST_CASE("an unfinished query does not keep a transaction from ending", "[store]") {
  const auto connection = scratch_connection();
  for (std::int64_t id = 1; id <= 3; ++id) add(*connection, id, Value::null(), Value::null());
  const Prepared rows = connection->prepare("SELECT id FROM thing WHERE book_id = 1 ORDER BY id");
  REQUIRE(rows->step());
  {
    Transaction transaction(*connection, TransactionKind::Write);
    add(*connection, 4, Value::null(), Value::null());
    transaction.commit();
  }
  rows->reset();
  {
    const Transaction transaction(*connection, TransactionKind::Write);
    REQUIRE(rows->step());
    add(*connection, 5, Value::null(), Value::null());
  }
  CHECK_FALSE(connection->in_transaction());
  rows->reset();
  CHECK(count(*connection) == 4);
}

TEST_CASE("each broken rule of the schema is told apart", "[store]") {
  const auto connection = scratch_connection();
  add(*connection, 1, Value::text("one"), Value::null());
  const auto kind_of = [&](std::int64_t id, const Value& name, const Value& owner) {
    try {
      add(*connection, id, name, owner);
    } catch (const ConstraintViolation& violation) {
      // The values must not stand in the sentence.
      CHECK(std::string(violation.what()).find("secret") == std::string::npos);
      return violation.kind();
    }
    FAIL("no rule was broken");
    return ConstraintViolation::Kind::Other;
  };
  CHECK(kind_of(1, Value::text("secret"), Value::null()) == ConstraintViolation::Kind::Unique);
  CHECK(kind_of(2, Value::text("one"), Value::null()) == ConstraintViolation::Kind::Unique);
  CHECK(kind_of(2, Value::null(), Value::integer(9)) == ConstraintViolation::Kind::ForeignKey);
  CHECK(kind_of(1000, Value::null(), Value::null()) == ConstraintViolation::Kind::Check);
  // A strict table takes no text for a number.
  CHECK(kind_of(2, Value::null(), Value::text("secret")) == ConstraintViolation::Kind::Other);
  CHECK_THROWS_AS(connection->execute("INSERT INTO thing (book_id, id) VALUES (NULL, 2)"), ConstraintViolation);
  CHECK(count(*connection) == 1);
}

TEST_CASE("a sentence of ours that is wrong is named in the error", "[store]") {
  const auto connection = scratch_connection();
  CHECK_THROWS_WITH(connection->prepare("SELECT nonsense FROM thing"), Catch::Contains("SELECT nonsense FROM thing"));
  CHECK_THROWS_AS(connection->execute("SELECT nonsense FROM thing"), WorldError);
}

TEST_CASE("what the program must not do stops it", "[store]") {
  const auto connection = scratch_connection();
  const auto aborted = [](const auto& action) { return mingzhang::tests::aborts(action); };
  CHECK(aborted([&] {
    connection->begin(TransactionKind::Read);
    add(*connection, 1, Value::null(), Value::null());
  }));
  CHECK(aborted([&] {
    connection->begin(TransactionKind::Write);
    connection->begin(TransactionKind::Write);
  }));
  CHECK(aborted([&] { connection->commit(); }));
  CHECK(aborted([&] { connection->prepare("SELECT ?")->bind(2, 1); }));
  CHECK(aborted([&] { connection->prepare("SELECT 1; SELECT 2"); }));
  CHECK(aborted([&] { connection->prepare("SELECT 1")->column_int64(0); }));
  CHECK(aborted([&] { connection->prepare("SELECT 1")->run(); }));
}

}  // namespace mingzhang::store
