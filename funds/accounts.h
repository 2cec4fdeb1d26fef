// SPDX-License-Identifier: Apache-2.0
// The accounts with which a command moves money.
#pragma once

#include <string>

namespace mingzhang::funds {

/// Codes of accounts. All empty: no money moves. The last two empty: no budget entry.
/// Example of an allocation to townships: {"121401", "100201", "710101", "800102"}.
struct Accounts {
  std::string debit;
  std::string credit;
  std::string budget_debit;
  std::string budget_credit;

  bool are_none() const { return debit.empty() && credit.empty() && budget_debit.empty() && budget_credit.empty(); }
  bool have_budget() const { return !budget_debit.empty(); }
  friend bool operator==(const Accounts&, const Accounts&) = default;
};

}  // namespace mingzhang::funds
