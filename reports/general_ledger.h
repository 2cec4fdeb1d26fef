// SPDX-License-Identifier: Apache-2.0
// The general ledger (总账): per account one row for each month, with the year so far and the balance.
#pragma once

#include <optional>

#include "base/date.h"
#include "ledger/ledger_store.h"
#include "reports/table.h"

namespace mingzhang::reports {

struct GeneralLedgerRequest {
  std::optional<ledger::AccountId> account;  ///< nothing: every account of the first level
  Month from;
  Month to;  ///< not before `from`
};

/// All funds together; a higher account counts everything below it. Accounts without any total up to `to` are left out,
/// months that the book has not used too. An account begins with its opening balance (a sum row). Reads balances only.
Table general_ledger(ledger::LedgerStore& store, const GeneralLedgerRequest& request);

}  // namespace mingzhang::reports
