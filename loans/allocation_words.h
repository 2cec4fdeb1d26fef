// SPDX-License-Identifier: Apache-2.0
// The table of payments in words.
#pragma once

#include <vector>

#include "loans/policy_words.h"
#include "loans/terms.h"

namespace mingzhang::loans {

/// Which rows and parts a payment meets first. Example, as usual: "还款依次抵逾期、当期、提前，逐期依次抵违约金、费用、利息、本金".
void add_allocation_words(const RepaymentPolicy& policy, std::vector<PolicyWords>& words);

}  // namespace mingzhang::loans
