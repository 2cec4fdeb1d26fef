// SPDX-License-Identifier: Apache-2.0
// A database that lost what it had acknowledged is noticed by whoever was told (INV-38).
#include <memory>

#include "tests/service/desk.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

service::Request payment(const std::string& key) {
  return posting(key, {transfer(on(2016, 3, 1), "1002", "4001", yuan(100), "F1")});
}

struct TwoDesks {
  TemporaryFolder directory;
  Desk here{"sqlite:" + directory.file("books.db")};
  Desk there{"sqlite:" + directory.file("books.db")};
  TwoDesks() { here.open_book(); }
  void keep_head() { run("CREATE TABLE saved AS SELECT * FROM book"); }
  /// What a failover to a standby that was behind does: the newest records are gone, and the head says so.
  void put_head_back() {
    run("DELETE FROM record WHERE seq >= (SELECT head_seq FROM saved)");
    run("DELETE FROM book");
    run("INSERT INTO book SELECT * FROM saved");
  }
  void run(const std::string& sql) {
    store::Connection& connection = there.database().connection();
    store::Transaction transaction(connection, store::TransactionKind::Write);
    connection.execute(sql);
    transaction.commit();
  }
};

}  // namespace

TEST_CASE("a writer whose acknowledged record is gone writes no more (INV-38)", "[service][history]") {
  TwoDesks desks;
  desks.keep_head();
  REQUIRE(desks.here.submit(payment("k1")));
  desks.put_head_back();
  CHECK(code_of(desks.here.submit(payment("k2"))) == "REQ-911");
  CHECK(code_of(desks.here.submit(payment("k3"))) == "REQ-911");
}

TEST_CASE("a writer whose acknowledged record was replaced writes no more (INV-38)", "[service][history]") {
  TwoDesks desks;
  REQUIRE(desks.here.submit(payment("k1")));
  desks.run("UPDATE record SET leaf_sha256 = zeroblob(32) WHERE seq = (SELECT head_seq - 1 FROM book WHERE book_id = 1)");
  REQUIRE(desks.there.submit(payment("k2")));  // so that the first one reads the book anew
  CHECK(code_of(desks.here.submit(payment("k3"))) == "REQ-911");
}

TEST_CASE("a writer whose book has gone altogether does not open it again (INV-38)", "[service][history]") {
  TwoDesks desks;
  desks.run("DELETE FROM book_name");
  desks.run("DELETE FROM book");
  // The name is remembered until the book is read anew: the head that is missing says it first.
  const std::string first = code_of(desks.here.submit(payment("k1")));
  CHECK(first != "");
  CHECK(code_of(desks.here.submit(open_test_book())) == "REQ-911");
}

TEST_CASE("a program that runs while a newer one changes the schema writes no more", "[service][history]") {
  TwoDesks desks;
  REQUIRE(desks.here.submit(payment("k1")));
  desks.run("INSERT INTO schema_migration (version, name, digest) VALUES (9999, 'of a newer program', '')");
  CHECK(code_of(desks.here.submit(payment("k2"))) == "REQ-906");
  desks.run("DELETE FROM schema_migration WHERE version = 9999");
  CHECK(code_of(desks.here.submit(payment("k2"))) == "");
}

TEST_CASE("what other programs append is no loss", "[service][history]") {
  TwoDesks desks;
  REQUIRE(desks.here.submit(payment("k1")));
  REQUIRE(desks.there.submit(payment("k2")));
  REQUIRE(desks.here.submit(payment("k3")));
  REQUIRE(desks.there.submit(payment("k4")));
  CHECK(first_problem_of(desks.here.verify()) == "");
}

TEST_CASE("a writer that was told nothing notices nothing: the check stands on its own receipts", "[service][history]") {
  TwoDesks desks;
  REQUIRE(desks.here.submit(payment("k1")));
  desks.run("UPDATE record SET leaf_sha256 = zeroblob(32) WHERE seq = (SELECT head_seq - 1 FROM book WHERE book_id = 1)");
  CHECK(desks.there.submit(payment("k2")));
}

}  // namespace mingzhang::tests
