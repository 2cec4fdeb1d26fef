// SPDX-License-Identifier: Apache-2.0
// The life of a loan with numbers worked out by hand: 12,000.00 at 6 % a year is 2.00 a day by act/360.
#include <string>
#include <vector>

#include "loans/effect.h"
#include "loans/lending_refusals.h"
#include "tests/loans/sample_loans.h"
#include "tests/support/aborts.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

using loans::LoanState;

/// 2021-03-01, four quarters: due 06-01, 09-01, 12-01, 2022-03-01.
void grant_bullet(SampleLoans& sample) { sample.grant("L1", "2021-03-01", bullet("2021-03-01", 4)); }

loans::CorrectStep correct(std::string code, std::string step, std::string_view iso, loans::Parts change) {
  return {std::move(code), "L1", std::move(step), day(iso), change, "录错"};
}

loans::AccrueInterest accrue(std::string code, std::string_view iso, std::int64_t interest) {
  return {std::move(code), day(iso), {{"L1", fen(interest)}}};
}

}  // namespace

TEST_CASE("a loan is asked for, looked into, granted, signed and paid out, in this order", "[loans][life]") {
  SampleLoans sample;
  sample.run(apply_for_loan("L1", "2021-03-01"));
  CHECK(sample.loan("L1").state == LoanState::Applied);
  CHECK(sample.answer(approve_loan("L1", "2021-03-02")) == "StateWrong");
  CHECK(sample.answer(disburse("FK-1", "L1", "2021-03-02", 100)) == "StateWrong");
  sample.run(review_loan("L1", "2021-03-02"));
  sample.run(approve_loan("L1", "2021-03-03"));
  CHECK(sample.loan("L1").exposure() == fen(12'000'00));
  sample.run(sign_loan("L1", "2021-03-04", bullet("2021-03-04", 4)));
  const auto vouchers = sample.run(disburse("FK-1", "L1", "2021-03-05", 12'000'00));
  REQUIRE(vouchers.size() == 1);
  CHECK(vouchers[0].source == "FK-1");
  CHECK(vouchers[0].lines[0].subject == "L1");
  const loans::Loan& loan = sample.loan("L1");
  CHECK(loan.state == LoanState::Active);
  CHECK(loan.start == day("2021-03-05"));  // paid out later than planned: interest begins when the money is there
  CHECK(loan.maturity == day("2022-03-05"));
  CHECK(sample.balance("130301") == fen(12'000'00));
  loans::SignLoan again = sign_loan("L1", "2021-03-06", bullet("2021-03-06", 4));
  CHECK(sample.answer(again) == "CodeTaken");
  again.code = "HT-2";
  CHECK(sample.answer(again) == "StateWrong");
}

TEST_CASE("a declined loan and one that was given up stand behind nothing", "[loans][life]") {
  SampleLoans sample;
  sample.run(apply_for_loan("L1", "2021-03-01"));
  sample.run(review_loan("L1", "2021-03-02"));
  loans::ApproveLoan no = approve_loan("L1", "2021-03-03");
  no.grants = false;
  no.amount = Money();
  no.months = 0;
  no.reason = "负债过高";
  sample.run(no);
  CHECK(sample.loan("L1").state == LoanState::Declined);
  CHECK(sample.loan("L1").exposure().is_zero());
  sample.run(apply_for_loan("L2", "2021-03-01"));
  sample.run(loans::DropLoan{"CX-1", "L2", day("2021-03-09"), "不再需要"});
  CHECK(sample.loan("L2").exposure().is_zero());
  CHECK(sample.answer(review_loan("L2", "2021-03-10")) == "StateWrong");
}

TEST_CASE("interest is settled when it is due and leaves the receivable when it is paid", "[loans][life]") {
  SampleLoans sample;
  grant_bullet(sample);
  CHECK(sample.answer(accrue("JX-0", "2021-05-31", 1)) == "AccrualDiffers");  // nothing is due yet
  sample.run(accrue("JX-1", "2021-06-01", 184'00));                          // 92 days
  CHECK(sample.balance("113201") == fen(184'00));
  CHECK(sample.balance("601101") == fen(-184'00));
  sample.run(repay("HK-1", "L1", "2021-06-01", parts(0, 184'00)));
  CHECK(sample.balance("113201").is_zero());
  CHECK(sample.balance("100202") == fen(184'00));
  CHECK(sample.answer(accrue("JX-2", "2021-06-01", 184'00)) == "AccrualDiffers");  // not twice
}

TEST_CASE("a repayment must be set off as the schedule does it", "[loans][life]") {
  SampleLoans sample;
  grant_bullet(sample);
  CHECK(sample.answer(repay("HK-1", "L1", "2021-06-01", parts(184'00, 0))) == "SetOffDiffers");
  CHECK(sample.answer(repay("HK-1", "L1", "2021-06-01", parts(12'000'01, 184'00))) == "MoreThanOwed");
  CHECK(sample.answer(repay("HK-1", "L1", "2021-02-28", parts(0, 1))) == "EventRefused");  // before it was paid out
  CHECK(aborts([&] {
    loans::apply(repay("HK-1", "L1", "2021-06-01", parts(184'00, 0)), 99, sample.loans());  // INV-27
  }));
}

TEST_CASE("a backdated repayment sets later ones off anew and books the difference", "[loans][life]") {
  SampleLoans sample;
  grant_bullet(sample);
  sample.run(repay("HK-1", "L1", "2021-06-01", parts(0, 184'00)));
  sample.run(repay("HK-2", "L1", "2021-09-01", parts(0, 184'00)));
  // From 07-01 on 6,000.00 bear interest: 30 × 2.00 + 62 × 1.00 = 122.00 for the second quarter instead of 184.00; the
  // 62.00 that were paid too much repay principal.
  CHECK(sample.split("L1", "2021-07-01", 6'000'00) == parts(6'062'00, -62'00));
  const auto vouchers = sample.run(repay("HK-3", "L1", "2021-07-01", parts(6'062'00, -62'00)));
  REQUIRE(vouchers.size() == 1);
  REQUIRE(vouchers[0].lines.size() == 3);
  CHECK(vouchers[0].lines[2].side == ledger::Side::Debit);  // interest comes down
  CHECK(vouchers[0].lines[2].amount == fen(62'00));
  const loans::Loan& loan = sample.loan("L1");
  CHECK(loan.principal == fen(5'938'00));
  CHECK(loan.paid == parts(6'062'00, 306'00));
  CHECK(sample.balance("130301") == fen(5'938'00));
  // How it stood: known now, true then.
  CHECK(sample.loans().standing_on(loan.id, day("2021-06-30"))->principal == fen(12'000'00));
  CHECK(sample.loans().standing_on(loan.id, day("2021-08-31"))->principal == fen(6'000'00));
  CHECK(sample.loans().standing_on(loan.id, day("2021-09-01"))->principal == fen(5'938'00));
}

TEST_CASE("overdue principal costs one and a half times the rate, and is first repaid in the row that it is owed in",
          "[loans][life]") {
  SampleLoans sample;
  grant_bullet(sample);
  for (const char* due : {"2021-06-01", "2021-09-01"}) sample.pay(std::string("HK-") + due, "L1", due, 184'00);
  sample.pay("HK-3", "L1", "2021-12-01", 182'00);
  const loans::Loan& loan = sample.loan("L1");
  const auto standing = sample.loans().standing_on(loan.id, day("2022-03-31"));
  CHECK(standing->days_overdue(day("2022-03-01")) == 0);
  CHECK(standing->days_overdue(day("2022-03-31")) == 30);
  // 30 days after the last row: 12,000.00, 180.00 for the last quarter, and 30 × 3.00.
  const auto owed = loans::owed_on(sample.loans().contract_of(loan), sample.loans().steps_of(loan.id), day("2022-03-31"));
  REQUIRE(owed.has_value());
  CHECK(loans::parts_text(*owed) == "principal 12000.00, interest 180.00, penalties 90.00");
  // Penalties first, then interest, then principal.
  CHECK(loans::parts_text(sample.split("L1", "2022-03-31", 300'00)) == "principal 30.00, interest 180.00, penalties 90.00");
  loans::Repay settle = repay("HK-4", "L1", "2022-03-31", *owed);
  settle.settles = true;
  sample.run(settle);
  CHECK(sample.loan("L1").state == LoanState::Settled);
  CHECK(sample.balance("601103") == fen(-90'00));
  CHECK(sample.answer(repay("HK-5", "L1", "2022-04-01", parts(1, 0))) == "EventRefused");  // nothing is owed any more
}

TEST_CASE("a day of arrears is charged once, on what is overdue on that day", "[loans][life]") {
  SampleLoans sample;
  grant_bullet(sample);
  for (const char* due : {"2021-06-01", "2021-09-01"}) sample.pay(std::string("HK-") + due, "L1", due, 184'00);
  sample.pay("HK-3", "L1", "2021-12-01", 182'00);
  // Ten days at 3.00; then ten days at 2.50 on the 10,000.00 that are left.
  CHECK(sample.split("L1", "2022-03-11", 2'210'00) == parts(2'000'00, 180'00, 30'00));
  sample.pay("HK-4", "L1", "2022-03-11", 2'210'00);
  CHECK(sample.split("L1", "2022-03-21", 26'00) == parts(1'00, 0, 25'00));
}

TEST_CASE("an overdue installment in mid-term bears the rate in the schedule and half of it on top", "[loans][life]") {
  SampleLoans sample;
  loans::Contract contract = equal_principal("2021-03-01");
  contract.terms.day_count = {loans::MonthDays::Actual, loans::YearDays::Days360};
  contract.terms.repayment.recalculation = loans::Recalculation::Daily;
  contract.penalty.overdue_percent = 150;
  sample.grant("L1", "2021-03-01", contract);
  // Due 04-01: 1,000.00 and 62.00. By 04-11 ten days on 1,000.00: 0.83 on top of 10 × 2.00 that the second row bears anyway.
  CHECK(loans::parts_text(sample.split("L1", "2021-04-11", 1'062'83)) == "principal 1000.00, interest 62.00, penalties 0.83");
}

TEST_CASE("overdue interest bears interest where the contract says so", "[loans][life]") {
  SampleLoans sample;
  loans::Contract contract = bullet("2021-03-01", 4);
  contract.penalty.compounds = true;
  sample.grant("L1", "2021-03-01", contract);
  // 184.00 since 06-01, by 07-01 at 9 %: 1.38.
  CHECK(loans::parts_text(sample.split("L1", "2021-07-01", 185'38)) == "principal 0.00, interest 184.00, penalties 1.38");
}

TEST_CASE("without a penalty and with a plan that stands, overdue principal costs nothing more", "[loans][life]") {
  SampleLoans sample;
  sample.grant("L1", "2021-03-01", equal_principal("2021-03-01"));
  // 1,000.00 and 60.00 a month; 55.00 the next.
  CHECK(sample.split("L1", "2021-06-30", 2'115'00) == parts(2'000'00, 115'00));
}

TEST_CASE("a step that was taken back is as if it had never been, and its voucher is turned round", "[loans][life]") {
  SampleLoans sample;
  grant_bullet(sample);
  sample.run(repay("HK-1", "L1", "2021-06-01", parts(0, 184'00)));
  sample.run(repay("HK-2", "L1", "2021-07-01", parts(6'000'00, 0)));
  sample.run(repay("HK-3", "L1", "2021-09-01", sample.split("L1", "2021-09-01", 184'00)));
  const loans::Parts later = sample.loan("L1").paid;
  CHECK(sample.answer(correct("CZ-1", "HK-2", "2021-09-02", parts(-6'000'00, 0))) == "SetOffDiffers");
  // Without it the second quarter owes 184.00 again, and all of the third payment is interest.
  loans::Parts change = parts(0, 184'00 + 184'00);
  change -= later;
  sample.run(correct("CZ-1", "HK-2", "2021-09-02", change));
  CHECK(change.total() == fen(-6'000'00));
  CHECK(sample.loan("L1").paid == parts(0, 368'00));
  CHECK(sample.balance("130301") == fen(12'000'00));
  CHECK(sample.balance("100202") == fen(368'00));
  CHECK(sample.answer(correct("CZ-2", "HK-2", "2021-09-02", change)) == "StepCorrected");
  CHECK(sample.answer(correct("CZ-2", "FK-L1", "2021-09-02", parts(0, 0))) == "NotCorrectable");
  CHECK(sample.answer(correct("CZ-2", "HK-9", "2021-09-02", parts(0, 0))) == "StepUnknown");
}

TEST_CASE("a settled loan can be opened again by taking its settlement back", "[loans][life]") {
  SampleLoans sample;
  grant_bullet(sample);
  loans::Repay settle = repay("HK-1", "L1", "2021-03-31", parts(12'000'00, 60'00));
  settle.settles = true;
  sample.run(settle);
  REQUIRE(sample.loan("L1").state == LoanState::Settled);
  // A repayment before the settlement would leave more paid than is owed.
  CHECK(sample.answer(repay("HK-2", "L1", "2021-03-15", parts(0, 28'00))) == "MoreThanOwed");
  sample.run(correct("CZ-1", "HK-1", "2021-04-01", parts(-12'000'00, -60'00)));
  CHECK(sample.loan("L1").state == LoanState::Active);
  CHECK(sample.loan("L1").principal == fen(12'000'00));
}

TEST_CASE("a debt goes on into a new loan without cash for its principal", "[loans][life]") {
  SampleLoans sample;
  grant_bullet(sample);
  for (const char* due : {"2021-06-01", "2021-09-01"}) sample.pay(std::string("HK-") + due, "L1", due, 184'00);
  sample.pay("HK-3", "L1", "2021-12-01", 182'00);
  loans::RenewLoan renew;
  renew.code = "XD-1";
  renew.loan = "L1";
  renew.into = "L2";
  renew.date = day("2022-03-01");
  renew.parts = parts(12'000'00, 180'00);
  renew.months = 12;
  renew.contract = bullet("2022-03-01", 4);
  renew.product = "microcredit-2021/microcredit";
  const auto vouchers = sample.run(renew);
  REQUIRE(vouchers.size() == 1);
  CHECK(sample.balance("100202") == fen(184'00 * 2 + 182'00 + 180'00));  // interest alone was paid
  CHECK(sample.balance("130301") == fen(12'000'00));
  CHECK(sample.loan("L1").state == LoanState::Renewed);
  CHECK(sample.loan("L1").principal.is_zero());
  const loans::Loan& next = sample.loan("L2");
  CHECK(next.state == LoanState::Active);
  CHECK(next.principal == fen(12'000'00));
  CHECK(next.renewals == 1);
  CHECK(next.original_start == day("2021-03-01"));
  CHECK(next.household == "HU-SYN-1");
  CHECK(sample.answer(correct("CZ-1", "XD-1", "2022-03-02", parts(0, 0))) == "StateWrong");
}

TEST_CASE("overdue interest is paid before a debt goes on", "[loans][life]") {
  SampleLoans sample;
  grant_bullet(sample);
  loans::RenewLoan renew;
  renew.code = "XD-1";
  renew.loan = "L1";
  renew.into = "L2";
  renew.date = day("2021-06-11");
  renew.parts = parts(12'000'00, 204'00);
  renew.months = 12;
  renew.contract = bullet("2021-06-11", 4);
  renew.product = "microcredit-2021/microcredit";
  CHECK(sample.answer(renew) == "InterestOpen");
  sample.pay("HK-1", "L1", "2021-06-11", 184'00);
  renew.parts = parts(12'000'00, 20'00);
  CHECK(sample.answer(renew) == "Ok");
}

TEST_CASE("an extension moves the last row and takes the higher rate from its day on", "[loans][life]") {
  SampleLoans sample;
  grant_bullet(sample);
  loans::ExtendLoan extend;
  extend.code = "ZQ-1";
  extend.loan = "L1";
  extend.date = day("2022-02-20");
  extend.due = day("2022-03-01");
  extend.rows = 2;
  extend.rate = Rate::from_units(7'200'000);
  extend.reason = "受灾减产";
  sample.run(extend);
  CHECK(sample.loan("L1").maturity == day("2022-09-01"));
  CHECK(sample.loan("L1").extensions == 1);
  sample.pay("HK-1", "L1", "2021-06-01", 184'00);
  sample.pay("HK-2", "L1", "2021-09-01", 184'00);
  sample.pay("HK-3", "L1", "2021-12-01", 182'00);
  // The row of 2022-03-01: 81 days at 2.00 and 9 days at 2.40; no principal is due with it any more.
  CHECK(sample.split("L1", "2022-03-01", 183'60) == parts(0, 183'60));
}

TEST_CASE("misused money bears the higher rate from its day on, once", "[loans][life]") {
  SampleLoans sample;
  grant_bullet(sample);
  const loans::ReportMisuse misuse{"NY-1", "L1", day("2021-05-02"), day("2021-05-02"), {}, "改作他用", {}};
  sample.run(misuse);
  CHECK(sample.loan("L1").misused_from == day("2021-05-02"));
  loans::ReportMisuse again = misuse;
  again.code = "NY-2";
  CHECK(sample.answer(again) == "AlreadyMisused");
  // 62 days at 2.00 and 30 days at 4.00.
  CHECK(sample.split("L1", "2021-06-01", 244'00) == parts(0, 244'00));
}

TEST_CASE("a loan is written off with what is open of its interest, and comes back up to what was lost", "[loans][life]") {
  SampleLoans sample;
  grant_bullet(sample);
  sample.run(accrue("JX-1", "2021-06-01", 184'00));
  sample.run(loans::ProvisionLoans{"JT-1", day("2021-06-30"), "L1", fen(12'000'00), "全额计提", ""});
  CHECK(sample.balance("1304") == fen(-12'000'00));
  loans::WriteOff off{"HX-1", "L1", day("2022-12-31"), fen(12'000'00), fen(184'00), "确无偿还能力", {}};
  loans::WriteOff half = off;
  half.principal = fen(6'000'00);
  CHECK(sample.answer(half) == "SetOffDiffers");
  sample.run(off);
  CHECK(sample.loan("L1").state == LoanState::WrittenOff);
  CHECK(sample.balance("130301").is_zero());
  CHECK(sample.balance("113201").is_zero());
  CHECK(sample.balance("1304").is_zero());
  CHECK(sample.answer(repay("HK-1", "L1", "2023-01-05", parts(100, 0))) == "StateWrong");
  sample.run(loans::RecoverLoan{"SH-1", "L1", day("2023-01-05"), fen(5'000'00)});
  CHECK(sample.answer(loans::RecoverLoan{"SH-2", "L1", day("2023-01-06"), fen(7'000'01)}) == "MoreThanWrittenOff");
  sample.run(loans::RecoverLoan{"SH-2", "L1", day("2023-01-06"), fen(7'000'00)});
  CHECK(sample.loan("L1").recovered == fen(12'000'00));
}

TEST_CASE("a class holds from its day on and says why", "[loans][life]") {
  SampleLoans sample;
  grant_bullet(sample);
  loans::ClassifyLoans classify{"FL-1", day("2021-09-30"), {{"L1", loans::LoanClass::Substandard}}, "", ""};
  CHECK(sample.answer(classify) == "TextMissing");
  classify.reason = "逾期 121 天";
  sample.run(classify);
  const loans::Loan& loan = sample.loan("L1");
  CHECK(loan.loan_class == loans::LoanClass::Substandard);
  CHECK(sample.loans().standing_on(loan.id, day("2021-09-29"))->loan_class == loans::LoanClass::Normal);
  CHECK(sample.loans().standing_on(loan.id, day("2021-10-15"))->loan_class == loans::LoanClass::Substandard);
  classify.code = "FL-2";
  CHECK(sample.answer(classify) == "ClassUnchanged");
}

TEST_CASE("money that comes in parts is a loan of all of them, each bearing interest from its day", "[loans][life]") {
  SampleLoans sample;
  sample.run(apply_for_loan("L1", "2021-03-01"));
  sample.run(review_loan("L1", "2021-03-01"));
  sample.run(approve_loan("L1", "2021-03-01"));
  sample.run(sign_loan("L1", "2021-03-01", bullet("2021-03-01", 4)));
  sample.run(disburse("FK-1", "L1", "2021-03-01", 6'000'00));
  CHECK(sample.loan("L1").exposure() == fen(12'000'00));
  CHECK(sample.answer(disburse("FK-2", "L1", "2021-05-02", 6'000'01)) == "MoreThanApproved");
  sample.run(disburse("FK-2", "L1", "2021-05-02", 6'000'00));
  // 62 days at 1.00, 30 at 2.00.
  CHECK(sample.split("L1", "2021-06-01", 122'00) == parts(0, 122'00));
}

TEST_CASE("a closed month takes no repayment, and the loan stays as it was", "[loans][life]") {
  SampleLoans sample;
  grant_bullet(sample);
  sample.close("2021-01");
  sample.close("2021-02");
  sample.close("2021-03");
  CHECK(sample.answer(repay("HK-1", "L1", "2021-03-31", parts(0, 60'00))) == "PeriodNotOpen");
  CHECK(sample.answer(repay("HK-1", "L1", "2021-04-01", parts(10'000'00, 0))) == "Ok");
}

TEST_CASE("loans are the same after they were written and read again, and what was taken back is forgotten", "[loans][life]") {
  SampleLoans sample;
  grant_bullet(sample);
  sample.flush();
  const auto mark = sample.loans().mark();
  loans::apply(repay("HK-1", "L1", "2021-06-01", parts(0, 184'00)), 90, sample.loans());
  sample.loans().undo_to(mark);
  CHECK(sample.loan("L1").paid == parts(0, 0));
  CHECK(sample.loans().steps_of(sample.loan("L1").id).size() == 5);
  sample.run(repay("HK-2", "L1", "2021-06-01", parts(0, 184'00)));
  sample.flush();
  sample.reopen();
  CHECK(sample.loan("L1").paid == parts(0, 184'00));
  CHECK(sample.loans().steps_of(sample.loan("L1").id).back().code == "HK-2");
  CHECK(sample.split("L1", "2021-09-01", 184'00) == parts(0, 184'00));
}

}  // namespace mingzhang::tests
