// SPDX-License-Identifier: Apache-2.0
// Drafts as an approver sees them: everything that the commands and their vouchers say.
#pragma once

#include <string>
#include <vector>

#include "ledger/voucher.h"
#include "reports/table.h"
#include "service/drafts.h"
#include "service/reading/lists.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

/// The pending drafts with all their lines: tables one after the other, or {"drafts":[{"commands":[{"data":…,"t":…}],
/// "draft":1,"prepared_at":…,"prepared_by":…,"title":…,"vouchers":[…]}]}; `commands` are those that are no vouchers, as
/// their records will say them. Names of accounts come from `place`.
TextResult show_drafts(const BookPlace& place, const std::vector<PendingDraft>& drafts, Format format);

/// A voucher with its lines. Requires a voucher of this book, or one that could be posted to it.
reports::Table voucher_table(ledger::LedgerStore& store, const ledger::VoucherRequest& voucher);

}  // namespace mingzhang::service
