// SPDX-License-Identifier: Apache-2.0
// The statement of an account (明细账): opening balance, every line, running balance, totals per month.
#pragma once

#include <optional>

#include "base/date.h"
#include "ledger/ledger_store.h"
#include "reports/table.h"
#include "reports/voucher_reader.h"

namespace mingzhang::reports {

struct AccountStatementRequest {
  ledger::AccountId account;           ///< of the book; a higher account shows the lines of all leaves below it
  std::optional<ledger::FundId> fund;  ///< nothing: all funds; none: money without a source
  Date from;                           ///< first day
  Date to;                             ///< last day; not before `from`
};

/// Lines by date and, within a day, in the order of posting. After the lines of a month 本月合计 counts that month from
/// its first day and 本年累计 the year from January, both up to the last day shown, also what stands before `from`.
/// Facts: opening and closing with their sides, total_debit and total_credit of the lines shown.
Table account_statement(ledger::LedgerStore& store, VoucherReader& reader, const AccountStatementRequest& request);

}  // namespace mingzhang::reports
