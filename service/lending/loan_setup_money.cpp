// SPDX-License-Identifier: Apache-2.0
// Asks the book how the money of a command is set off.
#include <functional>
#include <utility>

#include "base/text.h"
#include "loans/effect.h"
#include "loans/lending_outcome.h"
#include "loans/loss_commands.h"
#include "service/book_state.h"
#include "service/lending/loan_setup.h"
#include "service/lending/loan_state.h"
#include "service/lending/loan_terms.h"
#include "service/setup/fund_words.h"

namespace mingzhang::service {
namespace {

using loans::LoanStep;

/// The command of the loan with what the schedule says in it; as it is where the checks will refuse it anyway.
template <class Command>
NewLoanCommand set_off(const BookPlace& place, Command command) {
  const std::optional<Refusal> refused = with_loans(place, [&](loans::Loans& loans) {
    const loans::Loan* loan = loans.loans().find(command.loan);
    if (loan == nullptr || loan->contract.empty() || loan->disbursed.is_zero()) return;
    const auto effect = loans::effect_of(loans::step_for(command), loans.contract_of(*loan), *loan, loans.steps_of(loan->id));
    if (effect) command.parts = effect->change;
  });
  if (refused) return Err(*refused);
  return loans::Command(std::move(command));
}

/// All that is owed on the day.
template <class Command>
std::optional<Refusal> settle(const BookPlace& place, Command& command) {
  return with_loans(place, [&](loans::Loans& loans) {
    const loans::Loan* loan = loans.loans().find(command.loan);
    if (loan == nullptr || loan->contract.empty() || loan->disbursed.is_zero()) return;
    const auto owed = loans::owed_on(loans.contract_of(*loan), loans.steps_of(loan->id), command.date);
    if (owed) command.parts = *owed;
  });
}

template <class Command>
void read_head(const LoanWords& words, FundWords& reader, Command& command) {
  command.code = words.code;
  command.loan = words.loan;
  command.date = reader.date("--date", words.date);
  command.reason = words.reason;
}

Rate rate_of(const LoanWords& words, FundWords& reader) {
  const std::optional<Rate> rate = parse_rate(words.rate);
  if (!rate) reader.add(ReadingOutcome::NumberBad, "--rate", words.rate);
  return rate.value_or(Rate());
}

}  // namespace

NewLoanCommand repay_loan(const BookPlace& place, const LoanWords& words) {
  FundWords reader;
  loans::Repay command;
  command.code = words.code;
  command.loan = words.loan;
  command.date = reader.date("--date", words.date);
  command.settles = words.amount.empty();
  if (!command.settles) command.parts.principal = reader.amount("--amount", words.amount);
  if (std::optional<Refusal> refusal = reader.refused()) return Err(std::move(*refusal));
  if (!command.settles) return set_off(place, std::move(command));
  if (std::optional<Refusal> refusal = settle(place, command)) return Err(std::move(*refusal));
  return loans::Command(std::move(command));
}

NewLoanCommand renew_loan(const BookPlace& place, const LoanWords& words) {
  FundWords reader;
  loans::RenewLoan command;
  command.code = words.code;
  command.loan = words.loan;
  command.into = words.into;
  command.date = reader.date("--date", words.date);
  command.months = reader.number("--months", words.months);
  command.product = words.product;
  command.explanation = words.explanation;
  command.evidence = words.evidence;
  Result<loans::Contract, Refusal> contract = contract_of(words, reader);
  if (!contract) return Err(contract.error());
  command.contract = std::move(contract).value();
  if (std::optional<Refusal> refusal = reader.refused()) return Err(std::move(*refusal));
  if (std::optional<Refusal> refusal = settle(place, command)) return Err(std::move(*refusal));
  return loans::Command(std::move(command));
}

NewLoanCommand correct_loan_step(const BookPlace& place, const LoanWords& words) {
  FundWords reader;
  loans::CorrectStep command;
  read_head(words, reader, command);
  command.step = words.step;
  if (std::optional<Refusal> refusal = reader.refused()) return Err(std::move(*refusal));
  const std::optional<Refusal> refused = with_loans(place, [&](loans::Loans& loans) {
    const LoanStep* found = loans.steps().find(command.step);
    if (found == nullptr || found->loan.is_none()) return;
    const loans::Loan& loan = loans.loan_of(found->loan);
    command.loan = loan.code;
    if (!found->stands() || loan.contract.empty() || loan.disbursed.is_zero()) return;
    LoanStep step;
    step.kind = loans::StepKind::Correction;
    step.date = command.date;
    step.corrects = found->id;
    const auto effect = loans::effect_of(step, loans.contract_of(loan), loan, loans.steps_of(loan.id));
    if (effect) command.parts = effect->change;
  });
  if (refused) return Err(*refused);
  if (command.loan.empty()) {
    const std::string shown = is_plain_text(words.step) ? shortened(words.step, 60) : std::string();
    return Err(refusal(info_of(loans::LendingOutcome::StepUnknown), shown));
  }
  return loans::Command(std::move(command));
}

NewLoanCommand change_loan_rate(const BookPlace& place, const LoanWords& words) {
  FundWords reader;
  loans::ChangeRate command;
  read_head(words, reader, command);
  command.from = words.from.empty() ? command.date : reader.date("--from", words.from);
  command.rate = rate_of(words, reader);
  command.explanation = words.explanation;
  if (std::optional<Refusal> refusal = reader.refused()) return Err(std::move(*refusal));
  return set_off(place, std::move(command));
}

NewLoanCommand pause_loan_interest(const BookPlace& place, const LoanWords& words) {
  FundWords reader;
  loans::PauseInterest command;
  read_head(words, reader, command);
  command.from = reader.date("--from", words.from);
  command.to = reader.date("--to", words.to);
  if (std::optional<Refusal> refusal = reader.refused()) return Err(std::move(*refusal));
  return set_off(place, std::move(command));
}

NewLoanCommand extend_loan(const BookPlace& place, const LoanWords& words) {
  FundWords reader;
  loans::ExtendLoan command;
  read_head(words, reader, command);
  command.due = reader.date("--due", words.due);
  if (!words.rows.empty()) command.rows = reader.number("--rows", words.rows);
  if (!words.to.empty()) command.to = reader.date("--to", words.to);
  if (!words.rate.empty()) command.rate = rate_of(words, reader);
  command.explanation = words.explanation;
  command.evidence = words.evidence;
  if (std::optional<Refusal> refusal = reader.refused()) return Err(std::move(*refusal));
  return set_off(place, std::move(command));
}

NewLoanCommand report_loan_misuse(const BookPlace& place, const LoanWords& words) {
  FundWords reader;
  loans::ReportMisuse command;
  read_head(words, reader, command);
  command.from = words.from.empty() ? command.date : reader.date("--from", words.from);
  command.evidence = words.evidence;
  if (std::optional<Refusal> refusal = reader.refused()) return Err(std::move(*refusal));
  return set_off(place, std::move(command));
}

NewLoanCommand write_off_loan(const BookPlace& place, const LoanWords& words) {
  FundWords reader;
  loans::WriteOff command;
  read_head(words, reader, command);
  command.evidence = words.evidence;
  if (std::optional<Refusal> refusal = reader.refused()) return Err(std::move(*refusal));
  const std::optional<Refusal> refused = with_loans(place, [&](loans::Loans& loans) {
    const loans::Loan* loan = loans.loans().find(command.loan);
    if (loan == nullptr) return;
    command.principal = loan->principal;
    command.interest = loans::interest_open(*loan);
  });
  if (refused) return Err(*refused);
  return loans::Command(std::move(command));
}

}  // namespace mingzhang::service
