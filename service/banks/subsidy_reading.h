// SPDX-License-Identifier: Apache-2.0
// Lists of claims of interest subsidy, rendered, and the check of one against the register as it is now.
#pragma once

#include <string>
#include <vector>

#include "service/policies/shelf.h"
#include "service/reading/lists.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

/// Every claim with its sums.
TextResult list_subsidy_claims(const BookPlace& place, Format format);
/// One claim, line by line; what each payer bears of a line follows from the weights.
TextResult show_subsidy_claim(const BookPlace& place, const std::string& code, Format format);

/// What became of a claim's lines since it was made.
struct SubsidyCheck {
  std::string text;
  std::int64_t changed = 0;  ///< lines that stand and of which the register or the rule says something else
};
/// Compares every line that stands with the register as it is now (a backdated repayment or misuse found later shows here),
/// and its amounts with what the rule of the claim gives, where the very same pack is adopted, shipped or in `site`.
/// Changes nothing.
Result<SubsidyCheck, Refusal> check_subsidy_claim(const BookPlace& place, const std::string& code,
                                                  const std::vector<PackFile>& site, Format format);

}  // namespace mingzhang::service
