// SPDX-License-Identifier: Apache-2.0
// The account of a loan: its schedule after everything that has happened, with what is overdue and what that costs.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "base/result.h"
#include "loans/loan.h"
#include "loans/schedule.h"

namespace mingzhang::loans {

/// Penalty interest (罚息) on one overdue row from one day to the next payment, or to the day that is asked for.
struct PenaltyCharge {
  int row = 0;         ///< number of the row
  Date from;           ///< over [from, to)
  Date to;
  Money principal;     ///< overdue
  Money interest;      ///< overdue and bearing interest (复利); 0 where it does not
  Money amount;        ///< rounded once
};

/// What a loan's account says on a day.
struct LoanAccount {
  LoanTerms terms;   ///< with what was really paid out
  Schedule schedule;
  std::vector<PenaltyCharge> penalties;
  Money principal;   ///< paid out and not repaid
  Date open_due;     ///< due day of the oldest row that is not wholly paid; `no_day` where all are
  Date maturity;     ///< due day of the last row that asks for anything

  /// What the rows due on or before `day` ask for, penalties until the account's day included, paid or not.
  Parts owed_until(Date day) const;
};

/// Why a step does not fit a loan.
struct AccountRefusal {
  LoansOutcome outcome = LoansOutcome::Ok;
  StepId step;  ///< which one; none where it is all of them together
};

/// The account on `as_of` after the steps that stand, in the order of their records: what is paid out makes the loan,
/// changes of rates, pauses and extensions its days, repayments are set off in the order of their days. Steps later than
/// `as_of` that move money must not be among them.
/// Example: 10,000.00 at 4.35 % act/360, unpaid at maturity, penalty 150 %: 30 days later 10,000.00 × 6.525 % × 30/360 =
/// 54.38 of penalties on the last row. Before its last row ends, a schedule with `Recalculation` asks for the rate itself
/// on overdue principal, and the penalty is the 50 % on top.
/// Requires at least one step that pays out.
Result<LoanAccount, AccountRefusal> account_on(const Contract& contract, std::span<const LoanStep> steps, Date as_of);

/// The terms with what `steps` really paid out: its first day is the loan's start, its sum the principal, where there are
/// several they are tranches. Requires as above.
LoanTerms terms_paid_out(const Contract& contract, std::span<const LoanStep> steps);

}  // namespace mingzhang::loans
