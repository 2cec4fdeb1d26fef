// SPDX-License-Identifier: Apache-2.0
// The consolidated trial balance (合并科目余额表): the closed month of many books, added up by the codes of a shared chart.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/date.h"
#include "reports/sums.h"
#include "reports/table.h"
#include "reports/trial_balance.h"

namespace mingzhang::reports {

/// Adds books up, one after the other; memory grows with accounts and groups, not with books.
class Consolidation {
 public:
  explicit Consolidation(Month period) : period_(period) {}

  /// The code of the first account whose class is not the one that books before had under this code; empty: `add` may be
  /// asked. Such a book has another chart, and its sums would mean nothing among theirs.
  std::string stranger_in(const TrialBalance& balance) const;
  /// Adds the month of one book to its group, e.g. a city's; an empty name where there are no groups. Requires a trial
  /// balance of this period in which `stranger_in` finds nothing.
  void add(const std::string& group, const TrialBalance& balance);
  /// A book that is not in the sums, and why; said above the table.
  void leave_out(const std::string& book, const std::string& reason);

  /// By account code: a group row with the sum of all books, below it a line per group, then the total, whose debits equal
  /// its credits because each book's do. Balances of different books are netted: a debit of 3.00 here and a credit of 1.00
  /// there are a debit of 2.00. JSON facts: period, books, left_out, total_debit, total_credit.
  Table table() const;

 private:
  struct Part {
    Sums opening;
    Sums movement;
    std::int64_t books = 0;  ///< in which the account occurs
  };
  struct Entry {
    std::string name;  ///< as the first book calls it
    ledger::AccountClass account_class = ledger::AccountClass::Asset;
    ledger::Side normal_side = ledger::Side::Debit;
    Part all;
    std::map<std::string, Part> groups;
  };
  static void add_row(Table& table, RowKind kind, const std::string& code, const Entry& entry, const std::string& group,
                      const Part& part);

  Month period_;
  std::map<std::string, Entry> entries_;  // by code
  std::vector<std::string> left_out_;
  std::int64_t books_ = 0;
};

}  // namespace mingzhang::reports
