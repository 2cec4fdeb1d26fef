// SPDX-License-Identifier: Apache-2.0
// Late fees row by row.
#include "loans/late_fees.h"

#include <algorithm>

namespace mingzhang::loans {

Money LateFees::paid_out_until(Date day) const {
  if (terms_.tranches.empty()) return terms_.principal;
  Money sum;
  for (const Tranche& tranche : terms_.tranches) {
    if (tranche.date <= day) sum += tranche.amount;
  }
  return sum;
}

Money LateFees::base_on(std::size_t row, Date day) const {
  switch (terms_.late_fee.base) {
    case LateFeeBase::Initial:
      return paid_out_until(day);
    case LateFeeBase::Outstanding:
      return paid_out_until(day) - repaid_;
    case LateFeeBase::OverduePrincipal:
      return open_[row].principal;
    case LateFeeBase::OverdueAmount:
      return open_[row].principal + open_[row].interest;
  }
  return Money();
}

std::optional<LoansOutcome> LateFees::charge(std::size_t row, Date day) {
  const Date from = std::max(plus_days(plan_.rows()[row].due, terms_.late_fee.grace_days), last_);
  if (from >= day) return std::nullopt;
  std::vector<Date> cuts{from, day};
  plan_.rates().breaks_within(from, day, cuts);
  for (const Tranche& tranche : terms_.tranches) {
    if (from < tranche.date && tranche.date < day) cuts.push_back(tranche.date);
  }
  std::sort(cuts.begin(), cuts.end());
  Wide sum = 0;  // in 10^-8 fen
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    if (plan_.rates().is_paused(cuts[i])) continue;
    const Money base = std::max(Money(), base_on(row, cuts[i]));
    sum += Wide{base.fen()} * terms_.late_fee.per_day.units() * days_between(cuts[i], cuts[i + 1]);
  }
  if (sum / Rate::kUnitsPerOne > Money::kFenMax / 8) return LoansOutcome::InterestTooLarge;
  Parts parts;
  parts.fees = rounded_money(sum, Rate::kUnitsPerOne, terms_.rounding.unit, terms_.late_fee.rounding);
  if (charged_.fen() > Money::kFenMax / 8 - parts.fees.fen()) return LoansOutcome::InterestTooLarge;
  charged_ += parts.fees;
  plan_.charge(row, parts);
  return std::nullopt;
}

std::optional<LoansOutcome> LateFees::run_to(Date day) {
  if (terms_.late_fee.per_day == Rate() || day <= last_) return std::nullopt;
  plan_.compute(day);
  open_.clear();
  repaid_ = Money();
  for (const Row& row : plan_.rows()) open_.push_back(row.owed);
  for (const PaidPart& part : plan_.paid()) {
    if (part.row < open_.size()) open_[part.row] -= part.parts;
    repaid_ += part.parts.principal;
  }
  const bool is_of_loan = terms_.late_fee.base == LateFeeBase::Initial || terms_.late_fee.base == LateFeeBase::Outstanding;
  for (std::size_t k = 0; k < open_.size() && plan_.rows()[k].due < day; ++k) {
    if (open_[k].principal <= Money() && open_[k].interest <= Money()) continue;
    if (const auto problem = charge(k, day)) return problem;
    // What the whole loan is charged for is charged once a day, to the oldest row.
    if (is_of_loan) break;
  }
  last_ = day;
  return std::nullopt;
}

}  // namespace mingzhang::loans
