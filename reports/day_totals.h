// SPDX-License-Identifier: Apache-2.0
// Totals of every account and fund as of a day: maintained balances, and a tail of lines for a day inside a month.
#pragma once

#include <optional>
#include <vector>

#include "base/date.h"
#include "ledger/balances.h"
#include "ledger/ledger_store.h"
#include "reports/sums.h"

namespace mingzhang::reports {

/// The totals of one account and fund.
struct CellTotals {
  ledger::Cell cell;
  Sums sums;
};

/// The newest month in use on or before `month`; nothing where there is none.
std::optional<Month> month_in_use(ledger::LedgerStore& store, Month month);

/// Everything up to and including `as_of`, by account and fund id; cells whose first line is later have zero totals.
std::vector<CellTotals> day_totals(ledger::LedgerStore& store, Date as_of);

}  // namespace mingzhang::reports
