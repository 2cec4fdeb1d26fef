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
/// The rule has computed `amount` from `eligible` and `paid_before`; that the latter is what the books say is checked, so
/// that a yearly cap is kept over any number of claims.
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
  Money amount;             ///< at most `eligible`
  Money paid_before;        ///< sum of this person's benefits under this rule in this year so far
  std::string explanation;  ///< canonical JSON; may be empty
  Accounts accounts;
};

// See command.h for what these do.
std::vector<Problem> check_request(const GrantBenefit& command);
std::vector<Problem> check_state(const GrantBenefit& command, Funds& funds, ledger::Book& book);
std::string encode(const GrantBenefit& command);
std::optional<GrantBenefit> decode_grant_benefit(const JsonValue& data);
void apply(const GrantBenefit& command, std::int64_t seq, Funds& funds);
std::vector<ledger::VoucherRequest> vouchers_of(const GrantBenefit& command, Funds& funds);

}  // namespace mingzhang::funds
