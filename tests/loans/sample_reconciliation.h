// SPDX-License-Identifier: Apache-2.0
// Synthetic reconciliations of the loan D1 at bank RCB.
#pragma once

#include <string>
#include <vector>

#include "tests/loans/sample_subsidy.h"

namespace mingzhang::tests {

/// `count` differences of the register on 2024-03-31: balances of D1, D2 … a yuan apart.
inline loans::RecordReconciliation found(const std::string& code, std::int64_t count) {
  loans::RecordReconciliation command;
  command.code = code;
  command.about = "RCB";
  command.date = loan_day("2024-03-31");
  command.sha256 = std::string(64, 'a');
  command.rows_here = 7;
  command.rows_there = 8;
  command.sums = {{"balance", fen(9), fen(10)}};
  for (std::int64_t number = 1; number <= count; ++number) {
    command.items.push_back({number, "D" + std::to_string(number), loans::DifferenceKind::Amount, "balance", "50000.00",
                             "49999.00", number + 1});
  }
  return command;
}

inline loans::HandleItems handled(const std::string& list, std::vector<std::int64_t> items, loans::ItemAction action) {
  loans::HandleItems command{list, std::move(items), action, loan_day("2024-04-02"), "", "", ""};
  if (action == loans::ItemAction::Assign) command.to = "信贷股";
  if (action != loans::ItemAction::Assign) command.note = "已核实";
  return command;
}

inline loans::SignReconciliation signature(const std::string& list, loans::ReconciliationSide side) {
  return {list, side, side == loans::ReconciliationSide::Here ? "县扶贫办" : "农村合作银行", "主管", "", loan_day("2024-04-03")};
}

/// The list as it stands; requires that it is there.
inline const loans::Reconciliation& list_of(SampleSubsidy& sample, const std::string& code) {
  const loans::Reconciliation* list = sample.loans().reconciliations().lists().find(code);
  REQUIRE(list != nullptr);
  return *list;
}

}  // namespace mingzhang::tests
