// SPDX-License-Identifier: Apache-2.0
// The statement of funds (资金收支表): what the accounts say that each restricted source has received, spent and left.
#pragma once

#include "base/date.h"
#include "ledger/ledger_store.h"
#include "reports/table.h"

namespace mingzhang::reports {

/// One row per fund as of a day; lines without a source stand first under an empty code. Year-end carry-forwards are
/// left out of the first three columns, so that old years stay visible:
/// received = net credits of income accounts; direct = net credits of net assets (e.g. capital put in); spent = net
/// debits of expense accounts; left = assets − liabilities, of which money (never-negative accounts: cash, deposits,
/// quotas), other_assets (advances, receivables) and liabilities. Without unclassified accounts
/// left = received + direct − spent. Budget accounts have columns of their own; amounts may be negative.
/// Example: received 1000.00, spent 300.00, and an advance of 200.00 → left 700.00, money 500.00, other_assets 200.00.
Table fund_statement(ledger::LedgerStore& store, Date as_of);

}  // namespace mingzhang::reports
