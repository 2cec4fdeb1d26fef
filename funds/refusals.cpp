// SPDX-License-Identifier: Apache-2.0
// Collecting refusals, and the checks of single parts that the commands share.
#include "funds/refusals.h"

#include <utility>

#include "base/identifier.h"
#include "base/text.h"
#include "households/codes.h"
#include "ledger/text_rules.h"

namespace mingzhang::funds {
namespace {

using ledger::is_explanation;
using ledger::kExplanationBytes;
using ledger::kTextBytes;
using ledger::size_of;

}  // namespace

std::string row_place(std::size_t index) { return "row " + std::to_string(index + 1); }

void Refusals::add(FundsOutcome outcome, std::string place, std::string detail) {
  problems_.push_back(Problem{&info_of(outcome), std::move(place), std::move(detail)});
}

void Refusals::check_code(std::string_view code, const std::string& place) {
  if (!ledger::is_good_code(code)) add(FundsOutcome::CodeBad, place, size_of(code));
  if (holds_id_card(code)) add(FundsOutcome::HoldsIdCard, place, "");  // INV-12
}

void Refusals::check_text(std::string_view text, const std::string& place) {
  if (text.empty()) add(FundsOutcome::TextMissing, place, "");
  check_optional_text(text, place);
}

void Refusals::check_optional_text(std::string_view text, const std::string& place) {
  if (!is_plain_text(text)) {
    add(FundsOutcome::TextNotPlain, place, "");
    return;
  }
  if (text.size() > kTextBytes) add(FundsOutcome::TextTooLong, place, size_of(text));
  if (holds_id_card(text)) add(FundsOutcome::HoldsIdCard, place, "");  // INV-12
}

void Refusals::check_opaque(std::string_view code, const std::string& place) {
  if (!households::is_opaque_code(code)) add(FundsOutcome::OpaqueCodeBad, place, size_of(code));
  if (holds_id_card(code)) add(FundsOutcome::HoldsIdCard, place, "");  // INV-12
}

void Refusals::check_digest(std::string_view digest, const std::string& place) {
  if (!households::is_digest(digest)) add(FundsOutcome::DigestBad, place, size_of(digest));
}

void Refusals::check_evidence(const std::vector<std::string>& digests) {
  if (digests.size() > kEvidenceMax) add(FundsOutcome::TooManyParts, "evidence", std::to_string(digests.size()));
  for (const std::string& digest : digests) check_digest(digest, "evidence");
}

void Refusals::check_explanation(std::string_view explanation) {
  if (explanation.empty()) return;
  if (explanation.size() > kExplanationBytes) {
    add(FundsOutcome::TextTooLong, "explanation", size_of(explanation));
  } else if (!is_explanation(explanation)) {
    add(FundsOutcome::ExplanationBad, "explanation", "");
  }
  if (holds_id_card(explanation)) add(FundsOutcome::HoldsIdCard, "explanation", "");
}

void Refusals::check_amount(Money amount, const std::string& place) {
  if (amount.fen() <= 0) add(FundsOutcome::AmountNotPositive, place, to_yuan(amount));
}

void Refusals::check_accounts(const Accounts& accounts) {
  if (accounts.debit.empty() || accounts.credit.empty() ||
      accounts.budget_debit.empty() != accounts.budget_credit.empty()) {
    add(FundsOutcome::AccountsMissing, "");
  }
  for (const std::string* code : {&accounts.debit, &accounts.credit, &accounts.budget_debit, &accounts.budget_credit}) {
    if (!code->empty()) check_code(*code, "accounts");
  }
}

void Refusals::check_no_accounts(const Accounts& accounts) {
  if (!accounts.are_none()) add(FundsOutcome::AccountsUnwanted, "");
}

void Refusals::check_project(std::string_view code, ledger::Book& book) {
  if (!code.empty() && book.projects().find(code) == nullptr) add(FundsOutcome::ProjectUnknown, std::string(code));
}

void Refusals::check_pot(const Pot& pot, Date date, Money amount, FundsOutcome outcome, Funds& funds) {
  if (!funds.pots().can_grow(pot, amount)) {
    add(FundsOutcome::SumTooLarge, "");
    return;
  }
  const std::optional<Shortage> shortage = funds.pots().shortage(pot, date, amount);
  if (shortage) add(outcome, to_iso(shortage->date) + " → " + to_yuan(shortage->left));
}

void Refusals::check_growth(const Pot& pot, Money amount, Funds& funds) {
  if (!funds.pots().can_grow(pot, amount)) add(FundsOutcome::SumTooLarge, "");
}

void Refusals::check_not_before(Date date, Date earliest, const std::string& place) {
  if (date < earliest) add(FundsOutcome::TooEarly, place, to_iso(date) + " < " + to_iso(earliest));
}

std::vector<Problem> Refusals::in_order() { return mingzhang::in_order(std::move(problems_)); }

}  // namespace mingzhang::funds
