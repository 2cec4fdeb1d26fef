// SPDX-License-Identifier: Apache-2.0
// Funds over the year's end, statements over a span inside a month, and vouchers without a record.
#include <string>
#include <string_view>

#include "base/world_error.h"
#include "reports/account_statement.h"
#include "reports/fund_statement.h"
#include "reports/journal.h"
#include "tests/reports/recorded_book.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {

namespace {

std::int64_t fen_in(const reports::Table& table, std::string_view first_cell, std::string_view key) {
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    if (table.value(row, 0).text != first_cell) continue;
    for (std::size_t column = 0; column < table.columns().size(); ++column) {
      if (table.columns()[column].caption.key == key) return table.value(row, column).number;
    }
  }
  FAIL("no cell " << first_cell << ' ' << key);
  return 0;
}

std::int64_t fact_of(const reports::Table& table, std::string_view key) {
  for (std::size_t fact = 0; fact < table.fact_count(); ++fact) {
    if (table.fact_caption(fact).key == key) return table.fact_value(fact).number;
  }
  FAIL("no fact " << key);
  return 0;
}

}  // namespace

TEST_CASE("what a fund received and spent survives the year-end carry-forward", "[reports][fund]") {
  CountyBook book;
  book.carry_forward(2016);
  for (const std::string iso : {"2016-12-30", "2016-12-31", "2017-05-05"}) {
    INFO(iso);
    const reports::Table table = reports::fund_statement(book.store(), day(iso));
    // By hand: F1 got 1000.00 and spent 200.00 + 300.00; its bank holds 1000.00 − 300.00 − 200.00.
    CHECK(fen_in(table, "F1", "received") == 100000);
    CHECK(fen_in(table, "F1", "spent") == 50000);
    CHECK(fen_in(table, "F1", "direct") == 0);
    CHECK(fen_in(table, "F1", "left") == 50000);
    CHECK(fen_in(table, "F1", "money") == 50000);
    CHECK(fen_in(table, "F1", "budget_received") == 8000);
    CHECK(fen_in(table, "F2", "received") == 50000);
    CHECK(fen_in(table, "F2", "spent") == 0);
    CHECK(fen_in(table, "", "liabilities") == 2500);
    CHECK(fen_in(table, "", "left") == 0);
  }
}

TEST_CASE("a reversed carry-forward is left out together with its reversal", "[reports][fund]") {
  CountyBook book;
  book.carry_forward(2016);
  const reports::RecordedVoucher carried = book.reader().vouchers.rbegin()->second;
  book.post(ledger::reversal_of(carried.voucher, day("2017-01-10"), "重做"));
  const reports::Table table = reports::fund_statement(book.store(), day("2017-01-31"));
  CHECK(fen_in(table, "F1", "received") == 100000);
  CHECK(fen_in(table, "F1", "spent") == 50000);
  CHECK(fen_in(table, "F1", "direct") == 0);
}

TEST_CASE("a statement inside a month opens with what stood before its first day", "[reports][statement]") {
  CountyBook book;
  const auto table = reports::account_statement(
      book.store(), book.reader(), {book.account("100201"), book.fund("F1"), day("2016-02-04"), day("2016-02-28")});
  // By hand: 1000.00 in, 300.00 out on February 3; 200.00 out on February 10 is the only line shown.
  CHECK(fact_of(table, "opening") == 70000);
  CHECK(fact_of(table, "total_credit") == 20000);
  CHECK(fact_of(table, "total_debit") == 0);
  CHECK(fact_of(table, "closing") == 50000);
}

TEST_CASE("a statement of a span without lines still opens and closes", "[reports][statement]") {
  CountyBook book;
  const auto table = reports::account_statement(
      book.store(), book.reader(), {book.account("100201"), book.fund("F2"), day("2017-01-01"), day("2017-12-31")});
  CHECK(fact_of(table, "opening") == 50000);
  CHECK(fact_of(table, "closing") == 50000);
  CHECK(table.row_count() == 1);
}

TEST_CASE("a voucher without its record is a damaged book", "[reports]") {
  CountyBook book;
  book.reader().vouchers.erase(book.reader().vouchers.begin());
  CHECK_THROWS_AS(reports::journal(book.store(), book.reader(), {day("2016-01-01"), day("2016-12-31")}), WorldError);
  CHECK_THROWS_AS(
      reports::account_statement(book.store(), book.reader(),
                                 {book.account("4001"), std::nullopt, day("2016-01-01"), day("2016-12-31")}),
      WorldError);
}

}  // namespace mingzhang::tests
