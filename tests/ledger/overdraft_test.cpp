// SPDX-License-Identifier: Apache-2.0
// INV-04: an account that must not be negative is not, in any fund, at the end of any day.
#include <string>
#include <vector>

#include "tests/ledger/sample_book.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

using ledger::AccountAction;

/// 100 fen come on 5 March, 30 go on 10 March and 60 on 20 April: 100, 70 and 10 stay. Fund F1.
void prepare(SampleBook& sample) {
  sample.run(transfer("2016-03-05", "1002", "3001", 100, "F1"));
  sample.run(transfer("2016-03-10", "5001", "1002", 30, "F1"));
  sample.run(transfer("2016-04-20", "5001", "1002", 60, "F1"));
}

/// The detail of the only problem, which must be an overdraft.
std::string overdraft(SampleBook& sample, const ledger::Command& command) {
  const std::vector<Problem> found = sample.problems(command);
  REQUIRE(found.size() == 1);
  REQUIRE(found.front().info->name == "Overdraft");
  return found.front().detail;
}

}  // namespace

TEST_CASE("INV-04 a payment is checked on its day and on every later day", "[ledger][post]") {
  SampleBook sample;
  prepare(sample);
  // 10 fen are left in the end, so that no day before takes more than 10.
  CHECK(sample.answer(transfer("2016-04-20", "5001", "1002", 10, "F1")) == "Ok");
  CHECK(sample.answer(transfer("2016-03-05", "5001", "1002", 10, "F1")) == "Ok");
  CHECK(sample.answer(transfer("2016-12-31", "5001", "1002", 11, "F1")) == "Overdraft");
  CHECK(sample.answer(transfer("2016-03-04", "5001", "1002", 1, "F1")) == "Overdraft");  // before the money came
}

TEST_CASE("INV-04 the first day of an overdraft is named with its balance", "[ledger][post]") {
  SampleBook sample;
  prepare(sample);
  // Backdated to March, in the black there, in the red in April: 10 − 11.
  CHECK(overdraft(sample, transfer("2016-03-15", "5001", "1002", 11, "F1")) ==
        "1002 科目1002, 资金 fund F1: 2016-04-20 → -0.01");
  // More than was there on 10 March: 70 − 71.
  CHECK(overdraft(sample, transfer("2016-03-08", "5001", "1002", 71, "F1")) ==
        "1002 科目1002, 资金 fund F1: 2016-03-10 → -0.01");
  CHECK(overdraft(sample, transfer("2016-03-08", "5001", "1002", 101, "F1")) ==
        "1002 科目1002, 资金 fund F1: 2016-03-08 → -0.01");
  // A day without movements, in a month without any, after everything and before everything.
  CHECK(overdraft(sample, transfer("2016-09-09", "5001", "1002", 12, "F1")) ==
        "1002 科目1002, 资金 fund F1: 2016-09-09 → -0.02");
  CHECK(overdraft(sample, transfer("2016-01-01", "5001", "1002", 5, "F1")) ==
        "1002 科目1002, 资金 fund F1: 2016-01-01 → -0.05");
  CHECK(overdraft(sample, transfer("2016-03-05", "5001", "1002", 1, "")) == "1002 科目1002: 2016-03-05 → -0.01");
}

TEST_CASE("INV-04 the same days are found by a fresh book", "[ledger][post]") {
  SampleBook sample;
  prepare(sample);
  sample.flush();
  sample.reopen();
  CHECK(sample.answer(transfer("2016-12-31", "5001", "1002", 11, "F1")) == "Overdraft");  // loads the last days only
  CHECK(overdraft(sample, transfer("2016-03-15", "5001", "1002", 11, "F1")) ==
        "1002 科目1002, 资金 fund F1: 2016-04-20 → -0.01");
  CHECK(overdraft(sample, transfer("2016-01-01", "5001", "1002", 5, "F1")) ==
        "1002 科目1002, 资金 fund F1: 2016-01-01 → -0.05");
}

TEST_CASE("INV-04 a fund does not borrow from another, and a day is looked at in its end", "[ledger][post]") {
  SampleBook sample;
  prepare(sample);
  CHECK(sample.answer(transfer("2016-05-01", "5001", "1002", 1, "F2")) == "Overdraft");
  CHECK(sample.answer(transfer("2016-05-01", "5001", "1002", 1, "")) == "Overdraft");
  // Both directions in one voucher: what counts is the day's end.
  ledger::VoucherRequest both =
      voucher("2016-03-01", {credit("1002", 500, "F2"), debit("5001", 500, "F2"), debit("1002", 500, "F2"),
                             credit("3001", 500, "F2")});
  CHECK(sample.answer(both) == "Ok");
  both.lines[2].amount = both.lines[3].amount = Money::from_fen(499);
  CHECK(sample.answer(both) == "Overdraft");
}

TEST_CASE("INV-04 the reversal of a receipt that has been spent is refused", "[ledger][post]") {
  SampleBook sample;
  prepare(sample);
  const ledger::Voucher receipt{sample.naive().request(0), 1};
  CHECK(sample.answer(ledger::reversal_of(receipt, day("2016-05-01"), "样例")) == "Overdraft");
  sample.run(transfer("2016-05-01", "1002", "3001", 90, "F1"));
  CHECK(sample.answer(ledger::reversal_of(receipt, day("2016-04-30"), "样例")) == "Overdraft");
  CHECK(sample.answer(ledger::reversal_of(receipt, day("2016-05-01"), "样例")) == "Ok");
}

TEST_CASE("a credit account is positive on its credit side", "[ledger][post]") {
  SampleBook sample;
  sample.change_account("2001", AccountAction::ForbidNegative);
  CHECK(sample.answer(transfer("2016-03-01", "2001", "1011", 1, "F1")) == "Overdraft");
  sample.run(transfer("2016-03-01", "1011", "2001", 5, "F1"));
  CHECK(sample.answer(transfer("2016-03-01", "2001", "1011", 5, "F1")) == "Ok");
  CHECK(sample.answer(transfer("2016-03-01", "2001", "1011", 6, "F1")) == "Overdraft");
}

TEST_CASE("INV-04 an account can forbid negative balances later, and its past days are made up", "[ledger][post]") {
  SampleBook sample;
  sample.run(transfer("2016-02-10", "1011", "3001", 50, "F1"));
  sample.run(transfer("2016-04-10", "5001", "1011", 20, "F1"));
  sample.run(transfer("2016-02-10", "1011", "3001", 7, "F2"));
  sample.flush();
  sample.run(transfer("2016-03-10", "5001", "1011", 20, "F1"));  // not written yet; a month in the middle
  CHECK(sample.difference() == "");
  sample.change_account("1011", AccountAction::ForbidNegative);
  CHECK(sample.answer(transfer("2016-02-20", "5001", "1011", 10, "F1")) == "Ok");
  CHECK(overdraft(sample, transfer("2016-02-20", "5001", "1011", 11, "F1")) ==
        "1011 科目1011, 资金 fund F1: 2016-04-10 → -0.01");
  CHECK(sample.difference() == "");  // the twin has the rows of all days
  sample.reopen();
  CHECK(overdraft(sample, transfer("2016-02-20", "5001", "1011", 31, "F1")) ==
        "1011 科目1011, 资金 fund F1: 2016-03-10 → -0.01");

  // Allowed and forbidden again: the days in between were kept, and nothing is made up twice.
  sample.change_account("1011", AccountAction::AllowNegative);
  sample.run(transfer("2016-05-10", "5001", "1011", 30, "F1"));
  CHECK(sample.answer(ledger::ChangeAccount{"1011", AccountAction::ForbidNegative, "样例"}) == "WasNegative");
  sample.run(transfer("2016-05-09", "1011", "3001", 30, "F1"));
  sample.change_account("1011", AccountAction::ForbidNegative);
  CHECK(sample.answer(transfer("2016-06-01", "5001", "1011", 10, "F1")) == "Ok");
  CHECK(sample.answer(transfer("2016-06-01", "5001", "1011", 11, "F1")) == "Overdraft");
  CHECK(sample.difference() == "");
}

TEST_CASE("the first negative day of an account is named when it is to be forbidden", "[ledger][post]") {
  SampleBook sample;
  sample.run(transfer("2016-04-01", "5001", "1011", 20, "F2"));
  sample.run(transfer("2016-04-03", "1011", "3001", 20, "F2"));
  sample.run(transfer("2016-03-31", "1011", "3001", 5, "F1"));
  const std::vector<Problem> found =
      sample.problems(ledger::ChangeAccount{"1011", AccountAction::ForbidNegative, "样例"});
  REQUIRE(found.size() == 1);
  CHECK(found.front().info->name == "WasNegative");
  CHECK(found.front().detail == "1011: 2016-04-01");
}

}  // namespace mingzhang::tests
