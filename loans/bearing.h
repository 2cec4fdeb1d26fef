// SPDX-License-Identifier: Apache-2.0
// The principal that bears interest, day by day, and the rate it bears it at.
#pragma once

#include <cstdint>
#include <vector>

#include "base/date.h"
#include "loans/due_dates.h"
#include "loans/events.h"
#include "loans/installment.h"
#include "loans/terms.h"

namespace mingzhang::loans {

/// Rates over time: the terms' rate, its changes and its pauses.
class RateTable {
 public:
  explicit RateTable(Rate first) : first_(first) {}
  void change(Date from, Rate rate);
  void pause(Date from, Date to);

  /// The rate on a day, zero while paused.
  Rate on(Date day) const;
  /// The rate on a day as if nothing paused it.
  Rate agreed_on(Date day) const;
  bool is_paused(Date day) const;
  /// Days d with from < d < to on which the rate changes, appended.
  void breaks_within(Date from, Date to, std::vector<Date>& breaks) const;
  bool is_constant() const { return changes_.empty() && pauses_.empty(); }
  /// True where a rate begins on a day in [from, to).
  bool changes_within(Date from, Date to) const;

 private:
  struct Change {
    Date from;
    Rate rate;
  };
  struct Pause {
    Date from;
    Date to;
  };
  Rate first_;
  std::vector<Change> changes_;
  std::vector<Pause> pauses_;
};

/// Interest of one row.
struct RowInterest {
  Money rounded;
  Wide exact = 0;  ///< in 10^-18 fen, not rounded
};

/// What bears interest: grows and shrinks on days, asked for row after row.
class Bearing {
 public:
  /// From `day` on `fen` more (or less) bears interest. Days before the row that is asked for next count from its start.
  void change(Date day, std::int64_t fen);
  /// Interest of the row's days. Requires: rows are asked for in their order.
  RowInterest interest_of(const LoanTerms& terms, const DueSpan& span, const RateTable& rates);
  /// Begins a row: what changed until `day` is in.
  void start(Date day) { apply_until(day); }
  /// The most that bears interest on any day from the last one that was asked for to `day`.
  std::int64_t most_until(Date day) const;

 private:
  struct Change {
    Date day;
    std::int64_t fen;
  };
  void apply_until(Date day);

  std::int64_t fen_ = 0;
  std::vector<Change> changes_;  // in the order of their days, those applied removed
};

}  // namespace mingzhang::loans
