// SPDX-License-Identifier: Apache-2.0
// Checks, effects and vouchers of changes of a loan's terms.
#include "loans/change_commands.h"

#include <utility>

#include "loans/effect.h"
#include "loans/lending_refusals.h"
#include "loans/steps.h"
#include "loans/vouchers.h"

namespace mingzhang::loans {
namespace {

using ledger::VoucherRequest;

constexpr std::int64_t kRateMost = 10 * Rate::kUnitsPerOne;

template <class Command>
LendingRefusals check_common(const Command& command) {
  LendingRefusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_code(command.loan, "loan");
  refusals.check_text(command.reason, "reason");
  if (!command.parts.total().is_zero() || !command.parts.fees.is_zero()) {
    refusals.add(LendingOutcome::PartsDiffer, parts_text(command.parts));
  }
  return refusals;
}

template <class Command>
std::vector<Problem> check_change(const Command& command, Loans& loans, ledger::Book& book) {
  LendingRefusals refusals;
  const Loan* loan = refusals.find_loan(command.loan, loans);
  refusals.check_code_free(command.code, loans);
  refusals.check_open(command.date, book);
  if (loan != nullptr) {
    refusals.check_state(*loan, {LoanState::Active});
    refusals.check_not_before(command.date, loan->original_start);
  }
  if (loan == nullptr || !refusals.none()) return refusals.in_order();
  LoanStep step = step_for(command);
  step.loan = loan->id;
  refusals.check_effect(step, Money(), *loan, loans);
  return refusals.in_order();
}

template <class Command>
void apply_change(const Command& command, std::int64_t seq, Loans& loans) {
  const Loan& loan = change_loan(command.loan, loans);
  LoanStep step = step_for(command);
  step.seq = seq;
  step.loan = loan.id;
  step.vouchers = command.parts == Parts() || loans.contract_of(loan).accounts.are_none() ? 0 : 1;
  take_step(std::move(step), loans);
}

template <class Command>
std::vector<VoucherRequest> change_voucher(const Command& command, const std::string& what, Loans& loans) {
  const Loan& loan = *loans.loans().find(command.loan);
  const LoanAccounts& accounts = loans.contract_of(loan).accounts;
  if (accounts.are_none()) return {};
  LoanVoucher voucher(ledger::VoucherType::Transfer, command.date, what + " " + loan.code, command.code);
  voucher.credit_parts(command.parts, accounts, loan);
  return voucher.take();
}

template <class Command>
LoanStep changed(const Command& command, StepKind kind) {
  LoanStep step = step_of(command, kind, 0);
  step.change = command.parts;
  return step;
}

}  // namespace

LoanStep step_for(const ChangeRate& command) {
  LoanStep step = changed(command, StepKind::RateChange);
  step.from = command.from;
  step.rate = command.rate;
  return step;
}

LoanStep step_for(const PauseInterest& command) {
  LoanStep step = changed(command, StepKind::Pause);
  step.from = command.from;
  step.to = command.to;
  return step;
}

LoanStep step_for(const ExtendLoan& command) {
  LoanStep step = changed(command, StepKind::Extension);
  step.from = command.due;
  step.to = command.to;
  step.count = command.rows;
  step.flag = command.rate.has_value();
  if (command.rate) step.rate = *command.rate;
  return step;
}

LoanStep step_for(const ReportMisuse& command) {
  LoanStep step = changed(command, StepKind::Misuse);
  step.from = command.from;
  return step;
}

std::vector<Problem> check_request(const ChangeRate& command) {
  LendingRefusals refusals = check_common(command);
  if (command.rate.units() > kRateMost) refusals.add(LendingOutcome::RateBad, to_percent(command.rate));
  refusals.check_explanation(command.explanation);
  return refusals.in_order();
}

std::vector<Problem> check_request(const PauseInterest& command) {
  LendingRefusals refusals = check_common(command);
  if (command.from >= command.to) refusals.add(LendingOutcome::SpanBad, to_iso(command.from) + " … " + to_iso(command.to));
  return refusals.in_order();
}

std::vector<Problem> check_request(const ExtendLoan& command) {
  LendingRefusals refusals = check_common(command);
  const bool moves = command.to != no_day();
  if (command.rows < 0 || command.rows > 360 || (command.rows == 0) != moves || (moves && command.to <= command.due)) {
    refusals.add(LendingOutcome::SpanBad, to_iso(command.due));
  }
  if (command.rate && command.rate->units() > kRateMost) refusals.add(LendingOutcome::RateBad, to_percent(*command.rate));
  refusals.check_explanation(command.explanation);
  refusals.check_evidence(command.evidence);
  return refusals.in_order();
}

std::vector<Problem> check_request(const ReportMisuse& command) {
  LendingRefusals refusals = check_common(command);
  if (command.from > command.date) refusals.add(LendingOutcome::SpanBad, to_iso(command.from) + " > " + to_iso(command.date));
  refusals.check_evidence(command.evidence);
  return refusals.in_order();
}

std::vector<Problem> check_state(const ChangeRate& command, Loans& loans, ledger::Book& book) {
  return check_change(command, loans, book);
}
std::vector<Problem> check_state(const PauseInterest& command, Loans& loans, ledger::Book& book) {
  return check_change(command, loans, book);
}
std::vector<Problem> check_state(const ExtendLoan& command, Loans& loans, ledger::Book& book) {
  std::vector<Problem> problems = check_change(command, loans, book);
  LendingRefusals refusals;
  if (command.date > command.due) refusals.add(LendingOutcome::TooLate, to_iso(command.date) + " > " + to_iso(command.due));
  for (Problem& problem : refusals.in_order()) problems.push_back(std::move(problem));
  return mingzhang::in_order(std::move(problems));
}
std::vector<Problem> check_state(const ReportMisuse& command, Loans& loans, ledger::Book& book) {
  std::vector<Problem> problems = check_change(command, loans, book);
  LendingRefusals refusals;
  const Loan* loan = loans.loans().find(command.loan);
  if (loan != nullptr && loan->misused_from) refusals.add(LendingOutcome::AlreadyMisused, to_iso(*loan->misused_from));
  for (Problem& problem : refusals.in_order()) problems.push_back(std::move(problem));
  return mingzhang::in_order(std::move(problems));
}

void apply(const ChangeRate& command, std::int64_t seq, Loans& loans) { apply_change(command, seq, loans); }
void apply(const PauseInterest& command, std::int64_t seq, Loans& loans) { apply_change(command, seq, loans); }
void apply(const ExtendLoan& command, std::int64_t seq, Loans& loans) { apply_change(command, seq, loans); }
void apply(const ReportMisuse& command, std::int64_t seq, Loans& loans) {
  change_loan(command.loan, loans).misused_from = command.from;
  apply_change(command, seq, loans);
}

std::vector<VoucherRequest> vouchers_of(const ChangeRate& command, Loans& loans) {
  return change_voucher(command, "利率调整", loans);
}
std::vector<VoucherRequest> vouchers_of(const PauseInterest& command, Loans& loans) {
  return change_voucher(command, "停息", loans);
}
std::vector<VoucherRequest> vouchers_of(const ExtendLoan& command, Loans& loans) {
  return change_voucher(command, "展期", loans);
}
std::vector<VoucherRequest> vouchers_of(const ReportMisuse& command, Loans& loans) {
  return change_voucher(command, "挪用加收利息", loans);
}

}  // namespace mingzhang::loans
