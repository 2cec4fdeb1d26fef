// SPDX-License-Identifier: Apache-2.0
// Collecting refusals, and the checks of single parts that the commands share.
#include "loans/lending_refusals.h"

#include <algorithm>
#include <utility>

#include "base/identifier.h"
#include "base/text.h"
#include "households/codes.h"
#include "ledger/text_rules.h"
#include "loans/terms_check.h"

namespace mingzhang::loans {
namespace {

using ledger::is_explanation;
using ledger::kExplanationBytes;
using ledger::kTextBytes;
using ledger::size_of;

bool is_penalty(int percent) { return percent == 0 || (percent >= 100 && percent <= 1'000); }

std::string code_of(StepId id, Loans& loans) {
  const LoanStep* step = id.is_none() ? nullptr : loans.steps().find_id(id.value);
  return step == nullptr ? std::string() : " (" + step->code + ")";
}

}  // namespace

std::string parts_text(const Parts& parts) {
  return "principal " + to_yuan(parts.principal) + ", interest " + to_yuan(parts.interest) + ", penalties " +
         to_yuan(parts.penalties);
}

void LendingRefusals::add(LendingOutcome outcome, std::string place, std::string detail) {
  problems_.push_back(Problem{&info_of(outcome), std::move(place), std::move(detail)});
}

void LendingRefusals::check_code(std::string_view code, const std::string& place) {
  if (!ledger::is_good_code(code)) add(LendingOutcome::CodeBad, place, size_of(code));
  if (holds_id_card(code)) add(LendingOutcome::HoldsIdCard, place, "");  // INV-12
}

void LendingRefusals::check_text(std::string_view text, const std::string& place) {
  if (text.empty()) add(LendingOutcome::TextMissing, place, "");
  check_optional_text(text, place);
}

void LendingRefusals::check_optional_text(std::string_view text, const std::string& place) {
  if (!is_plain_text(text)) {
    add(LendingOutcome::TextNotPlain, place, "");
    return;
  }
  if (text.size() > kTextBytes) add(LendingOutcome::TextTooLong, place, size_of(text));
  if (holds_id_card(text)) add(LendingOutcome::HoldsIdCard, place, "");  // INV-12
}

void LendingRefusals::check_opaque(std::string_view code, const std::string& place) {
  if (!households::is_opaque_code(code)) add(LendingOutcome::OpaqueCodeBad, place, size_of(code));
  if (holds_id_card(code)) add(LendingOutcome::HoldsIdCard, place, "");  // INV-12
}

void LendingRefusals::check_evidence(const std::vector<std::string>& digests) {
  if (digests.size() > kEvidenceMax) add(LendingOutcome::TooManyRows, "evidence", std::to_string(digests.size()));
  for (const std::string& digest : digests) {
    if (!households::is_digest(digest)) add(LendingOutcome::DigestBad, "evidence", size_of(digest));
  }
}

void LendingRefusals::check_explanation(std::string_view explanation) {
  if (explanation.empty()) return;
  if (explanation.size() > kExplanationBytes) {
    add(LendingOutcome::TextTooLong, "explanation", size_of(explanation));
  } else if (!is_explanation(explanation)) {
    add(LendingOutcome::ExplanationBad, "explanation", "");
  }
  if (holds_id_card(explanation)) add(LendingOutcome::HoldsIdCard, "explanation", "");
}

void LendingRefusals::check_amount(Money amount, const std::string& place) {
  if (amount.fen() <= 0) add(LendingOutcome::AmountNotPositive, place, to_yuan(amount));
}

void LendingRefusals::check_months(std::int64_t months) {
  if (months < 1 || months > 360) add(LendingOutcome::MonthsBad, std::to_string(months));
}

void LendingRefusals::check_contract(const Contract& contract) {
  for (const TermsProblem& problem : check_terms(contract.terms)) {
    add(LendingOutcome::ContractBad, std::string(problem.place), std::string(info_of(problem.outcome).code));
  }
  if (!contract.terms.tranches.empty()) {
    add(LendingOutcome::ContractBad, "/tranches", std::string(info_of(LoansOutcome::TranchesBad).code));
  }
  // What a book keeps of repayments has no fees: terms with late fees are a calculation only.
  if (contract.terms.late_fee.per_day != Rate()) {
    add(LendingOutcome::ContractBad, "/late_fee", std::string(info_of(LoansOutcome::LateFeeBad).code));
  }
  const PenaltyTerms& penalty = contract.penalty;
  if (!is_penalty(penalty.overdue_percent) || !is_penalty(penalty.misuse_percent)) add(LendingOutcome::PenaltyBad, "");
  const LoanAccounts& accounts = contract.accounts;
  if (accounts.are_none()) return;
  for (const std::string* code : {&accounts.bank_out, &accounts.bank_in, &accounts.principal, &accounts.interest,
                                  &accounts.income, &accounts.penalty, &accounts.provision, &accounts.loss}) {
    if (code->empty()) return add(LendingOutcome::AccountsMissing, "");
    check_code(*code, "accounts");
  }
}

const Loan* LendingRefusals::find_loan(std::string_view code, Loans& loans) {
  const Loan* loan = loans.loans().find(code);
  if (loan == nullptr) add(LendingOutcome::LoanUnknown, std::string(code));
  return loan;
}

void LendingRefusals::check_state(const Loan& loan, std::initializer_list<LoanState> states) {
  if (std::find(states.begin(), states.end(), loan.state) != states.end()) return;
  add(LendingOutcome::StateWrong, loan.code + ": " + std::string(chinese_of(loan.state)) + " " + std::string(word_of(loan.state)));
}

void LendingRefusals::check_not_before(Date date, Date earliest) {
  if (date < earliest) add(LendingOutcome::TooEarly, to_iso(date) + " < " + to_iso(earliest));
}

void LendingRefusals::check_code_free(std::string_view code, Loans& loans) {
  if (loans.steps().find(code) != nullptr) add(LendingOutcome::CodeTaken, std::string(code));
}

void LendingRefusals::check_open(Date date, ledger::Book& book) {
  const Month month = Month::of(date);
  if (month < book.head().start) add(LendingOutcome::DateBeforeBook, to_iso(date) + " < " + to_iso(book.head().start));
  if (book.balances().state(month) != ledger::PeriodState::Open) add(LendingOutcome::PeriodNotOpen, to_iso(month));  // INV-08
}

void LendingRefusals::check_effect(const LoanStep& step, Money cash, const Loan& loan, Loans& loans) {
  const Contract& contract = loans.contract_of(loan);
  const auto effect = effect_of(step, contract, loan, loans.steps_of(loan.id));
  if (!effect && effect.error().outcome != LoansOutcome::PaymentTooLarge) {
    add(LendingOutcome::EventRefused,
        std::string(info_of(effect.error().outcome).code) + " " + std::string(info_of(effect.error().outcome).zh) +
            code_of(effect.error().step, loans));
    return;
  }
  if (!effect || effect->change.total() != cash) {
    const auto owed = step.kind == StepKind::Repayment ? owed_on(contract, loans.steps_of(loan.id), step.date) : std::nullopt;
    add(LendingOutcome::MoreThanOwed, owed ? parts_text(*owed) + " = " + to_yuan(owed->total()) : std::string());
    return;
  }
  if (effect->change != step.change) add(LendingOutcome::SetOffDiffers, parts_text(effect->change));
}

std::vector<Problem> LendingRefusals::in_order() { return mingzhang::in_order(std::move(problems_)); }

std::vector<Problem> joined(LendingRefusals& refusals, std::vector<Problem> problems) {
  for (Problem& problem : refusals.in_order()) problems.push_back(std::move(problem));
  return in_order(std::move(problems));
}

}  // namespace mingzhang::loans
