// SPDX-License-Identifier: Apache-2.0
// The posted lines of one account and fund, or of one project or subject, month by month along their chains.
#pragma once

#include <vector>

#include "ledger/ledger_store.h"

namespace mingzhang::reports {

/// Appends the lines of this account, fund and month, newest first.
void append_lines(ledger::LedgerStore& store, const ledger::Balance& row, std::vector<ledger::PostedLine>& lines);
/// Appends the lines of this detail row, newest first.
void append_lines(ledger::LedgerStore& store, const ledger::Detail& row, std::vector<ledger::PostedLine>& lines);
/// By date, lines of one day in the order in which they were posted.
void sort_by_date(std::vector<ledger::PostedLine>& lines);

}  // namespace mingzhang::reports
