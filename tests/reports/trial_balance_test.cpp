// SPDX-License-Identifier: Apache-2.0
// The numbers of the trial balance, by hand and against the sum of all lines.
#include "reports/trial_balance.h"

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <utility>

#include "tests/reports/recorded_book.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace mingzhang::tests {

namespace {

// Debits and credits in fen by account code and fund code.
using Numbers = std::map<std::pair<std::string, std::string>, std::pair<std::int64_t, std::int64_t>>;

Numbers numbers_of(const reports::TrialBalance& trial_balance, bool opening = false) {
  Numbers numbers;
  for (const reports::TrialBalanceRow& row : trial_balance.rows) {
    const reports::Sums& sums = opening ? row.opening : row.movement;
    const std::string fund(trial_balance.names.fund_code(row.fund));
    numbers[{trial_balance.names.account(row.account).code, fund}] = {sums.debit, sums.credit};
  }
  return numbers;
}

// Adds every line of every voucher dated in [from, to].
Numbers naive_numbers(const MemoryVoucherReader& reader, Date from, Date to) {
  Numbers numbers;
  for (const auto& [seq, recorded] : reader.vouchers) {
    const ledger::VoucherRequest& voucher = recorded.voucher.request;
    if (voucher.date < from || voucher.date > to) continue;
    for (const ledger::Line& line : voucher.lines) {
      auto& [debits, credits] = numbers[{line.account, line.fund}];
      (line.side == ledger::Side::Debit ? debits : credits) += line.amount.fen();
    }
  }
  return numbers;
}

}  // namespace

TEST_CASE("a day inside a month counts what is dated up to it, whenever it was posted", "[reports]") {
  CountyBook book;
  // By hand from the vouchers in recorded_book.cpp: the 25.00 of February 15 were posted after March.
  const Numbers wanted = {{{"100201", "F1"}, {100000, 50000}}, {{"100201", "F2"}, {50000, 0}},
                          {{"100202", ""}, {2500, 0}},         {{"1214", "F1"}, {30000, 0}},
                          {{"2303", ""}, {0, 2500}},           {{"4001", "F1"}, {0, 100000}},
                          {{"4001", "F2"}, {0, 50000}},        {{"5001", "F1"}, {20000, 0}}};
  CHECK(numbers_of(reports::trial_balance_at(book.store(), day("2016-02-15"))) == wanted);
}

TEST_CASE("a month shows its movement and what stood before it", "[reports]") {
  CountyBook book;
  const auto february = reports::trial_balance_of(book.store(), month("2016-02"));
  // By hand: opening of February = January; the two rows of 4001 did not move.
  const Numbers opening = {
      {{"100201", "F1"}, {100000, 0}}, {{"100201", "F2"}, {50000, 0}}, {{"100202", ""}, {0, 0}},
      {{"1214", "F1"}, {0, 0}},        {{"2303", ""}, {0, 0}},         {{"4001", "F1"}, {0, 100000}},
      {{"4001", "F2"}, {0, 50000}},    {{"5001", "F1"}, {0, 0}},       {{"5001", "F2"}, {0, 0}}};
  const Numbers movement = {{{"100201", "F1"}, {0, 50000}}, {{"100201", "F2"}, {0, 5000}}, {{"100202", ""}, {2500, 0}},
                            {{"1214", "F1"}, {30000, 0}},   {{"2303", ""}, {0, 2500}},     {{"4001", "F1"}, {0, 0}},
                            {{"4001", "F2"}, {0, 0}},       {{"5001", "F1"}, {20000, 0}},  {{"5001", "F2"}, {5000, 0}}};
  CHECK(numbers_of(february, true) == opening);
  CHECK(numbers_of(february) == movement);
}

TEST_CASE("days before the first voucher have no rows, days after the last have all", "[reports]") {
  CountyBook book;
  CHECK(reports::trial_balance_at(book.store(), day("2015-12-31")).rows.empty());
  CHECK(reports::trial_balance_at(book.store(), day("2016-01-04")).rows.empty());
  CHECK(reports::trial_balance_at(book.store(), day("2016-01-05")).rows.size() == 2);
  CHECK(numbers_of(reports::trial_balance_at(book.store(), day("2017-07-07"))) ==
        naive_numbers(book.reader(), day("2016-01-01"), day("2017-07-07")));
}

TEST_CASE("a month without postings shows balances only", "[reports]") {
  CountyBook book;
  const auto may = reports::trial_balance_of(book.store(), month("2016-05"));
  // By hand: 1214 in F1 and 5001 in F2 are back at zero and are left out.
  CHECK(may.rows.size() == 9);
  for (const reports::TrialBalanceRow& row : may.rows) CHECK(row.movement.is_zero());
}

TEST_CASE("a zero balance stands on the normal side", "[reports]") {
  CHECK(reports::balance_of(reports::Sums(5, 5), ledger::Side::Credit).side == ledger::Side::Credit);
  CHECK(reports::balance_of(reports::Sums(5, 5), ledger::Side::Debit).side == ledger::Side::Debit);
  CHECK(reports::balance_of(reports::Sums(5, 7), ledger::Side::Debit).side == ledger::Side::Credit);
  CHECK(reports::balance_of(reports::Sums(5, 7), ledger::Side::Debit).fen == 2);
}

TEST_CASE("any day and month agree with the sum of all lines", "[reports][random]") {
  std::mt19937_64 random(run_seed());
  const auto below = [&](std::uint64_t bound) { return random() % bound; };
  RecordedBook book;
  const std::string accounts[] = {"A", "B 2", "C:3", "丁"};
  const std::string funds[] = {"", "F1", "F2"};
  for (const std::string& code : accounts) book.add_account(code, code, ledger::AccountClass::Unclassified);
  book.add_fund("F2", "F2", "", false);
  book.add_fund("F1", "F1", "", false);
  const Date first = day("2016-01-01");
  // In order but for a week, as an office posts, or at random, so that each month's lines stand among all others'.
  const bool is_in_order = GENERATE(true, false);
  for (int i = 0; i < 300; ++i) {
    const Date date = plus_days(first, static_cast<std::int64_t>(is_in_order ? static_cast<std::uint64_t>(i) / 3 + below(7) : below(100)));
    std::vector<ledger::Line> lines;
    const std::uint64_t pairs = 1 + below(is_in_order ? 3 : 6);
    for (std::uint64_t pair = 0; pair < pairs; ++pair) {
      const std::string amount = std::to_string(1 + below(1000)) + ".0" + std::to_string(below(10));
      const std::string fund = funds[below(3)];
      const std::string names = fund.empty() ? "-" : fund;
      lines.push_back(debit(accounts[below(4)], amount, names));
      lines.push_back(credit(accounts[below(4)], amount, names));
    }
    book.post(to_iso(date), "随机", lines);
  }
  for (int i = 0; i < 40; ++i) {
    const Date as_of = plus_days(first, static_cast<std::int64_t>(below(110)));
    INFO("as of " << to_iso(as_of));
    CHECK(numbers_of(reports::trial_balance_at(book.store(), as_of)) == naive_numbers(book.reader(), first, as_of));
  }
  for (const std::string iso : {"2016-01", "2016-02", "2016-03", "2016-04"}) {
    const Month period = month(iso);
    Numbers moved = numbers_of(reports::trial_balance_of(book.store(), period));
    std::erase_if(moved, [](const auto& entry) { return entry.second == std::pair<std::int64_t, std::int64_t>(); });
    CHECK(moved == naive_numbers(book.reader(), period.first_day(), period.last_day()));
  }
}

}  // namespace mingzhang::tests
