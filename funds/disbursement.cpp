// SPDX-License-Identifier: Apache-2.0
// The sum that belongs to each state.
#include "funds/disbursement.h"

#include "base/check.h"

namespace mingzhang::funds {

Money& DisbursementList::sum_of(RowState state) {
  switch (state) {
    case RowState::Submitted: return submitted;
    case RowState::Paid: return paid;
    case RowState::Returned: return returned;
    case RowState::Repaid: return repaid;
    case RowState::Cancelled: return cancelled;
  }
  check_failed("a row without a state", __FILE__, __LINE__);
}

}  // namespace mingzhang::funds
