// SPDX-License-Identifier: Apache-2.0
// A voucher as it is printed and signed (记账凭证).
#pragma once

#include <string>

#include "ledger/ledger_store.h"
#include "reports/voucher_reader.h"

namespace mingzhang::reports {

/// Text for terminal and paper: number, date, lines with account names, the total in figures and in Chinese words
/// (大写), attachments, preparer, approver and time of posting. Requires lines.
std::string voucher_form(ledger::LedgerStore& store, const RecordedVoucher& recorded);

}  // namespace mingzhang::reports
