// SPDX-License-Identifier: Apache-2.0
// Contract of every driver: a book moves to another database and back, and is never written in two.
#include <algorithm>
#include <memory>
#include <string>

#include "service/drafts.h"
#include "service/moving/move_book.h"
#include "tests/service/desk.h"
#include "tests/support/catch.h"
#include "tests/support/fault_connection.h"
#include "tests/support/test_database.h"

namespace mingzhang::tests {
namespace {

service::Request payment(int number) {
  return posting("k" + std::to_string(number), {transfer(on(2016, 3, 1), "1002", "4001", yuan(number), "F1"),
                                                transfer(on(2016, 4, 1), "1201", "1002", yuan(1), "F1")});
}

void no_progress(const std::string&, std::int64_t, std::int64_t) {}

/// Two databases, the book in the first.
struct TwoPlaces {
  TestDatabase here;
  TestDatabase there;

  explicit TwoPlaces(int payments = 5) {
    Desk desk(here.url());
    desk.open_book();
    for (int number = 1; number <= payments; ++number) REQUIRE(desk.submit(payment(number)));
  }
};

Result<service::MovedBook, service::Refusal> move(const std::string& from, const std::string& to,
                                                  std::int64_t records_at_once = 4) {
  Desk source(from);
  Desk target(to);
  return service::move_book({service::faces_of(source.database()), service::faces_of(target.database()), records_at_once},
                            kBook, no_progress);
}

std::string refusal_of(const Result<service::MovedBook, service::Refusal>& moved) {
  return moved ? "" : std::string(moved.error().problems.front().problem.info->code);
}

/// True where the book can be written there: the request is booked and taken as a repetition later.
bool is_written(const std::string& url, const std::string& key) {
  Desk desk(url);
  return code_of(desk.submit(posting(key, {transfer(on(2016, 5, 1), "1002", "4001", yuan(1), "F2")}))).empty();
}

std::string root_of(const std::string& url) {
  Desk desk(url);
  const service::VerifyReport report = desk.verify();
  CHECK(first_problem_of(report) == "");
  return report.books.empty() ? "" : report.books.front().sha256_root + report.books.front().sm3_root;
}

/// A move in which the nth statement at one end fails.
struct FaultyMove {
  bool is_at_source = false;
  bool is_after = false;

  /// How many statements ran at that end. 0: none fails.
  int run(const TwoPlaces& places, int nth) const {
    Desk source(places.here.url());
    Desk target(places.there.url());
    FaultConnection faulty((is_at_source ? source : target).database().connection());
    store::Store store(faulty);
    faulty.arm(nth, is_after);
    const service::OpenedDatabase from = service::faces_of(is_at_source ? store : source.database());
    const service::OpenedDatabase to = service::faces_of(is_at_source ? target.database() : store);
    try {
      (void)service::move_book({from, to, 4}, kBook, no_progress);
    } catch (const WorldError&) {
      CHECK(faulty.has_failed());
    }
    return faulty.count();
  }
};

/// Where the book stands, read from the head rows.
int places_written(const TwoPlaces& places) {
  int count = 0;
  for (const std::string& url : {places.here.url(), places.there.url()}) {
    Desk desk(url);
    ledger::Database& database = desk.database();
    database.begin_read();
    const auto id = database.find_book(kBook);
    if (id && database.ledger(*id)->head()) count += database.ledger(*id)->standing().standing == ledger::Standing::Here ? 1 : 0;
    database.rollback();
  }
  return count;
}

}  // namespace

TEST_CASE("a moved book has the same roots, verifies at both places and is written at the new one only (INV-39)",
          "[service][move][contract]") {
  const TwoPlaces places;
  const std::string root = root_of(places.here.url());
  const auto moved = move(places.here.url(), places.there.url());
  REQUIRE(moved);
  CHECK(moved->sha256_root + moved->sm3_root == root);
  CHECK(moved->records == 20);
  CHECK_FALSE(moved->was_done);
  CHECK(root_of(places.here.url()) == root);
  CHECK(root_of(places.there.url()) == root);
  CHECK_FALSE(is_written(places.here.url(), "old"));
  CHECK(is_written(places.there.url(), "new"));
}

TEST_CASE("a book that moved is refused with its new place, and what was acknowledged is a repetition there",
          "[service][move][contract]") {
  const TwoPlaces places;
  REQUIRE(move(places.here.url(), places.there.url()));
  Desk here(places.here.url());
  const service::Answer refused = here.submit(payment(6));
  REQUIRE(code_of(refused) == "REQ-203");
  Desk there(places.there.url());
  CHECK(refused.error().problems.front().problem.detail == there.database().name());
  const service::Answer again = there.submit(payment(3));
  REQUIRE(again);
  CHECK(again->is_repeat);
}

TEST_CASE("a book comes back with what was written in between", "[service][move][contract]") {
  const TwoPlaces places;
  REQUIRE(move(places.here.url(), places.there.url()));
  REQUIRE(is_written(places.there.url(), "between"));
  const std::string root = root_of(places.there.url());
  REQUIRE(move(places.there.url(), places.here.url()));
  CHECK(root_of(places.here.url()) == root);
  CHECK_FALSE(is_written(places.there.url(), "old"));
  CHECK(is_written(places.here.url(), "new"));
  REQUIRE(move(places.here.url(), places.there.url()));
  CHECK(is_written(places.there.url(), "thrice"));
}

TEST_CASE("a move that is done says so, and does nothing", "[service][move][contract]") {
  const TwoPlaces places(1);
  REQUIRE(move(places.here.url(), places.there.url()));
  const auto again = move(places.here.url(), places.there.url());
  REQUIRE(again);
  CHECK(again->was_done);
  CHECK(places_written(places) == 1);
}

TEST_CASE("drafts and their numbers move with the book", "[service][move][contract]") {
  const TwoPlaces places(1);
  {
    Desk here(places.here.url());
    service::Drafts drafts(here.writer(), here.clock());
    REQUIRE(drafts.submit(kBook, "maker", payment(7).commands));
  }
  REQUIRE(move(places.here.url(), places.there.url()));
  Desk there(places.there.url());
  service::Drafts drafts(there.writer(), there.clock());
  CHECK(code_of(drafts.approve(kBook, 1, "checker")) == "");
  Desk here(places.here.url());
  service::Drafts left(here.writer(), here.clock());
  CHECK(code_of(left.approve(kBook, 1, "checker")) == "REQ-203");
}

TEST_CASE("the target must not write the book already, nor be the source itself", "[service][move][contract]") {
  const TwoPlaces places(1);
  CHECK(refusal_of(move(places.here.url(), places.here.url())) == "MOVE-103");
  Desk(places.there.url()).open_book();
  CHECK(refusal_of(move(places.here.url(), places.there.url())) == "MOVE-103");
  CHECK(is_written(places.here.url(), "k"));
}

TEST_CASE("a book that moved to one place is not given to another", "[service][move][contract]") {
  const TwoPlaces places(1);
  const TestDatabase third;
  REQUIRE(move(places.here.url(), places.there.url()));
  CHECK(refusal_of(move(places.here.url(), third.url())) == "MOVE-102");
  CHECK(refusal_of(move(third.url(), places.here.url())) == "REQ-201");
  REQUIRE(move(places.there.url(), third.url()));
  CHECK(refusal_of(move(places.here.url(), places.there.url())) == "MOVE-102");
}

TEST_CASE("a target with another history is refused", "[service][move][contract]") {
  const TwoPlaces places(2);
  {
    // Both had the book once; then the old place was put back from a backup and written to.
    REQUIRE(move(places.here.url(), places.there.url()));
    Desk desk(places.here.url());
    store::Transaction transaction(desk.database().connection(), store::TransactionKind::Write);
    desk.database().connection().execute("UPDATE book SET standing = 0");
    transaction.commit();
    REQUIRE(is_written(places.here.url(), "fork"));
    REQUIRE(is_written(places.there.url(), "true"));
    Desk other(places.there.url());
    store::Transaction mark(other.database().connection(), store::TransactionKind::Write);
    other.database().connection().execute("UPDATE book SET standing = 1");
    mark.commit();
  }
  CHECK(refusal_of(move(places.here.url(), places.there.url())) == "MOVE-201");
}

TEST_CASE("a damaged record stops the move, and the book stays where it is", "[service][move][contract]") {
  const TwoPlaces places;
  {
    Desk desk(places.here.url());
    store::Transaction transaction(desk.database().connection(), store::TransactionKind::Write);
    const auto damage = desk.database().connection().prepare("UPDATE record SET leaf_sm3 = ? WHERE seq = 17");
    damage->bind_blob(1, std::string(32, 'x'));
    damage->run();
    transaction.commit();
  }
  const auto moved = move(places.here.url(), places.there.url());
  REQUIRE(refusal_of(moved) == "MOVE-202");
  CHECK(moved.error().problems.front().problem.detail == "VERIFY-202 record 17 SM3");
  CHECK(places_written(places) == 1);
  CHECK(is_written(places.here.url(), "k"));
}

TEST_CASE("a projection that does not follow from the records stops the move", "[service][move][contract]") {
  const TwoPlaces places(1);
  {
    Desk desk(places.here.url());
    store::Transaction transaction(desk.database().connection(), store::TransactionKind::Write);
    desk.database().connection().execute("UPDATE balance SET debit = debit + 1 WHERE debit > 0");
    transaction.commit();
  }
  CHECK(refusal_of(move(places.here.url(), places.there.url())) == "MOVE-301");
  CHECK(is_written(places.here.url(), "k"));
}

TEST_CASE("whichever statement of a move fails, one place at most is written, and a second run ends it (INV-39)",
          "[service][move][faults][contract]") {
  const FaultyMove faulty{GENERATE(false, true), GENERATE(false, true)};
  const int all = faulty.run(TwoPlaces(2), 0);
  CHECK(all > 40);
  // The hand-over is at the end: there every statement has its turn. New databases take a server longer.
  const bool is_server = TestDatabase().url().starts_with("postgresql:");
  const int last = is_server ? 3 : 24;
  const int stride = is_server ? all / 2 : 11;
  for (int nth = 1; nth <= all; nth = nth + last < all ? std::min(nth + stride, all - last) : nth + 1) {
    const TwoPlaces places(2);
    INFO("statement " << nth << " of " << all << " at the " << (faulty.is_at_source ? "source" : "target"));
    faulty.run(places, nth);
    REQUIRE(places_written(places) <= 1);
    const auto again = move(places.here.url(), places.there.url());
    REQUIRE(refusal_of(again) == "");
    REQUIRE(places_written(places) == 1);
    REQUIRE(is_written(places.there.url(), "end"));
    REQUIRE(root_of(places.there.url()) != "");
  }
}

}  // namespace mingzhang::tests
