// SPDX-License-Identifier: Apache-2.0
// Benefits that a person gets in a year under a rule with a cap, e.g. for chronic illness.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/outcome.h"
#include "funds/accounts.h"
#include "funds/funds.h"
#include "ledger/book.h"
#include "ledger/voucher.h"

namespace mingzhang::funds {

/// Grants and pays a benefit: benefit/v1. D expense (subject: the household), C bank.
/// The rule has computed `amount` from `eligible`, `claimed_before` and `paid_before`; that the last two are what the books
/// say is checked, so that a yearly threshold and a yearly cap are kept over any number of claims. A claim that brings
/// nothing yet is recorded with amount zero and without accounts: it counts towards the threshold.
struct GrantBenefit {
  std::string code;
  std::string indicator;
  std::string project;      ///< code; may be empty
  std::string programme;    ///< code of the rule
  std::string person;       ///< opaque code
  std::string household;    ///< opaque code
  std::int64_t year = 0;    ///< whose cap it counts towards; not later than `date`
  Date date;
  std::string claim;        ///< SHA-256 of the claim, 64 hex digits; paid once in whatever year
  Money eligible;           ///< cost that the rule looks at
  Money amount;             ///< from zero to `eligible`
  Money claimed_before;     ///< eligible costs of this person under this rule in this year so far
  Money paid_before;        ///< benefits paid for them
  std::string explanation;  ///< canonical JSON; may be empty
  Accounts accounts;        ///< none where the amount is zero
};

// See command.h for what these do.
std::vector<Problem> check_request(const GrantBenefit& command);
std::vector<Problem> check_state(const GrantBenefit& command, Funds& funds, ledger::Book& book);
std::string encode(const GrantBenefit& command);
std::optional<GrantBenefit> decode_grant_benefit(const JsonValue& data);
void apply(const GrantBenefit& command, std::int64_t seq, Funds& funds);
std::vector<ledger::VoucherRequest> vouchers_of(const GrantBenefit& command, Funds& funds);

}  // namespace mingzhang::funds
