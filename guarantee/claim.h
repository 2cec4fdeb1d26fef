// SPDX-License-Identifier: Apache-2.0
// Compensation (代偿): what a bank claims of a risk-compensation fund, line by line, and what becomes of each line.
#pragma once

#include <cstdint>
#include <string>

#include "base/date.h"
#include "base/money.h"
#include "guarantee/ids.h"
#include "guarantee/words.h"

namespace mingzhang::guarantee {

/// One claim of one bank.
struct Claim {
  ClaimId id;
  std::string code;
  RiskFundId fund;
  std::string bank;
  Date date;
  ClaimState state = ClaimState::Submitted;
  std::int64_t rows = 0;
  Money loss;  ///< of all lines
  Money paid;  ///< by the fund
  std::int64_t seq = 0;
};

/// Which line.
struct ClaimKey {
  ClaimId claim;
  std::int64_t number = 0;  ///< from 1

  friend bool operator==(const ClaimKey&, const ClaimKey&) = default;
};

/// One line: one loan. The debt itself stays in the loans' books; nothing here extinguishes it.
struct ClaimRow {
  ClaimKey key;
  std::string loan;
  Money principal;
  Money interest;           ///< 0 where the fund covers principal alone
  std::int64_t days_overdue = 0;
  std::string evidence;     ///< SHA-256 of the papers
  bool is_disputed = false;
  std::string reason;       ///< why it is disputed
  Money fund_part;          ///< borne by the fund, from the payment on
  Money bank_part;          ///< borne by the bank
  Money fund_recovered;     ///< of its part, what came back
  Money bank_recovered;
  Money written_off;        ///< of the fund's part

  Money loss() const { return principal + interest; }
  Money recovered() const { return fund_recovered + bank_recovered; }
  /// What the fund may still get back from the borrower and has not given up.
  Money receivable() const { return fund_part - fund_recovered - written_off; }
};

/// What comes back, by who bore the loss.
struct RecoveryParts {
  Money fund;
  Money bank;
};

/// How `amount` more is returned: of all that came back so far each has what it bore of the loss, by largest remainder, so
/// that no sequence of small recoveries drifts. Requires 0 < amount ≤ loss less recovered.
/// Example: borne 70.01 : 30.00, 10.00 comes back → 7.00 + 3.00.
RecoveryParts returned(const ClaimRow& row, Money amount);

}  // namespace mingzhang::guarantee
