// SPDX-License-Identifier: Apache-2.0
// How payments act and what late ones cost, as people write it in a loan document.
#pragma once

#include "loans/terms.h"
#include "service/lending/member_reader.h"

namespace mingzhang::service {

/// Reads `repayment`. A table that does not have its twelve lines is left so that the checks of terms refuse it.
void read_repayment(const LoanReader& reader, loans::RepaymentPolicy& policy);

/// Reads `late_fee`.
void read_late_fee(LoanReader reader, loans::LateFeeTerms& fee);

}  // namespace mingzhang::service
