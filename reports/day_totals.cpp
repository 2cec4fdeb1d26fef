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

struct LineRange {
  std::int64_t from;
  std::int64_t to;  // not in it
};

// The lines of one month that stand on the cheaper side of a day.
struct Tail {
  bool is_subtracted = false;  // these lines are later than the day: taken from the month's totals
  std::vector<LineRange> ranges;
};

Tail tail_of(ledger::LedgerStore& store, Date day) {
  std::vector<LineRange> until_day, after_day;
  std::int64_t lines_until = 0, lines_after = 0;
  store.vouchers(Month::of(day), [&](const ledger::PostedVoucher& voucher) {
    const bool is_after = voucher.date > day;
    const LineRange range{voucher.first_line.value, voucher.first_line.value + voucher.line_count};
    (is_after ? after_day : until_day).push_back(range);
    (is_after ? lines_after : lines_until) += voucher.line_count;
  });
  const bool is_subtracted = lines_after <= lines_until;
  return Tail{is_subtracted, std::move(is_subtracted ? after_day : until_day)};
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

// Cells by account and fund. The lines of one voucher often name the same cell again and again, so the last one is
// tried first.
class CellIndex {
 public:
  explicit CellIndex(std::vector<CellTotals>& cells) : cells_(cells) {
    places_.reserve(cells.size() * 2);
    for (std::size_t place = 0; place < cells.size(); ++place) places_.emplace(key_of(cells[place].cell), place);
  }

  Sums& sums_of(ledger::Cell cell) {
    if (last_ < cells_.size() && cells_[last_].cell == cell) return cells_[last_].sums;
    const auto found = places_.find(key_of(cell));
    // INV-05: a month in use has a row for every cell that moved in it or before it.
    MZ_CHECK(found != places_.end());
    last_ = found->second;
    return cells_[last_].sums;
  }

 private:
  static std::uint64_t key_of(ledger::Cell cell) {
    // Two cells with one key would be counted as one, so both ids must fit.
    MZ_CHECK(cell.fund.value >= 0 && cell.fund.value < (std::int64_t{1} << 31));
    MZ_CHECK(cell.account.value >= 0 && cell.account.value < (std::int64_t{1} << 31));
    return (static_cast<std::uint64_t>(cell.account.value) << 31) | static_cast<std::uint64_t>(cell.fund.value);
  }

  std::vector<CellTotals>& cells_;
  std::unordered_map<std::uint64_t, std::size_t> places_;
  std::size_t last_ = 0;
};

void count_tail(ledger::LedgerStore& store, Date as_of, Tail tail, std::vector<CellTotals>& cells) {
  const Month month = Month::of(as_of);
  // Merged ranges also hold lines that are not wanted; their dates tell.
  const Date first = tail.is_subtracted ? plus_days(as_of, 1) : month.first_day();
  const Date last = tail.is_subtracted ? month.last_day() : as_of;
  CellIndex index(cells);
  for (const LineRange& range : merged(std::move(tail.ranges))) {
    store.lines(ledger::LineId{range.from}, ledger::LineId{range.to}, [&](const ledger::PostedLine& line) {
      if (line.date < first || line.date > last) return;
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
