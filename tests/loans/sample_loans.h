// SPDX-License-Identifier: Apache-2.0
// A cooperative's book with the chart of loans above rows in memory; everything in it is synthetic.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/book.h"
#include "loans/command.h"
#include "tests/support/fen.h"
#include "tests/support/memory_ledger_store.h"
#include "tests/support/memory_loans_store.h"

namespace mingzhang::tests {

/// Requires a real day, "2016-10-14".
Date day(std::string_view iso);
loans::Parts parts(std::int64_t principal, std::int64_t interest, std::int64_t penalties = 0);

// Commands as they are mostly used, for the loan L1 of 12,000.00 yuan; the tests change what they are about.
loans::ApplyForLoan apply_for_loan(std::string loan, std::string_view iso);
loans::ReviewLoan review_loan(std::string loan, std::string_view iso);
loans::ApproveLoan approve_loan(std::string loan, std::string_view iso);
/// Interest every quarter and principal at the end of `quarters`, 6 % a year, act/360, daily, penalty 150 %.
loans::Contract bullet(std::string_view iso, int quarters);
/// Twelve equal parts of principal monthly, 6 % a year by whole months, payments in advance change nothing.
loans::Contract equal_principal(std::string_view iso);
loans::SignLoan sign_loan(std::string loan, std::string_view iso, loans::Contract contract);
loans::Disburse disburse(std::string code, std::string loan, std::string_view iso, std::int64_t amount);
loans::Repay repay(std::string code, std::string loan, std::string_view iso, loans::Parts parts);

/// The name of the first problem, or "Ok".
std::string first_of(const std::vector<Problem>& problems);

class SampleLoans {
 public:
  SampleLoans();

  ledger::Book& book() { return *book_; }
  loans::Loans& loans() { return *loans_; }
  MemoryLoansStore& rows() { return loans_store_; }
  /// Everything that was done, in order.
  const std::vector<loans::Command>& done() const { return done_; }

  /// What the write path would answer, the vouchers included.
  std::vector<Problem> problems(const loans::Command& command);
  std::string answer(const loans::Command& command) { return first_of(problems(command)); }
  /// Does what must be allowed (checked): the command, then its vouchers. Returns the vouchers.
  std::vector<ledger::VoucherRequest> run(const loans::Command& command);
  /// Application, review, approval, contract and the whole disbursement of 12,000.00 on one day.
  void grant(const std::string& loan, std::string_view iso, const loans::Contract& contract);
  /// Repays `amount` as the schedule sets it off (asked for by trying).
  void pay(const std::string& code, const std::string& loan, std::string_view iso, std::int64_t amount);
  /// How the schedule would set it off.
  loans::Parts split(const std::string& loan, std::string_view iso, std::int64_t amount);
  void close(std::string_view iso_month);

  /// Balance of an account for a loan, debit positive.
  Money balance(std::string_view account);
  const loans::Loan& loan(std::string_view code);

  void flush();
  /// Fresh objects over the rows that were flushed.
  void reopen();

  Date today;

 private:
  void post(const ledger::VoucherRequest& voucher);

  MemoryLedgerStore ledger_store_;
  MemoryLoansStore loans_store_;
  std::unique_ptr<ledger::Book> book_;
  std::unique_ptr<loans::Loans> loans_;
  std::vector<loans::Command> done_;
};

}  // namespace mingzhang::tests
