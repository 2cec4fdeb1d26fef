// SPDX-License-Identifier: Apache-2.0
// The repayment schedule (还款计划) of a loan: a pure function of its terms, its events and a day.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "base/result.h"
#include "loans/events.h"
#include "loans/loans_outcome.h"
#include "loans/terms.h"

namespace mingzhang::loans {

/// Amounts by what they are for.
struct Parts {
  Money principal;
  Money interest;
  Money fees;
  Money penalties;

  Money total() const { return principal + interest + fees + penalties; }
  Parts& operator+=(const Parts& more);
  Parts& operator-=(const Parts& less);
  friend bool operator==(const Parts&, const Parts&) = default;
};

/// One installment.
struct Row {
  int number = 0;     ///< from 1
  Date from;          ///< interest over [from, to)
  Date to;
  Date due;           ///< day of payment
  std::int64_t days = 0;  ///< days of [from, to) by the calendar
  Money opening;      ///< principal before this row; tranches paid out during it are in it
  Parts owed;
  Money balance;      ///< opening − owed.principal
  Parts paid;
  Money paid_in_advance;  ///< of `paid`, before the due day
  Money paid_late;        ///< of `paid`, after it
  std::optional<Date> paid_on;  ///< the day on which the row was settled

  Money outstanding() const { return owed.total() - paid.total(); }
};

/// How one payment was set off.
struct SetOff {
  Date date;
  Parts parts;
  Money principal_after;  ///< principal outstanding after it
};

struct Schedule {
  std::vector<Row> rows;
  Parts owed;           ///< of all rows
  Parts paid;
  Money paid_in_advance;
  Money paid_late;
  Money disbursed;
  Money installment;    ///< the equal installment as last found; 0 for methods without one
  std::vector<SetOff> payments;
};

/// Why an event does not fit a loan: one of the outcomes from 201 on.
struct EventRefusal {
  LoansOutcome outcome = LoansOutcome::Ok;
  std::size_t index = 0;  ///< of the event in the list; their number where it is all of them together
};

/// The schedule as it stands on `as_of`: rows that are due by then and unpaid are overdue, rows after it are planned.
/// Payments must be in the order of their dates. Requires: terms without problems (terms_check.h).
/// Always: the rows' principal sums to what is disbursed, the last balance is zero, and no amount is negative.
Result<Schedule, EventRefusal> schedule_for(const LoanTerms& terms, std::span<const Event> events, Date as_of);

}  // namespace mingzhang::loans
