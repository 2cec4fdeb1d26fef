// SPDX-License-Identifier: Apache-2.0
// Collecting all that is wrong with one request, and the checks that the commands share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "base/outcome.h"
#include "funds/accounts.h"
#include "funds/funds.h"
#include "funds/funds_outcome.h"
#include "ledger/book.h"

namespace mingzhang::funds {

/// Most papers of one command.
inline constexpr std::size_t kEvidenceMax = 100;

/// What is wrong with one request. What might be personal is never repeated.
class Refusals {
 public:
  /// `place` as in "row 3" or "purpose"; empty for the whole request.
  void add(FundsOutcome outcome, std::string place, std::string detail);
  void add(FundsOutcome outcome, std::string detail) { add(outcome, "", std::move(detail)); }

  // What is wrong with one part of the request.
  void check_code(std::string_view code, const std::string& place);
  void check_text(std::string_view text, const std::string& place);
  void check_optional_text(std::string_view text, const std::string& place);
  /// The code of a household or person.
  void check_opaque(std::string_view code, const std::string& place);
  void check_digest(std::string_view digest, const std::string& place);
  void check_evidence(const std::vector<std::string>& digests);
  /// Empty, or a canonical JSON object that can stand inside a record.
  void check_explanation(std::string_view explanation);
  void check_amount(Money amount, const std::string& place);
  void check_accounts(const Accounts& accounts);
  /// No accounts where no money moves.
  void check_no_accounts(const Accounts& accounts);

  // What is wrong with the state. Each adds what it finds.
  void check_project(std::string_view code, ledger::Book& book);
  /// `outcome` where the pot does not have `amount` on `date` and every later day; names the first such day.
  void check_pot(const Pot& pot, Date date, Money amount, FundsOutcome outcome, Funds& funds);
  void check_growth(const Pot& pot, Money amount, Funds& funds);
  /// TooEarly where `date` is before `earliest`.
  void check_not_before(Date date, Date earliest, const std::string& place);

  bool none() const { return problems_.empty(); }
  /// All of them, decisive first: by number, equal numbers in the order in which they were found.
  std::vector<Problem> in_order();

 private:
  std::vector<Problem> problems_;
};

/// "row 3".
std::string row_place(std::size_t index);

}  // namespace mingzhang::funds
