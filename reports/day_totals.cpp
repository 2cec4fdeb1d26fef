// SPDX-License-Identifier: Apache-2.0
// The tail: which lines of a month stand on one side of a day, read in as few scans as possible.
#include "reports/day_totals.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/check.h"

namespace mingzhang::reports {

namespace {

// Lines between two wanted ranges that are cheaper to read and skip than to begin another scan.
constexpr std::int64_t kGapLines = 512;
// A month's lines stand close together where there are no more than so many for each of its vouchers, foreign ones counted.
constexpr std::int64_t kCloseLines = 8;

struct LineRange {
  std::int64_t from;
  std::int64_t to;  // not in it
};

// The lines of one month that stand on the cheaper side of a day. The ranges hold other lines too: days tell them apart.
struct Tail {
  bool is_subtracted = false;  // these lines are later than the day: taken from the month's totals
  std::vector<LineRange> ranges;
};

// All lines of the month, from the first and the last voucher of each type: numbers are given in the order of posting.
// Nothing where later months were posted in between, because somebody came back to this one.
std::vector<LineRange> close_lines_of(ledger::LedgerStore& store, Month month) {
  using ledger::VoucherType;
  std::vector<LineRange> ranges;
  std::int64_t lines = 0, vouchers = 0;
  for (const VoucherType type : {VoucherType::General, VoucherType::Receipt, VoucherType::Payment, VoucherType::Transfer}) {
    const std::int64_t count = store.last_number(month, type);
    if (count == 0) continue;
    const auto first = store.voucher(month, type, 1);
    const auto last = store.voucher(month, type, count);
    MZ_CHECK(first && last);  // INV-03: numbers have no gaps
    ranges.push_back({first->first_line.value, last->first_line.value + last->line_count});
    lines += ranges.back().to - ranges.back().from;
    vouchers += count;
  }
  if (lines > kCloseLines * vouchers) ranges.clear();
  return ranges;
}

// The lines of the vouchers on the side of the day that has fewer.
Tail tail_by_vouchers(ledger::LedgerStore& store, Date day) {
  std::vector<LineRange> until_day, after_day;
  std::int64_t lines_until = 0, lines_after = 0;
  store.voucher_spans(Month::of(day), [&](const ledger::VoucherSpan& voucher) {
    const bool is_after = voucher.date > day;
    const LineRange range{voucher.first_line.value, voucher.first_line.value + voucher.line_count};
    (is_after ? after_day : until_day).push_back(range);
    (is_after ? lines_after : lines_until) += voucher.line_count;
  });
  const bool is_subtracted = lines_after <= lines_until;
  return Tail{is_subtracted, std::move(is_subtracted ? after_day : until_day)};
}

Tail tail_of(ledger::LedgerStore& store, Date day) {
  const Month month = Month::of(day);
  std::vector<LineRange> close = close_lines_of(store, month);
  if (close.empty()) return tail_by_vouchers(store, day);
  return Tail{month.last_day().days() - day.days() < day.days() - month.first_day().days(), std::move(close)};
}

std::vector<LineRange> merged(std::vector<LineRange> ranges) {
  std::sort(ranges.begin(), ranges.end(), [](const LineRange& a, const LineRange& b) { return a.from < b.from; });
  std::vector<LineRange> wide;
  for (const LineRange& range : ranges) {
    if (!wide.empty() && range.from - wide.back().to <= kGapLines) {
      wide.back().to = std::max(wide.back().to, range.to);
    } else {
      wide.push_back(range);
    }
  }
  return wide;
}

// Finds a cell among those of one month, which stand by account and fund: the account's id leads to its first one, its
// few funds are searched. No hash table, because a tail asks half a million times.
class CellIndex {
 public:
  explicit CellIndex(std::vector<CellTotals>& cells) : cells_(cells) {
    MZ_CHECK(std::is_sorted(cells.begin(), cells.end(), is_before));
    for (std::size_t place = 0; place < cells.size(); ++place) {
      const std::size_t account = number_of(cells[place].cell.account);
      if (first_.size() < account + 2) first_.resize(account + 2, place);
      first_[account + 1] = place + 1;
    }
  }

  Sums& sums_of(ledger::Cell cell) {
    const std::size_t account = number_of(cell.account);
    MZ_CHECK(account + 1 < first_.size());
    const auto from = cells_.begin() + static_cast<std::ptrdiff_t>(first_[account]);
    const auto to = cells_.begin() + static_cast<std::ptrdiff_t>(first_[account + 1]);
    const auto found = std::lower_bound(from, to, CellTotals{cell, Sums()}, is_before);
    // INV-05: a month in use has a row for every cell that moved in it or before it.
    MZ_CHECK(found != to && found->cell == cell);
    return found->sums;
  }

 private:
  static bool is_before(const CellTotals& a, const CellTotals& b) { return a.cell < b.cell; }
  static std::size_t number_of(ledger::AccountId account) {
    MZ_CHECK(account.value > 0);
    return static_cast<std::size_t>(account.value);
  }

  std::vector<CellTotals>& cells_;
  std::vector<std::size_t> first_;  // by account id; the next entry is its end
};

void count_tail(ledger::LedgerStore& store, Date as_of, Tail tail, std::vector<CellTotals>& cells) {
  const Month month = Month::of(as_of);
  const Date first = tail.is_subtracted ? plus_days(as_of, 1) : month.first_day();
  const Date last = tail.is_subtracted ? month.last_day() : as_of;
  CellIndex index(cells);
  for (const LineRange& range : merged(std::move(tail.ranges))) {
    store.movements(ledger::LineId{range.from}, ledger::LineId{range.to}, first, last, [&](const ledger::Movement& line) {
      index.sums_of(ledger::Cell{line.account, line.fund})
          .add(line.side, tail.is_subtracted ? -line.amount : line.amount);
    });
  }
}

}  // namespace

std::optional<Month> month_in_use(ledger::LedgerStore& store, Month month) {
  std::optional<Month> newest;
  for (const ledger::Period& period : store.periods()) {
    if (period.in_use && period.month <= month && (!newest || *newest < period.month)) newest = period.month;
  }
  return newest;
}

std::vector<CellTotals> day_totals(ledger::LedgerStore& store, Date as_of) {
  std::vector<CellTotals> cells;
  const std::optional<Month> month = month_in_use(store, Month::of(as_of));
  if (!month) return cells;
  const bool is_inside = *month == Month::of(as_of) && as_of != month->last_day();
  Tail tail = is_inside ? tail_of(store, as_of) : Tail{true, {}};
  store.balances(*month, [&](const ledger::Balance& row) {
    cells.push_back(CellTotals{{row.account, row.fund}, Sums(row.opening_debit.fen(), row.opening_credit.fen())});
    if (tail.is_subtracted) cells.back().sums.add(Sums(row.debit.fen(), row.credit.fen()));
  });
  if (!tail.ranges.empty()) count_tail(store, as_of, std::move(tail), cells);
  return cells;
}

}  // namespace mingzhang::reports
