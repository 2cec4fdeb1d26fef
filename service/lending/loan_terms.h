// SPDX-License-Identifier: Apache-2.0
// A contract from a terms document and a few words.
#pragma once

#include "loans/loan.h"
#include "service/lending/loan_setup.h"
#include "service/setup/fund_words.h"

namespace mingzhang::service {

/// What `words` say of a contract: its terms, penalties and accounts. What cannot be read of the document comes back with
/// its JSON paths; bad percentages and accounts go to `reader`.
Result<loans::Contract, Refusal> contract_of(const LoanWords& words, FundWords& reader);

/// The accounts of the chart loan-register for microcredit.
loans::LoanAccounts usual_loan_accounts();

}  // namespace mingzhang::service
