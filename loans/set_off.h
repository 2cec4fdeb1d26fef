// SPDX-License-Identifier: Apache-2.0
// Payments against the rows of a plan, in their order.
#pragma once

#include <optional>
#include <vector>

#include "loans/plan.h"
#include "loans/schedule.h"

namespace mingzhang::loans {

/// Sets off a payment: rows due by then first, each penalties, fees, interest, principal; then the row that runs, or the
/// next rows where payments change no interest. The reason where the whole debt is less than the payment.
std::optional<LoansOutcome> set_off(Plan& plan, const LoanTerms& terms, const Payment& payment, std::vector<SetOff>& done);

/// Pays everything: what is overdue, the interest of the row that runs, and all principal. What was paid in advance for
/// later rows counts for it. The reason where more than that was paid already.
std::optional<LoansOutcome> pay_off(Plan& plan, const LoanTerms& terms, const PayOff& event, std::vector<SetOff>& done);

}  // namespace mingzhang::loans
