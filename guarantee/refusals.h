// SPDX-License-Identifier: Apache-2.0
// Collecting all that is wrong with one change of the guarantees, and the checks that the commands share.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "base/outcome.h"
#include "guarantee/guarantee.h"
#include "guarantee/guarantee_outcome.h"
#include "ledger/book.h"

namespace mingzhang::guarantee {

/// What is wrong with one request. What might be personal is never repeated.
class Refusals {
 public:
  /// `place` as in "row 3" or "reason"; empty for the whole request.
  void add(GuaranteeOutcome outcome, std::string place, std::string detail);
  void add(GuaranteeOutcome outcome, std::string detail) { add(outcome, "", std::move(detail)); }

  // What is wrong with one part of the request.
  void check_code(std::string_view code, const std::string& place);
  void check_text(std::string_view text, const std::string& place);
  void check_optional_text(std::string_view text, const std::string& place);
  void check_explanation(std::string_view explanation);
  void check_amount(Money amount, const std::string& place);
  void check_terms(const PoolTerms& terms);
  void check_weights(const Weights& weights, const std::string& place);
  void check_digest(std::string_view digest, const std::string& place);

  // What is wrong with the state. Each adds what it finds.
  /// The pool, or null and the refusal. The pointer is good until a pool is added.
  const Pool* find_pool(std::string_view code, Guarantee& guarantee);
  const RiskFund* find_risk_fund(std::string_view code, Guarantee& guarantee);
  const Claim* find_claim(std::string_view code, Guarantee& guarantee);
  /// ClaimStateWrong where it is in another state.
  void check_claim_state(const Claim& claim, ClaimState wanted);
  /// TooEarly where `date` is before `earliest`.
  void check_not_before(Date date, Date earliest);
  void check_code_free(std::string_view code, Guarantee& guarantee);
  void check_fund(std::string_view code, ledger::Book& book);
  void check_open(Date date, ledger::Book& book);

  bool none() const { return problems_.empty(); }
  /// All of them, decisive first: by number, equal numbers in the order in which they were found.
  std::vector<Problem> in_order();

 private:
  std::vector<Problem> problems_;
};

/// "4,000.00 > 3,999.99" and the like: what is wanted beside what there is.
std::string beside(Money wanted, std::string_view sign, Money there);

}  // namespace mingzhang::guarantee
