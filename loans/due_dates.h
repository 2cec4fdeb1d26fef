// SPDX-License-Identifier: Apache-2.0
// From the rule when a loan is due to its rows of days.
#pragma once

#include <vector>

#include "base/date.h"
#include "loans/terms.h"

namespace mingzhang::loans {

/// One row's days. Interest runs over [from, to); the row is paid on `due`.
struct DueSpan {
  Date from;
  Date to;
  Date due;
  bool is_regular = true;  ///< exactly one payment period, so that whole months count as such
};

/// `count` periods after `anchor` by the rule for month ends. Example: 2025-01-31 + 1 month is 2025-02-28 clamped, and
/// 2025-03-01 as the first of the next month; + 2 months is 2025-03-31 in both.
Date after_periods(Date anchor, Period period, int count, MonthEnd month_end);

/// The rows of a loan that starts on `start`, in their order; never empty. Under `settlement_day` the rows end with the
/// settlement days between start and maturity, and the last with maturity.
std::vector<DueSpan> due_spans(Date start, const DueRule& rule);

/// `count` rows that follow a row paid on `anchor`, with the same period.
std::vector<DueSpan> following_spans(Date anchor, const DueRule& rule, int count);

/// The part of a year, or of a period under `PerPeriod`, that a row's interest is for; with `to_payment`, to the day of
/// payment where that is later or earlier than the row's end.
Fraction part_of(const LoanTerms& terms, const DueSpan& span, bool to_payment);
/// The same for the days [from, to) inside the row: by the day count where that counts real days, else pro rata.
Fraction part_within(const LoanTerms& terms, const DueSpan& span, Date from, Date to);
/// The part of a year in one whole period, whatever its days: a month is 1/12.
Fraction whole_period_part(const LoanTerms& terms);

}  // namespace mingzhang::loans
