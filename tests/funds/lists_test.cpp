// SPDX-License-Identifier: Apache-2.0
// Payment lists: to the fen, once, after publicity, and through the hands of the bank and back.
#include "tests/funds/sample_funds.h"
#include "tests/support/aborts.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

using funds::RowAction;
using funds::RowState;

RowState state_of(SampleFunds& sample, const std::string& list, std::int64_t number) {
  const funds::ListRow* row = sample.funds().row({sample.list(list).id, number});
  REQUIRE(row != nullptr);
  return row->state;
}

/// INV-21: the sums of the states, counted row by row, are the list's own.
void check_list(SampleFunds& sample, const std::string& code) {
  const funds::DisbursementList list = sample.list(code);
  funds::DisbursementList counted;
  for (std::int64_t number = 1; number <= list.rows; ++number) {
    const funds::ListRow* row = sample.funds().row({list.id, number});
    REQUIRE(row != nullptr);
    counted.sum_of(row->state) += row->amount;
  }
  Money sum;
  for (const RowState state :
       {RowState::Submitted, RowState::Paid, RowState::Returned, RowState::Repaid, RowState::Cancelled}) {
    CHECK(counted.sum_of(state) == list.sum_of(state));
    sum += list.sum_of(state);
  }
  CHECK(sum == list.total);
}

}  // namespace

TEST_CASE("INV-21 a list whose rows are one fen off is refused in either direction", "[funds][list]") {
  SampleFunds sample;
  sample.run(add_indicator());
  for (const std::int64_t off : {-1, 1}) {
    funds::SubmitList list = submit_list("L1", "2016-02-01", 5);
    list.total = fen(50'00 + off);
    CHECK(sample.answer(list) == "TotalDiffers");
  }
  funds::SubmitList list = submit_list("L1", "2016-02-01", 5);
  sample.run(list);
  check_list(sample, "L1");
  list.total = fen(50'01);
  CHECK(aborts([&] { funds::apply(list, 99, sample.funds()); }));
}

TEST_CASE("INV-22 the same rows are submitted once, unless the first list was withdrawn", "[funds][list]") {
  SampleFunds sample;
  sample.run(add_indicator());
  sample.run(submit_list("L1", "2016-02-01", 5));
  CHECK(sample.answer(submit_list("L2", "2016-09-01", 5)) == "SameListTwice");
  CHECK(aborts([&] { funds::apply(submit_list("L2", "2016-09-01", 5), 99, sample.funds()); }));
  sample.flush();
  sample.reopen();
  CHECK(sample.answer(submit_list("L2", "2016-09-01", 5)) == "SameListTwice");
  sample.run(funds::WithdrawList{"W1", "L1", day("2016-02-02"), "户名有误"});
  CHECK(sample.indicator("F1").left() == fen(1'000'00));
  CHECK(sample.answer(pay_list("B1", "L1", "2016-02-03")) == "ListWithdrawn");
  sample.run(submit_list("L2", "2016-02-03", 5));
  sample.flush();
  sample.reopen();
  CHECK(sample.answer(submit_list("L3", "2016-02-03", 5)) == "SameListTwice");
  check_list(sample, "L1");
}

TEST_CASE("a household stands twice on a list only with different persons", "[funds][list]") {
  SampleFunds sample;
  sample.run(add_indicator());
  const auto answer = [&sample](const std::string& first, const std::string& second) {
    funds::SubmitList list = submit_list("L1", "2016-02-01", 3);
    list.rows[2].household = list.rows[0].household;
    list.rows[0].person = first;
    list.rows[2].person = second;
    return sample.answer(list);
  };
  CHECK(answer("", "") == "HouseholdTwice");
  CHECK(answer("", "PE-1") == "HouseholdTwice");
  CHECK(answer("PE-1", "") == "HouseholdTwice");
  CHECK(answer("PE-1", "PE-1") == "HouseholdTwice");
  CHECK(answer("PE-1", "PE-2") == "Ok");
}

TEST_CASE("a list sets its total aside on its day, so that two lists never promise the same yuan", "[funds][list]") {
  SampleFunds sample;
  sample.run(add_indicator());
  sample.run(submit_list("L1", "2016-02-01", 60));
  CHECK(sample.indicator("F1").left() == fen(400'00));
  CHECK(sample.answer(submit_list("L2", "2016-01-20", 41)) == "NotAvailable");
  sample.run(submit_list("L2", "2016-01-20", 40));
  CHECK(sample.answer(allocate("A1", "2016-01-20")) == "NotAvailable");
}

TEST_CASE("a list is paid row by row in one voucher, not before the end of the publicity", "[funds][list]") {
  SampleFunds sample;
  sample.run(add_indicator());
  funds::SubmitList list = submit_list("L1", "2016-02-01", 3);
  list.publicity_end = day("2016-02-08");
  sample.run(list);
  CHECK(sample.answer(pay_list("B1", "L1", "2016-02-07")) == "PublicityRunning");
  const auto vouchers = sample.run(pay_list("B1", "L1", "2016-02-08"));
  REQUIRE(vouchers.size() == 1);
  REQUIRE(vouchers[0].lines.size() == 6);
  CHECK(vouchers[0].source == "B1");
  for (std::size_t row = 0; row < 3; ++row) {
    CHECK(vouchers[0].lines[row].subject == household(static_cast<std::int64_t>(row) + 1));
    CHECK(vouchers[0].lines[row].project == "P1");
    CHECK(vouchers[0].lines[row].fund == "F1");
  }
  CHECK(vouchers[0].lines[3].amount == fen(30'00));
  CHECK(sample.balance("100201", "F1") == fen(970'00));
  CHECK(sample.indicator("F1").paid == fen(30'00));
  CHECK(sample.indicator("F1").left() == fen(970'00));
  check_list(sample, "L1");
  CHECK(sample.answer(pay_list("B2", "L1", "2016-02-09")) == "ListPaid");
  CHECK(sample.answer(funds::WithdrawList{"W1", "L1", day("2016-02-09"), "重报"}) == "ListPaid");
}

// 20,236 poor households: the report of Weining county of 2016-10-14.
TEST_CASE("a county's list is paid by vouchers that each have room", "[funds][list]") {
  CHECK(funds::voucher_count(1) == 1);
  CHECK(funds::voucher_count(19'997) == 1);
  CHECK(funds::voucher_count(19'998) == 2);
  SampleFunds sample;
  funds::AddIndicator indicator = add_indicator();
  indicator.amount = fen(202'360'00);
  sample.run(indicator);
  sample.run(submit_list("L1", "2016-02-01", 20'236));
  sample.flush();
  sample.reopen();
  const auto vouchers = sample.run(pay_list("B1", "L1", "2016-02-08"));
  REQUIRE(vouchers.size() == 2);
  CHECK(vouchers[0].lines.size() == 20'000);
  CHECK(vouchers[1].lines.size() == 242);
  CHECK(sample.funds().movements().find("B1")->vouchers == 2);
  CHECK(sample.balance("500101", "F1") == fen(202'360'00));
  CHECK(sample.balance("100201", "F1") == fen(0));
}

TEST_CASE("returned rows wait in their own account, are paid again, and may be returned again", "[funds][list]") {
  SampleFunds sample;
  sample.run(add_indicator());
  sample.run(submit_list("L1", "2016-02-01", 4));
  CHECK(sample.answer(change_rows("C1", "L1", RowAction::Return, "2016-02-02", {2})) == "RowNotPaid");
  sample.run(pay_list("B1", "L1", "2016-02-03"));
  CHECK(sample.answer(change_rows("C1", "L1", RowAction::Return, "2016-02-02", {2})) == "TooEarly");
  sample.run(change_rows("C1", "L1", RowAction::Return, "2016-02-05", {2, 4}));
  CHECK(sample.balance("230702", "F1") == fen(-20'00));
  CHECK(sample.indicator("F1").paid == fen(20'00));
  CHECK(state_of(sample, "L1", 2) == RowState::Returned);
  check_list(sample, "L1");
  CHECK(sample.answer(change_rows("C2", "L1", RowAction::Repay, "2016-02-06", {1})) == "RowNotReturned");
  sample.flush();
  sample.reopen();
  funds::ChangeRows repay = change_rows("C2", "L1", RowAction::Repay, "2016-02-06", {2});
  repay.rows[0].payee = digest(5);
  sample.run(repay);
  CHECK(state_of(sample, "L1", 2) == RowState::Repaid);
  CHECK(sample.funds().row({sample.list("L1").id, 2})->payee.size() == 32);
  CHECK(sample.funds().movements().find("C2")->id == sample.funds().row({sample.list("L1").id, 2})->paid_by);
  CHECK(sample.balance("230702", "F1") == fen(-10'00));
  check_list(sample, "L1");
  sample.run(change_rows("C3", "L1", RowAction::Return, "2016-02-07", {2}));
  sample.run(change_rows("C4", "L1", RowAction::Cancel, "2016-02-08", {2, 4}));
  CHECK(sample.balance("230702", "F1") == fen(0));
  CHECK(sample.balance("500101", "F1") == fen(20'00));
  CHECK(sample.indicator("F1").left() == fen(980'00));
  CHECK(sample.indicator("F1").listed == fen(20'00));
  check_list(sample, "L1");
}

TEST_CASE("a list may be paid from what a target holds", "[funds][list]") {
  SampleFunds sample;
  sample.run(add_indicator());
  sample.run(allocate("A1", "2016-02-01"));
  funds::SubmitList list = submit_list("L1", "2016-02-02", 10);
  list.target = {"A1", 1};
  sample.run(list);
  CHECK(sample.target("A1", 1).left() == fen(0));
  CHECK(sample.indicator("F1").left() == fen(700'00));
  funds::PayList payment = pay_list("B1", "L1", "2016-02-03");
  payment.accounts = entry("500101", "121401");
  const auto vouchers = sample.run(payment);
  CHECK(vouchers[0].lines.back().subject == "XZ-01");
  CHECK(sample.balance("121401", "F1") == fen(200'00));
  CHECK(sample.indicator("F1").spent() == fen(100'00));
}

}  // namespace mingzhang::tests
