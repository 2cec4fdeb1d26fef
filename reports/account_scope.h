// SPDX-License-Identifier: Apache-2.0
// What an account's books are made of: the leaves below it, in one fund or in all, and their totals.
#pragma once

#include <optional>
#include <vector>

#include "ledger/ledger_store.h"
#include "reports/names.h"
#include "reports/sums.h"

namespace mingzhang::reports {

/// An account, or the leaves below a higher one; in one fund (none: money without a source) or, without, in all.
struct AccountScope {
  std::vector<ledger::AccountId> leaves;
  std::optional<ledger::FundId> fund;
};

AccountScope scope_of(const Names& names, ledger::AccountId account, std::optional<ledger::FundId> fund);

/// The scope's balance rows of one month.
std::vector<ledger::Balance> balances_in(ledger::LedgerStore& store, const AccountScope& scope, Month month);

/// Everything before the first day of `month`.
Sums sums_before(ledger::LedgerStore& store, const AccountScope& scope, Month month);

/// Months with balances from `from` to `to`, both included.
std::vector<Month> months_in_use(ledger::LedgerStore& store, Month from, Month to);

}  // namespace mingzhang::reports
