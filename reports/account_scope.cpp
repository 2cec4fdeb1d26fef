// SPDX-License-Identifier: Apache-2.0
// Walking down the chart, and reading only the rows that are asked for.
#include "reports/account_scope.h"

#include <algorithm>

#include "reports/day_totals.h"

namespace mingzhang::reports {

AccountScope scope_of(const Names& names, ledger::AccountId account, std::optional<ledger::FundId> fund) {
  AccountScope scope{{}, fund};
  for (const ledger::Account& candidate : names.accounts()) {
    if (candidate.has_children) continue;
    ledger::AccountId above = candidate.id;
    while (above != account && !above.is_none()) above = names.account(above).parent;
    if (above == account) scope.leaves.push_back(candidate.id);
  }
  return scope;
}

std::vector<ledger::Balance> balances_in(ledger::LedgerStore& store, const AccountScope& scope, Month month) {
  std::vector<ledger::Balance> rows;
  for (const ledger::AccountId leaf : scope.leaves) {
    for (const ledger::Balance& row : store.balances_of(month, leaf)) {
      if (!scope.fund || row.fund == *scope.fund) rows.push_back(row);
    }
  }
  return rows;
}

Sums sums_before(ledger::LedgerStore& store, const AccountScope& scope, Month month) {
  Sums sums;
  const std::optional<Month> in_use = month_in_use(store, month);
  if (!in_use) return sums;
  for (const ledger::Balance& row : balances_in(store, scope, *in_use)) {
    sums.add(Sums(row.opening_debit.fen(), row.opening_credit.fen()));
    if (*in_use != month) sums.add(Sums(row.debit.fen(), row.credit.fen()));
  }
  return sums;
}

std::vector<Month> months_in_use(ledger::LedgerStore& store, Month from, Month to) {
  std::vector<Month> months;
  for (const ledger::Period& period : store.periods()) {
    if (period.in_use && from <= period.month && period.month <= to) months.push_back(period.month);
  }
  std::sort(months.begin(), months.end());
  return months;
}

}  // namespace mingzhang::reports
