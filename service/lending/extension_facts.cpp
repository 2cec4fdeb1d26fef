// SPDX-License-Identifier: Apache-2.0
// What the limit of extensions asks of a loan.
#include <string>
#include <utility>

#include "loans/effect.h"
#include "service/lending/loan_setup.h"
#include "service/lending/loan_state.h"

namespace mingzhang::service {
namespace {

constexpr std::int64_t kMoved = 10;  // days by which holidays or a day of settlement may move a due day

/// Months from a due day to another, each begun month counted: 2016-06-21 to 2016-12-21 → 6, also where it is due on the 26th.
std::int64_t months_between(Date from, Date to) {
  int months = 0;
  while (plus_days(plus_months_clamped(from, months), kMoved) < to) ++months;
  return months;
}

}  // namespace

Result<std::vector<policy::NamedText>, Refusal> extension_facts(const BookPlace& place, const loans::Command& extension) {
  std::vector<policy::NamedText> facts;
  const auto* command = std::get_if<loans::ExtendLoan>(&extension);
  if (command == nullptr) return facts;
  const std::optional<Refusal> refused = with_loans(place, [&](loans::Loans& loans) {
    const loans::Loan* loan = loans.loans().find(command->loan);
    if (loan == nullptr || loan->contract.empty() || loan->disbursed.is_zero()) return;
    const auto effect = loans::effect_of(loans::step_for(*command), loans.contract_of(*loan), *loan, loans.steps_of(loan->id));
    if (!effect) return;
    const Date agreed = plus_months_clamped(loan->start, static_cast<int>(loan->months));
    facts = {{"term_months", std::to_string(loan->months)},
             {"extended_months", std::to_string(months_between(agreed, loan->maturity))},
             {"extension_months", std::to_string(months_between(loan->maturity, effect->account.maturity))},
             {"applied", to_iso(command->date)},
             {"maturity", to_iso(loan->maturity)}};
  });
  if (refused) return Err(*refused);
  return facts;
}

}  // namespace mingzhang::service
