// SPDX-License-Identifier: Apache-2.0
// Sums over many accounts, and a balance as people say it: an amount and its side.
#pragma once

#include <cstdint>

#include "ledger/account.h"
#include "ledger/balances.h"

namespace mingzhang::reports {

/// Debits and credits of many rows in fen. A sum may exceed Money's range; beyond int64 (nine thousand times that
/// range) the program stops.
struct Sums {
  std::int64_t debit = 0;
  std::int64_t credit = 0;

  Sums() = default;
  Sums(std::int64_t debit_fen, std::int64_t credit_fen) : debit(debit_fen), credit(credit_fen) {}
  explicit Sums(const ledger::Totals& totals) : Sums(totals.debit.fen(), totals.credit.fen()) {}

  void add(const Sums& other);
  /// The same amount on the side of the line.
  void add(ledger::Side side, Money amount);
  bool is_zero() const { return debit == 0 && credit == 0; }
};

Sums operator+(Sums a, const Sums& b);

/// A balance: never negative, with the side on which it stands.
struct SidedBalance {
  ledger::Side side;
  std::int64_t fen;
};

/// Zero stands on the normal side. Example: debit 3.00, credit 5.00 → credit 2.00.
SidedBalance balance_of(const Sums& sums, ledger::Side normal_side);

}  // namespace mingzhang::reports
