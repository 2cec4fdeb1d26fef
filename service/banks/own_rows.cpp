// SPDX-License-Identifier: Apache-2.0
// Reads the register and the claims.
#include "service/banks/own_rows.h"

#include <map>
#include <optional>
#include <utility>

#include "base/text.h"
#include "loans/reconciliation_register.h"
#include "loans/subsidy_outcome.h"
#include "loans/subsidy_periods.h"
#include "service/reading/outcome.h"

namespace mingzhang::service {

TextResult add_register(const BookPlace& place, const std::string& bank, Date day, std::vector<loans::ReconciliationRow>& rows) {
  return read_book(place, [&](BookReading& reading) -> TextResult {
    const auto store = place.opened.loans->loans_of(reading.head.id);
    loans::Loans register_of_loans(*store);
    std::vector<loans::Loan> wanted;
    store->all_loans([&](const loans::Loan& loan) {
      if ((bank.empty() || loan.bank == bank) && loans::bears_interest(loan)) wanted.push_back(loan);
    });
    for (const loans::Loan& loan : wanted) {
      if (auto row = loans::register_row(loan, register_of_loans, day)) rows.push_back(std::move(*row));
    }
    return std::string();
  });
}

TextResult add_claim(const BookPlace& place, const std::string& code, bool by_day, std::vector<loans::ReconciliationRow>& rows, Date& day) {
  return read_book(place, [&](BookReading& reading) -> TextResult {
    const auto store = place.opened.loans->loans_of(reading.head.id);
    const auto claim = store->subsidies().subsidy_claim(code);
    if (!claim) {
      return Err(refusal(loans::info_of(loans::SubsidyOutcome::ClaimUnknown), is_plain_text(code) ? shortened(code, 60) : ""));
    }
    day = claim->date;
    std::map<std::string, std::pair<Money, Money>> sums;
    for (const loans::SubsidyRow& row : store->subsidies().subsidy_rows_of(claim->id)) {
      const std::optional<loans::Loan> loan = store->loan(row.loan);
      if (!loan || row.standing().is_zero()) continue;
      auto& sum = sums[by_day ? loan->code + " " + to_iso(row.from) : loan->code];
      sum.first += row.interest;
      sum.second += row.standing();
    }
    for (const auto& [key, sum] : sums) rows.push_back({key, {sum.first, sum.second}, 0});
    return std::string();
  });
}

}  // namespace mingzhang::service
