// SPDX-License-Identifier: Apache-2.0
// Replaying the events of a loan over its terms.
#include "loans/schedule.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "loans/interest.h"
#include "loans/plan.h"
#include "loans/set_off.h"
#include "loans/terms_check.h"

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

/// The rows' days and what is marked on them, as the events leave them.
struct Layout {
  std::vector<DueSpan> spans;
  PlanMarks marks;

  /// Adds rows at the end, which those from `from_row` on know of.
  void append(const DueRule& rule, int rows, std::size_t from_row) {
    const std::vector<DueSpan> more = following_spans(spans.back().to, rule, rows);
    spans.insert(spans.end(), more.begin(), more.end());
    fit();
    for (std::size_t k = from_row; k < spans.size(); ++k) marks.known_rows[k] = spans.size();
  }
  void fit() {
    marks.without_principal.resize(spans.size(), PlanMarks::kNever);
    marks.installment_anew.resize(spans.size());
    marks.known_rows.resize(spans.size(), spans.size());
  }
  std::optional<std::size_t> row_due(Date due) const {
    const auto found = std::find_if(spans.begin(), spans.end(), [&](const DueSpan& span) { return span.due == due; });
    if (found == spans.end()) return std::nullopt;
    return static_cast<std::size_t>(found - spans.begin());
  }
};

/// Odd days before the first whole period, and what they cost.
struct OddDays {
  std::optional<Date> until;
  Money interest;
};

OddDays odd_days_of(const LoanTerms& terms, const DueSpan& first) {
  if (terms.due.broken_first == BrokenFirst::ByDays || !terms.due.first_due) return {};
  const Date regular = after_periods(*terms.due.first_due, terms.due.period, -1, terms.due.month_end);
  if (regular <= terms.start || regular >= first.to) return {};
  ExactInterest sum;
  const Money principal = terms.tranches.empty() ? terms.principal : terms.tranches.front().amount;
  sum.add(principal, terms.rate, part_of(terms, {terms.start, regular, regular, false}, false));
  return {regular, sum.rounded(terms.rounding.unit, terms.rounding.interest)};
}

/// Cuts the odd days off the first row, and off the terms where nothing before the first whole period matters.
void cut_odd_days(const LoanTerms& terms, const OddDays& odd, Layout& layout) {
  if (!odd.until) return;
  layout.spans.front().from = *odd.until;
  layout.spans.front().is_regular = true;
  if (terms.due.broken_first != BrokenFirst::Upfront) return;
  layout.spans.insert(layout.spans.begin(), {terms.start, *odd.until, terms.start, false});
  layout.marks = PlanMarks();
  layout.fit();
}

void charge_odd_days(const LoanTerms& terms, const OddDays& odd, Plan& plan) {
  if (!odd.until) return;
  const std::size_t rows = plan.spans().size();
  switch (terms.due.broken_first) {
    case BrokenFirst::AddToFirst:
      return plan.add_interest(0, odd.interest);
    case BrokenFirst::AddToLast:
      return plan.add_interest(rows - 1, odd.interest);
    case BrokenFirst::Spread: {
      Money left = odd.interest;
      for (std::size_t k = 0; k < rows; ++k) {
        const Money part = std::min(left, rounded_money(odd.interest.fen(), static_cast<std::int64_t>(rows), terms.rounding.unit,
                                                        terms.rounding.interest));
        plan.add_interest(k, k + 1 == rows ? left : part);
        left -= part;
      }
      return;
    }
    case BrokenFirst::Upfront:
      return plan.stand_before(1);
    case BrokenFirst::ByDays:
    case BrokenFirst::Waived:
      return;
  }
}

/// One event's effect on days and rates; the problem where it has none.
class LayoutEvents {
 public:
  LayoutEvents(const LoanTerms& terms, Layout& layout, RateTable& rates) : terms_(terms), layout_(layout), rates_(rates) {}

  std::optional<LoansOutcome> operator()(const RateChange& event) {
    if (event.from < terms_.start) return LoansOutcome::EventBeforeStart;
    if (event.rate.units() > 10 * Rate::kUnitsPerOne) return LoansOutcome::RateTooHigh;
    if (!interest_fits(terms_, event.rate, terms_.principal)) return LoansOutcome::InterestTooLarge;
    rates_.change(event.from, event.rate);
    return std::nullopt;
  }
  std::optional<LoansOutcome> operator()(const InterestPause& event) {
    if (event.from >= event.to) return LoansOutcome::EventNotPositive;
    rates_.pause(event.from, event.to);
    return std::nullopt;
  }
  std::optional<LoansOutcome> operator()(const DueDateMove& event) {
    const auto row = layout_.row_due(event.due);
    if (!row) return LoansOutcome::RowUnknown;
    if (event.moved_to <= layout_.spans[*row].from) return LoansOutcome::EventNotPositive;
    if (days_between(event.due, event.moved_to) > 3'660) return LoansOutcome::DatesOutside;
    DueSpan& span = layout_.spans[*row];
    if (span.to != event.moved_to && event.is_charged) span.is_regular = false;
    span.due = moved(terms_.due.calendar, terms_.due.holidays, event.moved_to);
    span.to = terms_.due.holiday_interest == HolidayInterest::Moved ? span.due : event.moved_to;
    const auto after = static_cast<int>(layout_.spans.size() - *row - 1);
    const std::vector<DueSpan> later = following_spans(span.to, terms_.due, after);
    std::copy(later.begin(), later.end(), layout_.spans.begin() + static_cast<std::ptrdiff_t>(*row) + 1);
    return std::nullopt;
  }
  std::optional<LoansOutcome> operator()(const Extension& event) {
    const auto row = layout_.row_due(event.due);
    if (!row) return LoansOutcome::RowUnknown;
    if (event.rows <= 0) return LoansOutcome::EventNotPositive;
    if (!has_room_for(event.rows)) return LoansOutcome::RowsBad;
    layout_.append(terms_.due, event.rows, *row);
    layout_.marks.installment_anew[*row] = true;
    return std::nullopt;
  }
  std::optional<LoansOutcome> operator()(const PrincipalGrace& event) {
    const auto row = layout_.row_due(event.due);
    if (!row) return LoansOutcome::RowUnknown;
    if (event.rows <= 0) return LoansOutcome::EventNotPositive;
    if (!has_room_for(event.rows)) return LoansOutcome::RowsBad;
    layout_.append(terms_.due, event.rows, *row);
    for (std::size_t i = 0; i < static_cast<std::size_t>(event.rows); ++i) {
      if (*row + i + 1 < layout_.spans.size()) layout_.marks.without_principal[*row + i] = *row;
    }
    return std::nullopt;
  }
  std::optional<LoansOutcome> operator()(const Payment&) { return std::nullopt; }
  std::optional<LoansOutcome> operator()(const PayOff&) { return std::nullopt; }
  std::optional<LoansOutcome> operator()(const Charge&) { return std::nullopt; }

 private:
  bool has_room_for(int rows) const {
    const int most = kRowsMax - static_cast<int>(layout_.spans.size());
    const Period period = terms_.due.period;
    const std::int64_t days = period.unit == PeriodUnit::Months ? 31 : period.unit == PeriodUnit::Weeks ? 7 : 1;
    return rows <= most && days * period.every * rows <= 36'525 && terms_.shares.empty() && layout_.spans.back().to.year() < 2400;
  }
  const LoanTerms& terms_;
  Layout& layout_;
  RateTable& rates_;
};

/// Payments and charges, in their order.
class MoneyEvents {
 public:
  MoneyEvents(const LoanTerms& terms, Plan& plan, Schedule& schedule, Date as_of)
      : terms_(terms), plan_(plan), schedule_(schedule), as_of_(as_of) {}

  std::optional<LoansOutcome> operator()(const Payment& event) {
    if (event.amount <= Money()) return LoansOutcome::EventNotPositive;
    if (const auto problem = problem_of(event.date)) return problem;
    last_ = event.date;
    return set_off(plan_, terms_, event, schedule_.payments);
  }
  std::optional<LoansOutcome> operator()(const PayOff& event) {
    if (const auto problem = problem_of(event.date)) return problem;
    is_paid_off_ = true;
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
  LayoutEvents on_layout(terms, layout, rates);
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (const auto problem = std::visit(on_layout, events[i])) return Err(EventRefusal{*problem, i});
  }
  Plan plan(terms, std::move(layout.spans), std::move(rates), std::move(layout.marks));
  charge_odd_days(terms, odd, plan);

  Schedule schedule;
  MoneyEvents on_money(terms, plan, schedule, as_of);
  for (std::size_t i = 0; i < events.size(); ++i) {
    if (const auto problem = std::visit(on_money, events[i])) return Err(EventRefusal{*problem, i});
  }
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
