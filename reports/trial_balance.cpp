// SPDX-License-Identifier: Apache-2.0
// Reading the numbers of the trial balance.
#include "reports/trial_balance.h"

#include <algorithm>
#include <utility>

#include "reports/day_totals.h"

namespace mingzhang::reports {

namespace {

// Charts are mostly entered in the order of their codes, so the rows often are in order already.
void sort_by_code(TrialBalance& trial_balance) {
  struct Placed {
    std::size_t account, fund, row;
    auto operator<=>(const Placed&) const = default;
  };
  std::vector<Placed> order;
  order.reserve(trial_balance.rows.size());
  for (const TrialBalanceRow& row : trial_balance.rows) {
    order.push_back(
        Placed{trial_balance.names.account_place(row.account), trial_balance.names.fund_place(row.fund), order.size()});
  }
  if (std::is_sorted(order.begin(), order.end())) return;
  std::sort(order.begin(), order.end());
  std::vector<TrialBalanceRow> sorted;
  sorted.reserve(order.size());
  for (const Placed& placed : order) sorted.push_back(trial_balance.rows[placed.row]);
  trial_balance.rows = std::move(sorted);
}

}  // namespace

TrialBalance trial_balance_at(ledger::LedgerStore& store, Date as_of) {
  TrialBalance result{store.head().value_or(ledger::BookHead{}), std::nullopt, as_of, Names(store), {}};
  const std::vector<CellTotals> cells = day_totals(store, as_of);
  result.rows.reserve(cells.size());
  for (const CellTotals& cell : cells) {
    if (cell.sums.is_zero()) continue;
    result.rows.push_back(TrialBalanceRow{cell.cell.account, cell.cell.fund, Sums(), cell.sums});
  }
  sort_by_code(result);
  return result;
}

TrialBalance trial_balance_of(ledger::LedgerStore& store, Month period) {
  TrialBalance result{store.head().value_or(ledger::BookHead{}), period, period.last_day(), Names(store), {}};
  const std::optional<Month> month = month_in_use(store, period);
  if (!month) return result;
  store.balances(*month, [&](const ledger::Balance& row) {
    const Sums opening(row.opening_debit.fen(), row.opening_credit.fen());
    const Sums movement(row.debit.fen(), row.credit.fen());
    TrialBalanceRow counted{row.account, row.fund, opening, movement};
    // The month itself is not in use: nothing moved in it, and what is before it has all happened.
    if (*month != period) counted = TrialBalanceRow{row.account, row.fund, opening + movement, Sums()};
    const bool opens_at_zero = counted.opening.debit == counted.opening.credit;
    if (opens_at_zero && counted.movement.is_zero()) return;
    result.rows.push_back(counted);
  });
  sort_by_code(result);
  return result;
}

}  // namespace mingzhang::reports
