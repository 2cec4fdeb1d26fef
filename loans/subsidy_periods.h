// SPDX-License-Identifier: Apache-2.0
// What a loan's register says to a subsidy: the interest of its installments, cut where being overdue ends.
#pragma once

#include <optional>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "base/rate.h"
#include "loans/loan.h"
#include "loans/loans.h"

namespace mingzhang::loans {

/// The interest of one installment, or of the days of it between two ends of being overdue: the inputs of a rule.
struct SubsidyPeriod {
  Date from;                          ///< over [from, to)
  Date to;
  Money principal;                    ///< that bore it
  Money interest;                     ///< of a cut installment its part by days, largest remainder
  Rate rate;                          ///< agreed on the first day, multiples for misuse left out
  Date loan_from;                     ///< first day of the first loan of a chain of renewals: renewing begins nothing anew
  std::optional<Date> overdue_from;   ///< where days from here to the end are overdue
  std::optional<Date> misused_from;   ///< where some day of it is

  friend bool operator==(const SubsidyPeriod&, const SubsidyPeriod&) = default;
};

/// Whether a loan was paid out and so has interest.
bool bears_interest(const Loan& loan);

/// The installments with interest that are due on the days [from, to), as everything is known on `as_of` or later.
/// A row is overdue from its due day until the day on which it is paid; a loan is overdue while any row is.
/// Example: interest 30.00 of [06-21, 07-21), a row due 06-21 paid on 07-01: 10.00 of [06-21, 07-01) overdue from 06-21,
/// and 20.00 of [07-01, 07-21).
/// Requires `bears_interest`.
std::vector<SubsidyPeriod> subsidy_periods(const Loan& loan, Loans& loans, Date from, Date to, Date as_of);

}  // namespace mingzhang::loans
