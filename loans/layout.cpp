// SPDX-License-Identifier: Apache-2.0
// Rows' days and the events that move, add or mark them.
#include "loans/layout.h"

#include <algorithm>
#include <utility>

#include "loans/interest.h"
#include "loans/schedule.h"
#include "loans/terms_check.h"

namespace mingzhang::loans {
namespace {

/// One event's effect on days and rates; the problem where it has none.
class LayoutEvents {
 public:
  LayoutEvents(const LoanTerms& terms, const OddDays& odd, Layout& layout, RateTable& rates)
      : terms_(terms), odd_(odd), layout_(layout), rates_(rates) {}

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
    const Date due = moved(terms_.due.calendar, terms_.due.holidays, event.moved_to);
    const Date to = terms_.due.holiday_interest == HolidayInterest::Moved ? due : event.moved_to;
    // Off a holiday to the working day before it the row may have no day left.
    if (to <= span.from) return LoansOutcome::EventNotPositive;
    if (span.to != event.moved_to && event.is_charged) span.is_regular = false;
    span.due = due;
    span.to = to;
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
    keep_remainder(*row);
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
  /// What a first row took of the plan as it stood stays with it: it may be paid already.
  void keep_remainder(std::size_t row) {
    if (terms_.rounding.remainder != Remainder::First || terms_.repayment.recalculation != Recalculation::None) return;
    Plan before(terms_, layout_.spans, rates_, layout_.marks);
    charge_odd_days(terms_, odd_, before);
    before.compute(terms_.start);
    const std::optional<GivenRemainder> taken = before.last_remainder();
    if (taken && taken->row < row) layout_.marks.remainders.push_back(*taken);
    layout_.marks.remainder_from = std::max(layout_.marks.remainder_from, row);
  }
  bool has_room_for(int rows) const {
    const int most = kRowsMax - static_cast<int>(layout_.spans.size());
    const Period period = terms_.due.period;
    const std::int64_t days = period.unit == PeriodUnit::Months ? 31 : period.unit == PeriodUnit::Weeks ? 7 : 1;
    return rows <= most && days * period.every * rows <= 36'525 && terms_.shares.empty() && layout_.spans.back().to.year() < 2400;
  }
  const LoanTerms& terms_;
  const OddDays& odd_;
  Layout& layout_;
  RateTable& rates_;
};

}  // namespace

void Layout::append(const DueRule& rule, int rows, std::size_t from_row) {
  const std::vector<DueSpan> more = following_spans(spans.back().to, rule, rows);
  spans.insert(spans.end(), more.begin(), more.end());
  fit();
  for (std::size_t k = from_row; k < spans.size(); ++k) marks.known_rows[k] = spans.size();
}

void Layout::fit() {
  marks.without_principal.resize(spans.size(), PlanMarks::kNever);
  marks.installment_anew.resize(spans.size());
  marks.known_rows.resize(spans.size(), spans.size());
}

std::optional<std::size_t> Layout::row_due(Date due) const {
  const auto found = std::find_if(spans.begin(), spans.end(), [&](const DueSpan& span) { return span.due == due; });
  if (found == spans.end()) return std::nullopt;
  return static_cast<std::size_t>(found - spans.begin());
}

OddDays odd_days_of(const LoanTerms& terms, const DueSpan& first) {
  if (terms.due.broken_first == BrokenFirst::ByDays || !terms.due.first_due) return {};
  const Date regular = after_periods(*terms.due.first_due, terms.due.period, -1, terms.due.month_end);
  if (regular <= terms.start || regular >= first.to) return {};
  ExactInterest sum;
  const Money principal = terms.tranches.empty() ? terms.principal : terms.tranches.front().amount;
  sum.add(principal, terms.rate, part_of(terms, {terms.start, regular, regular, false}, false));
  return {regular, sum.rounded(terms.rounding.unit, terms.rounding.interest)};
}

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

std::optional<LoansOutcome> lay_out(const Event& event, const LoanTerms& terms, const OddDays& odd, Layout& layout, RateTable& rates) {
  return std::visit(LayoutEvents(terms, odd, layout, rates), event);
}

}  // namespace mingzhang::loans
