// SPDX-License-Identifier: Apache-2.0
// The trial balance (科目余额表): every account and fund with its totals, for a month or as of any day.
#pragma once

#include <optional>
#include <vector>

#include "base/date.h"
#include "ledger/ledger_store.h"
#include "reports/names.h"
#include "reports/sums.h"
#include "reports/table.h"

namespace mingzhang::reports {

/// One account and fund.
struct TrialBalanceRow {
  ledger::AccountId account;
  ledger::FundId fund;
  Sums opening;   ///< all before the month; zero as of a day
  Sums movement;  ///< the month's; as of a day: all up to and including that day
  Sums closing() const { return opening + movement; }
};

/// The numbers, before they become a table.
struct TrialBalance {
  ledger::BookHead book;
  std::optional<Month> period;  ///< nothing: as of a day
  Date as_of;                   ///< the last day that is counted
  Names names;
  std::vector<TrialBalanceRow> rows;  ///< by account code, then fund code (none first)
};

/// All totals up to and including `as_of`. Cells without any total are left out. Costs one scan of the balances of one
/// month, and for a day inside a month that month's vouchers and at most half of its lines.
TrialBalance trial_balance_at(ledger::LedgerStore& store, Date as_of);

/// The movement of `period` with what stood before it. Cells with neither movement nor opening balance are left out.
TrialBalance trial_balance_of(ledger::LedgerStore& store, Month period);

/// Lines per account and fund; a group row per higher account with the sum of all below it. A balance has its side; a
/// zero balance stands on the account's normal side. Sums: one per entry set that occurs, and one of everything.
/// JSON facts: as_of, total_debit and total_credit (of the movement), for a month also period and total_opening_debit,
/// total_opening_credit; total_balance_debit and total_balance_credit are the sums of the balances on each side.
Table table_of(const TrialBalance& trial_balance);

}  // namespace mingzhang::reports
