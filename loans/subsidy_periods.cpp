// SPDX-License-Identifier: Apache-2.0
// Cutting installments where being overdue ends.
#include "loans/subsidy_periods.h"

#include <algorithm>
#include <cstdint>

#include "base/check.h"
#include "base/ratio.h"
#include "loans/loan_account.h"

namespace mingzhang::loans {
namespace {

/// Days [from, to) on which the loan was overdue.
struct Spell {
  Date from;
  Date to;  ///< `no_day` where it still is
};

/// In their order, none touching another.
std::vector<Spell> overdue_spells(const Schedule& schedule, Date as_of) {
  std::vector<Spell> spells;
  for (const Row& row : schedule.rows) {
    if (row.owed.total().is_zero() || row.due >= as_of) continue;
    const Date end = row.paid_on.value_or(no_day());
    if (end > row.due) spells.push_back({row.due, end});
  }
  std::sort(spells.begin(), spells.end(), [](const Spell& a, const Spell& b) { return a.from < b.from; });
  std::vector<Spell> joined;
  for (const Spell& spell : spells) {
    if (joined.empty() || joined.back().to < spell.from) {
      joined.push_back(spell);
    } else {
      joined.back().to = std::max(joined.back().to, spell.to);
    }
  }
  return joined;
}

Rate agreed_rate(const Contract& contract, const std::vector<LoanStep>& steps, Date day) {
  Rate rate = contract.terms.rate;
  Date since;
  bool is_changed = false;
  for (const LoanStep& step : steps) {
    const bool changes = step.kind == StepKind::RateChange || (step.kind == StepKind::Extension && step.flag);
    const Date from = step.kind == StepKind::RateChange ? step.from : step.date;
    if (!step.stands() || !changes || from > day || (is_changed && from < since)) continue;
    rate = step.rate;
    since = from;
    is_changed = true;
  }
  return rate;
}

/// The row's days cut at the ends of spells, each piece with its days.
std::vector<SubsidyPeriod> cut(const Row& row, const std::vector<Spell>& spells) {
  std::vector<Date> cuts{row.from};
  for (const Spell& spell : spells) {
    if (spell.to > row.from && spell.to < row.to) cuts.push_back(spell.to);
  }
  cuts.push_back(row.to);
  std::vector<std::int64_t> days;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) days.push_back(days_between(cuts[i], cuts[i + 1]));
  const std::vector<Money> interest = allocate(row.owed.interest, days);
  std::vector<SubsidyPeriod> periods;
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    SubsidyPeriod period;
    period.from = cuts[i];
    period.to = cuts[i + 1];
    period.principal = row.opening;
    period.interest = interest[i];
    for (const Spell& spell : spells) {
      if (spell.from < period.to && spell.to >= period.to) period.overdue_from = std::max(spell.from, period.from);
    }
    periods.push_back(period);
  }
  return periods;
}

}  // namespace

bool bears_interest(const Loan& loan) { return loan.state != LoanState::Signed && !loan.disbursed.is_zero(); }

std::vector<SubsidyPeriod> subsidy_periods(const Loan& loan, Loans& loans, Date from, Date to, Date as_of) {
  MZ_CHECK(bears_interest(loan));
  const std::vector<LoanStep> steps = loans.steps_of(loan.id);
  Date day = as_of;
  for (const LoanStep& step : steps) day = std::max(day, step.date);
  const Contract& contract = loans.contract_of(loan);
  const auto account = account_on(contract, steps, day);
  MZ_CHECK(account.has_value());
  const std::vector<Spell> spells = overdue_spells(account->schedule, day);
  std::vector<SubsidyPeriod> periods;
  for (const Row& row : account->schedule.rows) {
    if (row.due < from || row.due >= to || row.owed.interest.fen() <= 0 || row.from >= row.to) continue;
    for (SubsidyPeriod& period : cut(row, spells)) {
      if (period.interest.is_zero()) continue;
      period.rate = agreed_rate(contract, steps, period.from);
      period.loan_from = loan.original_start;
      if (loan.misused_from && *loan.misused_from < period.to) period.misused_from = loan.misused_from;
      periods.push_back(period);
    }
  }
  return periods;
}

}  // namespace mingzhang::loans
