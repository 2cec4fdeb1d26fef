// SPDX-License-Identifier: Apache-2.0
// What rounding leaves over, taken by first rows: that of the loan, and after an extension the first of the rows behind it.
#include <algorithm>
#include <utility>

#include "loans/plan.h"

namespace mingzhang::loans {

std::optional<GivenRemainder> Plan::last_remainder() const {
  if (given_.empty() || given_.back().row < marks_.remainder_from) return std::nullopt;
  return given_.back();
}

/// What rows took before an extension stays with them; the rest goes to the first row behind it that repays principal.
std::vector<GivenRemainder> Plan::remainders_to_give() const {
  if (terms_.rounding.remainder != Remainder::First || terms_.repayment.recalculation != Recalculation::None) return {};
  std::vector<GivenRemainder> remainders = marks_.remainders;
  Money rest = remainder_;
  for (const GivenRemainder& before : remainders) rest -= before.amount;
  for (std::size_t k = marks_.remainder_from; k < rows_.size() && !rest.is_zero(); ++k) {
    if (rows_[k].owed.principal.fen() <= 0) continue;
    remainders.push_back({k, rest});
    break;
  }
  return remainders;
}

bool Plan::give_remainders(const std::vector<GivenRemainder>& remainders) {
  std::vector<Row> rows = rows_;
  Money given;
  std::size_t last_taker = 0;
  std::size_t next = 0;
  for (std::size_t k = 0; k + 1 < rows.size(); ++k) {
    for (; next < remainders.size() && remainders[next].row == k; ++next) {
      rows[k].owed.principal += remainders[next].amount;
      given += remainders[next].amount;
      last_taker = k;
    }
    if (rows[k].owed.principal.is_negative()) return false;
    // A loan whose balance, while it is still being paid out, is smaller than the remainder leaves it where it is.
    if (!pay_off_ && rows[k].balance < given) return false;
  }
  // A pay-off closes the rows behind it, and with them those that would have taken something; else all take or none.
  if (next < remainders.size() && !pay_off_) return false;
  // The last row gives it; after a pay-off it may have too little, and those before it give the rest.
  Money left = given;
  for (std::size_t k = rows.size() - 1; k > last_taker && !left.is_zero(); --k) {
    const Money part = std::min(left, rows[k].owed.principal);
    rows[k].owed.principal -= part;
    left -= part;
  }
  if (!left.is_zero()) return false;
  for (std::size_t k = 0; k < rows.size(); ++k) {
    if (k > 0) rows[k].opening += rows[k - 1].balance - rows_[k - 1].balance;
    rows[k].balance = rows[k].opening - rows[k].owed.principal;
    if (rows[k].balance.is_negative()) return false;
  }
  rows_ = std::move(rows);
  return true;
}

}  // namespace mingzhang::loans
