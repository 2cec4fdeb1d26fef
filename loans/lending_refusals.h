// SPDX-License-Identifier: Apache-2.0
// Collecting all that is wrong with one change of the loans, and the checks that the commands share.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "base/outcome.h"
#include "ledger/book.h"
#include "loans/effect.h"
#include "loans/lending_outcome.h"
#include "loans/loans.h"

namespace mingzhang::loans {

/// Most papers of one command.
inline constexpr std::size_t kEvidenceMax = 100;
/// Most loans of one batch.
inline constexpr std::size_t kBatchMax = 20'000;

/// What is wrong with one request. What might be personal is never repeated.
class LendingRefusals {
 public:
  /// `place` as in "row 3" or "reason"; empty for the whole request.
  void add(LendingOutcome outcome, std::string place, std::string detail);
  void add(LendingOutcome outcome, std::string detail) { add(outcome, "", std::move(detail)); }

  // What is wrong with one part of the request.
  void check_code(std::string_view code, const std::string& place);
  void check_text(std::string_view text, const std::string& place);
  void check_optional_text(std::string_view text, const std::string& place);
  void check_opaque(std::string_view code, const std::string& place);
  void check_evidence(const std::vector<std::string>& digests);
  void check_explanation(std::string_view explanation);
  void check_amount(Money amount, const std::string& place);
  void check_months(std::int64_t months);
  void check_contract(const Contract& contract);

  // What is wrong with the state. Each adds what it finds.
  /// The loan, or null and the refusal. The pointer is good until a loan is added.
  const Loan* find_loan(std::string_view code, Loans& loans);
  /// StateWrong where the loan is in none of the states.
  void check_state(const Loan& loan, std::initializer_list<LoanState> states);
  /// TooEarly where `date` is before `earliest`.
  void check_not_before(Date date, Date earliest);
  void check_code_free(std::string_view code, Loans& loans);
  void check_open(Date date, ledger::Book& book);
  /// What the schedule says to the step: EventRefused, MoreThanOwed where the cash is not what is set off, SetOffDiffers
  /// where the parts of the step are not.
  void check_effect(const LoanStep& step, Money cash, const Loan& loan, Loans& loans);

  bool none() const { return problems_.empty(); }
  /// All of them, decisive first: by number, equal numbers in the order in which they were found.
  std::vector<Problem> in_order();

 private:
  std::vector<Problem> problems_;
};

/// "principal 100.00, interest 3.20, penalties 0.00".
std::string parts_text(const Parts& parts);

/// The refusals together with other problems, in order.
std::vector<Problem> joined(LendingRefusals& refusals, std::vector<Problem> problems);

}  // namespace mingzhang::loans
