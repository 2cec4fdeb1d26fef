// SPDX-License-Identifier: Apache-2.0
// The limits of terms.
#include "loans/terms_check.h"

#include <algorithm>
#include <set>

#include "loans/due_dates.h"

namespace mingzhang::loans {
namespace {

constexpr std::int64_t kDaysMax = 36'525;
constexpr int kMonthsMax = 1'200;
constexpr std::int64_t kShareDenominatorMax = 100'000'000;

bool is_period_good(const DueRule& rule) {
  const Period period = rule.period;
  if (period.every < 1 || period.every > 366) return false;
  const std::int64_t steps = std::int64_t{period.every} * std::clamp(rule.installments, 1, kRowsMax);
  if (period.unit == PeriodUnit::Months) return steps <= kMonthsMax;
  return steps * (period.unit == PeriodUnit::Weeks ? 7 : 1) <= kDaysMax;
}

bool is_first_due_good(const LoanTerms& terms) {
  const DueRule& rule = terms.due;
  if (!rule.first_due) return rule.broken_first == BrokenFirst::ByDays;
  if (rule.settlement_day || terms.method == Method::AllAtEnd) return false;
  if (rule.broken_first != BrokenFirst::ByDays && terms.method == Method::Flat) return false;
  const std::int64_t days = days_between(terms.start, *rule.first_due);
  return days >= 1 && days <= 366;
}

bool is_settlement_good(const DueRule& rule) {
  if (!rule.settlement_day) return true;
  return *rule.settlement_day >= 1 && *rule.settlement_day <= 28 && rule.period.unit == PeriodUnit::Months &&
         rule.paid_after >= 0 && rule.paid_after <= 1;
}

bool is_grace_good(const LoanTerms& terms, std::size_t rows) {
  const Grace& grace = terms.grace;
  if (grace.principal < 0 || grace.interest_payment < 0 || grace.interest_free < 0) return false;
  const auto most = static_cast<int>(rows);
  return grace.principal < most && grace.interest_payment < most && grace.interest_free <= most;
}

bool sums_to_one(const std::vector<Share>& shares, Fraction Share::*part) {
  // Over the common denominator 10^8, or one that it divides: shares come as decimals or small fractions.
  Fraction sum;
  for (const Share& share : shares) {
    if ((share.*part).denominator() > kShareDenominatorMax || (share.*part).numerator() > kShareDenominatorMax) return false;
    sum = sum + share.*part;
    if (sum.denominator() > kShareDenominatorMax) return false;
  }
  return sum == Fraction(1, 1);
}

bool is_shares_good(const LoanTerms& terms, std::size_t rows) {
  if (terms.shares.empty()) return terms.method != Method::Shares;
  if (terms.method != Method::Shares && terms.method != Method::Flat) return false;
  if (terms.rounding.remainder == Remainder::First) return false;
  if (terms.shares.size() + static_cast<std::size_t>(terms.grace.principal) != rows) return false;
  if (!sums_to_one(terms.shares, &Share::principal)) return false;
  return terms.method != Method::Flat || sums_to_one(terms.shares, &Share::interest);
}

bool is_calendar_good(const WorkCalendar& calendar) {
  const std::set<int> weekend(calendar.weekend.begin(), calendar.weekend.end());
  const bool in_week = weekend.empty() || (*weekend.begin() >= 0 && *weekend.rbegin() <= 6 && weekend.size() < 7);
  return in_week && std::is_sorted(calendar.holidays.begin(), calendar.holidays.end()) &&
         std::is_sorted(calendar.make_up.begin(), calendar.make_up.end());
}

bool is_rounding_good(const RoundingPolicy& policy) {
  const std::int64_t unit = policy.unit.fen();
  const std::int64_t multiple = policy.installment_multiple.fen();
  return unit >= 1 && unit <= 1'000'000 && multiple >= 0 && multiple <= 1'000'000 && multiple % unit == 0;
}

/// Where payments change interest, a row that is not due has no interest to pay in advance, so there is nothing that lines
/// in advance could put in another order. Where overdue interest runs within the current row alone, it would leave a row
/// that was met before an older one, so rows are met in their order, each wholly.
bool is_order_good(const RepaymentPolicy& policy, const AllocationOrder& order) {
  if (!is_complete(order)) return false;
  if (policy.recalculation == Recalculation::None) return true;
  if (order.advance != AdvanceRows::Next || !std::equal(kUsualSteps.begin() + 8, kUsualSteps.end(), order.steps.begin() + 8)) return false;
  if (policy.overdue == OverdueInterest::EachDay) return true;
  return order.by == AllocationBy::Row && order.steps.front().age == Age::PastDue;
}

bool is_overdue_order_good(const RepaymentPolicy& policy) {
  if (!policy.allocation_overdue) return true;
  const int days = policy.allocation_overdue->days;
  return days >= 1 && days <= 36'525 && is_order_good(policy, policy.allocation_overdue->order);
}

bool is_late_fee_good(const LateFeeTerms& fee) {
  return fee.per_day.units() <= Rate::kUnitsPerOne / 100 && fee.grace_days >= 0 && fee.grace_days <= 366;
}

bool are_tranches_good(const LoanTerms& terms, Date maturity) {
  Wide sum = 0;
  Date last = terms.start;
  for (const Tranche& tranche : terms.tranches) {
    if (tranche.amount <= Money() || tranche.date < last || tranche.date >= maturity) return false;
    if (tranche.amount.fen() % terms.rounding.unit.fen() != 0) return false;
    sum += tranche.amount.fen();
    last = tranche.date;
  }
  if (terms.tranches.empty()) return true;
  const bool part_is_enough = terms.installment_base == InstallmentBase::Approved;
  return part_is_enough ? sum <= terms.principal.fen() : sum == terms.principal.fen();
}

}  // namespace

bool interest_fits(const LoanTerms& terms, Rate rate, Money principal) {
  const Wide years = terms.rate_basis == RateBasis::PerPeriod ? 2 * terms.due.installments + 400 : 110;
  return Wide{principal.fen()} * rate.units() * years < Wide{Money::kFenMax / 4} * Rate::kUnitsPerOne;
}

std::vector<TermsProblem> check_terms(const LoanTerms& terms) {
  std::vector<TermsProblem> found;
  const auto check = [&](bool is_good, LoansOutcome outcome, std::string_view place) {
    if (!is_good) found.push_back({outcome, place});
  };
  const bool is_rounding = is_rounding_good(terms.rounding);
  const bool is_principal = terms.principal > Money() && terms.principal.fen() <= kPrincipalMax &&
                            (!is_rounding || terms.principal.fen() % terms.rounding.unit.fen() == 0);
  const bool is_rate = terms.rate.units() <= 10 * Rate::kUnitsPerOne;
  const bool is_rows = terms.due.installments >= 1 && terms.due.installments <= kRowsMax;
  const bool is_dated = terms.start.year() >= 1950 && terms.start.year() <= 2200;
  check(is_principal, LoansOutcome::PrincipalBad, "/principal");
  check(is_rate, LoansOutcome::RateTooHigh, "/rate");
  check(is_period_good(terms.due), LoansOutcome::PeriodBad, "/period");
  check(is_rows, LoansOutcome::RowsBad, "/installments");
  check(is_dated, LoansOutcome::DatesOutside, "/start");
  check(is_first_due_good(terms), LoansOutcome::FirstDueBad, "/first_due");
  check(is_settlement_good(terms.due), LoansOutcome::SettlementBad, "/settlement_day");
  check(is_calendar_good(terms.due.calendar), LoansOutcome::CalendarBad, "/calendar");
  check(is_rounding, LoansOutcome::RoundingBad, "/rounding");
  check(is_order_good(terms.repayment, terms.repayment.allocation), LoansOutcome::AllocationBad, "/repayment/allocation");
  check(is_overdue_order_good(terms.repayment), LoansOutcome::AllocationBad, "/repayment/allocation_overdue");
  check(is_late_fee_good(terms.late_fee), LoansOutcome::LateFeeBad, "/late_fee");
  if (!found.empty()) return found;
  // What depends on the rows is judged where there are rows.
  const std::vector<DueSpan> spans = due_spans(terms.start, terms.due);
  check(are_tranches_good(terms, spans.back().to), LoansOutcome::TranchesBad, "/tranches");
  check(is_grace_good(terms, spans.size()), LoansOutcome::GraceBad, "/grace");
  if (found.empty()) check(is_shares_good(terms, spans.size()), LoansOutcome::SharesBad, "/shares");
  check(interest_fits(terms, terms.rate, terms.principal), LoansOutcome::InterestTooLarge, "/rate");
  return found;
}

}  // namespace mingzhang::loans
