// SPDX-License-Identifier: Apache-2.0
// A county's book with the special-fund chart and its funds above rows in memory; everything in it is synthetic.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "funds/command.h"
#include "ledger/book.h"
#include "tests/support/fen.h"
#include "tests/support/memory_funds_store.h"
#include "tests/support/memory_ledger_store.h"

namespace mingzhang::tests {

/// Requires a real day, "2016-10-14".
Date day(std::string_view iso);
/// Money from the treasury: D bank, C income, with its budget entry.
funds::Accounts arriving();
/// Money to a township that reports later: D prepaid, C bank, with its budget entry.
funds::Accounts to_township();
/// Money to a household: D grants, C bank, with its budget entry.
funds::Accounts to_household();
/// No budget entry.
funds::Accounts entry(std::string debit, std::string credit);
/// A digest that depends on `number` only.
std::string digest(std::int64_t number);
std::string household(std::int64_t number);

// Commands as they are mostly used; the tests change what they are about. The codes are the caller's.
/// F1 with 1,000.00 yuan that arrive.
funds::AddIndicator add_indicator();
/// 300.00 yuan of F1: 100.00 to XZ-01, 200.00 to XZ-02.
funds::Allocate allocate(std::string code, std::string_view iso);
/// 40.00 yuan of the first target of A1 for P1.
funds::Reimburse reimburse(std::string code, std::string_view iso);
/// The project P1 with the seven gates of the seed, money at 报账.
funds::PlanProject plan_project();
funds::SignGate sign_gate(std::string gate, std::string_view iso);
/// `rows` households with 10.00 yuan each.
funds::SubmitList submit_list(std::string code, std::string_view iso, std::int64_t rows);
funds::PayList pay_list(std::string code, std::string list, std::string_view iso);
funds::ChangeRows change_rows(std::string code, std::string list, funds::RowAction action, std::string_view iso,
                              const std::vector<std::int64_t>& numbers);
/// 50.00 yuan of 100.00 for person number 1 in 2016.
funds::GrantBenefit grant_benefit(std::string code, std::string_view iso, std::int64_t claim);

/// The name of the first problem, or "Ok".
std::string first_of(const std::vector<Problem>& problems);

/// Funds F1 F2 and projects P1 P2 in the ledger, from 2016-01 on.
class SampleFunds {
 public:
  SampleFunds();

  ledger::Book& book() { return *book_; }
  funds::Funds& funds() { return *funds_; }
  MemoryFundsStore& rows() { return funds_store_; }
  /// Everything that was done to the funds, in order.
  const std::vector<funds::Command>& done() const { return done_; }

  /// What the write path would answer, the vouchers included.
  std::vector<Problem> problems(const funds::Command& command);
  std::string answer(const funds::Command& command) { return first_of(problems(command)); }
  /// Does what must be allowed (checked): the command, then its vouchers. Returns the vouchers.
  std::vector<ledger::VoucherRequest> run(const funds::Command& command);
  void close(std::string_view iso_month);

  /// Balance of an account in a fund, debit positive.
  Money balance(std::string_view account, std::string_view fund);
  const funds::Indicator& indicator(std::string_view code);
  const funds::Target& target(std::string_view allocation, std::int64_t number);
  const funds::DisbursementList& list(std::string_view code);

  void flush();
  /// Fresh objects over the rows that were flushed.
  void reopen();

  Date today;

 private:
  void post(const ledger::VoucherRequest& voucher);

  MemoryLedgerStore ledger_store_;
  MemoryFundsStore funds_store_;
  std::unique_ptr<ledger::Book> book_;
  std::unique_ptr<funds::Funds> funds_;
  std::vector<funds::Command> done_;
};

}  // namespace mingzhang::tests
