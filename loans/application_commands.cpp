// SPDX-License-Identifier: Apache-2.0
// Checks and effects of what comes before the money.
#include "loans/application_commands.h"

#include <utility>

#include "loans/contract_record.h"
#include "loans/lending_refusals.h"
#include "loans/steps.h"

namespace mingzhang::loans {
namespace {

template <class Command>
LendingRefusals check_common(const Command& command) {
  LendingRefusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_code(command.loan, "loan");
  return refusals;
}

/// The loan in one of the states, the step before it not later.
template <class Command>
const Loan* find_in(const Command& command, std::initializer_list<LoanState> states, Loans& loans, LendingRefusals& refusals) {
  const Loan* loan = refusals.find_loan(command.loan, loans);
  refusals.check_code_free(command.code, loans);
  if (loan == nullptr) return nullptr;
  refusals.check_state(*loan, states);
  refusals.check_not_before(command.date, loan->date);
  return loan;
}

void move_on(LoanStep step, LoanState state, Loan& loan, Loans& loans) {
  step.loan = loan.id;
  loan.state = state;
  loan.date = step.date;
  loans.add_step(std::move(step));
}

}  // namespace

std::vector<Problem> check_request(const ApplyForLoan& command) {
  LendingRefusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_opaque(command.household, "household");
  refusals.check_opaque(command.borrower, "borrower");
  refusals.check_code(command.bank, "bank");
  refusals.check_code(command.product, "product");
  if (!command.fund.empty()) refusals.check_code(command.fund, "fund");
  if (!command.cover.empty()) refusals.check_code(command.cover, "cover");
  refusals.check_text(command.purpose, "purpose");
  refusals.check_amount(command.amount, "amount");
  refusals.check_months(command.months);
  refusals.check_explanation(command.explanation);
  return refusals.in_order();
}

std::vector<Problem> check_request(const ReviewLoan& command) {
  LendingRefusals refusals = check_common(command);
  refusals.check_text(command.finding, "finding");
  refusals.check_evidence(command.evidence);
  return refusals.in_order();
}

std::vector<Problem> check_request(const ApproveLoan& command) {
  LendingRefusals refusals = check_common(command);
  if (command.grants) {
    refusals.check_optional_text(command.reason, "reason");
    refusals.check_amount(command.amount, "amount");
    refusals.check_months(command.months);
  } else {
    refusals.check_text(command.reason, "reason");
    if (!command.amount.is_zero() || command.months != 0) refusals.add(LendingOutcome::PartsDiffer, "amount", "0");
  }
  return refusals.in_order();
}

std::vector<Problem> check_request(const SignLoan& command) {
  LendingRefusals refusals = check_common(command);
  refusals.check_contract(command.contract);
  refusals.check_explanation(command.explanation);
  refusals.check_evidence(command.evidence);
  return refusals.in_order();
}

std::vector<Problem> check_request(const DropLoan& command) {
  LendingRefusals refusals = check_common(command);
  refusals.check_text(command.reason, "reason");
  return refusals.in_order();
}

std::vector<Problem> check_state(const ApplyForLoan& command, Loans& loans, ledger::Book& book) {
  LendingRefusals refusals;
  if (loans.loans().find(command.code) != nullptr) refusals.add(LendingOutcome::CodeTaken, command.code);
  refusals.check_code_free(command.code, loans);
  if (!command.fund.empty() && book.funds().find(command.fund) == nullptr) {
    refusals.add(LendingOutcome::FundUnknown, command.fund);
  }
  return refusals.in_order();
}

std::vector<Problem> check_state(const ReviewLoan& command, Loans& loans, ledger::Book&) {
  LendingRefusals refusals;
  find_in(command, {LoanState::Applied}, loans, refusals);
  return refusals.in_order();
}

std::vector<Problem> check_state(const ApproveLoan& command, Loans& loans, ledger::Book&) {
  LendingRefusals refusals;
  const Loan* loan = find_in(command, {LoanState::Reviewed}, loans, refusals);
  if (loan != nullptr && command.amount > loan->requested) {
    refusals.add(LendingOutcome::MoreThanRequested, to_yuan(command.amount) + " > " + to_yuan(loan->requested));
  }
  return refusals.in_order();
}

std::vector<Problem> check_state(const SignLoan& command, Loans& loans, ledger::Book&) {
  LendingRefusals refusals;
  const Loan* loan = find_in(command, {LoanState::Approved}, loans, refusals);
  if (loan != nullptr && command.contract.terms.principal > loan->approved) {
    refusals.add(LendingOutcome::MoreThanApproved, to_yuan(loan->approved));
  }
  return refusals.in_order();
}

std::vector<Problem> check_state(const DropLoan& command, Loans& loans, ledger::Book&) {
  LendingRefusals refusals;
  find_in(command, {LoanState::Applied, LoanState::Reviewed, LoanState::Approved, LoanState::Signed}, loans, refusals);
  return refusals.in_order();
}

void apply(const ApplyForLoan& command, std::int64_t seq, Loans& loans) {
  Loan loan;
  loan.code = command.code;
  loan.household = command.household;
  loan.borrower = command.borrower;
  loan.bank = command.bank;
  loan.product = command.product;
  loan.fund = command.fund;
  loan.cover = command.cover;
  loan.date = command.date;
  loan.requested = command.amount;
  loan.months = command.months;
  loan.start = loan.original_start = loan.maturity = no_day();
  loan.seq = seq;
  LoanStep step = step_of(command, StepKind::Application, seq);
  step.loan = loans.loans().add(std::move(loan)).id;
  step.amount = command.amount;
  loans.add_step(std::move(step));
}

void apply(const ReviewLoan& command, std::int64_t seq, Loans& loans) {
  LoanStep step = step_of(command, StepKind::Review, seq);
  step.flag = command.passes;
  move_on(std::move(step), command.passes ? LoanState::Reviewed : LoanState::Declined, change_loan(command.loan, loans), loans);
}

void apply(const ApproveLoan& command, std::int64_t seq, Loans& loans) {
  LoanStep step = step_of(command, StepKind::Approval, seq);
  step.flag = command.grants;
  step.amount = command.amount;
  Loan& loan = change_loan(command.loan, loans);
  loan.approved = command.amount;
  if (command.grants) loan.months = command.months;
  move_on(std::move(step), command.grants ? LoanState::Approved : LoanState::Declined, loan, loans);
}

void apply(const SignLoan& command, std::int64_t seq, Loans& loans) {
  LoanStep step = step_of(command, StepKind::Contract, seq);
  step.amount = command.contract.terms.principal;
  Loan& loan = change_loan(command.loan, loans);
  loan.contract = encode_contract(command.contract);
  loan.approved = command.contract.terms.principal;
  move_on(std::move(step), LoanState::Signed, loan, loans);
}

void apply(const DropLoan& command, std::int64_t seq, Loans& loans) {
  move_on(step_of(command, StepKind::Drop, seq), LoanState::Dropped, change_loan(command.loan, loans), loans);
}

}  // namespace mingzhang::loans
