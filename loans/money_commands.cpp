// SPDX-License-Identifier: Apache-2.0
// Checks, effects and vouchers of what moves the money of a loan.
#include "loans/money_commands.h"

#include <utility>

#include "loans/contract_record.h"
#include "loans/effect.h"
#include "loans/lending_refusals.h"
#include "loans/steps.h"
#include "loans/vouchers.h"

namespace mingzhang::loans {
namespace {

using ledger::VoucherRequest;
using ledger::VoucherType;

template <class Command>
LendingRefusals check_common(const Command& command) {
  LendingRefusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_code(command.loan, "loan");
  return refusals;
}

template <class Command>
const Loan* find_in(const Command& command, std::initializer_list<LoanState> states, Loans& loans, ledger::Book& book,
                    LendingRefusals& refusals) {
  const Loan* loan = refusals.find_loan(command.loan, loans);
  refusals.check_code_free(command.code, loans);
  refusals.check_open(command.date, book);
  if (loan != nullptr) refusals.check_state(*loan, states);
  return loan != nullptr && refusals.none() ? loan : nullptr;
}

std::int64_t vouchers_in(const Contract& contract, const Parts& parts) {
  const bool moves = !parts.principal.is_zero() || !parts.interest.is_zero() || !parts.penalties.is_zero();
  return contract.accounts.are_none() || !moves ? 0 : 1;
}

LoanStep disbursement_of(const Disburse& command, std::int64_t seq, LoanId loan) {
  LoanStep step = step_of(command, StepKind::Disbursement, seq);
  step.loan = loan;
  step.amount = command.amount;
  return step;
}

LoanStep renewal_out(const RenewLoan& command, std::int64_t seq, LoanId loan) {
  LoanStep step = step_of(command, StepKind::RenewalOut, seq);
  step.loan = loan;
  step.amount = command.parts.total();
  step.change = command.parts;
  step.flag = true;
  return step;
}

LoanStep correction_of(const CorrectStep& command, std::int64_t seq, const LoanStep& corrected) {
  LoanStep step = step_of(command, StepKind::Correction, seq);
  step.loan = corrected.loan;
  step.corrects = corrected.id;
  step.amount = command.parts.total();
  step.change = command.parts;
  return step;
}

bool is_correctable(StepKind kind) {
  return kind == StepKind::Repayment || kind == StepKind::RateChange || kind == StepKind::Pause ||
         kind == StepKind::Extension || kind == StepKind::Misuse;
}

}  // namespace

LoanStep step_for(const Repay& command) {
  LoanStep step = step_of(command, StepKind::Repayment, 0);
  step.amount = command.parts.total();
  step.change = command.parts;
  step.flag = command.settles;
  return step;
}

std::vector<Problem> check_request(const Disburse& command) {
  LendingRefusals refusals = check_common(command);
  refusals.check_amount(command.amount, "amount");
  return refusals.in_order();
}

std::vector<Problem> check_request(const Repay& command) {
  LendingRefusals refusals = check_common(command);
  refusals.check_amount(command.parts.total(), "amount");
  if (!command.parts.fees.is_zero()) refusals.add(LendingOutcome::PartsDiffer, "fees", to_yuan(command.parts.fees));
  return refusals.in_order();
}

std::vector<Problem> check_request(const RenewLoan& command) {
  LendingRefusals refusals = check_common(command);
  refusals.check_code(command.into, "into");
  refusals.check_code(command.product, "product");
  refusals.check_amount(command.parts.principal, "principal");
  const Parts& parts = command.parts;
  if (parts.interest.is_negative() || parts.penalties.is_negative() || !parts.fees.is_zero() ||
      parts.principal != command.contract.terms.principal) {
    refusals.add(LendingOutcome::PartsDiffer, parts_text(parts));
  }
  if (command.contract.terms.start != command.date) refusals.add(LendingOutcome::SpanBad, "start", to_iso(command.date));
  refusals.check_months(command.months);
  refusals.check_contract(command.contract);
  refusals.check_explanation(command.explanation);
  refusals.check_evidence(command.evidence);
  return refusals.in_order();
}

std::vector<Problem> check_request(const CorrectStep& command) {
  LendingRefusals refusals = check_common(command);
  refusals.check_code(command.step, "step");
  refusals.check_text(command.reason, "reason");
  if (!command.parts.fees.is_zero()) refusals.add(LendingOutcome::PartsDiffer, "fees", to_yuan(command.parts.fees));
  return refusals.in_order();
}

std::vector<Problem> check_state(const Disburse& command, Loans& loans, ledger::Book& book) {
  LendingRefusals refusals;
  const Loan* loan = find_in(command, {LoanState::Signed, LoanState::Active}, loans, book, refusals);
  if (loan == nullptr) return refusals.in_order();
  if (loan->state == LoanState::Signed) refusals.check_not_before(command.date, loan->date);
  if (loan->state == LoanState::Active) refusals.check_not_before(command.date, loan->start);
  if (command.amount > loan->approved - loan->disbursed) {
    refusals.add(LendingOutcome::MoreThanApproved, to_yuan(loan->approved - loan->disbursed));
  }
  if (refusals.none()) refusals.check_effect(disbursement_of(command, 0, loan->id), Money(), *loan, loans);
  return refusals.in_order();
}

std::vector<Problem> check_state(const Repay& command, Loans& loans, ledger::Book& book) {
  LendingRefusals refusals;
  const Loan* loan = find_in(command, {LoanState::Active, LoanState::Settled}, loans, book, refusals);
  if (loan == nullptr) return refusals.in_order();
  LoanStep step = step_for(command);
  step.loan = loan->id;
  refusals.check_effect(step, command.parts.total(), *loan, loans);
  return refusals.in_order();
}

std::vector<Problem> check_state(const RenewLoan& command, Loans& loans, ledger::Book& book) {
  LendingRefusals refusals;
  const Loan* loan = find_in(command, {LoanState::Active}, loans, book, refusals);
  if (loans.loans().find(command.into) != nullptr) refusals.add(LendingOutcome::CodeTaken, "into", command.into);
  if (command.into == command.code) refusals.add(LendingOutcome::CodeTaken, "into", command.into);
  refusals.check_code_free(command.into, loans);
  if (loan == nullptr || !refusals.none()) return refusals.in_order();
  const std::optional<LoanDay> today = loans.standing_on(loan->id, command.date);
  // What is due is paid before the debt goes on; penalties of the day itself are part of what is paid now.
  if (today && today->days_overdue(command.date) > 0) refusals.add(LendingOutcome::InterestOpen, to_iso(today->open_due));
  refusals.check_effect(renewal_out(command, 0, loan->id), command.parts.total(), *loan, loans);
  return refusals.in_order();
}

std::vector<Problem> check_state(const CorrectStep& command, Loans& loans, ledger::Book& book) {
  LendingRefusals refusals;
  const Loan* loan = find_in(command, {LoanState::Active, LoanState::Settled}, loans, book, refusals);
  const LoanStep* step = loans.steps().find(command.step);
  if (step == nullptr || (loan != nullptr && step->loan != loan->id)) {
    refusals.add(LendingOutcome::StepUnknown, command.step);
    return refusals.in_order();
  }
  if (!step->stands()) refusals.add(LendingOutcome::StepCorrected, command.step);
  if (!is_correctable(step->kind)) refusals.add(LendingOutcome::NotCorrectable, std::string(chinese_of(step->kind)));
  refusals.check_not_before(command.date, step->date);
  if (loan == nullptr || !refusals.none()) return refusals.in_order();
  const Money cash = step->kind == StepKind::Repayment ? Money() - step->amount : Money();
  refusals.check_effect(correction_of(command, 0, *step), cash, *loan, loans);
  return refusals.in_order();
}

void apply(const Disburse& command, std::int64_t seq, Loans& loans) {
  Loan& loan = change_loan(command.loan, loans);
  loan.disbursed += command.amount;
  MZ_CHECK(loan.disbursed <= loan.approved);  // INV-27
  LoanStep step = disbursement_of(command, seq, loan.id);
  if (loan.state == LoanState::Signed) loan.original_start = command.date;
  if (command.date < loan.original_start) loan.original_start = command.date;
  step.vouchers = loans.contract_of(loan).accounts.are_none() ? 0 : 1;
  take_step(std::move(step), loans);
}

void apply(const Repay& command, std::int64_t seq, Loans& loans) {
  const Loan& loan = change_loan(command.loan, loans);
  LoanStep step = step_for(command);
  step.seq = seq;
  step.loan = loan.id;
  step.vouchers = vouchers_in(loans.contract_of(loan), command.parts);
  take_step(std::move(step), loans);
}

void apply(const RenewLoan& command, std::int64_t seq, Loans& loans) {
  Loan& old = change_loan(command.loan, loans);
  LoanStep out = renewal_out(command, seq, old.id);
  out.vouchers = loans.contract_of(old).accounts.are_none() ? 0 : 1;
  Loan loan;
  loan.code = command.into;
  loan.household = old.household;
  loan.borrower = old.borrower;
  loan.bank = old.bank;
  loan.product = command.product;
  loan.fund = old.fund;
  loan.cover = old.cover;
  loan.state = LoanState::Active;
  loan.date = command.date;
  loan.requested = loan.approved = loan.disbursed = command.parts.principal;
  loan.months = command.months;
  loan.original_start = old.original_start;
  loan.renewed_from = old.id;
  loan.renewals = old.renewals + 1;
  loan.loan_class = old.loan_class;
  loan.contract = encode_contract(command.contract);
  loan.seq = seq;
  LoanStep in = step_of(command, StepKind::RenewalIn, seq);
  in.code = command.into;
  in.loan = loans.loans().add(std::move(loan)).id;
  in.amount = command.parts.principal;
  take_step(std::move(in), loans);
  take_step(std::move(out), loans);  // last, so that the voucher behind the record is found to be its own
}

void apply(const CorrectStep& command, std::int64_t seq, Loans& loans) {
  const LoanStep corrected = *loans.steps().find(command.step);
  Loan& loan = change_loan(command.loan, loans);
  if (corrected.kind == StepKind::Misuse) loan.misused_from.reset();
  LoanStep step = correction_of(command, seq, corrected);
  step.vouchers = vouchers_in(loans.contract_of(loan), command.parts);
  take_step(std::move(step), loans);
}

std::vector<VoucherRequest> vouchers_of(const Disburse& command, Loans& loans) {
  const Loan& loan = *loans.loans().find(command.loan);
  const LoanAccounts& accounts = loans.contract_of(loan).accounts;
  if (accounts.are_none()) return {};
  LoanVoucher voucher(VoucherType::Payment, command.date, "发放贷款 " + loan.code, command.code);
  voucher.debit(accounts.principal, command.amount, loan);
  voucher.credit(accounts.bank_out, command.amount, loan);
  return voucher.take();
}

std::vector<VoucherRequest> vouchers_of(const Repay& command, Loans& loans) {
  const Loan& loan = *loans.loans().find(command.loan);
  const LoanAccounts& accounts = loans.contract_of(loan).accounts;
  if (accounts.are_none()) return {};
  LoanVoucher voucher(VoucherType::Receipt, command.date, "收回贷款本息 " + loan.code, command.code);
  voucher.debit(accounts.bank_in, command.parts.total(), loan);
  voucher.credit_parts(command.parts, accounts, loan);
  return voucher.take();
}

std::vector<VoucherRequest> vouchers_of(const RenewLoan& command, Loans& loans) {
  const Loan& old = *loans.loans().find(command.loan);
  const LoanAccounts& accounts = loans.contract_of(old).accounts;
  if (accounts.are_none()) return {};
  const LoanAccounts& into = command.contract.accounts.are_none() ? accounts : command.contract.accounts;
  Loan loan = old;
  loan.code = command.into;
  LoanVoucher voucher(VoucherType::Transfer, command.date, "无还本续贷 " + old.code + " → " + command.into, command.code);
  voucher.debit(into.principal, command.parts.principal, loan);
  voucher.debit(accounts.bank_in, command.parts.interest + command.parts.penalties, old);
  voucher.credit_parts(command.parts, accounts, old);
  return voucher.take();
}

std::vector<VoucherRequest> vouchers_of(const CorrectStep& command, Loans& loans) {
  const Loan& loan = *loans.loans().find(command.loan);
  const LoanAccounts& accounts = loans.contract_of(loan).accounts;
  if (accounts.are_none()) return {};
  LoanVoucher voucher(VoucherType::Transfer, command.date, "冲正 " + command.step + "：" + command.reason, command.code);
  voucher.debit(accounts.bank_in, command.parts.total(), loan);
  voucher.credit_parts(command.parts, accounts, loan);
  return voucher.take();
}

}  // namespace mingzhang::loans
