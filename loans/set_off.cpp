// SPDX-License-Identifier: Apache-2.0
// What a payment pays.
#include "loans/set_off.h"

#include <algorithm>

namespace mingzhang::loans {
namespace {

Parts paid_of(const Plan& plan, std::size_t row) {
  Parts sum;
  for (const PaidPart& part : plan.paid()) {
    if (part.row == row) sum += part.parts;
  }
  return sum;
}

void take(Money& left, Money owed, Money paid, Money& part) {
  const Money amount = std::min(left, std::max(Money(), owed - paid));
  left -= amount;
  part += amount;
}

/// What of `left` the row still asks for.
Parts asked_of(const Plan& plan, std::size_t k, Money& left) {
  const Parts& owed = plan.rows()[k].owed;
  const Parts paid = paid_of(plan, k);
  Parts parts;
  take(left, owed.penalties, paid.penalties, parts.penalties);
  take(left, owed.fees, paid.fees, parts.fees);
  take(left, owed.interest, paid.interest, parts.interest);
  take(left, owed.principal, paid.principal, parts.principal);
  return parts;
}

Money principal_paid_out(const LoanTerms& terms, Date day) {
  if (terms.tranches.empty()) return terms.principal;
  Money sum;
  for (const Tranche& tranche : terms.tranches) {
    if (tranche.date <= day) sum += tranche.amount;
  }
  return sum;
}

void record(const Plan& plan, const LoanTerms& terms, Date day, const Parts& parts, std::vector<SetOff>& done) {
  Money principal = principal_paid_out(terms, day);
  for (const PaidPart& part : plan.paid()) principal -= part.parts.principal;
  done.push_back({day, parts, principal});
}

}  // namespace

std::optional<LoansOutcome> set_off(Plan& plan, const LoanTerms& terms, const Payment& payment, std::vector<SetOff>& done) {
  const bool recalculates = terms.repayment.recalculation != Recalculation::None;
  Date effective = payment.date;
  const auto running = plan.row_of(payment.date);
  if (terms.repayment.recalculation == Recalculation::PerRow && running) effective = plan.spans()[*running].to;
  plan.compute(payment.date);
  Money left = payment.amount;
  Parts sum;
  std::vector<PaidPart> met;
  for (std::size_t k = 0; k < plan.rows().size() && !left.is_zero(); ++k) {
    if (recalculates && plan.spans()[k].to > effective) break;
    const Parts parts = asked_of(plan, k, left);
    if (!parts.total().is_zero()) met.push_back({k, payment.date, effective, parts});
    sum += parts;
  }
  if (!left.is_zero()) {
    if (!recalculates || !running || *running >= plan.rows().size()) return LoansOutcome::PaymentTooLarge;
    Money principal = plan.rows()[*running].opening - paid_of(plan, *running).principal;
    for (const PaidPart& part : met) {
      if (part.row == *running) principal -= part.parts.principal;
    }
    if (left > principal) return LoansOutcome::PaymentTooLarge;
    Parts extra;
    extra.principal = left;
    sum += extra;
    met.push_back({*running, payment.date, effective, extra});
  }
  for (const PaidPart& part : met) plan.add(part);
  record(plan, terms, payment.date, sum, done);
  // Principal that is not paid out yet cannot be paid back.
  if (done.back().principal_after.is_negative()) return LoansOutcome::PaymentTooLarge;
  return std::nullopt;
}

std::optional<LoansOutcome> pay_off(Plan& plan, const LoanTerms& terms, const PayOff& event, std::vector<SetOff>& done) {
  if (!terms.tranches.empty() && terms.tranches.back().date > event.date) return LoansOutcome::TranchesAfterPayOff;
  const auto running = plan.row_of(event.date);
  // Interest that is owed to the due day runs to it, whenever the money comes.
  const bool runs_on = running.has_value() && terms.repayment.payoff_to_due_date;
  const Date effective = runs_on ? plan.spans()[*running].to : event.date;
  if (running) plan.pay_off(*running, event.date);
  plan.compute(effective);
  if (running && *running < plan.rows().size()) {
    plan.gather(*running);
    plan.compute(effective);
    if (paid_of(plan, *running).principal > plan.rows()[*running].owed.principal) return LoansOutcome::PaymentTooLarge;
  }
  Parts sum;
  const std::vector<Row> rows = plan.rows();
  for (std::size_t k = 0; k < rows.size(); ++k) {
    Money left = rows[k].owed.total();
    const Parts parts = asked_of(plan, k, left);
    if (parts.total().is_zero()) continue;
    plan.add({k, event.date, effective, parts});
    sum += parts;
  }
  record(plan, terms, event.date, sum, done);
  return std::nullopt;
}

}  // namespace mingzhang::loans
