// SPDX-License-Identifier: Apache-2.0
// What a payment pays.
#include "loans/set_off.h"

#include <algorithm>
#include <array>

#include "base/check.h"

namespace mingzhang::loans {
namespace {

Parts paid_of(const Plan& plan, std::size_t row) {
  Parts sum;
  for (const PaidPart& part : plan.paid()) {
    if (part.row == row) sum += part.parts;
  }
  return sum;
}

Money Parts::*member_of(PartKind kind) {
  switch (kind) {
    case PartKind::Penalty:
      return &Parts::penalties;
    case PartKind::Fee:
      return &Parts::fees;
    case PartKind::Interest:
      return &Parts::interest;
    case PartKind::Principal:
      return &Parts::principal;
  }
  MZ_CHECK(false);
  return nullptr;
}

constexpr std::array kKinds{PartKind::Penalty, PartKind::Fee, PartKind::Interest, PartKind::Principal};

/// What the rows still ask for, those that a payment of `day` can meet: all of them, or, where payments change interest,
/// those whose days are over on `effective`.
std::vector<OpenRow> open_rows(const Plan& plan, Date day, std::optional<Date> effective) {
  std::vector<OpenRow> open;
  open.reserve(plan.rows().size());
  for (std::size_t k = 0; k < plan.rows().size(); ++k) {
    if (effective && plan.spans()[k].to > *effective) break;
    const Date due = plan.rows()[k].due;
    const bool is_advance = !effective && due > day;
    open.push_back({k, due < day ? Age::PastDue : is_advance ? Age::InAdvance : Age::Due, plan.rows()[k].owed});
  }
  for (const PaidPart& part : plan.paid()) {
    if (part.row < open.size()) open[part.row].open -= part.parts;
  }
  for (OpenRow& row : open) {
    for (const PartKind kind : kKinds) row.open.*member_of(kind) = std::max(Money(), row.open.*member_of(kind));
  }
  return open;
}

/// The table for a day: that of long overdue loans where the oldest open row is overdue so long.
const AllocationOrder& order_on(const LoanTerms& terms, const Plan& plan, std::span<const OpenRow> open, Date day) {
  const RepaymentPolicy& policy = terms.repayment;
  if (!policy.allocation_overdue) return policy.allocation;
  for (const OpenRow& row : open) {
    if (row.open.total().is_zero()) continue;
    const bool is_long = days_between(plan.rows()[row.row].due, day) >= policy.allocation_overdue->days;
    return is_long ? policy.allocation_overdue->order : policy.allocation;
  }
  return policy.allocation;
}

/// The rows of one age in the order in which money meets them.
std::vector<std::size_t> rows_of(Age age, AdvanceRows advance, std::span<const OpenRow> rows) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].age == age) found.push_back(i);
  }
  if (age == Age::InAdvance && advance == AdvanceRows::Last) std::reverse(found.begin(), found.end());
  return found;
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

std::vector<Parts> allocate(const AllocationOrder& order, std::span<const OpenRow> rows, Money& left) {
  std::vector<Parts> met(rows.size());
  const auto take = [&](std::size_t i, PartKind kind) {
    Money Parts::*const part = member_of(kind);
    const Money amount = std::min(left, rows[i].open.*part - met[i].*part);
    left -= amount;
    met[i].*part += amount;
  };
  // By row the four lines of an age stand together and each row meets all of them; by part each line meets all rows.
  const std::size_t together = order.by == AllocationBy::Row ? 4 : 1;
  for (std::size_t from = 0; from < order.steps.size() && !left.is_zero(); from += together) {
    for (const std::size_t i : rows_of(order.steps[from].age, order.advance, rows)) {
      for (std::size_t step = from; step < from + together; ++step) take(i, order.steps[step].part);
    }
  }
  return met;
}

std::optional<LoansOutcome> set_off(Plan& plan, const LoanTerms& terms, const Payment& payment, std::vector<SetOff>& done) {
  const bool recalculates = terms.repayment.recalculation != Recalculation::None;
  Date effective = payment.date;
  const auto running = plan.row_of(payment.date);
  if (terms.repayment.recalculation == Recalculation::PerRow && running) effective = plan.spans()[*running].to;
  plan.compute(payment.date);
  Money left = payment.amount;
  Parts sum;
  std::vector<PaidPart> met;
  const std::vector<OpenRow> open = open_rows(plan, payment.date, recalculates ? std::optional(effective) : std::nullopt);
  const std::vector<Parts> parts = allocate(order_on(terms, plan, open, payment.date), open, left);
  for (std::size_t i = 0; i < open.size(); ++i) {
    if (parts[i].total().is_zero()) continue;
    met.push_back({open[i].row, payment.date, effective, parts[i]});
    sum += parts[i];
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
  for (const OpenRow& row : open_rows(plan, event.date, std::nullopt)) {
    if (row.open.total().is_zero()) continue;
    plan.add({row.row, event.date, effective, row.open});
    sum += row.open;
  }
  record(plan, terms, event.date, sum, done);
  return std::nullopt;
}

}  // namespace mingzhang::loans
