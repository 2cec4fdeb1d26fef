// SPDX-License-Identifier: Apache-2.0
// Building the vouchers that move the money of a command.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "funds/accounts.h"
#include "ledger/voucher.h"

namespace mingzhang::funds {

/// What all vouchers of one command have in common.
struct VoucherHead {
  ledger::VoucherType type = ledger::VoucherType::General;
  Date date;
  std::string summary;
  std::string source;                 ///< the command's own code
  std::vector<std::string> evidence;  ///< SHA-256 of papers
};

/// Where a line stands besides its account.
struct LinePlace {
  std::string fund;
  std::string project;  ///< may be empty
  std::string subject;  ///< may be empty
};

/// A voucher without lines.
ledger::VoucherRequest voucher_of(const VoucherHead& head);
void add_line(ledger::VoucherRequest& voucher, ledger::Side side, const std::string& account, Money amount,
              const LinePlace& place);
/// The two lines of the budget entry, where the accounts have one.
void add_budget_entry(ledger::VoucherRequest& voucher, const Accounts& accounts, Money amount, const std::string& fund);
/// One debit, one credit, and the budget entry. No voucher where there are no accounts.
std::vector<ledger::VoucherRequest> single_voucher(const VoucherHead& head, const Accounts& accounts, Money amount,
                                                   const LinePlace& debit, const LinePlace& credit);

}  // namespace mingzhang::funds
