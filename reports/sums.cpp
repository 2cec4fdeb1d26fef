// SPDX-License-Identifier: Apache-2.0
// Adding with a guard against overflow.
#include "reports/sums.h"

#include "base/check.h"

namespace mingzhang::reports {

void Sums::add(const Sums& other) {
  MZ_CHECK(!__builtin_add_overflow(debit, other.debit, &debit));
  MZ_CHECK(!__builtin_add_overflow(credit, other.credit, &credit));
}

void Sums::add(ledger::Side side, Money amount) {
  add(side == ledger::Side::Debit ? Sums(amount.fen(), 0) : Sums(0, amount.fen()));
}

Sums operator+(Sums a, const Sums& b) {
  a.add(b);
  return a;
}

SidedBalance balance_of(const Sums& sums, ledger::Side normal_side) {
  if (sums.debit == sums.credit) return SidedBalance{normal_side, 0};
  if (sums.debit > sums.credit) return SidedBalance{ledger::Side::Debit, sums.debit - sums.credit};
  return SidedBalance{ledger::Side::Credit, sums.credit - sums.debit};
}

}  // namespace mingzhang::reports
