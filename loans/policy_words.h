// SPDX-License-Identifier: Apache-2.0
// The conventions of a loan in words, as they are printed on every schedule.
#pragma once

#include <string>
#include <vector>

#include "loans/terms.h"

namespace mingzhang::loans {

/// One convention in both languages.
struct PolicyWords {
  std::string zh;
  std::string en;
};

/// Method, rate, day count, due dates, rounding, remainder and repayment with its table, in this order. What the terms do not use is
/// left out. Example: "计息基础 act/360" / "day count act/360".
std::vector<PolicyWords> policy_in_words(const LoanTerms& terms);

}  // namespace mingzhang::loans
