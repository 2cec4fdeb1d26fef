// SPDX-License-Identifier: Apache-2.0
// A book as a plain list of what happened: every answer and every row is worked out anew from the list.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/command.h"
#include "tests/support/memory_ledger_store.h"

namespace mingzhang::tests {

/// The slow twin of ledger::Book. It shares no code with it but the plain types, and a copy of it is a mark.
class NaiveBook {
 public:
  explicit NaiveBook(ledger::BookHead head) { head_ = std::move(head); }

  /// The name of the first problem of a request on this book, "Ok" where it may be done. Knows the refusals that depend
  /// on the book, and of the others only FundUnbalanced.
  std::string answer(const ledger::VoucherRequest& request) const;
  std::string answer(const ledger::AddAccount& command) const;
  std::string answer(const ledger::ChangeAccount& command) const;
  std::string answer(const ledger::ChangePeriod& command, Date today) const;

  /// Does what the answer allowed.
  void apply(const ledger::Command& command);

  /// Every row that the store of this book must hold, no more and no less.
  MemoryLedgerStore rows() const;

  const std::vector<ledger::Account>& accounts() const { return accounts_; }
  const std::vector<ledger::PostedVoucher>& vouchers() const { return vouchers_; }
  /// The request that became voucher `index`.
  const ledger::VoucherRequest& request(std::size_t index) const { return requests_[index]; }
  ledger::PeriodState state(Month month) const;

 private:
  const ledger::Account* account(std::string_view code) const;
  const ledger::PostedVoucher* voucher(const ledger::VoucherName& name) const;
  std::string answer_of_balances(const ledger::VoucherRequest& request) const;
  bool is_overdrawn(ledger::AccountId account, ledger::FundId fund, const ledger::VoucherRequest& request) const;
  bool has_lines(ledger::AccountId account) const;
  void apply_one(const ledger::VoucherRequest& request);
  void apply_one(const ledger::AddAccount& command);
  void apply_one(const ledger::ChangeAccount& command);
  void apply_one(const ledger::AddFund& command);
  void apply_one(const ledger::AddProject& command);
  void apply_one(const ledger::ChangePeriod& command);
  void apply_one(const ledger::GrantRole& command);
  void apply_one(const ledger::OpenBook& command);
  std::vector<ledger::PostedLine> chained_lines() const;
  void insert_periods(MemoryLedgerStore& store) const;
  void insert_balances(MemoryLedgerStore& store) const;
  void insert_details(MemoryLedgerStore& store) const;
  void insert_days(MemoryLedgerStore& store) const;

  ledger::BookHead head_;
  std::vector<ledger::Account> accounts_;
  std::vector<ledger::Fund> funds_;
  std::vector<ledger::Project> projects_;
  std::vector<ledger::Subject> subjects_;
  std::vector<ledger::Grant> grants_;
  std::map<Month, ledger::PeriodState> states_;
  std::vector<ledger::VoucherRequest> requests_;
  std::vector<ledger::PostedVoucher> vouchers_;
  std::vector<ledger::PostedLine> lines_;
};

}  // namespace mingzhang::tests
