// SPDX-License-Identifier: Apache-2.0
// A book in memory that starts with a chart template, for tests of charts and of what stands on them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/money.h"
#include "ledger/book.h"
#include "ledger/voucher.h"
#include "tests/support/memory_ledger_store.h"

namespace mingzhang::tests {

/// A line in short: side, account, amount in yuan, fund.
ledger::Line debit(std::string account, std::string_view yuan, std::string fund = {});
ledger::Line credit(std::string account, std::string_view yuan, std::string fund = {});

/// Starts in January 2016. Everything is checked before it is applied; a refusal fails the test.
class ChartedBook {
 public:
  explicit ChartedBook(std::string_view chart);

  ledger::Book& book() { return book_; }

  void add_fund(std::string code);
  /// Adds an account without a parent, as an import would.
  void add_account(std::string code, ledger::AccountClass account_class, std::string closes_to = {});
  /// Posts a voucher of the type 记 on the day "2016-10-14".
  void post(std::string_view date, std::vector<ledger::Line> lines);
  void post(const ledger::VoucherRequest& request);
  void post(const std::vector<ledger::VoucherRequest>& requests);

  /// The balance at the end of the month "2016-12" in yuan, positive on the account's normal side; all funds together.
  std::string balance(std::string_view month, std::string_view account);
  /// The same in one fund; "" is money without a source.
  std::string balance(std::string_view month, std::string_view account, std::string_view fund);

 private:
  MemoryLedgerStore store_;
  ledger::Book book_;
  std::int64_t next_seq_ = 0;
};

}  // namespace mingzhang::tests
