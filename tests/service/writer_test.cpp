// SPDX-License-Identifier: Apache-2.0
// The write path: one answer per request, all or nothing, once per key.
#include "tests/service/desk.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

struct Office {
  TemporaryFolder directory;
  Desk desk{"sqlite:" + directory.file("books.db")};
  Office() { desk.open_book(); }
};

TEST_CASE("a posted voucher is answered with a receipt that names its record and leaf", "[service][writer]") {
  Office office;
  const std::int64_t before = office.desk.records();
  const service::Answer answer = office.desk.submit(posting("k1", {transfer(on(2016, 3, 1), "1002", "4001", yuan(100), "F1")}));
  REQUIRE(answer);
  CHECK(answer->first_seq == before);
  CHECK(answer->records == 1);
  CHECK(answer->leaf_sha256.size() == 64);
  CHECK(answer->leaf_sm3.size() == 64);
  CHECK_FALSE(answer->is_repeat);
  CHECK(office.desk.balance_fen("1002", "F1") == 10'000);
  CHECK(first_problem_of(office.desk.verify()) == "");
}

TEST_CASE("the same key with the same request gives the first answer and posts nothing (INV-10)", "[service][writer]") {
  Office office;
  const service::Request request = posting("k1", {transfer(on(2016, 3, 1), "1002", "4001", yuan(100), "F1")});
  const service::Answer first = office.desk.submit(request);
  const std::int64_t records = office.desk.records();
  const service::Answer again = office.desk.submit(request);
  REQUIRE(again);
  CHECK(again->is_repeat);
  CHECK(again->first_seq == first->first_seq);
  CHECK(again->leaf_sha256 == first->leaf_sha256);
  CHECK(office.desk.records() == records);

  SECTION("also from another process that knows nothing of the first") {
    Desk other("sqlite:" + office.directory.file("books.db"));
    const service::Answer later = other.submit(request);
    REQUIRE(later);
    CHECK(later->is_repeat);
    CHECK(later->leaf_sm3 == first->leaf_sm3);
  }
  SECTION("and with another request it is a conflict") {
    const service::Request changed = posting("k1", {transfer(on(2016, 3, 1), "1002", "4001", yuan(101), "F1")});
    CHECK(code_of(office.desk.submit(changed)) == "REQ-301");
    CHECK(office.desk.records() == records);
  }
}

TEST_CASE("a batch is all or nothing, and every bad voucher is named", "[service][writer]") {
  Office office;
  const std::int64_t records = office.desk.records();
  const service::Answer answer = office.desk.submit(posting(
      "batch", {transfer(on(2016, 3, 1), "1002", "4001", yuan(100), "F1"), transfer(on(2016, 3, 1), "1002", "9999", yuan(1), "F1"),
                transfer(on(2016, 3, 2), "5001", "1002", yuan(40), "F1"), transfer(on(2016, 3, 2), "5001", "1002", yuan(70), "F1")}));
  REQUIRE_FALSE(answer);
  REQUIRE(answer.error().problems.size() == 2);
  CHECK(answer.error().problems[0].command == 1);
  CHECK(answer.error().problems[0].problem.info->code == "POST-201");
  CHECK(answer.error().problems[1].command == 3);  // 100 − 40 − 70 < 0: the good ones before it count
  CHECK(answer.error().problems[1].problem.info->code == "POST-401");
  CHECK(office.desk.records() == records);
  CHECK(office.desk.balance_fen("1002", "F1") == 0);
  // What was taken back leaves no trace: the next voucher gets number 1 and the books verify.
  REQUIRE(office.desk.submit(posting("good", {transfer(on(2016, 3, 1), "1002", "4001", yuan(100), "F1")})));
  CHECK(first_problem_of(office.desk.verify()) == "");
}

TEST_CASE("a large batch is hashed beside the insert and verifies like any other", "[service][writer]") {
  Office office;
  std::vector<ledger::VoucherRequest> vouchers;
  for (int i = 0; i < 1'500; ++i) {
    vouchers.push_back(transfer(on(2016, static_cast<unsigned>(1 + i % 12), 3), "1201", "4001", yuan(1 + i), i % 2 ? "F1" : "F2"));
  }
  const std::int64_t records = office.desk.records();
  REQUIRE(office.desk.submit(posting("large", vouchers)));
  CHECK(office.desk.records() == records + 1'500);
  CHECK(first_problem_of(office.desk.verify()) == "");
  vouchers.back().lines.front().account = "9999";
  CHECK(code_of(office.desk.submit(posting("large and bad", vouchers))) == "POST-201");
  CHECK(office.desk.records() == records + 1'500);
  REQUIRE(office.desk.submit(posting("after", {transfer(on(2016, 3, 1), "1201", "4001", yuan(1), "F1")})));
  CHECK(first_problem_of(office.desk.verify()) == "");
}

TEST_CASE("nobody approves what they prepared (INV-06)", "[service][people]") {
  Office office;
  service::Request request = posting("k", {transfer(on(2016, 3, 1), "1002", "4001", yuan(1), "F1")});
  SECTION("the preparer approving") {
    REQUIRE(office.desk.submit([] {
      service::Request grant;
      grant.book = kBook;
      grant.key = "grant";
      grant.by = "admin";
      grant.commands.emplace_back(ledger::GrantRole{"maker", "approver", true});
      return grant;
    }()));
    request.approved_by = "maker";
    CHECK(code_of(office.desk.submit(request)) == "REQ-407");
  }
  SECTION("nobody approving") {
    request.approved_by.clear();
    CHECK(code_of(office.desk.submit(request)) == "REQ-404");
  }
  SECTION("somebody without the role approving") {
    request.approved_by = "admin";
    CHECK(code_of(office.desk.submit(request)) == "REQ-406");
  }
  SECTION("a stranger approving") {
    request.approved_by = "nobody";
    CHECK(code_of(office.desk.submit(request)) == "REQ-405");
  }
  SECTION("the administrator preparing") {
    request.by = "admin";
    CHECK(code_of(office.desk.submit(request)) == "REQ-403");
  }
  SECTION("somebody calling themselves the system") {
    request.by = std::string(service::kSystemUser);
    CHECK(code_of(office.desk.submit(request)) == "REQ-401");
  }
}

TEST_CASE("opening a book cannot smuggle in what needs two people", "[service][people]") {
  TemporaryFolder directory;
  Desk desk("sqlite:" + directory.file("books.db"));
  service::Request request = open_test_book();
  SECTION("a voucher in the opening request") {
    request.commands.emplace_back(transfer(on(2016, 3, 1), "1002", "4001", yuan(1), "F1"));
    CHECK(code_of(desk.submit(request)) == "REQ-408");
  }
  SECTION("an opening command in a later request") {
    REQUIRE(desk.submit(request));
    service::Request later = posting("late", {transfer(on(2016, 3, 1), "1002", "4001", yuan(1), "F1")});
    later.approved_by.clear();
    later.commands.emplace_back(ledger::OpenBook{kBook, "again", *Month::from_civil(2016, 1), ""});
    CHECK(code_of(desk.submit(later)) == "REQ-104");
  }
  SECTION("a money role for oneself") {
    request.commands.emplace_back(ledger::GrantRole{"admin", "approver", true});
    CHECK(code_of(desk.submit(request)) == "BOOK-306");
  }
  SECTION("a refused opening leaves no book behind") {
    request.commands.emplace_back(ledger::AddFund{"F1", "doubled", "", false});
    CHECK(code_of(desk.submit(request)) == "BOOK-302");
    CHECK(desk.records() == -1);
    CHECK(code_of(desk.submit(open_test_book())) == "");
  }
}

TEST_CASE("requests of one group succeed and fail by themselves", "[service][writer]") {
  Office office;
  const service::Request good = posting("g1", {transfer(on(2016, 3, 1), "1002", "4001", yuan(10), "F1")});
  const service::Request bad = posting("g2", {transfer(on(2016, 3, 1), "5001", "1002", yuan(11), "F1")});
  const service::Request also_good = posting("g3", {transfer(on(2016, 3, 1), "5001", "1002", yuan(10), "F1")});
  const service::Request repeat = good;
  const std::vector<const service::Request*> group{&good, &bad, &also_good, &repeat};
  const std::vector<service::Answer> answers = office.desk.writer().submit_together(group);
  CHECK(code_of(answers[0]) == "");
  CHECK(code_of(answers[1]) == "POST-401");
  CHECK(code_of(answers[2]) == "");
  REQUIRE(answers[3]);
  CHECK(answers[3]->is_repeat);
  CHECK(answers[3]->leaf_sha256 == answers[0]->leaf_sha256);
  CHECK(first_problem_of(office.desk.verify()) == "");
}

TEST_CASE("two connections write in turn and both see everything", "[service][writer]") {
  Office office;
  Desk other("sqlite:" + office.directory.file("books.db"));
  for (int i = 0; i < 20; ++i) {
    Desk& desk = i % 2 == 0 ? office.desk : other;
    REQUIRE(desk.submit(posting("t" + std::to_string(i), {transfer(on(2016, 3, 1), "1002", "4001", yuan(1), "F1")})));
  }
  CHECK(office.desk.balance_fen("1002", "F1") == 2'000);
  CHECK(first_problem_of(other.verify()) == "");
}

TEST_CASE("a locked database is said to be locked, and the same key works later", "[service][world]") {
  TemporaryFolder directory;
  store::OpenOptions impatient;
  impatient.busy_timeout_ms = 50;
  Desk desk("sqlite:" + directory.file("books.db"), impatient);
  desk.open_book();
  Desk other("sqlite:" + directory.file("books.db"));
  other.database().begin_write();
  const service::Request request = posting("k", {transfer(on(2016, 3, 1), "1002", "4001", yuan(1), "F1")});
  CHECK(code_of(desk.submit(request)) == "REQ-902");
  other.database().rollback();
  CHECK(code_of(desk.submit(request)) == "");
}

TEST_CASE("the shape of a request is refused before anything else", "[service][writer]") {
  Office office;
  service::Request request = posting("", {});
  request.book = "no such book";
  CHECK(code_of(office.desk.submit(request)) == "REQ-101");
  request.key = "k";
  CHECK(code_of(office.desk.submit(request)) == "REQ-102");
  request.commands.emplace_back(transfer(on(2016, 3, 1), "1002", "", yuan(1)));
  CHECK(code_of(office.desk.submit(request)) == "POST-108");
  request.commands.clear();
  request.commands.emplace_back(transfer(on(2016, 3, 1), "1002", "no such account", yuan(1)));
  CHECK(code_of(office.desk.submit(request)) == "REQ-201");
}

}  // namespace
}  // namespace mingzhang::tests
