// SPDX-License-Identifier: Apache-2.0
// What a loan's rows say.
#include "loans/loan.h"

#include <algorithm>

namespace mingzhang::loans {

Money Loan::exposure() const {
  switch (state) {
    case LoanState::Approved:
    case LoanState::Signed:
      return approved;
    case LoanState::Active:
      return principal + (approved - disbursed);
    default:
      return Money();
  }
}

std::int64_t LoanDay::days_overdue(Date asked) const { return std::max<std::int64_t>(0, days_between(open_due, asked)); }

}  // namespace mingzhang::loans
