// SPDX-License-Identifier: Apache-2.0
// What overdue days cost besides interest, from one payment to the next. Used by the schedule alone.
#pragma once

#include <optional>

#include "base/date.h"
#include "loans/loans_outcome.h"
#include "loans/plan.h"
#include "loans/terms.h"

namespace mingzhang::loans {

/// Charges late fees (滞纳金) to the rows of a plan, each span of days rounded once.
/// Example: 1,000.00 at 0.26 % a day on the initial amount, due 02-01, asked on 02-05: 4 days, 10.40 on that row.
class LateFees {
 public:
  LateFees(const LoanTerms& terms, Plan& plan) : terms_(terms), plan_(plan), last_(terms.start) {}

  /// Charges the days until `day`. Requires: everything paid before it is in the plan, and no payment since the last call.
  /// The reason where the fees are larger than amounts can be.
  std::optional<LoansOutcome> run_to(Date day);

 private:
  std::optional<LoansOutcome> charge(std::size_t row, Date day);
  /// What a day costs by: of the row, or of the loan on that day.
  Money base_on(std::size_t row, Date day) const;
  Money paid_out_until(Date day) const;

  const LoanTerms& terms_;
  Plan& plan_;
  Date last_;
  std::vector<Parts> open_;  ///< what each row still asks for
  Money repaid_;             ///< principal
  Money charged_;
};

}  // namespace mingzhang::loans
