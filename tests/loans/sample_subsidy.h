// SPDX-License-Identifier: Apache-2.0
// A book with synthetic loans of one bank, and claims of subsidy over them.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/book.h"
#include "loans/command.h"
#include "tests/loans/sample_terms.h"
#include "tests/support/memory_ledger_store.h"
#include "tests/support/memory_loans_store.h"

namespace mingzhang::tests {

/// Loans D1, D2 … of 50,000.00 at 4.35 %, interest monthly, principal after three years; paid out on 2023-09-21, so every
/// installment bears 50,000.00 × 4.35 % / 12 = 181.25. Bank RCB; funds PROV and CNTY.
class SampleSubsidy {
 public:
  explicit SampleSubsidy(int loan_count);

  loans::Loans& loans() { return *loans_; }
  ledger::Book& book() { return *book_; }
  std::vector<Problem> problems(const loans::Command& command);
  /// Name of the decisive problem, or "Ok".
  std::string answer(const loans::Command& command);
  /// Does what must be allowed. Returns the vouchers, which are posted as well.
  std::vector<ledger::VoucherRequest> run(const loans::Command& command);
  /// Repays what the schedule sets off.
  void repay(const std::string& code, const std::string& loan, const char* date, std::int64_t amount);
  /// Everything that the register gives for these loans, subsidised in whole but for overdue and misused days, at 70 %.
  loans::ClaimSubsidy claim(const std::string& code, const std::vector<std::string>& of, const char* from, const char* to);
  const loans::SubsidyRow& line(const std::string& claim, std::int64_t number);
  Money balance(std::string_view account, std::string_view fund);

  Date today = loan_day("2026-12-31");

 private:
  MemoryLedgerStore ledger_store_;
  MemoryLoansStore store_;
  std::unique_ptr<ledger::Book> book_;
  std::unique_ptr<loans::Loans> loans_;
};

/// D 500107, C 100201 of both funds; turned round where it goes back.
std::vector<loans::SubsidyAccounts> paying_accounts();
std::vector<loans::SubsidyAccounts> returning_accounts();

loans::ReviewSubsidy pass(const std::string& code, const std::string& claim, const std::vector<std::int64_t>& lines);

}  // namespace mingzhang::tests
