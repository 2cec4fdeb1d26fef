// SPDX-License-Identifier: Apache-2.0
// Everything that is wrong with a loan's terms.
#pragma once

#include <string_view>
#include <vector>

#include "loans/loans_outcome.h"
#include "loans/terms.h"

namespace mingzhang::loans {

/// One fault, with the member of `LoanTerms` as its path in the terms document, e.g. "/due/installments".
struct TermsProblem {
  LoansOutcome outcome = LoansOutcome::Ok;
  std::string_view place;
};

/// All faults, in the order of their numbers; empty where a schedule can be computed.
std::vector<TermsProblem> check_terms(const LoanTerms& terms);

/// The most rows that a loan may have, extensions included.
inline constexpr int kRowsMax = 1'200;

/// True where all interest that `principal` bears at `rate` stays within what `Money` holds.
bool interest_fits(const LoanTerms& terms, Rate rate, Money principal);

}  // namespace mingzhang::loans
