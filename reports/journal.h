// SPDX-License-Identifier: Apache-2.0
// The journal (序时账): the vouchers of a span of days with all their lines.
#pragma once

#include "base/date.h"
#include "ledger/ledger_store.h"
#include "reports/table.h"
#include "reports/voucher_reader.h"

namespace mingzhang::reports {

struct JournalRequest {
  Date from;
  Date to;  ///< last day; not before `from`
};

/// By date, then in the order of posting; one row per line, its own summary or else the voucher's. Files also have
/// kind, preparer and approver of the voucher. Sum: all debits and credits. The table holds every line: a year of a
/// large book belongs into an export (journal_export.h).
Table journal(ledger::LedgerStore& store, VoucherReader& reader, const JournalRequest& request);

}  // namespace mingzhang::reports
