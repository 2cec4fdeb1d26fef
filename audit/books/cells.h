// SPDX-License-Identifier: Apache-2.0
// Running debit and credit totals per account, fund and month: the memory of the books.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

#include "audit/books/words.h"
#include "base/date.h"

namespace mingzhang::audit {

/// Two totals that only grow, in fen, each at most 10^15 (`Money::kFenMax`).
struct BookTotals {
  std::int64_t debit = 0;
  std::int64_t credit = 0;
  friend bool operator==(const BookTotals&, const BookTotals&) = default;
};

/// What stands in one row of a month's trial balance.
struct BookBalance {
  std::int32_t account = -1;  ///< into `Books::accounts`
  std::int32_t fund = -1;     ///< into `Books::funds`; -1: none
  BookTotals opening;         ///< everything before the month
  BookTotals movement;        ///< the month's own
};

/// All totals. Memory: one entry per account, fund and month that has moved.
class BookCells {
 public:
  struct Added {
    bool is_new_cell = false;   ///< nothing was ever posted to this account and fund before
    bool is_too_large = false;  ///< the cell's total would pass 10^15 fen: nothing was added
  };
  /// Adds one line of `fen` > 0 to its month; months may come in any order.
  Added add(std::int32_t account, std::int32_t fund, Month month, BookSide side, std::int64_t fen);

  /// The newest month with a line on or before `month`.
  std::optional<Month> in_use_at(Month month) const;
  /// The months with a line, ascending, each with the number of its lines.
  const std::map<Month, std::int64_t>& months() const { return months_; }

  /// One row for every account and fund that moved in `month` or before it, in no particular order. In a month without a
  /// line of its own the movements are zero.
  std::vector<BookBalance> balances(Month month) const;

 private:
  struct MonthTotals {
    Month month;
    BookTotals totals;
  };
  struct Cell {
    std::int32_t account = -1;
    std::int32_t fund = -1;
    BookTotals all;
    std::vector<MonthTotals> months;  // ascending
  };

  std::vector<Cell> cells_;
  std::unordered_map<std::uint64_t, std::size_t> places_;
  std::map<Month, std::int64_t> months_;
};

}  // namespace mingzhang::audit
