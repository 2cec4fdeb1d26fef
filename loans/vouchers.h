// SPDX-License-Identifier: Apache-2.0
// Building the vouchers that move the money of loans.
#pragma once

#include <string>
#include <vector>

#include "ledger/voucher.h"
#include "loans/loan.h"

namespace mingzhang::loans {

/// A voucher whose lines are given as signed amounts: a negative one stands on the other side, a zero one nowhere.
class LoanVoucher {
 public:
  LoanVoucher(ledger::VoucherType type, Date date, std::string summary, std::string source);
  void debit(const std::string& account, Money amount, const Loan& loan);
  void credit(const std::string& account, Money amount, const Loan& loan);
  /// C principal, interest, penalties of what was paid.
  void credit_parts(const Parts& parts, const LoanAccounts& accounts, const Loan& loan);
  /// None where there is no line.
  std::vector<ledger::VoucherRequest> take();

 private:
  void add(ledger::Side side, const std::string& account, Money amount, const Loan& loan);
  ledger::VoucherRequest voucher_;
};

}  // namespace mingzhang::loans
