// SPDX-License-Identifier: Apache-2.0
// A line of a claim against the register of loans.
#pragma once

#include <string>

#include "guarantee/claim_commands.h"
#include "guarantee/refusals.h"

namespace mingzhang::guarantee {

/// Most lines of one claim.
inline constexpr std::size_t kRowsMax = 5'000;
/// Most fen of one amount in a line: 1,000,000,000.00 yuan.
inline constexpr std::int64_t kRowFenMax = 100'000'000'000;

/// Adds everything that is wrong with a line: the loan is not there, of another bank, not in force, not overdue for more
/// days than the fund asks for, claimed already; days or amounts are not those of the register.
void check_claimed_row(const ClaimedRow& row, const std::string& place, const SubmitClaim& claim, const RiskFund& fund,
                       Guarantee& guarantee, loans::Loans& loans, Refusals& refusals);

}  // namespace mingzhang::guarantee
