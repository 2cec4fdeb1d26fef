// SPDX-License-Identifier: Apache-2.0
// The account of one household, institution or loan (一户一台账): every line that names it.
#pragma once

#include "base/date.h"
#include "ledger/ledger_store.h"
#include "reports/table.h"
#include "reports/voucher_reader.h"

namespace mingzhang::reports {

/// All lines that name the subject, by date, then totals per account and fund (sums, by account code). Reads that
/// subject's chains only, whatever the size of the book. Requires a subject of the book.
Table subject_account(ledger::LedgerStore& store, VoucherReader& reader, const ledger::Subject& subject);

}  // namespace mingzhang::reports
