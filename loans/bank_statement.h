// SPDX-License-Identifier: Apache-2.0
// Checking a bank's statement 银行对账单: its running balances, and its rows against the lines of our account.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/money.h"

namespace mingzhang::loans {

/// One row of a statement.
struct StatementRow {
  Date date;
  Money in;               ///< came in: the bank's credit, our debit
  Money out;
  Money balance;          ///< after the row
  std::int64_t number = 0;  ///< where it stands in the file
};

/// One line of our account.
struct AccountEntry {
  Date date;
  Money amount;      ///< what came in; negative: went out
  std::string name;  ///< of its voucher
};

/// A balance that does not follow from the row before.
struct BalanceBreak {
  std::int64_t number = 0;
  Money expected;
  Money got;
};

/// Every row whose balance is not the one before + in − out, to the fen: a difference of rounding is listed as well, and
/// the next row is checked against what stands there, so that one error is told once. With `opening` the first row is
/// checked too.
std::vector<BalanceBreak> balance_breaks(const std::vector<StatementRow>& rows, std::optional<Money> opening);

/// The rows oldest first: statements are printed in both directions. A list whose last day is before its first is turned
/// round.
std::vector<StatementRow> oldest_first(std::vector<StatementRow> rows);

/// What stands on one side only.
struct Unmatched {
  std::vector<StatementRow> there;  ///< 本方没有
  std::vector<AccountEntry> here;   ///< 对方没有
};

/// Matches by day and signed amount, one to one. Rows of no amount are left out.
Unmatched unmatched_of(const std::vector<StatementRow>& statement, const std::vector<AccountEntry>& entries);

}  // namespace mingzhang::loans
