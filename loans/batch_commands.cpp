// SPDX-License-Identifier: Apache-2.0
// Checks, effects and vouchers of batches.
#include "loans/batch_commands.h"

#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "loans/effect.h"
#include "loans/lending_refusals.h"
#include "loans/steps.h"
#include "loans/vouchers.h"

namespace mingzhang::loans {
namespace {

using ledger::VoucherRequest;
using ledger::VoucherType;

std::string row_place(std::size_t index) { return "row " + std::to_string(index + 1); }

template <class Row>
void check_rows(const std::vector<Row>& rows, LendingRefusals& refusals) {
  if (rows.empty()) refusals.add(LendingOutcome::RowsMissing, "");
  if (rows.size() > kBatchMax) {
    refusals.add(LendingOutcome::TooManyRows, std::to_string(rows.size()));
    return;
  }
  std::set<std::string_view> seen;
  for (std::size_t index = 0; index < rows.size(); ++index) {
    refusals.check_code(rows[index].loan, row_place(index));
    if (!seen.insert(rows[index].loan).second) refusals.add(LendingOutcome::LoanTwice, row_place(index), "");
  }
}

bool runs(const Loan& loan) { return loan.state == LoanState::Active || loan.state == LoanState::Settled; }

/// Every loan of the batch in one of the states.
template <class Row>
void check_loans(const std::vector<Row>& rows, std::initializer_list<LoanState> states, Loans& loans,
                 LendingRefusals& refusals) {
  for (const Row& row : rows) {
    if (const Loan* loan = refusals.find_loan(row.loan, loans)) refusals.check_state(*loan, states);
  }
}

bool moves_money(const AccrueInterest& command, Loans& loans) {
  for (const AccruedRow& row : command.rows) {
    if (!loans.contract_of(*loans.loans().find(row.loan)).accounts.are_none()) return true;
  }
  return false;
}

/// The account with everything that has happened, until `day` at least.
LoanAccount account_known_on(const Loan& loan, Loans& loans, Date day) {
  const std::vector<LoanStep> steps = loans.steps_of(loan.id);
  for (const LoanStep& step : steps) day = std::max(day, step.date);
  auto account = account_on(loans.contract_of(loan), steps, day);
  MZ_CHECK(account.has_value());
  return std::move(*account);
}

}  // namespace

Money interest_to_accrue(const Loan& loan, Loans& loans, Date day) {
  MZ_CHECK(runs(loan) || loan.state == LoanState::Renewed);
  return account_known_on(loan, loans, day).owed_until(day).interest - loan.interest_accrued;
}

std::vector<Problem> check_request(const AccrueInterest& command) {
  LendingRefusals refusals;
  refusals.check_code(command.code, "code");
  check_rows(command.rows, refusals);
  std::optional<Money> sum = Money();
  for (std::size_t index = 0; index < command.rows.size(); ++index) {
    const Money interest = command.rows[index].interest;
    if (interest.is_zero()) refusals.add(LendingOutcome::AmountNotPositive, row_place(index), "0.00");
    if (sum) sum = checked_add(*sum, interest);
  }
  if (!sum) refusals.add(LendingOutcome::SumTooLarge, "");
  return refusals.in_order();
}

std::vector<Problem> check_request(const ClassifyLoans& command) {
  LendingRefusals refusals;
  refusals.check_code(command.code, "code");
  check_rows(command.rows, refusals);
  refusals.check_optional_text(command.reason, "reason");
  refusals.check_explanation(command.explanation);
  if (command.reason.empty() && command.explanation.empty()) refusals.add(LendingOutcome::TextMissing, "reason", "");
  return refusals.in_order();
}

std::vector<Problem> check_request(const ProvisionLoans& command) {
  LendingRefusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_code(command.loan, "loan");
  if (command.amount.is_zero()) refusals.add(LendingOutcome::AmountNotPositive, "amount", "0.00");
  refusals.check_text(command.reason, "reason");
  refusals.check_explanation(command.explanation);
  return refusals.in_order();
}

std::vector<Problem> check_state(const AccrueInterest& command, Loans& loans, ledger::Book& book) {
  LendingRefusals refusals;
  refusals.check_code_free(command.code, loans);
  refusals.check_open(command.date, book);
  check_loans(command.rows, {LoanState::Active, LoanState::Settled, LoanState::Renewed}, loans, refusals);
  if (!refusals.none()) return refusals.in_order();
  for (std::size_t index = 0; index < command.rows.size(); ++index) {
    const AccruedRow& row = command.rows[index];
    const Loan& loan = *loans.loans().find(row.loan);
    refusals.check_not_before(command.date, loan.accrued_until);
    const Money right = interest_to_accrue(loan, loans, command.date);
    if (right != row.interest) refusals.add(LendingOutcome::AccrualDiffers, row_place(index), to_yuan(right));
  }
  return refusals.in_order();
}

std::vector<Problem> check_state(const ClassifyLoans& command, Loans& loans, ledger::Book& book) {
  LendingRefusals refusals;
  refusals.check_code_free(command.code, loans);
  refusals.check_open(command.date, book);
  check_loans(command.rows, {LoanState::Active}, loans, refusals);
  if (!refusals.none()) return refusals.in_order();
  for (std::size_t index = 0; index < command.rows.size(); ++index) {
    const Loan& loan = *loans.loans().find(command.rows[index].loan);
    refusals.check_not_before(command.date, loan.start);
    if (loan.loan_class == command.rows[index].loan_class) {
      refusals.add(LendingOutcome::ClassUnchanged, row_place(index), std::string(chinese_of(loan.loan_class)));
    }
  }
  return refusals.in_order();
}

std::vector<Problem> check_state(const ProvisionLoans& command, Loans& loans, ledger::Book& book) {
  LendingRefusals refusals;
  refusals.check_code_free(command.code, loans);
  refusals.check_open(command.date, book);
  const Loan* loan = refusals.find_loan(command.loan, loans);
  if (loan != nullptr && loan->contract.empty()) refusals.check_state(*loan, {LoanState::Signed});
  return refusals.in_order();
}

void apply(const AccrueInterest& command, std::int64_t seq, Loans& loans) {
  LoanStep step = step_of(command, StepKind::Accrual, seq);
  step.vouchers = moves_money(command, loans) ? 1 : 0;
  for (const AccruedRow& row : command.rows) {
    Loan& loan = change_loan(row.loan, loans);
    loan.interest_accrued += row.interest;
    loan.accrued_until = command.date;
    loan.accrual_due = next_accrual(account_known_on(loan, loans, command.date), loan);
    step.amount += row.interest;
  }
  loans.add_step(std::move(step));
}

void apply(const ClassifyLoans& command, std::int64_t seq, Loans& loans) {
  for (const ClassifiedRow& row : command.rows) {
    Loan& loan = change_loan(row.loan, loans);
    loan.loan_class = row.loan_class;
    std::optional<LoanDay> day = loans.standing_on(loan.id, command.date);
    MZ_CHECK(day.has_value());
    day->day = command.date;
    day->loan_class = row.loan_class;
    loans.put_day(*day);
    // What is known of later days keeps its money, and gets the class.
    for (LoanDay& later : loans.days_of(loan.id)) {
      if (later.day <= command.date) continue;
      later.loan_class = row.loan_class;
      loans.put_day(later);
    }
  }
  loans.add_step(step_of(command, StepKind::Classification, seq));
}

void apply(const ProvisionLoans& command, std::int64_t seq, Loans& loans) {
  LoanStep step = step_of(command, StepKind::Provision, seq);
  step.amount = command.amount;
  step.vouchers = loans.contract_of(*loans.loans().find(command.loan)).accounts.are_none() ? 0 : 1;
  loans.add_step(std::move(step));
}

std::vector<VoucherRequest> vouchers_of(const AccrueInterest& command, Loans& loans) {
  LoanVoucher voucher(VoucherType::Transfer, command.date, "结息 " + command.code, command.code);
  std::map<std::pair<std::string, std::string>, Money> incomes;  // by fund and account
  for (const AccruedRow& row : command.rows) {
    const Loan& loan = *loans.loans().find(row.loan);
    const LoanAccounts& accounts = loans.contract_of(loan).accounts;
    if (accounts.are_none()) continue;
    voucher.debit(accounts.interest, row.interest, loan);
    incomes[{loan.fund, accounts.income}] += row.interest;
  }
  for (const auto& [place, amount] : incomes) {
    Loan nobody;
    nobody.fund = place.first;
    voucher.credit(place.second, amount, nobody);
  }
  return voucher.take();
}

std::vector<VoucherRequest> vouchers_of(const ClassifyLoans&, Loans&) { return {}; }

std::vector<VoucherRequest> vouchers_of(const ProvisionLoans& command, Loans& loans) {
  const Loan& loan = *loans.loans().find(command.loan);
  const LoanAccounts& accounts = loans.contract_of(loan).accounts;
  if (accounts.are_none()) return {};
  Loan nobody;
  nobody.fund = loan.fund;
  LoanVoucher voucher(VoucherType::Transfer, command.date, "贷款损失准备：" + command.reason, command.code);
  voucher.debit(accounts.loss, command.amount, nobody);
  voucher.credit(accounts.provision, command.amount, nobody);
  return voucher.take();
}

}  // namespace mingzhang::loans
