// SPDX-License-Identifier: Apache-2.0
// Row after row: interest of what bears it, principal by the method, and what payments change.
#include "loans/plan.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "loans/interest.h"
#include "loans/terms_check.h"

namespace mingzhang::loans {
namespace {

// More than any loan: what a pay-off takes away, so that nothing bears interest after it.
constexpr std::int64_t kEverything = 4 * kPrincipalMax;

}  // namespace

Plan::Plan(const LoanTerms& terms, std::vector<DueSpan> spans, RateTable rates, PlanMarks marks)
    : terms_(terms), spans_(std::move(spans)), rates_(std::move(rates)), marks_(std::move(marks)) {
  MZ_CHECK(!spans_.empty());
  MZ_CHECK(marks_.without_principal.size() == spans_.size());
  MZ_CHECK(marks_.installment_anew.size() == spans_.size());
  MZ_CHECK(marks_.known_rows.size() == spans_.size());
  charges_.resize(spans_.size());
  extra_interest_.resize(spans_.size());
}

void Plan::pay_off(std::size_t row, Date day) {
  compute(day);
  agreed_ = given_;
  pay_off_ = PayOffDay{row, day};
}

void Plan::gather(std::size_t row) {
  Money interest = rows_[row].owed.interest;
  for (PaidPart& part : paid_) {
    if (part.row < row) continue;
    if (part.row > row) {
      const Money total = part.parts.total();
      part.row = row;
      part.parts = Parts();
      part.parts.principal = total;
      continue;
    }
    const Money kept = std::min(part.parts.interest, interest);
    part.parts.principal += part.parts.interest - kept;
    part.parts.interest = kept;
    interest -= kept;
  }
}

void Plan::charge(std::size_t row, Parts parts) {
  charges_[row].fees += parts.fees;
  charges_[row].penalties += parts.penalties;
}

std::optional<std::size_t> Plan::row_of(Date day) const {
  for (std::size_t k = 0; k < spans_.size(); ++k) {
    if (day <= spans_[k].to) return k;
  }
  return std::nullopt;
}

void Plan::begin(Date as_of) {
  as_of_ = as_of;
  if (terms_.repayment.recalculation == Recalculation::PerRow) {
    if (const auto row = row_of(as_of)) as_of_ = spans_[*row].to;
  }
  bearing_ = Bearing();
  disbursed_ = Money();
  next_tranche_ = 0;
  for (const Tranche& tranche : terms_.tranches) {
    bearing_.change(tranche.date, tranche.amount.fen());
    disbursed_ += tranche.amount;
  }
  if (terms_.tranches.empty()) {
    bearing_.change(terms_.start, terms_.principal.fen());
    disbursed_ = terms_.principal;
  }
  rows_.clear();
  remaining_ = terms_.tranches.empty() ? terms_.principal : Money();
  installment_ = Money();
  equal_share_ = Money();
  is_anew_ = true;
  is_shortened_ = false;
  credit_ = Money();
  lump_ = Money();
  remainder_ = Money();
  if (terms_.method == Method::Flat) prepare_flat();
}

void Plan::compute(Date as_of) {
  begin(as_of);
  rows_.reserve(spans_.size());
  for (std::size_t k = 0; k < spans_.size(); ++k) {
    if (!compute_row(k)) break;
  }
  std::vector<GivenRemainder> remainders = pay_off_ ? agreed_ : remainders_to_give();
  given_.clear();
  if (!remainders.empty() && give_remainders(remainders)) given_ = std::move(remainders);
}

/// Principal paid out until `to` of row `k` that no earlier row has in its opening.
Money Plan::tranches_until(std::size_t k) {
  Money sum;
  paid_out_at_end_ = Money();
  while (next_tranche_ < terms_.tranches.size() &&
         (terms_.tranches[next_tranche_].date <= spans_[k].to || is_last(k))) {
    const Tranche& tranche = terms_.tranches[next_tranche_++];
    sum += tranche.amount;
    if (tranche.date == spans_[k].to && !is_last(k)) paid_out_at_end_ += tranche.amount;
  }
  return sum;
}

bool Plan::has_tranche_within(std::size_t k) const {
  return std::any_of(terms_.tranches.begin(), terms_.tranches.end(),
                     [&](const Tranche& tranche) { return spans_[k].from <= tranche.date && tranche.date < spans_[k].to; });
}

bool Plan::compute_row(std::size_t k) {
  const DueSpan& span = spans_[k];
  const bool is_closed = pay_off_ && pay_off_->row < k && !terms_.repayment.payoff_keeps_rows;
  const bool is_paid_up = is_shortened_ && remaining_.is_zero() && next_tranche_ == terms_.tranches.size();
  if (is_closed || is_paid_up) return false;
  Row row;
  row.number = static_cast<int>(k) + 1;
  row.from = span.from;
  row.to = span.to;
  row.due = span.due;
  row.days = days_between(span.from, span.to);
  const Money paid_out = tranches_until(k);
  // A tranche that comes after the installment was found changes it from its row on.
  if (terms_.installment_base == InstallmentBase::Disbursed && has_tranche_within(k)) is_anew_ = true;
  if (k > 0 && rates_.changes_within(span.from, span.to)) is_anew_ = true;
  if (marks_.installment_anew[k]) is_anew_ = true;
  row.opening = remaining_ + paid_out;
  const RowInterest interest = interest_of(k);
  row.owed.fees = charges_[k].fees;
  row.owed.penalties = charges_[k].penalties;
  row.owed.principal = principal_of(k, row, interest);
  const bool is_moved = terms_.due.holiday_interest == HolidayInterest::FirstMoved && k == first_ && span.due != span.to;
  const bool by_days = is_moved && terms_.method != Method::Flat && !interest.rounded.is_zero();
  row.owed.interest = collected(k, by_days ? first_moved_interest(row) : interest.rounded) + extra_interest_[k];
  row.balance = row.opening - row.owed.principal;
  remaining_ = row.balance;
  set_free(k, row);
  rows_.push_back(row);
  return true;
}

/// Whether the interest of everything that may bear it within a row fits.
bool Plan::bears_what_fits(const DueSpan& span) const {
  const std::int64_t most = bearing_.most_until(span.to);
  if (most > kPrincipalMax) return false;
  const Money principal = Money::from_fen(std::max<std::int64_t>(0, most));
  return interest_fits(terms_, std::max(rates_.agreed_on(span.from), rates_.agreed_on(span.to)), principal);
}

RowInterest Plan::interest_of(std::size_t k) {
  const DueSpan& span = spans_[k];
  const bool recalculates = terms_.repayment.recalculation != Recalculation::None;
  if (recalculates) {
    for (const PaidPart& part : paid_) {
      if (part.row == k && part.effective < span.to) bearing_.change(part.effective, -part.parts.principal.fen());
    }
  }
  if (pay_off_ && pay_off_->row == k && !terms_.repayment.payoff_to_due_date) {
    bearing_.change(pay_off_->day, -kEverything);
  }
  bearing_.start(span.from);
  if (terms_.repayment.overdue_interest_compounds) is_too_large_ = is_too_large_ || !bears_what_fits(span);
  if (is_too_large_) return RowInterest();
  RowInterest interest = bearing_.interest_of(terms_, span, rates_);
  if (pay_off_ && pay_off_->row == k) bearing_.change(span.to, -kEverything);
  const bool is_free = k >= first_ && k - first_ < static_cast<std::size_t>(terms_.grace.interest_free);
  if (is_free) return RowInterest();
  if (terms_.method == Method::Flat) return {flat_interest_[k], flat_interest_[k].fen() * kFactorOne};
  return interest;
}

/// Interest of the first row by its real days, where the day of payment was moved.
Money Plan::first_moved_interest(const Row& row) const {
  ExactInterest own;
  own.add(row.opening, rates_.on(row.from), part_of(terms_, spans_[first_], true));
  return own.rounded(terms_.rounding.unit, terms_.rounding.interest);
}

/// Interest of the row, or of all rows whose payment was deferred to it.
Money Plan::collected(std::size_t k, Money interest) {
  lump_ += interest;
  const bool is_deferred = k >= first_ && k - first_ < static_cast<std::size_t>(terms_.grace.interest_payment);
  if (is_deferred && !is_last(k) && !(pay_off_ && pay_off_->row == k)) return Money();
  return std::exchange(lump_, Money());
}

Money Plan::paid_principal(std::size_t k) const {
  Money sum;
  for (const PaidPart& part : paid_) {
    if (part.row == k) sum += part.parts.principal;
  }
  return sum;
}

Money Plan::principal_of(std::size_t k, const Row& row, const RowInterest& interest) {
  if (pay_off_ && pay_off_->row == k && !terms_.repayment.payoff_keeps_rows) return row.opening;
  Money planned = ordinary_principal(k, row, interest);
  if (is_last(k)) {
    const bool to_first = terms_.rounding.remainder == Remainder::First && !pay_off_ &&
                          terms_.repayment.recalculation == Recalculation::None;
    if (to_first) remainder_ = row.opening - planned;
    return row.opening;
  }
  const Money set_off = std::min(credit_, planned);
  credit_ -= set_off;
  planned = std::min(planned - set_off, row.opening);
  if (terms_.repayment.recalculation == Recalculation::None) return planned;
  const Money paid = std::min(paid_principal(k), row.opening);
  if (paid <= planned) return planned;
  switch (terms_.repayment.prepayment) {
    case Prepayment::Shorter:
      is_shortened_ = true;
      break;
    case Prepayment::SmallerInstallments:
      is_anew_ = true;
      break;
    case Prepayment::NextInstallments:
      credit_ += paid - planned;
      break;
  }
  return paid;
}

/// From when the row's principal bears no interest any more.
void Plan::set_free(std::size_t k, const Row& row) {
  const Date to = spans_[k].to;
  if (terms_.repayment.recalculation == Recalculation::None) {
    bearing_.change(to, -row.owed.principal.fen());
    return;
  }
  Parts unpaid = row.owed;
  for (const PaidPart& part : paid_) {
    if (part.row != k) continue;
    unpaid.principal -= part.parts.principal;
    unpaid.interest -= part.parts.interest;
    if (part.effective > to) repay_late(k, part.parts, part.effective);
    if (part.effective == to) bearing_.change(to, -part.parts.principal.fen());
  }
  if (as_of_ > to) {
    repay_late(k, unpaid, as_of_);
  } else {
    bearing_.change(to, -unpaid.principal.fen());
  }
}

void Plan::repay_late(std::size_t k, const Parts& parts, Date day) {
  const bool compounds = terms_.repayment.overdue_interest_compounds;
  if (terms_.repayment.overdue == OverdueInterest::EachDay) {
    bearing_.change(day, -parts.principal.fen());
    if (!compounds) return;
    bearing_.change(spans_[k].to, parts.interest.fen());
    bearing_.change(day, -parts.interest.fen());
    return;
  }
  bearing_.change(spans_[k].to, -parts.principal.fen());
  const auto current = row_of(day);
  if (!current) return;
  const std::int64_t late = parts.principal.fen() + (compounds ? parts.interest.fen() : 0);
  bearing_.change(spans_[*current].from, late);
  bearing_.change(day, -late);
}

}  // namespace mingzhang::loans
