// SPDX-License-Identifier: Apache-2.0
// What one more step does to a loan: its account afterwards, and by how much what was paid has changed.
#pragma once

#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "loans/loan_account.h"
#include "loans/loans.h"

namespace mingzhang::loans {

/// The account after a step, on the last day on which money moved.
struct Effect {
  LoanAccount account;
  Parts change;  ///< of what was paid; parts may be negative where money was set off anew
};

/// What `step` would do. A correction takes the step back that it names. Steps are those of the loan, see `Loans::steps_of`.
Result<Effect, AccountRefusal> effect_of(const LoanStep& step, const Contract& contract, const Loan& loan,
                                         std::vector<LoanStep> steps);

/// What settles the loan on `day`: principal, interest to that day and penalties; nothing where it cannot be told.
std::optional<Parts> owed_on(const Contract& contract, std::vector<LoanStep> steps, Date day);

/// From which day on there may be interest to settle after the settlement of `loan.accrued_until`: the due day of the next
/// row; that of the last settlement where what was due by then has changed since; no_day behind the last row.
/// `account` is that of `loan.accrued_until` or of a later day.
Date next_accrual(const LoanAccount& account, const Loan& loan);

/// Adds the step, changes the loan and its days from `since` on. Requires that the checks found nothing.
/// Called by the apply functions only.
void take_step(LoanStep step, Loans& loans);

}  // namespace mingzhang::loans
