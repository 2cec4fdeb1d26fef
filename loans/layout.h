// SPDX-License-Identifier: Apache-2.0
// The days of a loan's rows as the terms give them and events change them. Used by the schedule alone.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "loans/bearing.h"
#include "loans/due_dates.h"
#include "loans/events.h"
#include "loans/loans_outcome.h"
#include "loans/plan.h"
#include "loans/terms.h"

namespace mingzhang::loans {

/// The rows' days and what is marked on them, as the events leave them.
struct Layout {
  std::vector<DueSpan> spans;
  PlanMarks marks;

  /// Adds rows at the end, which those from `from_row` on know of.
  void append(const DueRule& rule, int rows, std::size_t from_row);
  /// As many marks as spans.
  void fit();
  std::optional<std::size_t> row_due(Date due) const;
};

/// Odd days before the first whole period, and what they cost.
struct OddDays {
  std::optional<Date> until;
  Money interest;
};

OddDays odd_days_of(const LoanTerms& terms, const DueSpan& first);
/// Cuts the odd days off the first row, and off the terms where nothing before the first whole period matters.
void cut_odd_days(const LoanTerms& terms, const OddDays& odd, Layout& layout);
/// Adds what they cost to the rows that pay for it.
void charge_odd_days(const LoanTerms& terms, const OddDays& odd, Plan& plan);

/// The effect of an event on days and rates; the problem where it has none. Events of money have no effect.
std::optional<LoansOutcome> lay_out(const Event& event, const LoanTerms& terms, const OddDays& odd, Layout& layout, RateTable& rates);

}  // namespace mingzhang::loans
