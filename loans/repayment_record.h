// SPDX-License-Identifier: Apache-2.0
// How payments act and what late ones cost, as members of a contract's record.
#pragma once

#include "base/json.h"
#include "base/members.h"
#include "loans/terms.h"

namespace mingzhang::loans {

/// Members of the object that is being written; what is usual is left out, a table of payments as well.
void write_repayment(JsonWriter& writer, const RepaymentPolicy& policy);
void read_repayment(Members& members, RepaymentPolicy& policy);

/// The same for late fees; nothing is written where there are none.
void write_late_fee(JsonWriter& writer, const LateFeeTerms& fee);
void read_late_fee(Members& members, LateFeeTerms& fee);

}  // namespace mingzhang::loans
