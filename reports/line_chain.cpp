// SPDX-License-Identifier: Apache-2.0
// Following "the line before me" until there is none.
#include "reports/line_chain.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/world_error.h"

namespace mingzhang::reports {

namespace {

void append_chain(ledger::LedgerStore& store, ledger::LineId newest, ledger::LineId ledger::PostedLine::*before,
                  std::vector<ledger::PostedLine>& lines) {
  for (ledger::LineId id = newest; !id.is_none();) {
    std::optional<ledger::PostedLine> line = store.line(id);
    // Chains lead to older lines only; anything else would go round for ever.
    if (!line || (*line).*before >= id) {
      throw WorldError(WorldFault::Damaged, "broken chain at line " + std::to_string(id.value));
    }
    id = (*line).*before;
    lines.push_back(std::move(*line));
  }
}

}  // namespace

void append_lines(ledger::LedgerStore& store, const ledger::Balance& row, std::vector<ledger::PostedLine>& lines) {
  append_chain(store, row.last_line, &ledger::PostedLine::previous_in_account, lines);
}

void append_lines(ledger::LedgerStore& store, const ledger::Detail& row, std::vector<ledger::PostedLine>& lines) {
  append_chain(store, row.last_line, &ledger::PostedLine::previous_in_detail, lines);
}

void sort_by_date(std::vector<ledger::PostedLine>& lines) {
  std::sort(lines.begin(), lines.end(), [](const ledger::PostedLine& a, const ledger::PostedLine& b) {
    return std::pair(a.date, a.id) < std::pair(b.date, b.id);
  });
}

}  // namespace mingzhang::reports
