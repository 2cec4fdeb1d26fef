// SPDX-License-Identifier: Apache-2.0
// What an auditor must hear about books, each with the same book without the fault.
#include "audit/books/books.h"

#include <functional>

#include "base/money.h"
#include "tests/audit/books_world.h"

namespace mingzhang::tests::books_world {
namespace {

TEST_CASE("books in order have no problem, and nothing is left unchecked", "[audit][books]") {
  BooksWorld world;
  fill_world(world);
  audit::Books books(audit::BooksStart{});
  CHECK(codes_of(world.records(), books) == Codes{});
  CHECK(books.unchecked() == audit::BooksUnchecked{});
  CHECK(books.has_balances());
  CHECK(books.vouchers() == 3);
  CHECK(books.lines() == 8);
  CHECK(books.title().title == "示例县专账");
  CHECK(books.periods().size() == 2);
  CHECK(books.trial_balance_bytes(*parse_month("2016-02")) == world.naive_trial_balance("2016-02"));
}

TEST_CASE("a month without vouchers closes on the openings alone", "[audit][books]") {
  CHECK(codes_after([](BooksWorld& world) {
          for (const char* month : {"2016-01", "2016-02", "2016-03"}) world.close(month);
        }) == Codes{});
}

TEST_CASE("a voucher that does not balance in a fund, or in the budget lines, is told", "[audit][books]") {
  CHECK(codes_after([](BooksWorld& world) { world.voucher(receipt("2016-01-06", 2, 5)); }) == Codes{});
  CHECK(codes_after([](BooksWorld& world) {
          PlainVoucher voucher = receipt("2016-01-06", 2, 5);
          voucher.lines[0].amount = 6;
          world.voucher(voucher);
        }) == Codes{"BOOKS-301"});
  // In sum it balances, but not in either fund.
  CHECK(codes_after([](BooksWorld& world) {
          PlainVoucher voucher = receipt("2016-01-06", 2, 5);
          voucher.lines[0].fund = "F2";
          world.voucher(voucher);
        }) == Codes{"BOOKS-301", "BOOKS-301"});
  CHECK(codes_after([](BooksWorld& world) {
          PlainVoucher voucher = receipt("2016-01-06", 2, 5);
          voucher.lines[1].amount = 4;
          voucher.lines[3].amount = 6;
          world.voucher(voucher);
        }) == Codes{"BOOKS-302"});
}

TEST_CASE("amounts that are not positive, or out of range, are told", "[audit][books]") {
  for (const std::int64_t fen : {std::int64_t{0}, std::int64_t{-5}, Money::kFenMax + 1}) {
    CHECK(codes_after([fen](BooksWorld& world) {
            PlainVoucher voucher = receipt("2016-01-06", 2, 5);
            voucher.lines[0].amount = voucher.lines[1].amount = fen;
            world.voucher(voucher);
          }) == Codes{"BOOKS-106", "BOOKS-106"});
  }
  // The largest amount is one, but no total can hold it beside another.
  CHECK(codes_after([](BooksWorld& world) {
          PlainVoucher voucher = receipt("2016-01-06", 2, Money::kFenMax, "F2");
          voucher.lines.resize(2);
          world.voucher(voucher);
        }) == Codes{});
  CHECK(codes_after([](BooksWorld& world) {
          PlainVoucher voucher = receipt("2016-01-06", 2, Money::kFenMax);
          voucher.lines.resize(2);
          world.voucher(voucher);
        }) == Codes{"BOOKS-312", "BOOKS-312"});
  // No number of lines makes a sum run over.
  CHECK(codes_after([](BooksWorld& world) {
          PlainVoucher voucher = receipt("2016-01-06", 2, Money::kFenMax, "F2");
          voucher.lines.resize(2);
          for (int i = 0; i < 10'000; ++i) voucher.lines.push_back(voucher.lines[0]);
          world.voucher(voucher);
        }).front() == "BOOKS-312");
}

TEST_CASE("unknown names, and codes given twice, are told", "[audit][books]") {
  const auto with_line = [](const std::function<void(PlainLine&)>& change) {
    return codes_after([&change](BooksWorld& world) {
      PlainVoucher voucher = receipt("2016-01-06", 2, 5);
      voucher.lines.resize(2);
      for (PlainLine& line : voucher.lines) change(line);
      voucher.lines[1].account = "4001";
      world.voucher(voucher);
    });
  };
  CHECK(with_line([](PlainLine& line) { line.project = "P1"; }) == Codes{});
  CHECK(with_line([](PlainLine& line) { line.project = "P9"; }) == Codes{"BOOKS-206", "BOOKS-206"});
  CHECK(with_line([](PlainLine& line) { line.fund = "F9"; }) == Codes{"BOOKS-205", "BOOKS-205"});
  CHECK(with_line([](PlainLine& line) { line.account = "9999"; }) == Codes{"BOOKS-204"});
  CHECK(with_line([](PlainLine& line) { line.account = "1002"; }) == Codes{"BOOKS-306"});
  CHECK(codes_after([](BooksWorld& world) { world.record("account/v1", json_account("4001", "income", "credit")); }) ==
        Codes{"BOOKS-207"});
  CHECK(codes_after([](BooksWorld& world) { world.record("account/v1", json_account("9", "income", "credit", "77")); }) ==
        Codes{"BOOKS-204"});
  CHECK(codes_after([](BooksWorld& world) { world.record("fund/v1", R"({"code":"F1","name":"又"})"); }) == Codes{"BOOKS-207"});
  CHECK(codes_after([](BooksWorld& world) { world.record("project/v1", R"({"code":"P1","name":"又"})"); }) == Codes{"BOOKS-207"});
}

TEST_CASE("frozen and closed accounts take no lines", "[audit][books]") {
  const auto after = [](const std::vector<std::string>& actions) {
    return codes_after([&actions](BooksWorld& world) {
      for (const std::string& action : actions) {
        world.record("account_change/v1", R"({"action":")" + action + R"(","code":"4001","reason":"事由"})");
      }
      world.voucher(receipt("2016-01-06", 2, 5));
    });
  };
  CHECK(after({"freeze", "unfreeze", "forbid_negative", "allow_negative"}) == Codes{});
  CHECK(after({"freeze"}) == Codes{"BOOKS-306"});
  CHECK(after({"close"}) == Codes{"BOOKS-306"});
  CHECK(after({"close", "unfreeze"}) == Codes{"BOOKS-306", "BOOKS-306"});
  CHECK(after({"burn"}) == Codes{"BOOKS-102"});
}

TEST_CASE("numbers run without gaps by type and month", "[audit][books]") {
  const auto after = [](const PlainVoucher& voucher) { return codes_after([&](BooksWorld& world) { world.voucher(voucher); }); };
  CHECK(after(receipt("2016-01-06", 2, 5)) == Codes{});
  CHECK(after(receipt("2016-02-06", 1, 5)) == Codes{});
  CHECK(after(receipt("2016-01-06", 3, 5)) == Codes{"BOOKS-303"});
  CHECK(after(receipt("2016-01-06", 1, 5)) == Codes{"BOOKS-303"});
  CHECK(after(receipt("2016-02-06", 2, 5)) == Codes{"BOOKS-303"});
  PlainVoucher other = receipt("2016-01-06", 1, 5);
  other.type = "付";
  CHECK(after(other) == Codes{});
  other.number = 2;
  CHECK(after(other) == Codes{"BOOKS-303"});
  // A gap is told once, not for every voucher after it.
  CHECK(codes_after([](BooksWorld& world) {
          for (const int number : {3, 4, 5}) world.voucher(receipt("2016-01-06", number, 5));
        }) == Codes{"BOOKS-303"});
}

TEST_CASE("nothing is posted into a closed period or before the book", "[audit][books]") {
  CHECK(codes_after([](BooksWorld& world) {
          world.close("2016-01");
          world.voucher(receipt("2016-02-06", 1, 5));
        }) == Codes{});
  CHECK(codes_after([](BooksWorld& world) {
          world.close("2016-01");
          world.voucher(receipt("2016-01-06", 2, 5));
        }) == Codes{"BOOKS-304"});
  CHECK(codes_after([](BooksWorld& world) {
          world.close("2016-01");
          world.period("lock", "2016-01");
          world.voucher(receipt("2016-01-06", 2, 5));
        }) == Codes{"BOOKS-304"});
  CHECK(codes_after([](BooksWorld& world) {
          world.close("2016-01");
          world.period("reopen", "2016-01");
          world.voucher(receipt("2016-01-06", 2, 5));
          world.close("2016-01");
        }) == Codes{});
  CHECK(codes_after([](BooksWorld& world) { world.voucher(receipt("2015-12-06", 1, 5)); }) == Codes{"BOOKS-305"});
}

TEST_CASE("periods close in order and reopen in the opposite order", "[audit][books]") {
  const auto after = [](const std::vector<std::pair<std::string, std::string>>& steps) {
    return codes_after([&steps](BooksWorld& world) {
      for (const auto& [action, month] : steps) {
        if (action == "close") {
          world.close(month);
        } else {
          world.period(action, month);
        }
      }
    });
  };
  CHECK(after({{"close", "2016-01"}, {"close", "2016-02"}, {"reopen", "2016-02"}, {"reopen", "2016-01"}}) == Codes{});
  CHECK(after({{"close", "2016-01"}, {"close", "2016-02"}, {"lock", "2016-01"}, {"lock", "2016-02"}}) == Codes{});
  CHECK(after({{"close", "2016-02"}}) == Codes{"BOOKS-307"});
  CHECK(after({{"close", "2016-01"}, {"close", "2016-01"}}) == Codes{"BOOKS-307"});
  CHECK(after({{"lock", "2016-01"}}) == Codes{"BOOKS-307"});
  CHECK(after({{"reopen", "2016-01"}}) == Codes{"BOOKS-307"});
  CHECK(after({{"close", "2016-01"}, {"close", "2016-02"}, {"reopen", "2016-01"}}) == Codes{"BOOKS-307"});
  CHECK(after({{"close", "2016-01"}, {"lock", "2016-01"}, {"reopen", "2016-01"}}) == Codes{"BOOKS-307"});
  CHECK(after({{"close", "2016-01"}, {"close", "2016-02"}, {"lock", "2016-02"}}) == Codes{"BOOKS-307"});
  CHECK(after({{"close", "2015-01"}}) == Codes{"BOOKS-305"});
}

TEST_CASE("the trial balance that a close recorded must be the one of its vouchers", "[audit][books]") {
  CHECK(codes_after([](BooksWorld& world) { world.close("2016-01"); }) == Codes{});
  CHECK(codes_after([](BooksWorld& world) { world.period("close", "2016-01", std::string(64, '0')); }) == Codes{"BOOKS-313"});
  CHECK(codes_after([](BooksWorld& world) { world.period("close", "2016-01", "0"); }) == Codes{"BOOKS-102"});
  CHECK(codes_after([](BooksWorld& world) { world.period("close", "2016-01"); }) == Codes{"BOOKS-102"});
}

TEST_CASE("a reversal is its whole voucher turned round, once, later, and no reversal's", "[audit][books]") {
  const PlainVoucher original = receipt("2016-01-05", 1, 100'000);
  const auto after = [&original](const std::function<void(PlainVoucher&)>& change) {
    return codes_after([&](BooksWorld& world) {
      PlainVoucher reversal = reversal_of(original, "2016-01-31", 2);
      change(reversal);
      world.voucher(reversal);
    });
  };
  CHECK(after([](PlainVoucher&) {}) == Codes{});
  CHECK(after([](PlainVoucher& reversal) { reversal.lines[0].amount = reversal.lines[1].amount = 1; }) == Codes{"BOOKS-309"});
  CHECK(after([](PlainVoucher& reversal) { std::swap(reversal.lines[0], reversal.lines[2]); }) == Codes{"BOOKS-309"});
  CHECK(after([](PlainVoucher& reversal) { reversal.lines.resize(2); }) == Codes{"BOOKS-309"});
  CHECK(after([](PlainVoucher& reversal) { reversal.lines[0].subject = "H1"; }) == Codes{"BOOKS-309"});
  CHECK(after([](PlainVoucher& reversal) { reversal.lines[0].project = "P1"; }) == Codes{"BOOKS-309"});
  CHECK(after([](PlainVoucher& reversal) { reversal.reverses = R"({"number":7,"period":"2016-01","type":"记"})"; }) ==
        Codes{"BOOKS-308"});
  CHECK(after([](PlainVoucher& reversal) { reversal.date = "2016-01-04"; }) == Codes{"BOOKS-311"});
  CHECK(after([](PlainVoucher& reversal) { reversal.reverses.clear(); }) == Codes{"BOOKS-102"});
  CHECK(after([](PlainVoucher& reversal) { reversal.kind = "ordinary"; }) == Codes{"BOOKS-102"});
  const PlainVoucher reversal = reversal_of(original, "2016-01-31", 2);
  CHECK(codes_after([&](BooksWorld& world) {
          world.voucher(reversal);
          world.voucher(reversal_of(original, "2016-01-31", 3));
        }) == Codes{"BOOKS-310"});
  CHECK(codes_after([&](BooksWorld& world) {
          world.voucher(reversal);
          world.voucher(reversal_of(reversal, "2016-01-31", 3));
        }) == Codes{"BOOKS-308"});
}

TEST_CASE("only what a first look found is remembered, and says the same", "[audit][books]") {
  BooksWorld world;
  fill_world(world);
  audit::BooksStart start;
  start.reversed.emplace();
  for (const WorldRecord& entry : world.records()) {
    if (const auto name = audit::reversal_named_by(entry.bytes)) start.reversed->insert(*name);
  }
  REQUIRE(start.reversed->size() == 1);
  CHECK(to_text(*start.reversed->begin()) == "2016-01 记-0002");
  audit::Books books(start);
  CHECK(codes_of(world.records(), books) == Codes{});
  CHECK(books.unchecked().reversals == 0);
  // Where the first look missed one, it is counted as not checked.
  audit::BooksStart blind;
  blind.reversed.emplace();
  audit::Books unseeing(blind);
  CHECK(codes_of(world.records(), unseeing) == Codes{});
  CHECK(unseeing.unchecked().reversals == 1);
}

TEST_CASE("a book begins with its book, has it once, and no record of another", "[audit][books]") {
  BooksWorld headless;
  headless.record("fund/v1", R"({"code":"F1","name":"中央资金"})");
  CHECK(codes_of(headless) == Codes{"BOOKS-201"});
  CHECK(codes_after([](BooksWorld& world) {
          world.record("book/v1", R"({"name":"county","start":"2016-01","title":"又"})");
        }) == Codes{"BOOKS-202"});
  CHECK(codes_after([](BooksWorld& world) {
          world.record("project/v1", R"({"code":"P2","name":"桥"})").record.book = "other";
        }) == Codes{"BOOKS-203"});
}

TEST_CASE("an unknown kind, lines without a voucher and a voucher without lines are told", "[audit][books]") {
  CHECK(codes_after([](BooksWorld& world) { world.record("indicator/v1", "{}"); }) == Codes{});
  CHECK(codes_after([](BooksWorld& world) { world.record("indicator/v2", "{}"); }) == Codes{"BOOKS-101"});
  CHECK(codes_after([](BooksWorld& world) { world.record("indicator/v1", "{}", "{}\n"); }) == Codes{"BOOKS-104"});
  PlainVoucher empty = receipt("2016-01-06", 2, 5);
  empty.lines.clear();
  CHECK(codes_after([&](BooksWorld& world) { world.voucher(empty); }) == Codes{"BOOKS-105"});
}

TEST_CASE("withheld lines leave the rest to be checked, and what needs them uncounted for", "[audit][books]") {
  BooksWorld world;
  open_world(world);
  const PlainVoucher voucher = receipt("2016-01-05", 1, 100'000);
  std::string lines = json_line(voucher.lines[0], 1) + withheld_line() + withheld_line() + json_line(voucher.lines[3], 4);
  world.record("voucher/v1", json_voucher(voucher), lines);
  world.voucher(reversal_of(voucher, "2016-01-06", 2));
  world.period("close", "2016-01", std::string(64, '0'));
  world.voucher(receipt("2016-02-06", 2, 5));
  audit::Books books(audit::BooksStart{});
  CHECK(codes_of(world.records(), books) == Codes{"BOOKS-303"});
  CHECK(books.unchecked() == audit::BooksUnchecked{false, 2, 1, 1, 1});
  CHECK_FALSE(books.has_balances());
}

TEST_CASE("a range says what it cannot know, and still finds what is wrong within it", "[audit][books]") {
  BooksWorld world;
  fill_world(world);
  std::vector<WorldRecord> range(world.records().begin() + 12, world.records().end());
  audit::Books books(audit::BooksStart{12, std::nullopt});
  CHECK(codes_of(range, books) == Codes{});
  CHECK(books.unchecked() == audit::BooksUnchecked{true, 0, 0, 0, 2});
  CHECK_FALSE(books.has_balances());
  // The reversed voucher stands before the range.
  range.erase(range.begin());
  audit::Books shorter(audit::BooksStart{13, std::nullopt});
  CHECK(codes_of(range, shorter) == Codes{});
  CHECK(shorter.unchecked().reversals == 1);
  // Numbers, closes and balance within the range.
  world.voucher(receipt("2016-02-05", 2, 1));
  PlainVoucher wrong = receipt("2016-03-05", 5, 1);
  world.voucher(wrong);
  wrong.number = 7;
  wrong.lines[0].amount = 2;
  world.voucher(wrong);
  audit::Books later(audit::BooksStart{12, std::nullopt});
  range.assign(world.records().begin() + 12, world.records().end());
  CHECK(codes_of(range, later) == Codes{"BOOKS-304", "BOOKS-301", "BOOKS-303"});
}

}  // namespace
}  // namespace mingzhang::tests::books_world
