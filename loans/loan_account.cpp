// SPDX-License-Identifier: Apache-2.0
// Replaying the steps of a loan over its contract.
#include "loans/loan_account.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "loans/bearing.h"
#include "loans/interest.h"
#include "loans/terms_check.h"

namespace mingzhang::loans {
namespace {

bool pays_out(const LoanStep& step) {
  return step.stands() && (step.kind == StepKind::Disbursement || step.kind == StepKind::RenewalIn);
}

bool pays_back(const LoanStep& step) {
  return step.stands() && (step.kind == StepKind::Repayment || step.kind == StepKind::RenewalOut);
}

Rate times_percent(Rate rate, std::int64_t percent) {
  // Digits beyond the eighth are cut off: 4.35 % × 150 % = 6.525 %.
  return Rate::from_units(std::min(rate.units() * percent / 100, Rate::kUnitsMax));
}

/// Events and the step that each stands for.
struct Events {
  std::vector<Event> events;
  std::vector<StepId> steps;
  void add(Event event, StepId step) {
    events.push_back(event);
    steps.push_back(step);
  }
};

/// What changes days and rates, in the order of the records.
void add_changes(const Contract& contract, const LoanStep& step, Events& events) {
  switch (step.kind) {
    case StepKind::RateChange:
      return events.add(RateChange{step.from, step.rate}, step.id);
    case StepKind::Misuse:
      if (contract.penalty.misuse_percent == 0) return;
      return events.add(RateChange{step.from, times_percent(contract.terms.rate, contract.penalty.misuse_percent)}, step.id);
    case StepKind::Pause:
      return events.add(InterestPause{step.from, step.to}, step.id);
    case StepKind::Extension:
      if (step.count > 0) events.add(Extension{step.from, static_cast<int>(step.count)}, step.id);
      if (step.count == 0) events.add(DueDateMove{step.from, step.to}, step.id);
      if (step.flag) events.add(RateChange{step.date, step.rate}, step.id);
      return;
    default:
      return;
  }
}

/// Adds penalties of the days between two payments, row by row.
class PenaltyClock {
 public:
  PenaltyClock(const Contract& contract, const LoanTerms& terms, Events& events)
      : penalty_(contract.penalty), terms_(terms), events_(events), rates_(terms.rate) {
    for (const Event& event : events.events) {
      if (const auto* change = std::get_if<RateChange>(&event)) rates_.change(change->from, change->rate);
      if (const auto* pause = std::get_if<InterestPause>(&event)) rates_.pause(pause->from, pause->to);
    }
    bears_already_ = terms.repayment.recalculation != Recalculation::None;
    compounds_already_ = bears_already_ && terms.repayment.overdue_interest_compounds;
  }

  /// Requires: everything paid before `day` is among the events, and no payment since the last call.
  std::optional<AccountRefusal> run_to(Date day) {
    const auto schedule = schedule_for(terms_, events_.events, day);
    if (!schedule) return AccountRefusal{schedule.error().outcome, StepId()};
    end_ = schedule->rows.back().to;
    for (const Row& row : schedule->rows) {
      if (row.due >= day) break;
      charge(row, std::max(row.due, last_), day);
    }
    last_ = std::max(last_, day);
    return std::nullopt;
  }
  std::vector<PenaltyCharge> take() { return std::move(charges_); }

 private:
  /// Where the schedule itself goes on to ask for interest on what is overdue, until its last row ends, a penalty is what
  /// comes on top of that.
  std::int64_t percent(Date day, bool is_in_schedule) const {
    return std::max(0, penalty_.overdue_percent - (is_in_schedule && day < end_ ? 100 : 0));
  }

  void charge(const Row& row, Date from, Date to) {
    const Money principal = row.owed.principal - row.paid.principal;
    const Money interest = penalty_.compounds ? row.owed.interest - row.paid.interest : Money();
    if (from >= to || (principal.fen() <= 0 && interest.fen() <= 0)) return;
    std::vector<Date> cuts{from, to};
    if (from < end_ && end_ < to) cuts.push_back(end_);
    rates_.breaks_within(from, to, cuts);
    std::sort(cuts.begin(), cuts.end());
    ExactInterest sum;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
      const Fraction part = year_part(terms_.day_count, cuts[i], cuts[i + 1]);
      const Rate rate = rates_.on(cuts[i]);
      if (principal.fen() > 0) sum.add(principal, times_percent(rate, percent(cuts[i], bears_already_)), part);
      if (interest.fen() > 0) sum.add(interest, times_percent(rate, percent(cuts[i], compounds_already_)), part);
    }
    const Money amount = sum.rounded(terms_.rounding.unit, penalty_.rounding);
    if (amount.is_zero()) return;
    charges_.push_back({row.number, from, to, principal, interest, amount});
    events_.add(Charge{row.to, amount, true}, StepId());
  }

  const PenaltyTerms& penalty_;
  const LoanTerms& terms_;
  Events& events_;
  RateTable rates_;
  bool bears_already_ = false;      ///< overdue principal bears the rate within the schedule
  bool compounds_already_ = false;  ///< overdue interest too
  Date end_;                        ///< of the last row
  Date last_;
  std::vector<PenaltyCharge> charges_;
};

/// Whether a row was, or still is, unpaid behind its due day.
bool was_overdue(const Schedule& schedule, Date as_of) {
  return std::any_of(schedule.rows.begin(), schedule.rows.end(), [as_of](const Row& row) {
    return row.due < as_of && (!row.paid_on || *row.paid_on > row.due);
  });
}

Event payment_of(const LoanStep& step) {
  if (step.flag) return PayOff{step.date};
  return Payment{step.date, step.amount};
}

AccountRefusal refusal_of(const EventRefusal& refusal, const Events& events) {
  return {refusal.outcome, refusal.index < events.steps.size() ? events.steps[refusal.index] : StepId()};
}

void find_open_row(LoanAccount& account) {
  account.open_due = no_day();
  account.maturity = account.terms.start;
  for (const Row& row : account.schedule.rows) {
    if (!row.outstanding().is_zero()) account.open_due = std::min(account.open_due, row.due);
    if (!row.owed.total().is_zero()) account.maturity = std::max(account.maturity, row.due);
  }
}

}  // namespace

Parts LoanAccount::owed_until(Date day) const {
  Parts sum;
  for (const Row& row : schedule.rows) {
    if (row.due <= day) sum += row.owed;
  }
  return sum;
}

LoanTerms terms_paid_out(const Contract& contract, std::span<const LoanStep> steps) {
  LoanTerms terms = contract.terms;
  terms.principal = Money();
  for (const LoanStep& step : steps) {
    if (!pays_out(step)) continue;
    terms.tranches.push_back({step.date, step.amount});
    terms.principal += step.amount;
  }
  MZ_CHECK(!terms.tranches.empty());
  std::stable_sort(terms.tranches.begin(), terms.tranches.end(),
                   [](const Tranche& a, const Tranche& b) { return a.date < b.date; });
  terms.start = terms.tranches.front().date;
  if (terms.tranches.size() == 1) terms.tranches.clear();
  return terms;
}

Result<LoanAccount, AccountRefusal> account_on(const Contract& contract, std::span<const LoanStep> steps, Date as_of) {
  LoanAccount account;
  account.terms = terms_paid_out(contract, steps);
  if (const auto problems = check_terms(account.terms); !problems.empty()) {
    return Err(AccountRefusal{problems.front().outcome, StepId()});
  }
  Events events;
  std::vector<const LoanStep*> payments;
  for (const LoanStep& step : steps) {
    if (step.stands()) add_changes(contract, step, events);
    if (pays_back(step)) payments.push_back(&step);
  }
  std::stable_sort(payments.begin(), payments.end(), [](const LoanStep* a, const LoanStep* b) { return a->date < b->date; });
  // Most loans are paid in time: without penalties one schedule is enough.
  Events plain = events;
  for (const LoanStep* payment : payments) plain.add(payment_of(*payment), payment->id);
  auto schedule = schedule_for(account.terms, plain.events, as_of);
  if (schedule && !was_overdue(*schedule, as_of)) {
    account.schedule = std::move(*schedule);
  } else if (contract.penalty.overdue_percent == 0) {
    if (!schedule) return Err(refusal_of(schedule.error(), plain));
    account.schedule = std::move(*schedule);
  } else {
    PenaltyClock clock(contract, account.terms, events);
    for (const LoanStep* payment : payments) {
      if (auto refusal = clock.run_to(payment->date)) return Err(std::move(*refusal));
      events.add(payment_of(*payment), payment->id);
    }
    if (auto refusal = clock.run_to(as_of)) return Err(std::move(*refusal));
    schedule = schedule_for(account.terms, events.events, as_of);
    if (!schedule) return Err(refusal_of(schedule.error(), events));
    account.schedule = std::move(*schedule);
    account.penalties = clock.take();
  }
  account.principal = account.schedule.disbursed - account.schedule.paid.principal;
  find_open_row(account);
  return account;
}

}  // namespace mingzhang::loans
