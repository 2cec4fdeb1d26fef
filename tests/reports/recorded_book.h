// SPDX-License-Identifier: Apache-2.0
// A book in memory with the records of its vouchers, for tests of reports; everything in it is synthetic.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/book.h"
#include "ledger/command.h"
#include "reports/voucher_reader.h"
#include "tests/support/memory_ledger_store.h"

namespace mingzhang::tests {

/// Requires a real day, "2016-10-14".
Date day(std::string_view iso);
/// Requires a real month, "2016-10".
Month month(std::string_view iso);

/// "F1 P1 H1": the words are fund, project and subject; "-" or missing: none.
ledger::Line debit(std::string account, std::string_view yuan, std::string_view names = {});
ledger::Line credit(std::string account, std::string_view yuan, std::string_view names = {});

/// Keeps the vouchers that a record log would.
class MemoryVoucherReader final : public reports::VoucherReader {
 public:
  std::optional<reports::RecordedVoucher> voucher_of(std::int64_t seq) override;
  std::map<std::int64_t, reports::RecordedVoucher> vouchers;
};

/// Starts in January 2016. Every command is checked before it is applied; a refusal fails the test.
class RecordedBook {
 public:
  RecordedBook();

  ledger::LedgerStore& store() { return store_; }
  MemoryVoucherReader& reader() { return reader_; }

  void run(const ledger::Command& command);
  void add_account(std::string code, std::string name, ledger::AccountClass account_class, std::string parent = {},
                   bool never_negative = false);
  void add_fund(std::string code, std::string name, std::string document, bool is_assumption);
  void add_project(std::string code, std::string name);
  /// A 记 voucher; returns its record.
  std::int64_t post(std::string_view date, std::string summary, std::vector<ledger::Line> lines);
  std::int64_t post(const ledger::VoucherRequest& request);
  /// Posts the carry-forward of the year.
  void carry_forward(int year);

  ledger::AccountId account(std::string_view code) { return store_.account(code).value().id; }
  ledger::FundId fund(std::string_view code) { return store_.fund(code).value().id; }

 private:
  MemoryLedgerStore store_;
  ledger::Book book_;
  MemoryVoucherReader reader_;
  std::int64_t next_seq_ = 1;
};

/// January to March 2016 of a synthetic county: funds F1 and F2 (assumed), projects P1 and P2, households H1 and H2.
/// The vouchers are listed in the source, with the sums that the tests expect.
class CountyBook : public RecordedBook {
 public:
  CountyBook();
};

}  // namespace mingzhang::tests
