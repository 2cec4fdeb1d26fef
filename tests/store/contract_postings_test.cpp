// SPDX-License-Identifier: Apache-2.0
// Contract of every driver: balances, details, days, vouchers and lines; and that books do not mix.
#include "base/world_error.h"
#include "tests/store/contract.h"
#include "tests/store/sample.h"
#include "tests/support/catch.h"

namespace mingzhang::contract {
namespace {

/// Collects what a visiting read hands over.
template <class Row>
auto into(Texts& texts) {
  return [&texts](const Row& row) { texts.push_back(text_of(row)); };
}

}  // namespace

TEST_CASE("a month's balances come by account and fund", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->ledger(one.book);
  const Month october = month(2016, 10);
  ledger::Balance last = balance_of(october, 10, 0, 1);
  const ledger::Balance middle = balance_of(october, 2, 7, Money::kFenMax);
  const ledger::Balance first = balance_of(october, 2, 3, 0);
  const ledger::Balance next_month = balance_of(month(2016, 11), 1, 1, 5);
  write(*one.store, [&] { rows->insert_balances(std::vector{last, next_month, middle, first}); });

  Texts seen;
  rows->balances(october, into<ledger::Balance>(seen));
  CHECK(seen == Texts{text_of(first), text_of(middle), text_of(last)});
  CHECK(texts_of(rows->balances_of(october, {2})) == Texts{text_of(first), text_of(middle)});
  CHECK(rows->balances_of(october, {3}).empty());
  CHECK(text_of(rows->balance(october, {10}, {}).value()) == text_of(last));
  CHECK_FALSE(rows->balance(october, {10}, {1}).has_value());
  CHECK_FALSE(rows->balance(month(2016, 9), {10}, {}).has_value());

  last.opening_debit = fen(1'000);
  last.opening_credit = fen(2'000);
  last.debit = fen(3'000);
  last.credit = fen(4'000);
  last.last_line = {5'000};
  write(*one.store, [&] { rows->update_balances(std::vector{last}); });
  CHECK(text_of(rows->balance(october, {10}, {}).value()) == "2016-10|10|0|1000|2000|3000|4000|5000");
  CHECK(text_of(rows->balance(october, {2}, {7}).value()) == text_of(middle));
}

TEST_CASE("an update of a row that is not there is a damaged database", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->ledger(one.book);
  one.store->begin_write();
  try {
    finish(*one.store, [&] { rows->update_balances(std::vector{balance_of(month(2016, 10), 1, 1, 1)}); });
    FAIL("the update was accepted");
  } catch (const WorldError& error) {
    CHECK(error.fault() == WorldFault::Damaged);
  }
  one.store->rollback();
}

TEST_CASE("details are found by subject and by project in the order of the rest of their key", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->ledger(one.book);
  const ledger::Detail a = detail_of(1, 9, 5, month(2016, 12));
  const ledger::Detail b = detail_of(1, 8, 5, month(2016, 12));
  const ledger::Detail c = detail_of(1, 8, 5, month(2016, 11));
  const ledger::Detail d = detail_of(2, 8, 4, month(2016, 11));
  const ledger::Detail e = detail_of(0, 8, 4, month(2016, 11));
  write(*one.store, [&] { rows->insert_details(std::vector{a, b, c, d, e}); });

  CHECK(texts_of(rows->details_of(ledger::SubjectId{1})) == Texts{text_of(c), text_of(b), text_of(a)});
  CHECK(texts_of(rows->details_of(ledger::ProjectId{8})) == Texts{text_of(e), text_of(c), text_of(b), text_of(d)});
  CHECK(rows->details_of(ledger::SubjectId{3}).empty());
  CHECK(text_of(rows->detail({2}, {8}, {4}, {3}, month(2016, 11)).value()) == text_of(d));
  CHECK_FALSE(rows->detail({2}, {8}, {4}, {4}, month(2016, 11)).has_value());

  ledger::Detail changed = d;
  changed.debit = fen(77);
  changed.credit = fen(78);
  changed.last_line = {79};
  write(*one.store, [&] { rows->update_details(std::vector{changed}); });
  CHECK(text_of(rows->detail({2}, {8}, {4}, {3}, month(2016, 11)).value()) == "2|8|4|3|2016-11|77|78|79");
  CHECK(texts_of(rows->details_of(ledger::SubjectId{1})) == Texts{text_of(c), text_of(b), text_of(a)});
}

TEST_CASE("days come from the asked one on, ascending, also before 1970", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->ledger(one.book);
  ledger::DayMovement old = movement_of(1, 2, day(1949, 10, 1), 1);
  const ledger::DayMovement new_year = movement_of(1, 2, day(2017, 1, 1), 2);
  const ledger::DayMovement october = movement_of(1, 2, day(2016, 10, 14), 3);
  const ledger::DayMovement other_fund = movement_of(1, 3, day(2016, 10, 14), 4);
  write(*one.store, [&] { rows->insert_days(std::vector{new_year, old, other_fund, october}); });
  CHECK(texts_of(rows->days({1}, {2}, day(1900, 1, 1))) == Texts{text_of(old), text_of(october), text_of(new_year)});
  CHECK(texts_of(rows->days({1}, {2}, day(2016, 10, 14))) == Texts{text_of(october), text_of(new_year)});
  CHECK(texts_of(rows->days({1}, {2}, day(2016, 10, 15))) == Texts{text_of(new_year)});
  CHECK(rows->days({1}, {2}, day(2999, 12, 31)).empty());

  old.debit = fen(10);
  old.credit = fen(20);
  write(*one.store, [&] { rows->update_days(std::vector{old}); });
  CHECK(texts_of(rows->days({1}, {2}, day(1900, 1, 1))).front() == "1|2|1949-10-01|10|20");
}

TEST_CASE("vouchers come by type and number, and the last number is per month and type", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->ledger(one.book);
  const Month october = month(2016, 10);
  ledger::PostedVoucher general = voucher_of(october, ledger::VoucherType::General, 2);
  const ledger::PostedVoucher earlier = voucher_of(october, ledger::VoucherType::General, 1);
  const ledger::PostedVoucher transfer = voucher_of(october, ledger::VoucherType::Transfer, 1);
  const ledger::PostedVoucher later = voucher_of(month(2016, 11), ledger::VoucherType::General, 3);
  write(*one.store, [&] { rows->insert_vouchers(std::vector{transfer, later, general, earlier}); });

  Texts seen;
  rows->vouchers(october, into<ledger::PostedVoucher>(seen));
  CHECK(seen == Texts{text_of(earlier), text_of(general), text_of(transfer)});
  CHECK(rows->last_number(october, ledger::VoucherType::General) == 2);
  CHECK(rows->last_number(october, ledger::VoucherType::Transfer) == 1);
  CHECK(rows->last_number(october, ledger::VoucherType::Receipt) == 0);
  CHECK(rows->last_number(month(2016, 11), ledger::VoucherType::General) == 3);
  CHECK(text_of(rows->voucher(october, ledger::VoucherType::Transfer, 1).value()) == text_of(transfer));
  CHECK_FALSE(rows->voucher(october, ledger::VoucherType::Transfer, 2).has_value());

  CHECK(general.reversed_by == -1);
  general.reversed_by = 400;
  write(*one.store, [&] { rows->update_vouchers(std::vector{general}); });
  CHECK(text_of(rows->voucher(october, ledger::VoucherType::General, 2).value()) == text_of(general));
}

TEST_CASE("lines are read one by one and in half-open ranges", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->ledger(one.book);
  const std::vector<ledger::PostedLine> lines = {line_of(3), line_of(1), line_of(2), line_of(100)};
  write(*one.store, [&] { rows->insert_lines(lines); });
  CHECK(text_of(rows->line({100}).value()) == text_of(line_of(100)));
  CHECK_FALSE(rows->line({4}).has_value());
  Texts seen;
  rows->lines({2}, {100}, into<ledger::PostedLine>(seen));
  CHECK(seen == Texts{text_of(line_of(2)), text_of(line_of(3))});
  seen.clear();
  rows->lines({2}, {2}, into<ledger::PostedLine>(seen));
  CHECK(seen.empty());
}

TEST_CASE("a read may look up other rows while it visits", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->ledger(one.book);
  write(*one.store, [&] { rows->insert_lines(std::vector{line_of(1), line_of(2), line_of(3)}); });
  Texts seen;
  rows->lines({1}, {4}, [&](const ledger::PostedLine& outer) {
    rows->lines({1}, {outer.id.value + 1}, into<ledger::PostedLine>(seen));
  });
  CHECK(seen.size() == 1 + 2 + 3);
}

TEST_CASE("a read that its visitor leaves with an exception leaves nothing open", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->ledger(one.book);
  write(*one.store, [&] { rows->insert_lines(std::vector{line_of(1), line_of(2)}); });
  CHECK_THROWS_AS(rows->lines({1}, {3}, [](const ledger::PostedLine&) { throw std::runtime_error("enough"); }),
                  std::runtime_error);
  write(*one.store, [&] { rows->insert_lines(std::vector{line_of(3)}); });
  Texts seen;
  rows->lines({1}, {4}, into<ledger::PostedLine>(seen));
  CHECK(seen.size() == 3);
}

TEST_CASE("books do not see each other's rows", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->ledger(one.book);
  const auto other = one.store->ledger(add_book(*one.store, "alashan"));
  const ledger::Balance here = balance_of(month(2016, 10), 1, 1, 100);
  const ledger::Balance there = balance_of(month(2016, 10), 1, 1, 900);
  write(*one.store, [&] {
    rows->insert_balances(std::vector{here});
    other->insert_balances(std::vector{there});
    rows->insert_lines(std::vector{line_of(1)});
    rows->insert_accounts(std::vector{account_of(1, "1002", "银行存款")});
  });
  CHECK(text_of(rows->balance(month(2016, 10), {1}, {1}).value()) == text_of(here));
  CHECK(text_of(other->balance(month(2016, 10), {1}, {1}).value()) == text_of(there));
  CHECK_FALSE(other->line({1}).has_value());
  CHECK_FALSE(other->account("1002").has_value());
  CHECK(other->account_count() == 0);
}

}  // namespace mingzhang::contract
