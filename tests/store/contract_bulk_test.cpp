// SPDX-License-Identifier: Apache-2.0
// Contract of every driver: large batches, empty ones, and batches that break a rule.
#include <vector>

#include "store/connection.h"
#include "tests/store/contract.h"
#include "tests/store/sample.h"
#include "tests/support/catch.h"

namespace mingzhang::contract {
namespace {

constexpr std::int64_t kMany = 10'000;

}  // namespace

TEST_CASE("ten thousand lines go in and come back in order", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->ledger(one.book);
  std::vector<ledger::PostedLine> lines;
  for (std::int64_t id = 1; id <= kMany; ++id) lines.push_back(line_of(id));
  write(*one.store, [&] { rows->insert_lines(lines); });
  std::int64_t next = 1;
  std::int64_t different = 0;
  rows->lines({1}, {kMany + 1}, [&](const ledger::PostedLine& line) {
    if (text_of(line) != text_of(line_of(next))) ++different;
    ++next;
  });
  CHECK(next == kMany + 1);
  CHECK(different == 0);
}

TEST_CASE("ten thousand balances are inserted and updated", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->ledger(one.book);
  const Month october = month(2016, 10);
  std::vector<ledger::Balance> balances;
  // From the last to the first, so that the order of the key is not the order of writing.
  for (std::int64_t number = kMany; number >= 1; --number)
    balances.push_back(balance_of(october, (number + 99) / 100, number % 100, number));
  write(*one.store, [&] { rows->insert_balances(balances); });
  for (ledger::Balance& balance : balances) balance.credit = balance.debit + fen(1);
  write(*one.store, [&] { rows->update_balances(balances); });

  std::int64_t count = 0;
  std::int64_t sum = 0;
  std::int64_t unordered = 0;
  ledger::Balance previous;
  rows->balances(october, [&](const ledger::Balance& balance) {
    ++count;
    sum += balance.credit.fen();
    if (std::pair(previous.account, previous.fund) >= std::pair(balance.account, balance.fund) && count > 1)
      ++unordered;
    previous = balance;
  });
  CHECK(count == kMany);
  CHECK(unordered == 0);
  CHECK(sum == kMany * (kMany + 1) / 2 + kMany);
}

TEST_CASE("ten thousand vouchers, details, days and texts go in", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->ledger(one.book);
  std::vector<ledger::PostedVoucher> vouchers;
  std::vector<ledger::Detail> details;
  std::vector<ledger::DayMovement> days;
  std::vector<ledger::Subject> subjects;
  for (std::int64_t number = 1; number <= kMany; ++number) {
    vouchers.push_back(voucher_of(month(2016, 10), ledger::VoucherType::General, number));
    details.push_back(detail_of(number, 1, 1, month(2016, 10)));
    days.push_back(movement_of(1, 1, plus_days(day(1990, 1, 1), number), number));
    subjects.push_back({{number}, "合成户-" + std::to_string(number)});
  }
  write(*one.store, [&] {
    rows->insert_vouchers(vouchers);
    rows->insert_details(details);
    rows->insert_days(days);
    rows->insert_subjects(subjects);
  });
  CHECK(rows->last_number(month(2016, 10), ledger::VoucherType::General) == kMany);
  CHECK(rows->details_of(ledger::ProjectId{1}).size() == kMany);
  CHECK(rows->days({1}, {1}, day(1990, 1, 2)).size() == kMany);
  CHECK(rows->subject("合成户-9999")->id.value == 9'999);
}

TEST_CASE("an empty batch does nothing", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->ledger(one.book);
  write(*one.store, [&] {
    rows->insert_lines({});
    rows->update_balances({});
    rows->insert_subjects({});
    one.store->log(one.book.value)->append({});
    one.store->log(one.book.value)->add_nodes({});
  });
  CHECK_FALSE(rows->line({1}).has_value());
}

TEST_CASE("a batch with a key that exists is refused as a whole", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->ledger(one.book);
  write(*one.store, [&] { rows->insert_lines(std::vector{line_of(2)}); });
  one.store->begin_write();
  try {
    rows->insert_lines(std::vector{line_of(1), line_of(2), line_of(3)});
    one.store->commit();
    FAIL("the same line was written twice");
  } catch (const store::ConstraintViolation& error) {
    CHECK(error.kind() == store::ConstraintViolation::Kind::Unique);
  }
  one.store->rollback();
  CHECK_FALSE(rows->line({1}).has_value());
  CHECK_FALSE(rows->line({3}).has_value());
  CHECK(rows->line({2}).has_value());
}

TEST_CASE("two accounts of one book cannot share a code", "[store][contract]") {
  OneBook one;
  const auto rows = one.store->ledger(one.book);
  const auto share = [&] {
    rows->insert_accounts(std::vector{account_of(1, "1002", "甲"), account_of(2, "1002", "乙")});
    one.store->commit();
  };
  one.store->begin_write();
  CHECK_THROWS_AS(share(), store::ConstraintViolation);
  one.store->rollback();
  CHECK(rows->accounts().empty());
}

}  // namespace mingzhang::contract
