// SPDX-License-Identifier: Apache-2.0
// Replaying the events of a loan over its terms.
#include "loans/schedule.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "loans/late_fees.h"
#include "loans/layout.h"
#include "loans/plan.h"
#include "loans/set_off.h"

namespace mingzhang::loans {
namespace {

/// A loan that is repaid at once has one period, as long as all of them.
LoanTerms normal(const LoanTerms& terms) {
  LoanTerms result = terms;
  if (terms.method == Method::AllAtEnd) {
    result.due.period.every *= terms.due.installments;
    result.due.installments = 1;
    result.due.settlement_day.reset();
    result.grace = Grace();
  }
  return result;
}

/// Payments and charges, in their order.
class MoneyEvents {
 public:
  MoneyEvents(const LoanTerms& terms, Plan& plan, Schedule& schedule, Date as_of)
      : terms_(terms), plan_(plan), schedule_(schedule), as_of_(as_of), late_fees_(terms, plan) {}

  /// After the last event: what is overdue costs something until the as-of day.
  std::optional<LoansOutcome> finish() { return late_fees_.run_to(as_of_); }
  std::optional<LoansOutcome> operator()(const Payment& event) {
    if (event.amount <= Money()) return LoansOutcome::EventNotPositive;
    if (const auto problem = problem_of(event.date)) return problem;
    last_ = event.date;
    if (const auto problem = late_fees_.run_to(event.date)) return problem;
    return set_off(plan_, terms_, event, schedule_.payments);
  }
  std::optional<LoansOutcome> operator()(const PayOff& event) {
    if (const auto problem = problem_of(event.date)) return problem;
    is_paid_off_ = true;
    if (const auto problem = late_fees_.run_to(event.date)) return problem;
    return pay_off(plan_, terms_, event, schedule_.payments);
  }
  std::optional<LoansOutcome> operator()(const Charge& event) {
    if (event.amount <= Money()) return LoansOutcome::EventNotPositive;
    if (event.date < terms_.start) return LoansOutcome::EventBeforeStart;
    const std::size_t row = plan_.row_of(event.date).value_or(plan_.spans().size() - 1);
    Parts parts;
    (event.is_penalty ? parts.penalties : parts.fees) = event.amount;
    plan_.charge(row, parts);
    return std::nullopt;
  }
  template <class Other>
  std::optional<LoansOutcome> operator()(const Other&) { return std::nullopt; }

 private:
  std::optional<LoansOutcome> problem_of(Date date) const {
    if (date < terms_.start) return LoansOutcome::EventBeforeStart;
    if (date > as_of_) return LoansOutcome::EventAfterAsOf;
    if (is_paid_off_) return LoansOutcome::AfterPayOff;
    if (date < last_) return LoansOutcome::PaymentsDisordered;
    return std::nullopt;
  }
  const LoanTerms& terms_;
  Plan& plan_;
  Schedule& schedule_;
  Date as_of_;
  LateFees late_fees_;
  bool is_paid_off_ = false;
  Date last_ = terms_.start;
};

void fill_paid(const Plan& plan, Date start, std::vector<Row>& rows) {
  for (const PaidPart& part : plan.paid()) {
    MZ_CHECK(part.row < rows.size());
    Row& row = rows[part.row];
    row.paid += part.parts;
    if (part.paid < row.due) row.paid_in_advance += part.parts.total();
    if (part.paid > row.due) row.paid_late += part.parts.total();
    row.paid_on = part.paid;
  }
  for (Row& row : rows) {
    if (!row.outstanding().is_zero()) row.paid_on.reset();
    // A row that asks for nothing has been settled from the beginning.
    if (row.owed.total().is_zero() && row.paid.total().is_zero()) row.paid_on = start;
  }
}

void sum_up(Schedule& schedule) {
  for (const Row& row : schedule.rows) {
    schedule.owed += row.owed;
    schedule.paid += row.paid;
    schedule.paid_in_advance += row.paid_in_advance;
    schedule.paid_late += row.paid_late;
    MZ_CHECK(!row.owed.principal.is_negative() && !row.owed.interest.is_negative() && !row.balance.is_negative());
  }
  MZ_CHECK(!schedule.rows.empty() && schedule.rows.back().balance.is_zero());
  MZ_CHECK(schedule.owed.principal == schedule.disbursed);
}

}  // namespace

Parts& Parts::operator+=(const Parts& more) {
  principal += more.principal;
  interest += more.interest;
  fees += more.fees;
  penalties += more.penalties;
  return *this;
}

Parts& Parts::operator-=(const Parts& less) {
  principal -= less.principal;
  interest -= less.interest;
  fees -= less.fees;
  penalties -= less.penalties;
  return *this;
}

Result<Schedule, EventRefusal> schedule_for(const LoanTerms& given, std::span<const Event> events, Date as_of) {
  const LoanTerms terms = normal(given);
  Layout layout;
  layout.spans = due_spans(terms.start, terms.due);
  layout.fit();
  RateTable rates(terms.rate);
  const OddDays odd = odd_days_of(terms, layout.spans.front());
  cut_odd_days(terms, odd, layout);
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (const auto problem = lay_out(events[i], terms, odd, layout, rates)) return Err(EventRefusal{*problem, i});
  }
  Plan plan(terms, std::move(layout.spans), std::move(rates), std::move(layout.marks));
  charge_odd_days(terms, odd, plan);

  Schedule schedule;
  MoneyEvents on_money(terms, plan, schedule, as_of);
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (const auto problem = std::visit(on_money, events[i])) return Err(EventRefusal{*problem, i});
  }
  if (const auto problem = on_money.finish()) return Err(EventRefusal{*problem, events.size()});
  plan.compute(as_of);
  if (plan.is_too_large()) return Err(EventRefusal{LoansOutcome::InterestTooLarge, events.size()});
  schedule.rows = plan.rows();
  schedule.installment = plan.installment();
  schedule.disbursed = terms.principal;
  if (!terms.tranches.empty()) {
    schedule.disbursed = Money();
    for (const Tranche& tranche : terms.tranches) schedule.disbursed += tranche.amount;
  }
  fill_paid(plan, terms.start, schedule.rows);
  sum_up(schedule);
  return schedule;
}

}  // namespace mingzhang::loans
