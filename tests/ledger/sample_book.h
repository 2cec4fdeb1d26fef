// SPDX-License-Identifier: Apache-2.0
// A small open book above rows in memory, with its naive twin beside it; everything in it is synthetic.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/book.h"
#include "ledger/command.h"
#include "tests/ledger/naive_book.h"
#include "tests/support/memory_ledger_store.h"

namespace mingzhang::tests {

/// Requires a real day, "2016-10-14".
Date day(std::string_view iso);
/// Requires a real month, "2016-10".
Month month(std::string_view iso);

/// A line in fen; `fund` empty: none.
ledger::Line debit(std::string account, std::int64_t fen, std::string fund);
ledger::Line credit(std::string account, std::int64_t fen, std::string fund);
/// A 记 voucher on this day.
ledger::VoucherRequest voucher(std::string_view iso, std::vector<ledger::Line> lines);
/// `fen` from account `from` to account `to` (debit) within one fund.
ledger::VoucherRequest transfer(std::string_view iso, std::string to, std::string from, std::int64_t fen,
                                std::string fund);

/// The name of the first problem, or "Ok".
std::string first_of(const std::vector<Problem>& problems);

/// The first line in which two dumps differ, "" where they are equal.
std::string first_difference(const std::vector<std::string>& wanted, const std::vector<std::string>& got);

/// The head row of the sample book before its first record.
ledger::BookHead sample_head();

/// Starts in 2016-01 with funds F1 F2, projects P1 P2 and the accounts
/// 1002 bank (never negative), 1011 transit, 12 with child 1201, 2001 payable, 3001 net assets, 4001 income,
/// 5001 expense, 6001 budget income, 7201 budget expense, 8001 budget balance.
class SampleBook {
 public:
  SampleBook();

  ledger::Book& book() { return *book_; }
  MemoryLedgerStore& store() { return store_; }
  const NaiveBook& naive() const { return naive_; }
  /// Everything that was done, in order: what the log would hold.
  const std::vector<ledger::Event>& events() const { return events_; }

  /// What the write path would answer: the problems of the request, or if there are none those of the book.
  std::vector<Problem> problems(const ledger::Command& command);
  /// Does what must be allowed (checked) and returns the number of the voucher, 0 for other commands.
  std::int64_t run(const ledger::Command& command);
  /// Shorthand for the name of the first problem.
  std::string answer(const ledger::Command& command) { return first_of(problems(command)); }

  void change_account(std::string code, ledger::AccountAction action);
  void change_period(std::string_view iso, ledger::PeriodAction action);

  /// Writes everything that is pending.
  void flush();
  /// A fresh book object over the rows that were flushed.
  void reopen();
  /// Flushes and says where the stored rows differ from what the naive twin wants; "" where nowhere.
  std::string difference();

  /// Everything after `mark` is forgotten by `undo`, by the twin too.
  void mark();
  void undo();

  Date today;  ///< bounds dates ahead and closes; 2017-12-31 at first

 private:
  MemoryLedgerStore store_;
  std::unique_ptr<ledger::Book> book_;
  NaiveBook naive_;
  ledger::Book::Mark mark_{};
  std::vector<NaiveBook> naive_mark_;
  std::vector<ledger::Event> events_;
};

}  // namespace mingzhang::tests
