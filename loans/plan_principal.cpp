// SPDX-License-Identifier: Apache-2.0
// How much principal a row asks for: equal installments, equal shares, a table of shares, all at the end.
#include <algorithm>
#include <functional>

#include "base/check.h"
#include "loans/interest.h"
#include "loans/plan.h"

namespace mingzhang::loans {
namespace {

std::int64_t magnitude_of(std::int64_t value) {
  return value < 0 ? -value : value;
}

Money part_of_amount(Money amount, std::int64_t parts, Money unit, Rounding rounding) {
  return rounded_money(amount.fen(), parts, unit, rounding);
}

}  // namespace

bool Plan::amortizes(std::size_t row, std::size_t k) const {
  const bool is_final = row + 1 == marks_.known_rows[k];
  if (row < first_ || marks_.without_principal[row] <= k) return is_last(row);
  if (terms_.method == Method::PrincipalAtEnd || terms_.method == Method::AllAtEnd) return is_final && is_last(row);
  return is_final || row - first_ >= static_cast<std::size_t>(terms_.grace.principal);
}

std::size_t Plan::rows_left(std::size_t k) const {
  std::size_t count = 0;
  for (std::size_t row = k; row < marks_.known_rows[k]; ++row) count += amortizes(row, k) ? 1 : 0;
  return count;
}

Money Plan::ordinary_principal(std::size_t k, const Row& row, const RowInterest& interest) {
  if (!amortizes(k, k)) return Money();
  const RoundingPolicy& policy = terms_.rounding;
  const bool has_installment = terms_.method == Method::EqualInstallments ||
                               (terms_.method == Method::Flat && terms_.shares.empty() && !policy.installment_multiple.is_zero());
  if (!has_installment) return share_of(k, row.opening);
  if (is_anew_ || policy.remainder == Remainder::Spread) {
    is_anew_ = false;
    find_installment(k, row, interest);
  }
  return std::max(Money(), installment_ - interest.rounded);
}

Money Plan::share_of(std::size_t k, Money opening) {
  const RoundingPolicy& policy = terms_.rounding;
  if (terms_.method == Method::PrincipalAtEnd || terms_.method == Method::AllAtEnd) return opening;
  if (!terms_.shares.empty()) return table_share(k);
  if (is_anew_ || policy.remainder == Remainder::Spread) {
    is_anew_ = false;
    const auto left = static_cast<std::int64_t>(rows_left(k));
    Money principal = opening - paid_out_at_end_;
    if (terms_.installment_base == InstallmentBase::Approved) principal = opening + terms_.principal - disbursed_;
    equal_share_ = part_of_amount(principal, left, policy.unit, policy.principal);
  }
  return equal_share_;
}

/// The row's share by the table; under `Spread` what rounding left over goes on to the next row.
Money Plan::table_share(std::size_t k) const {
  const RoundingPolicy& policy = terms_.rounding;
  const std::size_t at = k - first_ - static_cast<std::size_t>(terms_.grace.principal);
  MZ_CHECK(at < terms_.shares.size());
  Fraction share = terms_.shares[at].principal;
  Money given;
  if (policy.remainder == Remainder::Spread) {
    for (std::size_t i = 0; i < at; ++i) share = share + terms_.shares[i].principal;
    given = disbursed_ - remaining_;
  }
  const Wide exact = Wide{disbursed_.fen()} * share.numerator() - Wide{given.fen()} * share.denominator();
  if (exact <= 0) return Money();
  return rounded_money(exact, share.denominator(), policy.unit, policy.principal);
}

Factor Plan::later_factor(std::size_t k, std::size_t row) const {
  const bool is_free = row - first_ < static_cast<std::size_t>(terms_.grace.interest_free);
  if (is_free) return 0;
  const Rate rate = rates_.agreed_on(plus_days(spans_[k].to, -1));
  switch (terms_.rounding.factor) {
    case InstallmentFactor::EachRow:
      return factor_of(rate, part_of(terms_, spans_[row], false));
    case InstallmentFactor::FirstRow:
      return factor_of(rate, part_of(terms_, spans_[first_], false));
    case InstallmentFactor::WholePeriods:
      return factor_of(rate, whole_period_part(terms_));
  }
  MZ_CHECK(false);
  return 0;
}

void Plan::find_installment(std::size_t k, const Row& row, const RowInterest& interest) {
  const RoundingPolicy& policy = terms_.rounding;
  Money principal = row.opening - paid_out_at_end_;
  const bool is_approved = terms_.installment_base == InstallmentBase::Approved;
  // What is approved and not yet paid out is spread as if it were.
  if (is_approved) principal += paid_out_at_end_ + terms_.principal - disbursed_;
  for (std::size_t i = next_tranche_; is_approved && i < terms_.tranches.size(); ++i) principal += terms_.tranches[i].amount;
  if (terms_.method == Method::Flat) {
    const Money share = part_of_amount(principal, static_cast<std::int64_t>(rows_left(k)), Money::from_fen(1), policy.principal);
    installment_ = rounded_money((share + interest.rounded).fen(), 1, policy.installment_multiple, policy.installment);
    return;
  }
  std::vector<Factor> later;
  for (std::size_t j = k + 1; j < marks_.known_rows[k]; ++j) {
    if (amortizes(j, k)) later.push_back(later_factor(k, j));
  }
  Wide first_interest = interest.exact;
  if (policy.factor != InstallmentFactor::EachRow || is_approved) first_interest = principal.fen() * later_factor(k, k);
  installment_ = equal_installment({principal, first_interest, later}, policy);
  if (policy.is_iterated) installment_ = iterated(k, principal, interest.rounded, installment_);
}

/// By how many fen the last row differs from the others under an installment.
std::int64_t Plan::last_difference(std::size_t k, Money principal, Money first_interest, Money installment) const {
  Money balance = principal;
  Money interest = first_interest;
  for (std::size_t j = k; j < marks_.known_rows[k]; ++j) {
    if (!amortizes(j, k)) continue;
    if (j > k) {
      ExactInterest sum;
      const bool is_free = j - first_ < static_cast<std::size_t>(terms_.grace.interest_free);
      if (!is_free) sum.add(balance, rates_.agreed_on(plus_days(spans_[k].to, -1)), part_of(terms_, spans_[j], false));
      interest = sum.rounded(terms_.rounding.unit, terms_.rounding.interest);
    }
    if (j + 1 == marks_.known_rows[k]) break;
    balance -= std::clamp(installment - interest, Money(), balance);
  }
  return (balance + interest - installment).fen();
}

Money Plan::iterated(std::size_t k, Money principal, Money first_interest, Money installment) const {
  const RoundingPolicy& policy = terms_.rounding;
  const auto rows = static_cast<std::int64_t>(rows_left(k));
  const std::int64_t difference = last_difference(k, principal, first_interest, installment);
  if (rows < 2 || magnitude_of(difference) <= rows / 2 * policy.unit.fen()) return installment;
  const Money step = rounded_money(magnitude_of(difference), rows, policy.unit, policy.installment);
  const Money moved = difference < 0 ? installment - std::min(step, installment) : installment + step;
  const Money multiple = policy.installment_multiple.is_zero() ? policy.unit : policy.installment_multiple;
  const Money tried = rounded_money(moved.fen(), 1, multiple, policy.installment);
  const bool is_better = magnitude_of(last_difference(k, principal, first_interest, tried)) < magnitude_of(difference);
  return is_better ? tried : installment;
}

/// Interest of flat rows: equal parts of their sum, their own days where these differ, or a table of shares.
void Plan::prepare_flat() {
  const auto free = std::min(spans_.size(), static_cast<std::size_t>(terms_.grace.interest_free));
  flat_interest_.assign(spans_.size(), Money());
  if (!terms_.shares.empty()) {
    flat_by_table(free);
  } else {
    flat_by_rows(free);
  }
  const bool is_moved = terms_.due.holiday_interest == HolidayInterest::FirstMoved;
  if (is_moved && free == 0 && spans_[0].due != spans_[0].to) flat_interest_[0] = flat_own(0, true);
}

Money Plan::flat_own(std::size_t k, bool is_first) const {
  ExactInterest own;
  own.add(terms_.principal, rates_.on(spans_[k].from), part_of(terms_, spans_[k], is_first));
  return own.rounded(terms_.rounding.unit, terms_.rounding.interest);
}

void Plan::flat_by_rows(std::size_t free) {
  const RoundingPolicy& policy = terms_.rounding;
  const std::size_t rows = spans_.size();
  ExactInterest sum;
  std::vector<Factor> factors;
  for (std::size_t k = free; k < rows; ++k) {
    const Rate rate = rates_.on(spans_[k].from);
    const Fraction part = part_of(terms_, spans_[k], false);
    sum.add(terms_.principal, rate, part);
    factors.push_back(factor_of(rate, part));
  }
  const bool is_even = std::adjacent_find(factors.begin(), factors.end(), std::not_equal_to<>()) == factors.end();
  const bool spreads = policy.remainder == Remainder::Spread;
  Money left = sum.rounded(policy.unit, policy.interest);
  const Money total = left;
  for (std::size_t k = free; k < rows; ++k) {
    const auto parts = static_cast<std::int64_t>(spreads ? rows - k : rows - free);
    Money interest = is_even ? part_of_amount(spreads ? left : total, parts, policy.unit, policy.interest) : flat_own(k, false);
    interest = is_last(k) ? left : std::min(interest, left);
    flat_interest_[k] = interest;
    left -= interest;
  }
}

/// Rows of grace pay their own interest, the others shares of the rest; what rounding leaves over goes to the next row.
void Plan::flat_by_table(std::size_t free) {
  const RoundingPolicy& policy = terms_.rounding;
  const auto grace = static_cast<std::size_t>(terms_.grace.principal);
  ExactInterest of_grace;
  ExactInterest of_table;
  for (std::size_t k = free; k < spans_.size(); ++k) {
    (k < grace ? of_grace : of_table).add(terms_.principal, rates_.on(spans_[k].from), part_of(terms_, spans_[k], false));
  }
  const Money fen = Money::from_fen(1);
  const Money before = of_grace.rounded(fen, policy.interest);
  const Money total = of_table.rounded(fen, policy.interest);
  Money given;
  Fraction share;
  for (std::size_t k = free; k < spans_.size(); ++k) {
    Money interest = flat_own(k, false);
    if (k >= grace) {
      share = share + terms_.shares[k - grace].interest;
      const Wide exact = Wide{(before - given).fen()} * share.denominator() + Wide{total.fen()} * share.numerator();
      interest = exact <= 0 ? Money() : rounded_money(exact, share.denominator(), policy.unit, policy.interest);
    }
    flat_interest_[k] = interest;
    given += interest;
  }
}

}  // namespace mingzhang::loans
