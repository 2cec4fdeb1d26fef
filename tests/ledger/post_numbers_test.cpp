// SPDX-License-Identifier: Apache-2.0
// Numbers of vouchers, and vouchers that hold several funds or both sets of entries.
#include <string>
#include <vector>

#include "tests/ledger/sample_book.h"
#include "tests/support/aborts.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

using ledger::VoucherRequest;
using ledger::VoucherType;

VoucherRequest of_type(VoucherType type, std::string_view iso) {
  VoucherRequest request = transfer(iso, "1011", "3001", 100, "F1");
  request.type = type;
  return request;
}

}  // namespace

TEST_CASE("INV-03 numbers count per type and month, in the order of posting and not of dates", "[ledger][post]") {
  SampleBook sample;
  CHECK(sample.run(of_type(VoucherType::General, "2016-03-20")) == 1);
  CHECK(sample.run(of_type(VoucherType::General, "2016-03-05")) == 2);
  CHECK(sample.run(of_type(VoucherType::Payment, "2016-03-05")) == 1);
  CHECK(sample.run(of_type(VoucherType::General, "2016-02-28")) == 1);
  sample.flush();
  sample.reopen();
  CHECK(sample.run(of_type(VoucherType::General, "2016-03-31")) == 3);
  CHECK(sample.run(of_type(VoucherType::Payment, "2016-03-31")) == 2);
  CHECK(sample.run(of_type(VoucherType::Receipt, "2016-03-31")) == 1);
  CHECK(sample.run(of_type(VoucherType::Transfer, "2017-03-31")) == 1);
  CHECK(sample.difference() == "");
}

TEST_CASE("INV-03 a number that was taken back is given again, and a gap stops the program", "[ledger][post]") {
  SampleBook sample;
  sample.run(of_type(VoucherType::General, "2016-03-05"));
  sample.mark();
  CHECK(sample.run(of_type(VoucherType::General, "2016-03-06")) == 2);
  CHECK(sample.run(of_type(VoucherType::General, "2016-03-07")) == 3);
  sample.undo();
  CHECK(sample.run(of_type(VoucherType::General, "2016-03-08")) == 2);
  CHECK(sample.difference() == "");

  const VoucherRequest next = of_type(VoucherType::General, "2016-03-09");
  const std::int64_t seq = sample.book().head().records;
  CHECK(aborts([&] { ledger::apply(next, 4, seq, sample.book()); }));
  CHECK(aborts([&] { ledger::apply(next, 2, seq, sample.book()); }));
  CHECK_FALSE(aborts([&] { ledger::apply(next, 3, seq, sample.book()); }));
}

TEST_CASE("INV-01 each fund of a voucher balances by itself", "[ledger][post]") {
  SampleBook sample;
  VoucherRequest request = voucher("2016-03-05", {
                                                     debit("1011", 700, "F1"),
                                                     credit("3001", 700, "F1"),
                                                     debit("1011", 300, "F2"),
                                                     credit("3001", 300, "F2"),
                                                     debit("1011", 5, ""),
                                                     credit("4001", 5, ""),
                                                 });
  CHECK(sample.answer(request) == "Ok");
  VoucherRequest crossed = request;
  crossed.lines[1].amount = Money::from_fen(699);
  crossed.lines[3].amount = Money::from_fen(301);  // balanced as a whole
  CHECK(sample.answer(crossed) == "FundUnbalanced");
  CHECK(sample.problems(crossed).size() == 2);  // both funds are named
  sample.run(request);

  const Month march = month("2016-03");
  const ledger::AccountId transit = sample.book().accounts().find("1011")->id;
  const ledger::FundId first = sample.book().funds().find("F1")->id;
  const ledger::FundId second = sample.book().funds().find("F2")->id;
  CHECK(sample.book().balances().totals(march, {transit, first}).debit.fen() == 700);
  CHECK(sample.book().balances().totals(march, {transit, second}).debit.fen() == 300);
  CHECK(sample.book().balances().totals(march, {transit, ledger::FundId{}}).debit.fen() == 5);
  CHECK(sample.difference() == "");
}

TEST_CASE("INV-01 an unbalanced voucher that got past the checks stops the program", "[ledger][post]") {
  SampleBook sample;
  const VoucherRequest request = voucher("2016-03-05", {debit("1011", 2, ""), credit("3001", 1, "")});
  CHECK(sample.answer(request) == "FundUnbalanced");
  CHECK(aborts([&] { ledger::apply(request, 1, sample.book().head().records, sample.book()); }));
}

TEST_CASE("financial and budget entries stand in one voucher and balance each by itself", "[ledger][post]") {
  SampleBook sample;
  // 平行记账, 财会〔2017〕25号: a payment is an expense against the bank, and a budget expense against the balance.
  VoucherRequest request = voucher("2016-03-05", {
                                                     debit("5001", 400, "F1"),
                                                     credit("1011", 400, "F1"),
                                                     debit("7201", 400, "F1"),
                                                     credit("8001", 400, "F1"),
                                                 });
  CHECK(sample.answer(request) == "Ok");
  sample.run(request);
  request.lines[1].account = "8001";
  request.lines[3].account = "1011";
  CHECK(sample.answer(request) == "Ok");  // the order of lines does not matter
  request.lines[1].amount = Money::from_fen(399);
  request.lines[3].amount = Money::from_fen(401);
  CHECK(sample.answer(request) == "EntrySetUnbalanced");

  // Each set per fund: the sets balance over all funds, but not within F1 and F2.
  const VoucherRequest crossed = voucher("2016-03-05", {
                                                           debit("5001", 10, "F1"),
                                                           credit("8001", 10, "F1"),
                                                           debit("7201", 10, "F2"),
                                                           credit("1011", 10, "F2"),
                                                       });
  CHECK(sample.answer(crossed) == "EntrySetUnbalanced");
  CHECK(sample.problems(crossed).size() == 4);
  CHECK(sample.difference() == "");
}

TEST_CASE("an undone request leaves no trace, neither in memory nor in what is written", "[ledger][post]") {
  SampleBook sample;
  sample.run(of_type(VoucherType::General, "2016-03-05"));
  REQUIRE(sample.difference() == "");
  const std::vector<std::string> before = sample.store().dump();

  sample.mark();
  VoucherRequest request = of_type(VoucherType::Receipt, "2016-01-05");  // a month before, a new type
  request.lines[0].subject = "H-1";
  request.lines[0].project = "P1";
  sample.run(request);
  request.date = day("2016-08-05");
  sample.run(request);
  sample.run(ledger::reversal_of(ledger::Voucher{sample.naive().request(0), 1}, day("2016-03-31"), "样例"));
  sample.run(ledger::AddAccount{"1901", "样例", ledger::AccountClass::Asset, ledger::Side::Debit, "", "", true});
  sample.run(ledger::AddAccount{"120102", "样例", ledger::AccountClass::Asset, ledger::Side::Debit, "12", "", true});
  sample.run(transfer("2016-03-05", "1901", "1011", 5, "F1"));
  sample.change_account("2001", ledger::AccountAction::ForbidNegative);
  sample.change_account("4001", ledger::AccountAction::Freeze);
  sample.run(ledger::AddFund{"F9", "样例", "", true});
  sample.run(ledger::AddProject{"P9", "样例"});
  sample.run(ledger::GrantRole{"synthetic-auditor", "auditor", true});
  sample.change_period("2016-01", ledger::PeriodAction::Close);
  sample.undo();

  CHECK(sample.book().accounts().find("1901") == nullptr);
  CHECK(sample.book().funds().find("F9") == nullptr);
  CHECK(sample.book().subjects().find("H-1") == nullptr);
  CHECK_FALSE(sample.book().has_role("synthetic-auditor", "auditor"));
  CHECK(sample.book().balances().state(month("2016-01")) == ledger::PeriodState::Open);
  CHECK(sample.difference() == "");
  CHECK(sample.store().dump() == before);
}

}  // namespace mingzhang::tests
