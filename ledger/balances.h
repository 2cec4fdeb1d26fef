// SPDX-License-Identifier: Apache-2.0
// The balances of a book: months in use, totals per account and fund, details, and days of never-negative accounts.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "ledger/ledger_store.h"
#include "base/overlay.h"

namespace mingzhang::ledger {

/// Debits and credits, each a sum that only grows.
struct Totals {
  Money debit;
  Money credit;
  /// Positive where the balance stands on `side`.
  Money net(Side side) const { return side == Side::Debit ? debit - credit : credit - debit; }
};

/// An account in one fund: what a balance is kept of.
struct Cell {
  AccountId account;
  FundId fund;
  friend auto operator<=>(const Cell&, const Cell&) = default;
};

/// INV-05: a month in use has a row for every cell that moved in it or before it, whose opening totals are the sums of
/// all movements before it.
class Balances {
 public:
  explicit Balances(LedgerStore& store);

  const std::map<Month, Period>& periods() const { return periods_; }
  PeriodState state(Month month) const;
  /// The newest month in use on or before `month`.
  std::optional<Month> in_use_at(Month month) const;
  std::optional<Month> last_in_use() const;

  /// The row of exactly this month, or null.
  const Balance* row(Month month, Cell cell);
  /// All totals up to the end of `month`.
  Totals totals(Month month, Cell cell);
  /// Up to now: the end of the last month in use.
  Totals totals_now(Cell cell);
  /// True where the account has any line.
  bool has_moved(AccountId account);
  /// The account's rows of one month, one per fund, in memory and stored.
  std::vector<Balance> rows_of(Month month, AccountId account);
  /// Every row of the month by account and fund, in memory and stored.
  std::vector<Balance> rows(Month month);
  /// Movement per day on or after `from`; only for accounts that keep their days.
  std::map<Date, Totals> days_from(Cell cell, Date from);

  void set_state(Month month, PeriodState state);
  /// Adds a posted line to its month, to the openings of later months, to its detail row and, where `keep_day`, its day.
  /// Opens the month when this is its first line. The totals must stay within Money's range (checked before).
  /// Fills `previous_in_account` and `previous_in_detail`: the newest line so far with the same account, fund and month,
  /// and of the same detail row; none where it is the first.
  void add(PostedLine& line, bool keep_day);
  /// Adds an older line to the days of an account that has just become never-negative.
  void add_day(const PostedLine& line);

  struct Mark {
    std::size_t balances, details, days, periods;
  };
  Mark mark() const;
  void undo_to(const Mark& mark);
  void forget_undo();
  void flush();
  std::size_t size() const { return balances_.size() + details_.size() + days_.size(); }

 private:
  struct BalanceKey {
    Month month;
    Cell cell;
    friend bool operator==(const BalanceKey&, const BalanceKey&) = default;
  };
  struct DetailKey {
    SubjectId subject;
    ProjectId project;
    Cell cell;
    Month month;
    friend bool operator==(const DetailKey&, const DetailKey&) = default;
  };
  struct DayKey {
    Cell cell;
    Date date;
    friend bool operator==(const DayKey&, const DayKey&) = default;
  };
  struct KeyHash {
    std::size_t operator()(const BalanceKey& key) const;
    std::size_t operator()(const DetailKey& key) const;
    std::size_t operator()(const DayKey& key) const;
  };
  struct KnownDays {
    Date from;            ///< every stored day on or after this is in memory
    std::set<Date> days;  ///< days that may have a row
  };

  static DetailKey detail_key_of(const PostedLine& line);
  void use_month(Month month);
  void change_period(Month month, Period period);
  void add_to_detail(PostedLine& line);
  Balance& row_for_change(Month month, Cell cell);
  KnownDays& load_days(Cell cell, Date from);

  LedgerStore& store_;
  std::map<Month, Period> periods_;
  std::set<Month> stored_periods_;
  std::vector<std::pair<Month, std::optional<Period>>> period_undo_;
  std::set<Month> changed_periods_;
  Overlay<BalanceKey, Balance, KeyHash> balances_;
  Overlay<DetailKey, Detail, KeyHash> details_;
  Overlay<DayKey, DayMovement, KeyHash> days_;
  std::map<Cell, KnownDays> known_days_;
};

}  // namespace mingzhang::ledger
