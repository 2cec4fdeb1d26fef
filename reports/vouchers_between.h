// SPDX-License-Identifier: Apache-2.0
// The vouchers of a span of days in the order in which books are read: by date, then by record.
#pragma once

#include <functional>
#include <utility>
#include <vector>

#include "base/date.h"
#include "ledger/ledger_store.h"
#include "reports/voucher_reader.h"

namespace mingzhang::reports {

/// Visits every voucher dated from `from` to `to` (both included) with its record, one month in memory at a time
/// without its lines. A voucher without record throws WorldError. Requires from ≤ to.
void visit_vouchers(ledger::LedgerStore& store, VoucherReader& reader, std::pair<Date, Date> from_to,
                    const std::function<void(const ledger::PostedVoucher&, const RecordedVoucher&)>& visit);

}  // namespace mingzhang::reports
