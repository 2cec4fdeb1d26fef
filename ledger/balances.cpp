// SPDX-License-Identifier: Apache-2.0
// Keeps INV-05 while lines arrive in any order of dates.
#include "ledger/balances.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/check.h"

namespace mingzhang::ledger {

std::size_t Balances::KeyHash::operator()(const BalanceKey& key) const {
  return mix_hash(mix_hash(mix_hash(1, key.cell.account.value), key.cell.fund.value), key.month.number());
}

std::size_t Balances::KeyHash::operator()(const DetailKey& key) const {
  std::size_t seed = mix_hash(mix_hash(2, key.subject.value), key.project.value);
  seed = mix_hash(mix_hash(seed, key.cell.account.value), key.cell.fund.value);
  return mix_hash(seed, key.month.number());
}

std::size_t Balances::KeyHash::operator()(const DayKey& key) const {
  return mix_hash(mix_hash(mix_hash(3, key.cell.account.value), key.cell.fund.value), key.date.days());
}

Balances::Balances(LedgerStore& store) : store_(store) {
  for (const Period& period : store_.periods()) {
    periods_.emplace(period.month, period);
    stored_periods_.insert(period.month);
  }
}

PeriodState Balances::state(Month month) const {
  const auto found = periods_.find(month);
  return found == periods_.end() ? PeriodState::Open : found->second.state;
}

std::optional<Month> Balances::in_use_at(Month month) const {
  for (auto after = periods_.upper_bound(month); after != periods_.begin();) {
    --after;
    if (after->second.in_use) return after->first;
  }
  return std::nullopt;
}

std::optional<Month> Balances::last_in_use() const {
  return periods_.empty() ? std::nullopt : in_use_at(periods_.rbegin()->first);
}

const Balance* Balances::row(Month month, Cell cell) {
  return balances_.find(BalanceKey{month, cell}, [&] { return store_.balance(month, cell.account, cell.fund); });
}

Totals Balances::totals(Month month, Cell cell) {
  const std::optional<Month> in_use = in_use_at(month);
  const Balance* found = in_use ? row(*in_use, cell) : nullptr;
  if (found == nullptr) return Totals{};
  return Totals{found->opening_debit + found->debit, found->opening_credit + found->credit};
}

Totals Balances::totals_now(Cell cell) {
  const std::optional<Month> last = last_in_use();
  return last ? totals(*last, cell) : Totals{};
}

std::vector<Balance> Balances::rows(Month month) {
  // The store gives what was written, the overlay what was not; `row` joins them.
  std::vector<Cell> cells;
  store_.balances(month, [&cells](const Balance& row) { cells.push_back(Cell{row.account, row.fund}); });
  balances_.for_each_cached([&cells, month](const Balance& row) {
    if (row.period == month) cells.push_back(Cell{row.account, row.fund});
  });
  std::sort(cells.begin(), cells.end());
  cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
  std::vector<Balance> result;
  result.reserve(cells.size());
  for (const Cell& cell : cells) result.push_back(*row(month, cell));
  return result;
}

std::vector<Balance> Balances::rows_of(Month month, AccountId account) {
  std::set<Cell> cells;
  for (const Balance& row : store_.balances_of(month, account)) cells.insert(Cell{row.account, row.fund});
  balances_.for_each_cached([&cells, month, account](const Balance& row) {
    if (row.period == month && row.account == account) cells.insert(Cell{row.account, row.fund});
  });
  std::vector<Balance> result;
  for (const Cell& cell : cells) result.push_back(*row(month, cell));
  return result;
}

bool Balances::has_moved(AccountId account) {
  const std::optional<Month> last = last_in_use();
  return last && !rows_of(*last, account).empty();
}

Balances::KnownDays& Balances::load_days(Cell cell, Date from) {
  const auto [known, is_new] = known_days_.try_emplace(cell, KnownDays{from, {}});
  if (!is_new && known->second.from <= from) return known->second;
  for (const DayMovement& day : store_.days(cell.account, cell.fund, from)) {
    known->second.days.insert(day.date);
    days_.find(DayKey{cell, day.date}, [&day] { return std::optional<DayMovement>(day); });
  }
  known->second.from = from;
  return known->second;
}

std::map<Date, Totals> Balances::days_from(Cell cell, Date from) {
  const KnownDays& known = load_days(cell, from);
  std::map<Date, Totals> result;
  for (auto day = known.days.lower_bound(from); day != known.days.end(); ++day) {
    const DayMovement* movement = days_.find(DayKey{cell, *day}, [] { return std::optional<DayMovement>(); });
    if (movement != nullptr) result.emplace(*day, Totals{movement->debit, movement->credit});
  }
  return result;
}

Balances::DetailKey Balances::detail_key_of(const PostedLine& line) {
  return DetailKey{line.subject, line.project, Cell{line.account, line.fund}, Month::of(line.date)};
}

void Balances::change_period(Month month, Period period) {
  const auto found = periods_.find(month);
  period_undo_.emplace_back(month, found == periods_.end() ? std::nullopt : std::optional(found->second));
  periods_.insert_or_assign(month, period);
  changed_periods_.insert(month);
}

void Balances::set_state(Month month, PeriodState state) {
  const auto found = periods_.find(month);
  Period period = found == periods_.end() ? Period{month, PeriodState::Open, false} : found->second;
  period.state = state;
  change_period(month, period);
}

void Balances::use_month(Month month) {
  const auto found = periods_.find(month);
  if (found != periods_.end() && found->second.in_use) return;
  const std::optional<Month> before = in_use_at(month);
  if (before) {
    for (const Balance& old : rows(*before)) {
      const Cell cell{old.account, old.fund};
      const Balance opened{month, cell.account, cell.fund, old.opening_debit + old.debit,
                           old.opening_credit + old.credit, Money(), Money(), LineId{}};
      balances_.insert(BalanceKey{month, cell}, opened);  // a month not in use has no rows in the table either
    }
  }
  Period period = found == periods_.end() ? Period{month, PeriodState::Open, false} : found->second;
  period.in_use = true;
  change_period(month, period);
}

Balance& Balances::row_for_change(Month month, Cell cell) {
  const BalanceKey key{month, cell};
  const auto load = [&] { return store_.balance(month, cell.account, cell.fund); };
  if (Balance* found = balances_.find_for_change(key, load)) return *found;
  return balances_.insert(key, Balance{month, cell.account, cell.fund, Money(), Money(), Money(), Money(), LineId{}});
}

void Balances::add_to_detail(PostedLine& line) {
  if (line.subject.is_none() && line.project.is_none()) return;
  const DetailKey key = detail_key_of(line);
  Detail* detail = details_.find_for_change(
      key, [&] { return store_.detail(line.subject, line.project, line.account, line.fund, key.month); });
  if (detail == nullptr) {
    detail = &details_.insert(key, Detail{line.subject, line.project, line.account, line.fund, key.month, Money(),
                                          Money(), LineId{}});
  }
  (line.side == Side::Debit ? detail->debit : detail->credit) += line.amount;
  line.previous_in_detail = std::exchange(detail->last_line, line.id);
}

void Balances::add(PostedLine& line, bool keep_day) {
  MZ_CHECK(line.amount.fen() > 0);
  const Month month = Month::of(line.date);
  const Cell cell{line.account, line.fund};
  use_month(month);

  Balance& balance = row_for_change(month, cell);
  (line.side == Side::Debit ? balance.debit : balance.credit) += line.amount;
  line.previous_in_account = std::exchange(balance.last_line, line.id);
  for (auto later = periods_.upper_bound(month); later != periods_.end(); ++later) {
    if (!later->second.in_use) continue;
    Balance& opened = row_for_change(later->first, cell);
    (line.side == Side::Debit ? opened.opening_debit : opened.opening_credit) += line.amount;
  }

  add_to_detail(line);
  if (keep_day) add_day(line);
}

void Balances::add_day(const PostedLine& line) {
  const Cell cell{line.account, line.fund};
  const DayKey key{cell, line.date};
  KnownDays& known = load_days(cell, line.date);
  const bool exists = days_.find(key, [] { return std::optional<DayMovement>(); }) != nullptr;
  DayMovement& day =
      exists ? days_.change(key)
             : days_.insert(key, DayMovement{line.account, line.fund, line.date, Money(), Money()});
  (line.side == Side::Debit ? day.debit : day.credit) += line.amount;
  known.days.insert(line.date);
}

Balances::Mark Balances::mark() const {
  return Mark{balances_.mark(), details_.mark(), days_.mark(), period_undo_.size()};
}

void Balances::undo_to(const Mark& mark) {
  balances_.undo_to(mark.balances);
  details_.undo_to(mark.details);
  days_.undo_to(mark.days);
  while (period_undo_.size() > mark.periods) {
    auto& [month, before] = period_undo_.back();
    if (before) periods_.insert_or_assign(month, *before);
    if (!before) periods_.erase(month);
    period_undo_.pop_back();
  }
}

void Balances::forget_undo() {
  balances_.forget_undo();
  details_.forget_undo();
  days_.forget_undo();
  period_undo_.clear();
}

void Balances::flush() {
  std::vector<Period> added;
  std::vector<Period> changed;
  for (const Month month : changed_periods_) {
    const auto found = periods_.find(month);
    if (found == periods_.end()) continue;
    (stored_periods_.insert(month).second ? added : changed).push_back(found->second);
  }
  changed_periods_.clear();
  period_undo_.clear();
  store_.insert_periods(added);
  store_.update_periods(changed);

  auto [new_balances, changed_balances] = balances_.take_pending();
  // In the order of the table's key, so that neighbours are written together.
  const auto by_key = [](const Balance& a, const Balance& b) {
    return std::tie(a.period, a.account, a.fund) < std::tie(b.period, b.account, b.fund);
  };
  std::sort(new_balances.begin(), new_balances.end(), by_key);
  std::sort(changed_balances.begin(), changed_balances.end(), by_key);
  store_.insert_balances(new_balances);
  store_.update_balances(changed_balances);
  const auto [new_details, changed_details] = details_.take_pending();
  store_.insert_details(new_details);
  store_.update_details(changed_details);
  const auto [new_days, changed_days] = days_.take_pending();
  store_.insert_days(new_days);
  store_.update_days(changed_days);
}

}  // namespace mingzhang::ledger
