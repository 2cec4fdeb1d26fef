// SPDX-License-Identifier: Apache-2.0
// Checks, effects, vouchers and records of losses.
#include "loans/loss_commands.h"

#include <algorithm>
#include <utility>

#include "base/record_members.h"
#include "loans/lending_refusals.h"
#include "loans/steps.h"
#include "loans/vouchers.h"

namespace mingzhang::loans {

using ledger::VoucherRequest;
using ledger::VoucherType;

Money interest_open(const Loan& loan) { return std::max(Money(), loan.interest_accrued - loan.paid.interest); }

std::vector<Problem> check_request(const WriteOff& command) {
  LendingRefusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_code(command.loan, "loan");
  refusals.check_amount(command.principal, "principal");
  refusals.check_text(command.reason, "reason");
  refusals.check_evidence(command.evidence);
  return refusals.in_order();
}

std::vector<Problem> check_request(const RecoverLoan& command) {
  LendingRefusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_code(command.loan, "loan");
  refusals.check_amount(command.amount, "amount");
  return refusals.in_order();
}

std::vector<Problem> check_state(const WriteOff& command, Loans& loans, ledger::Book& book) {
  LendingRefusals refusals;
  refusals.check_code_free(command.code, loans);
  refusals.check_open(command.date, book);
  const Loan* loan = refusals.find_loan(command.loan, loans);
  if (loan == nullptr) return refusals.in_order();
  refusals.check_state(*loan, {LoanState::Active});
  for (const LoanDay& day : loans.days_of(loan->id)) refusals.check_not_before(command.date, day.day);
  if (command.principal != loan->principal || command.interest != interest_open(*loan)) {
    refusals.add(LendingOutcome::SetOffDiffers,
                 "principal " + to_yuan(loan->principal) + ", interest " + to_yuan(interest_open(*loan)));
  }
  return refusals.in_order();
}

std::vector<Problem> check_state(const RecoverLoan& command, Loans& loans, ledger::Book& book) {
  LendingRefusals refusals;
  refusals.check_code_free(command.code, loans);
  refusals.check_open(command.date, book);
  const Loan* loan = refusals.find_loan(command.loan, loans);
  if (loan == nullptr) return refusals.in_order();
  refusals.check_state(*loan, {LoanState::WrittenOff});
  refusals.check_not_before(command.date, loan->date);
  const Money left = loan->written_off - loan->recovered;
  if (command.amount > left) refusals.add(LendingOutcome::MoreThanWrittenOff, to_yuan(left));
  return refusals.in_order();
}

void apply(const WriteOff& command, std::int64_t seq, Loans& loans) {
  Loan& loan = change_loan(command.loan, loans);
  MZ_CHECK(command.principal == loan.principal);  // INV-27
  loan.state = LoanState::WrittenOff;
  loan.date = command.date;
  loan.written_off = loan.principal;
  loan.interest_accrued -= command.interest;
  LoanStep step = step_of(command, StepKind::WriteOff, seq);
  step.loan = loan.id;
  step.amount = command.principal;
  step.vouchers = loans.contract_of(loan).accounts.are_none() ? 0 : 1;
  std::optional<LoanDay> day = loans.standing_on(loan.id, command.date);
  MZ_CHECK(day.has_value());
  day->day = command.date;
  day->is_written_off = true;
  loans.put_day(*day);
  loans.add_step(std::move(step));
}

void apply(const RecoverLoan& command, std::int64_t seq, Loans& loans) {
  Loan& loan = change_loan(command.loan, loans);
  loan.recovered += command.amount;
  MZ_CHECK(loan.recovered <= loan.written_off);
  LoanStep step = step_of(command, StepKind::Recovery, seq);
  step.loan = loan.id;
  step.amount = command.amount;
  step.vouchers = loans.contract_of(loan).accounts.are_none() ? 0 : 1;
  loans.add_step(std::move(step));
}

std::vector<VoucherRequest> vouchers_of(const WriteOff& command, Loans& loans) {
  const Loan& loan = *loans.loans().find(command.loan);
  const LoanAccounts& accounts = loans.contract_of(loan).accounts;
  if (accounts.are_none()) return {};
  LoanVoucher voucher(VoucherType::Transfer, command.date, "核销贷款 " + loan.code + "：" + command.reason, command.code);
  voucher.debit(accounts.provision, command.principal, loan);
  voucher.credit(accounts.principal, command.principal, loan);
  voucher.debit(accounts.income, command.interest, loan);
  voucher.credit(accounts.interest, command.interest, loan);
  return voucher.take();
}

std::vector<VoucherRequest> vouchers_of(const RecoverLoan& command, Loans& loans) {
  const Loan& loan = *loans.loans().find(command.loan);
  const LoanAccounts& accounts = loans.contract_of(loan).accounts;
  if (accounts.are_none()) return {};
  LoanVoucher voucher(VoucherType::Receipt, command.date, "收回已核销贷款 " + loan.code, command.code);
  voucher.debit(accounts.bank_in, command.amount, loan);
  voucher.credit(accounts.provision, command.amount, loan);
  return voucher.take();
}

std::string encode(const WriteOff& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_words(writer, "evidence", command.evidence);
  write_amount(writer, "interest", command.interest);
  write_text(writer, "loan", command.loan);
  write_amount(writer, "principal", command.principal);
  write_text(writer, "reason", command.reason);
  writer.end_object();
  return writer.take();
}

std::optional<WriteOff> decode_write_off(const JsonValue& data) {
  Members members(data);
  WriteOff command;
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.evidence = read_words(members, "evidence");
  command.interest = read_amount(members, "interest");
  command.loan = members.text("loan", true);
  command.principal = read_amount(members, "principal");
  command.reason = members.text("reason", true);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::string encode(const RecoverLoan& command) {
  JsonWriter writer;
  writer.begin_object();
  write_amount(writer, "amount", command.amount);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_text(writer, "loan", command.loan);
  writer.end_object();
  return writer.take();
}

std::optional<RecoverLoan> decode_recover_loan(const JsonValue& data) {
  Members members(data);
  RecoverLoan command;
  command.amount = read_amount(members, "amount");
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.loan = members.text("loan", true);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

}  // namespace mingzhang::loans
