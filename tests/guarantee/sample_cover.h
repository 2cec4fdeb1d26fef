// SPDX-License-Identifier: Apache-2.0
// A book with a guarantee-fund chart, pools and loans above a database that is thrown away; everything in it is synthetic.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "guarantee/command.h"
#include "guarantee/cover.h"
#include "ledger/book.h"
#include "store/store.h"
#include "tests/support/fen.h"

namespace mingzhang::tests {

/// Requires a real day, "2016-10-14".
Date day(std::string_view iso);
/// "bank" is the lender of every sample; the pool G1 at ten times, 20 % tolerance, a warning from 90 %.
guarantee::AddPool add_pool(std::string code = "G1");
guarantee::MoveDeposit deposit(std::string code, std::int64_t amount_fen, std::string pool = "G1");
loans::ApplyForLoan application(std::string code, std::int64_t amount_fen, std::string pool = "G1");
/// RF: 7:3, the government's part 1:1, losses 8:2 on principal and interest after 90 days, target 10,000,000.00.
guarantee::OpenRiskFund open_risk_fund();
guarantee::Contribute contribution(std::string code, guarantee::Contributor contributor, std::int64_t amount_fen);
/// A digest that is nobody's.
std::string sample_digest();
/// Twelve months of equal installments without accounts.
loans::Contract contract_of(Money principal, Date start);

/// The name of the first problem, or "Ok".
std::string first_of(const std::vector<Problem>& problems);

/// The modules of one book as the write path uses them.
class SampleCover {
 public:
  SampleCover();

  ledger::Book& book() { return *book_; }
  loans::Loans& loans() { return *loans_; }
  guarantee::Guarantee& guarantee() { return *guarantee_; }

  std::vector<Problem> problems(const guarantee::Command& command);
  std::vector<Problem> problems(const loans::Command& command);
  template <class Command>
  std::string answer(const Command& command) {
    return first_of(problems(command));
  }
  /// Does what must be allowed (checked).
  void run(const guarantee::Command& command);
  void run(const loans::Command& command);
  /// Does it where it is allowed; says whether it was.
  template <class Command>
  bool try_run(const Command& command) {
    if (!problems(command).empty()) return false;
    run(command);
    return true;
  }
  void close(std::string_view iso_month);

  // The way of a loan on 2016-02-01, each step with the code "<loan>-<step>".
  void apply_and_review(const std::string& code, std::int64_t amount_fen, const std::string& pool = "G1");
  loans::ApproveLoan approval(const std::string& code, std::int64_t amount_fen);
  /// Application to disbursement.
  void lend(const std::string& code, std::int64_t amount_fen, const std::string& pool = "G1");
  /// A repayment of this much cash as the schedule sets it off.
  loans::Repay repayment(const std::string& code, const std::string& loan, Date date, Money cash);

  /// The line that the register agrees with on the day.
  guarantee::ClaimedRow claimed(const std::string& loan, Date date);
  /// RF with 1,000.00, and the loans L1 … of these amounts, none of which was repaid: in arrears from 2016-03-01 on.
  void fund_and_loans(const std::vector<std::int64_t>& amounts);
  const guarantee::RiskFund& fund();
  const guarantee::ClaimRow& row(const std::string& claim, std::int64_t number);
  const guarantee::Pool& pool(std::string_view code = "G1");
  void flush();
  /// Fresh objects over the rows that were flushed.
  void reopen();

  Date today;

 private:
  std::unique_ptr<store::Store> store_;
  ledger::BookId id_;
  std::unique_ptr<ledger::LedgerStore> ledger_store_;
  std::unique_ptr<loans::LoansStore> loans_store_;
  std::unique_ptr<guarantee::GuaranteeStore> guarantee_store_;
  std::unique_ptr<ledger::Book> book_;
  std::unique_ptr<loans::Loans> loans_;
  std::unique_ptr<guarantee::Guarantee> guarantee_;
  std::int64_t seq_ = 1;
};

}  // namespace mingzhang::tests
