// SPDX-License-Identifier: Apache-2.0
// Whole batches: the same rows as one by one, all of them or none.
#include <array>
#include <string>
#include <vector>

#include "store/sqlite/open_sqlite.h"
#include "tests/support/aborts.h"
#include "tests/support/catch.h"
#include "tests/support/crash_disk.h"
#include "tests/support/seed.h"

namespace mingzhang::store {
namespace {

constexpr std::array<std::string_view, 5> kColumns{"book_id", "id", "amount", "name", "bytes"};
constexpr std::array<std::string_view, 2> kKeys{"book_id", "id"};

std::unique_ptr<Connection> scratch() {
  SqliteOptions options;
  options.mode = OpenMode::Scratch;
  std::unique_ptr<Connection> connection = open_sqlite("", options);
  for (const std::string table : {"one", "other"})
    connection->execute(connection->ddl("CREATE TABLE " + table +
                                        " (book_id INTEGER NOT NULL, id INTEGER NOT NULL, amount INTEGER, name TEXT,"
                                        " bytes BLOB, PRIMARY KEY (book_id, id));"));
  return connection;
}

struct Row {
  std::int64_t id = 0;
  std::int64_t amount = 0;
  std::string name;
  std::string bytes;
  bool has_nothing = false;
};

class Rows final : public RowSource {
 public:
  explicit Rows(std::vector<Row> rows) : rows_(std::move(rows)) {}
  std::size_t row_count() const override { return rows_.size(); }
  Value value(std::size_t row, std::size_t column) const override {
    const Row& asked = rows_[row];
    if (column == 0) return Value::integer(1);
    if (column == 1) return Value::integer(asked.id);
    if (asked.has_nothing) return Value::null();
    if (column == 2) return Value::integer(asked.amount);
    return column == 3 ? Value::text(asked.name) : Value::blob(asked.bytes);
  }

 private:
  std::vector<Row> rows_;
};

std::vector<Row> random_rows(tests::Dice& dice, std::size_t count) {
  std::vector<Row> rows;
  for (std::size_t index = 0; index < count; ++index) {
    Row row;
    row.id = static_cast<std::int64_t>(index * 3 + dice.below(3));
    row.amount = static_cast<std::int64_t>(dice.next());
    row.name = std::string(dice.below(40), static_cast<char>('a' + dice.below(26)));
    row.bytes = std::string(dice.below(5000) / (1 + dice.below(100)), static_cast<char>(dice.below(256)));
    row.has_nothing = dice.lands(10);
    rows.push_back(row);
  }
  return rows;
}

void insert_one_by_one(Connection& connection, std::string_view table, const RowSource& rows) {
  const Prepared insert = connection.prepare("INSERT INTO " + std::string(table) +
                                             " (book_id, id, amount, name, bytes) VALUES (?, ?, ?, ?, ?)");
  for (std::size_t row = 0; row < rows.row_count(); ++row) {
    for (std::size_t column = 0; column < kColumns.size(); ++column)
      insert->bind_value(static_cast<int>(column + 1), rows.value(row, column));
    insert->run();
  }
}

std::int64_t number(Connection& connection, std::string_view sql) {
  const Prepared statement = connection.prepare(sql);
  REQUIRE(statement->step());
  return statement->column_int64(0);
}

/// Rows that are in one table only.
std::int64_t differences(Connection& connection) {
  return number(connection,
                "SELECT (SELECT count(*) FROM (SELECT * FROM one EXCEPT SELECT * FROM other))"
                " + (SELECT count(*) FROM (SELECT * FROM other EXCEPT SELECT * FROM one))");
}

}  // namespace

TEST_CASE("a batch inserts the same rows as one by one", "[store][bulk]") {
  const std::uint64_t seed = tests::run_seed();
  INFO("seed " << seed);
  tests::Dice dice(seed);
  for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{2}, std::size_t{3000}}) {
    const auto connection = scratch();
    const Rows rows(random_rows(dice, count));
    Transaction transaction(*connection, TransactionKind::Write);
    connection->bulk_insert("one", kColumns, rows);
    insert_one_by_one(*connection, "other", rows);
    transaction.commit();
    CHECK(number(*connection, "SELECT count(*) FROM one") == static_cast<std::int64_t>(count));
    CHECK(differences(*connection) == 0);
  }
}

TEST_CASE("a batch names its columns in any order and may leave some out", "[store][bulk]") {
  class TwoColumns final : public RowSource {
   public:
    std::size_t row_count() const override { return 3; }
    Value value(std::size_t row, std::size_t column) const override {
      return Value::integer(column == 0 ? static_cast<std::int64_t>(row) : 9);
    }
  };
  const auto connection = scratch();
  Transaction transaction(*connection, TransactionKind::Write);
  connection->bulk_insert("one", std::array<std::string_view, 2>{"id", "book_id"}, TwoColumns());
  transaction.commit();
  CHECK(number(*connection, "SELECT count(*) FROM one WHERE book_id = 9 AND id < 3 AND name IS NULL") == 3);
}

TEST_CASE("a batch may have as many columns as promised", "[store][bulk]") {
  class Wide final : public RowSource {
   public:
    std::size_t row_count() const override { return 2; }
    Value value(std::size_t row, std::size_t column) const override {
      return Value::integer(static_cast<std::int64_t>(100 * row + column));
    }
  };
  const auto connection = scratch();
  std::string table = "CREATE TABLE wide (a0 INTEGER PRIMARY KEY";
  std::vector<std::string> names{"a0"};
  for (std::size_t column = 1; column < kBulkColumnsMax; ++column) {
    names.push_back("a" + std::to_string(column));
    table += ", " + names.back() + " INTEGER";
  }
  connection->execute(connection->ddl(table + ")"));
  const std::vector<std::string_view> columns(names.begin(), names.end());
  Transaction transaction(*connection, TransactionKind::Write);
  connection->bulk_insert("wide", columns, Wide());
  transaction.commit();
  const std::string last = names.back();
  CHECK(number(*connection, "SELECT " + last + " FROM wide WHERE a0 = 100") == 100 + kBulkColumnsMax - 1);
}

TEST_CASE("a batch with a key twice leaves nothing after the rollback", "[store][bulk]") {
  tests::Dice dice(7);
  std::vector<Row> rows = random_rows(dice, 100);
  rows[99].id = rows[0].id;
  const auto connection = scratch();
  {
    const Transaction transaction(*connection, TransactionKind::Write);
    CHECK_THROWS_AS(connection->bulk_insert("one", kColumns, Rows(rows)), ConstraintViolation);
    CHECK(connection->in_transaction());
  }
  CHECK(number(*connection, "SELECT count(*) FROM one") == 0);
  // The failed batch is not shown to the next one.
  rows.pop_back();
  Transaction transaction(*connection, TransactionKind::Write);
  connection->bulk_insert("one", kColumns, Rows(rows));
  transaction.commit();
  CHECK(number(*connection, "SELECT count(*) FROM one") == 99);
}

TEST_CASE("the rows of a batch are gone when it is done, and no schema can reach them", "[store][bulk]") {
  tests::Dice dice(8);
  const auto connection = scratch();
  Transaction transaction(*connection, TransactionKind::Write);
  connection->bulk_insert("one", kColumns, Rows(random_rows(dice, 10)));
  CHECK(number(*connection, "SELECT count(*) FROM bulk_rows") == 0);
  transaction.commit();
  connection->execute("CREATE VIEW spy AS SELECT * FROM bulk_rows");
  CHECK_THROWS_AS(connection->prepare("SELECT count(*) FROM spy"), WorldError);
  CHECK_THROWS_AS(connection->execute("CREATE VIRTUAL TABLE mine USING bulk_rows"), WorldError);
}

TEST_CASE("a batch of updates touches the rows whose keys match", "[store][bulk]") {
  tests::Dice dice(9);
  const auto connection = scratch();
  std::vector<Row> rows = random_rows(dice, 500);
  Transaction transaction(*connection, TransactionKind::Write);
  connection->bulk_insert("one", kColumns, Rows(rows));
  for (Row& row : rows) {
    row.amount = static_cast<std::int64_t>(dice.below(1000));
    row.name += "!";
    row.has_nothing = !row.has_nothing;
  }
  const std::array<std::string_view, 3> values{"amount", "name", "bytes"};
  connection->bulk_update("one", kKeys, values, Rows(rows));
  connection->bulk_insert("other", kColumns, Rows(rows));
  CHECK(differences(*connection) == 0);
  connection->bulk_update("one", kKeys, values, Rows({}));
  CHECK(differences(*connection) == 0);
  rows[3].id = 1'000'000;
  try {
    connection->bulk_update("one", kKeys, values, Rows(rows));
    FAIL("a row that does not exist was updated");
  } catch (const WorldError& error) {
    CHECK(error.fault() == WorldFault::Damaged);
  }
}

TEST_CASE("a batch outside of a write transaction stops the program", "[store][bulk]") {
  const auto connection = scratch();
  CHECK(tests::aborts([&] { connection->bulk_insert("one", kColumns, Rows({})); }));
  CHECK(tests::aborts([&] {
    connection->begin(TransactionKind::Read);
    connection->bulk_update("one", kKeys, kKeys, Rows({}));
  }));
}

}  // namespace mingzhang::store
