// SPDX-License-Identifier: Apache-2.0
// Lines of loans.
#include "loans/vouchers.h"

#include <utility>

namespace mingzhang::loans {

using ledger::Side;

LoanVoucher::LoanVoucher(ledger::VoucherType type, Date date, std::string summary, std::string source) {
  voucher_.type = type;
  voucher_.date = date;
  voucher_.summary = std::move(summary);
  voucher_.source = std::move(source);
}

void LoanVoucher::add(Side side, const std::string& account, Money amount, const Loan& loan) {
  if (amount.is_zero()) return;
  if (amount.is_negative()) {
    side = side == Side::Debit ? Side::Credit : Side::Debit;
    amount = Money() - amount;
  }
  voucher_.lines.push_back(ledger::Line{side, amount, account, loan.fund, "", loan.code, ""});
}

void LoanVoucher::debit(const std::string& account, Money amount, const Loan& loan) { add(Side::Debit, account, amount, loan); }
void LoanVoucher::credit(const std::string& account, Money amount, const Loan& loan) {
  add(Side::Credit, account, amount, loan);
}

void LoanVoucher::credit_parts(const Parts& parts, const LoanAccounts& accounts, const Loan& loan) {
  credit(accounts.principal, parts.principal, loan);
  credit(accounts.interest, parts.interest, loan);
  credit(accounts.penalty, parts.penalties, loan);
}

std::vector<ledger::VoucherRequest> LoanVoucher::take() {
  if (voucher_.lines.empty()) return {};
  return {std::move(voucher_)};
}

}  // namespace mingzhang::loans
