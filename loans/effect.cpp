// SPDX-License-Identifier: Apache-2.0
// Recomputing a loan with one more step.
#include "loans/effect.h"

#include <algorithm>
#include <utility>

#include "base/check.h"

namespace mingzhang::loans {
namespace {

void take_back(std::vector<LoanStep>& steps, StepId corrected, StepId by) {
  for (LoanStep& step : steps) {
    if (step.id == corrected) step.corrected_by = by;
  }
}

bool moves_money(const LoanStep& step) {
  return step.kind == StepKind::Disbursement || step.kind == StepKind::RenewalIn || step.kind == StepKind::Repayment ||
         step.kind == StepKind::RenewalOut;
}

Date last_day_of(const std::vector<LoanStep>& steps, Date day) {
  for (const LoanStep& step : steps) {
    if (step.stands() && moves_money(step)) day = std::max(day, step.date);
  }
  return day;
}

/// Money until the day, and every change of the terms: what was true then as it is known now.
std::vector<LoanStep> until(const std::vector<LoanStep>& steps, Date day) {
  std::vector<LoanStep> early;
  std::copy_if(steps.begin(), steps.end(), std::back_inserter(early),
               [day](const LoanStep& step) { return step.date <= day || !moves_money(step); });
  return early;
}

bool is_paid_out(const std::vector<LoanStep>& steps) {
  return std::any_of(steps.begin(), steps.end(), [](const LoanStep& step) {
    return step.stands() && (step.kind == StepKind::Disbursement || step.kind == StepKind::RenewalIn);
  });
}

std::int64_t count_of(const std::vector<LoanStep>& steps, StepKind kind, Date until) {
  return std::count_if(steps.begin(), steps.end(), [&](const LoanStep& step) {
    return step.stands() && step.kind == kind && step.date <= until;
  });
}

/// Writes how the loan stood on `day`, and on every later day of which that was said before.
void renew_days(const Loan& loan, const std::vector<LoanStep>& steps, Date since, Date day, Loans& loans) {
  std::vector<Date> days{day};
  for (const LoanDay& row : loans.days_of(loan.id)) {
    if (row.day >= since && row.day != day) days.push_back(row.day);
  }
  const Contract& contract = loans.contract_of(loan);
  for (const Date one : days) {
    const std::vector<LoanStep> early = until(steps, one);
    if (!is_paid_out(early)) continue;
    const auto account = account_on(contract, early, one);
    MZ_CHECK(account.has_value());
    LoanDay row;
    if (const std::optional<LoanDay> before = loans.standing_on(loan.id, one)) row = *before;
    row.loan = loan.id;
    row.day = one;
    row.principal = account->principal;
    row.open_due = account->open_due;
    row.renewals = loan.renewals;
    row.extensions = count_of(steps, StepKind::Extension, one);
    loans.put_day(row);
  }
}

LoanState state_after(const LoanAccount& account, const Loan& loan, const std::vector<LoanStep>& steps) {
  if (count_of(steps, StepKind::RenewalOut, no_day()) > 0) return LoanState::Renewed;
  if (account.open_due != no_day() || !account.principal.is_zero()) return LoanState::Active;
  // What was never paid out is given up with the settlement.
  const bool is_settlement = std::any_of(steps.begin(), steps.end(), [](const LoanStep& step) {
    return step.stands() && step.kind == StepKind::Repayment && step.flag;
  });
  return is_settlement || loan.disbursed == loan.approved ? LoanState::Settled : LoanState::Active;
}

}  // namespace

Result<Effect, AccountRefusal> effect_of(const LoanStep& step, const Contract& contract, const Loan& loan,
                                         std::vector<LoanStep> steps) {
  if (!step.corrects.is_none()) take_back(steps, step.corrects, StepId{-1});
  steps.push_back(step);
  const Date day = last_day_of(steps, step.date);
  auto account = account_on(contract, steps, day);
  if (!account) return Err(account.error());
  Effect effect{std::move(*account), Parts()};
  effect.change = effect.account.schedule.paid;
  effect.change -= loan.paid;
  return effect;
}

std::optional<Parts> owed_on(const Contract& contract, std::vector<LoanStep> steps, Date day) {
  Parts before;
  LoanStep settlement;
  settlement.kind = StepKind::Repayment;
  settlement.date = day;
  settlement.flag = true;
  if (const auto account = account_on(contract, steps, last_day_of(steps, day))) before = account->schedule.paid;
  steps.push_back(settlement);
  const auto account = account_on(contract, steps, last_day_of(steps, day));
  if (!account) return std::nullopt;
  Parts owed = account->schedule.paid;
  owed -= before;
  return owed;
}

Date next_accrual(const LoanAccount& account, const Loan& loan) {
  Money settled;
  Date next = no_day();
  const bool bears_none = account.terms.rate == Rate();
  for (const Row& row : account.schedule.rows) {
    if (row.due <= loan.accrued_until) settled += row.owed.interest;
    else if (!bears_none || !row.owed.interest.is_zero()) next = std::min(next, row.due);
  }
  return settled == loan.interest_accrued ? next : loan.accrued_until;
}

void take_step(LoanStep asked, Loans& loans) {
  const LoanStep step = loans.add_step(std::move(asked));
  // A change of the terms may reach back to the loan's first day, money to its own.
  Date since = moves_money(step) ? step.date : Date();
  if (!step.corrects.is_none()) {
    LoanStep& corrected = loans.steps().change(loans.steps().find_id(step.corrects.value)->id.value);
    if (moves_money(corrected)) since = std::min(step.date, corrected.date);
    corrected.corrected_by = step.id;
  }
  const std::vector<LoanStep> steps = loans.steps_of(step.loan);
  const auto account = account_on(loans.contract_of(loans.loan_of(step.loan)), steps, last_day_of(steps, step.date));
  MZ_CHECK(account.has_value());
  Loan& loan = loans.loans().change(loans.loan_of(step.loan).id.value);
  Parts change = account->schedule.paid;
  change -= loan.paid;
  MZ_CHECK(change == step.change);  // INV-27
  loan.paid = account->schedule.paid;
  loan.principal = account->principal;
  loan.maturity = account->maturity;
  loan.start = account->terms.start;
  loan.extensions = count_of(steps, StepKind::Extension, no_day());
  // Interest of days behind the last payment counts where it was settled already.
  const Date known = last_day_of(steps, step.date);
  loan.accrual_due = loan.accrued_until <= known
                         ? next_accrual(*account, loan)
                         : next_accrual(*account_on(loans.contract_of(loan), steps, loan.accrued_until), loan);
  const LoanState state = state_after(*account, loan, steps);
  if (state != loan.state) loan.date = step.date;
  loan.state = state;
  renew_days(loans.loan_of(step.loan), steps, since, step.date, loans);
}

}  // namespace mingzhang::loans
