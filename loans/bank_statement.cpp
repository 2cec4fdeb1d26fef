// SPDX-License-Identifier: Apache-2.0
// Following balances and matching rows.
#include "loans/bank_statement.h"

#include <algorithm>
#include <map>
#include <utility>

namespace mingzhang::loans {

std::vector<BalanceBreak> balance_breaks(const std::vector<StatementRow>& rows, std::optional<Money> opening) {
  std::vector<BalanceBreak> breaks;
  std::optional<Money> before = opening;
  for (const StatementRow& row : rows) {
    if (before) {
      const Money expected = *before + row.in - row.out;
      if (expected != row.balance) breaks.push_back({row.number, expected, row.balance});
    }
    before = row.balance;
  }
  return breaks;
}

std::vector<StatementRow> oldest_first(std::vector<StatementRow> rows) {
  if (rows.size() > 1 && rows.back().date < rows.front().date) {
    std::reverse(rows.begin(), rows.end());
    return rows;
  }
  // On one day alone the direction shows in the balances only.
  if (rows.size() > 1 && rows.back().date == rows.front().date) {
    std::vector<StatementRow> turned(rows.rbegin(), rows.rend());
    if (balance_breaks(turned, std::nullopt).size() < balance_breaks(rows, std::nullopt).size()) return turned;
  }
  return rows;
}

Unmatched unmatched_of(const std::vector<StatementRow>& statement, const std::vector<AccountEntry>& entries) {
  using Key = std::pair<Date, Money>;
  std::map<Key, std::vector<const AccountEntry*>> open;
  // Newest of equal entries first, so that the oldest is matched first.
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) open[{entry->date, entry->amount}].push_back(&*entry);
  Unmatched left;
  for (const StatementRow& row : statement) {
    const Money amount = row.in - row.out;
    if (amount.is_zero()) continue;
    const auto found = open.find({row.date, amount});
    if (found == open.end() || found->second.empty()) {
      left.there.push_back(row);
    } else {
      found->second.pop_back();
    }
  }
  for (const auto& [key, rest] : open) {
    for (auto entry = rest.rbegin(); entry != rest.rend(); ++entry) left.here.push_back(**entry);
  }
  return left;
}

}  // namespace mingzhang::loans
