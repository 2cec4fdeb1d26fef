// SPDX-License-Identifier: Apache-2.0
// Whatever is changed in the file behind the program's back is found and named.
#include <sqlite3.h>

#include "tests/service/desk.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

/// A book with a dozen vouchers, a reversal and a closed month; closed before it is tampered with.
void fill(const std::string& path) {
  Desk desk("sqlite:" + path);
  desk.open_book();
  for (int i = 0; i < 6; ++i) {
    const std::string key = std::to_string(i);
    const Date date = on(2016, static_cast<unsigned>(2 + i % 3), 5);
    REQUIRE(desk.submit(posting("in" + key, {transfer(date, "1002", "4001", yuan(100 + i), "F1")})));
    REQUIRE(desk.submit(posting("out" + key, {transfer(date, "5001", "1002", yuan(10), "F1")})));
  }
  service::Request close;
  close.book = kBook;
  close.key = "close";
  close.by = "checker";
  for (unsigned month = 1; month <= 2; ++month) {
    close.commands.emplace_back(
        ledger::ChangePeriod{*Month::from_civil(2016, month), ledger::PeriodAction::Close, ""});
  }
  REQUIRE(desk.submit(close));
}

void tamper(const std::string& path, const std::string& sql) {
  sqlite3* database = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
  char* message = nullptr;
  const int result = sqlite3_exec(database, sql.c_str(), nullptr, nullptr, &message);
  INFO((message == nullptr ? "" : message));
  CHECK(result == SQLITE_OK);
  CHECK(sqlite3_changes(database) > 0);
  sqlite3_close(database);
}

struct Attack {
  const char* what;
  const char* sql;
  const char* found;  ///< must stand in the first problem
};

const Attack kAttacks[] = {
    {"an amount in a projection", "UPDATE line SET amount = amount + 1 WHERE line_id = 3", "line_id=3"},
    {"a balance", "UPDATE balance SET debit = debit + 1 WHERE month = 201603", "month=201603"},
    {"a balance row removed", "DELETE FROM balance WHERE month = 201604 AND account_id = 1", "the log has month=201604, account_id=1"},
    {"an account's constraint", "UPDATE account SET never_negative = 0 WHERE code = '1002'", "never_negative"},
    {"a role", "UPDATE book_grant SET active = 0 WHERE user_name = 'checker'", "book_grant"},
    {"a role invented", "INSERT INTO book_grant SELECT book_id, 'mallory', 'approver', 1 FROM book", "mallory"},
    {"a period reopened", "UPDATE period SET state = 1 WHERE month = 201602", "period"},
    {"a day of a never-negative account", "UPDATE account_day SET debit = 0 WHERE day > 0", "account_day"},
    {"a voucher's number", "UPDATE voucher SET number = 99 WHERE month = 201603 AND number = 1", "voucher"},
    {"an idempotency key", "UPDATE request SET request_key = 'other' WHERE request_key = 'in3'", "request"},
    {"one byte of a record", "UPDATE record SET bytes = CAST(replace(CAST(bytes AS TEXT), '\"number\":2', '\"number\":3') AS BLOB) "
                             "WHERE seq = 13", "record 13"},
    {"one byte of a record's lines", "UPDATE record SET lines = CAST(replace(CAST(lines AS TEXT), '1002', '1003') AS BLOB) WHERE seq = 12",
     "record 12"},
    {"a leaf digest", "UPDATE record SET leaf_sm3 = zeroblob(32) WHERE seq = 11", "record 11"},
    {"a record in the middle dropped", "DELETE FROM record WHERE seq = 12", "record 12"},
    {"the last record dropped", "DELETE FROM record WHERE seq = (SELECT max(seq) FROM record)", "VERIFY-"},
    {"the last record and the head row wound back",
     "DELETE FROM record WHERE seq = (SELECT max(seq) FROM record); UPDATE book SET head_seq = head_seq - 1", "VERIFY-"},
    {"the book's name", "DELETE FROM book_name", "lost its name"},
    {"a frontier", "UPDATE book SET frontier_sm3 = zeroblob(8)", "SM3"},
};

TEST_CASE("every change behind the program's back is found and named (INV-09)", "[service][verify]") {
  TemporaryFolder directory;
  const std::string original = directory.file("books.db");
  fill(original);
  {
    Desk desk("sqlite:" + original);
    const service::VerifyReport report = desk.verify();
    REQUIRE(first_problem_of(report) == "");  // the positive control: without an attack all is well
    REQUIRE(report.is_ok());
    REQUIRE(report.books.front().records == desk.records());
  }
  for (const Attack& attack : kAttacks) {
    DYNAMIC_SECTION(attack.what) {
      tamper(original, attack.sql);
      Desk desk("sqlite:" + original);
      const service::VerifyReport report = desk.verify();
      CHECK_FALSE(report.is_ok());
      INFO(first_problem_of(report));
      CHECK(first_problem_of(report).find(attack.found) != std::string::npos);
    }
  }
}

TEST_CASE("a verification of no book is not green", "[service][verify]") {
  TemporaryFolder directory;
  Desk desk("sqlite:" + directory.file("empty.db"));
  CHECK_FALSE(desk.verify().is_ok());
}

}  // namespace
}  // namespace mingzhang::tests
