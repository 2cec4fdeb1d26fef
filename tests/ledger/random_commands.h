// SPDX-License-Identifier: Apache-2.0
// Random commands, good and bad, on the sample book.
#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "tests/ledger/sample_book.h"

namespace mingzhang::tests {

/// A stream of commands that depends on its seed and on the answers of the naive twin only.
class RandomCommands {
 public:
  explicit RandomCommands(std::uint64_t seed) : random_(seed) {}

  ledger::Command next(const NaiveBook& naive);
  /// 0 ≤ result < bound.
  std::int64_t below(std::int64_t bound);
  bool one_in(std::int64_t count) { return below(count) == 0; }

 private:
  ledger::VoucherRequest next_voucher(const NaiveBook& naive);
  ledger::VoucherRequest next_reversal(const NaiveBook& naive);
  ledger::AddAccount next_account(const NaiveBook& naive);
  ledger::ChangeAccount next_change(const NaiveBook& naive);
  ledger::ChangePeriod next_period();
  void add_pair(const NaiveBook& naive, ledger::VoucherRequest& request);
  void spoil(ledger::VoucherRequest& request);
  std::string any_account(const NaiveBook& naive);
  Date any_date();
  Month any_month();

  std::mt19937_64 random_;
  int next_code_ = 0;
};

}  // namespace mingzhang::tests
