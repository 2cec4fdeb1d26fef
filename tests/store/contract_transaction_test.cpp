// SPDX-License-Identifier: Apache-2.0
// Contract of every driver: the lock of a book, rollback, one moment per read transaction, and waiting that ends.
#include <chrono>

#include "base/world_error.h"
#include "tests/store/contract.h"
#include "tests/store/sample.h"
#include "tests/support/catch.h"

namespace mingzhang::contract {
namespace {

/// Moves the head row to `records`, as every write does at its end.
void move_head(store::Store& store, ledger::BookId book, std::int64_t records) {
  const auto rows = store.ledger(book);
  ledger::BookHead head = rows->head().value();
  head.records = records;
  rows->update_head(head);
}

}  // namespace

TEST_CASE("the lock is given where the head row stands where the writer saw it", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->ledger(one.book);
  one.store->begin_write();
  CHECK(rows->lock(0));
  CHECK(rows->lock(0));
  CHECK_FALSE(rows->lock(1));
  CHECK_FALSE(one.store->ledger({99})->lock(0));
  one.store->rollback();
}

TEST_CASE("a second connection does not get the lock after the head has moved", "[store][contract]") {
  OneBook one;
  const auto second = one.database.open_for_test(5000);
  const std::int64_t seen = second->ledger(one.book)->head()->records;
  write(*one.store, [&] {
    REQUIRE(one.store->ledger(one.book)->lock(0));
    move_head(*one.store, one.book, 3);
  });
  second->begin_write();
  CHECK_FALSE(second->ledger(one.book)->lock(seen));
  CHECK(second->ledger(one.book)->lock(3));
  second->rollback();
}

TEST_CASE("the lock alone changes nothing that a reader sees", "[store][contract]") {
  OneBook one;
  const std::string before = text_of(one.store->ledger(one.book)->head().value());
  write(*one.store, [&] { REQUIRE(one.store->ledger(one.book)->lock(0)); });
  CHECK(text_of(one.store->ledger(one.book)->head().value()) == before);
  one.store->begin_write();
  CHECK(one.store->ledger(one.book)->lock(0));
  one.store->rollback();
}

TEST_CASE("reads in a transaction see what was written before in it", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->ledger(one.book);
  one.store->begin_write();
  rows->insert_lines(std::vector{line_of(1)});
  CHECK(rows->line({1}).has_value());
  one.store->commit();
}

TEST_CASE("a rollback leaves nothing", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->ledger(one.book);
  one.store->begin_write();
  const ledger::BookId added = one.store->add_book_name("alashan");
  one.store->ledger(added)->insert_head(empty_head(added, "alashan"));
  move_head(*one.store, one.book, 8);
  rows->insert_lines(std::vector{line_of(1)});
  rows->insert_balances(std::vector{balance_of(month(2016, 10), 1, 1, 1)});
  one.store->drafts(one.book)->insert_draft(draft_of(1));
  one.store->rollback();

  CHECK_FALSE(one.store->find_book("alashan").has_value());
  CHECK_FALSE(one.store->ledger(added)->head().has_value());
  CHECK(rows->head()->records == 0);
  CHECK_FALSE(rows->line({1}).has_value());
  CHECK_FALSE(rows->balance(month(2016, 10), {1}, {1}).has_value());
  CHECK(one.store->drafts(one.book)->last_draft_id() == 0);
}

TEST_CASE("a rollback without a transaction is harmless", "[store][contract]") {
  OneBook one;
  one.store->rollback();
  one.store->begin_read();
  one.store->rollback();
  one.store->rollback();
  write(*one.store, [&] { move_head(*one.store, one.book, 1); });
  CHECK(one.store->ledger(one.book)->head()->records == 1);
}

TEST_CASE("a connection that dies in the middle of a write leaves nothing", "[store][contract]") {
  OneBook one;
  {
    const auto second = one.database.open_for_test(5000);
    second->begin_write();
    second->ledger(one.book)->insert_lines(std::vector{line_of(1)});
  }
  CHECK_FALSE(one.store->ledger(one.book)->line({1}).has_value());
  write(*one.store, [&] { move_head(*one.store, one.book, 1); });
}

TEST_CASE("what is committed is there after everything was closed", "[store][contract]") {
  OneBook one;
  write(*one.store, [&] { one.store->ledger(one.book)->insert_lines(std::vector{line_of(1)}); });
  one.store.reset();
  const auto again = one.database.open_for_test(5000);
  CHECK(text_of(again->ledger(one.book)->line({1}).value()) == text_of(line_of(1)));
  CHECK(again->books().size() == 1);
}

TEST_CASE("a read transaction sees one moment while another connection writes", "[store][contract]") {
  OneBook one;
  const auto reader = one.database.open_for_test(5000);
  reader->begin_read();
  const auto seen = reader->ledger(one.book);
  CHECK(seen->head()->records == 0);
  write(*one.store, [&] {
    REQUIRE(one.store->ledger(one.book)->lock(0));
    move_head(*one.store, one.book, 5);
    one.store->ledger(one.book)->insert_lines(std::vector{line_of(1)});
  });
  CHECK(seen->head()->records == 0);
  CHECK_FALSE(seen->line({1}).has_value());
  reader->commit();
  CHECK(seen->head()->records == 5);
  CHECK(seen->line({1}).has_value());
}

TEST_CASE("a reader does not see an unfinished write", "[store][contract]") {
  OneBook one;
  const auto reader = one.database.open_for_test(5000);
  one.store->begin_write();
  move_head(*one.store, one.book, 5);
  CHECK(reader->ledger(one.book)->head()->records == 0);
  one.store->commit();
  CHECK(reader->ledger(one.book)->head()->records == 5);
}

TEST_CASE("the second of two writers gives up after its time limit", "[store][contract]") {
  OneBook one;
  const auto second = one.database.open_for_test(100);
  one.store->begin_write();
  REQUIRE(one.store->ledger(one.book)->lock(0));

  const auto start = std::chrono::steady_clock::now();
  // Some engines wait when the transaction begins, others when the row is locked.
  const auto compete = [&] {
    second->begin_write();
    second->ledger(one.book)->lock(0);
  };
  try {
    compete();
    FAIL("two writers hold the same book");
  } catch (const WorldError& error) {
    CHECK(error.fault() == WorldFault::Locked);
  }
  const auto waited = std::chrono::steady_clock::now() - start;
  second->rollback();
  CHECK(waited >= std::chrono::milliseconds(50));
  CHECK(waited < std::chrono::seconds(5));

  one.store->commit();
  // The one that gave up can try again.
  write(*second, [&] { CHECK(second->ledger(one.book)->lock(0)); });
}

}  // namespace mingzhang::contract
