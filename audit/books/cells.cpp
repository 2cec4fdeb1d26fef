// SPDX-License-Identifier: Apache-2.0
// Adds lines to their months and sums months up.
#include "audit/books/cells.h"

#include <algorithm>

#include "base/money.h"

namespace mingzhang::audit {
namespace {

std::uint64_t place_key(std::int32_t account, std::int32_t fund) {
  return (static_cast<std::uint64_t>(static_cast<std::uint32_t>(account)) << 32) | static_cast<std::uint32_t>(fund);
}

void add_to(BookTotals& totals, BookSide side, std::int64_t fen) {
  (side == BookSide::Debit ? totals.debit : totals.credit) += fen;
}

}  // namespace

BookCells::Added BookCells::add(std::int32_t account, std::int32_t fund, Month month, BookSide side, std::int64_t fen) {
  Added added;
  const auto [place, is_new] = places_.try_emplace(place_key(account, fund), cells_.size());
  if (is_new) cells_.push_back(Cell{account, fund, {}, {}});
  added.is_new_cell = is_new;
  ++months_[month];
  Cell& cell = cells_[place->second];
  const std::int64_t before = side == BookSide::Debit ? cell.all.debit : cell.all.credit;
  if (fen > Money::kFenMax - before) {
    added.is_too_large = true;
    return added;
  }
  add_to(cell.all, side, fen);
  auto at = cell.months.end();
  while (at != cell.months.begin() && month < std::prev(at)->month) --at;
  if (at != cell.months.begin() && std::prev(at)->month == month) {
    add_to(std::prev(at)->totals, side, fen);
  } else {
    add_to(cell.months.insert(at, MonthTotals{month, {}})->totals, side, fen);
  }
  return added;
}

std::optional<Month> BookCells::in_use_at(Month month) const {
  const auto after = months_.upper_bound(month);
  if (after == months_.begin()) return std::nullopt;
  return std::prev(after)->first;
}

std::vector<BookBalance> BookCells::balances(Month month) const {
  std::vector<BookBalance> rows;
  for (const Cell& cell : cells_) {
    BookBalance row{cell.account, cell.fund, {}, {}};
    bool has_moved = false;
    for (const MonthTotals& entry : cell.months) {
      if (month < entry.month) break;
      has_moved = true;
      BookTotals& totals = entry.month == month ? row.movement : row.opening;
      totals.debit += entry.totals.debit;
      totals.credit += entry.totals.credit;
    }
    if (has_moved) rows.push_back(row);
  }
  return rows;
}

}  // namespace mingzhang::audit
