// SPDX-License-Identifier: Apache-2.0
// Payments against the rows of a plan, in the order of their table.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "loans/plan.h"
#include "loans/schedule.h"

namespace mingzhang::loans {

/// What a row still asks for.
struct OpenRow {
  std::size_t row = 0;
  Age age = Age::PastDue;
  Parts open;
};

/// What of `left` meets each of `rows`, which stand in the order of their due days; `left` keeps the rest.
std::vector<Parts> allocate(const AllocationOrder& order, std::span<const OpenRow> rows, Money& left);

/// Sets off a payment by the table of the terms, or by that for long overdue loans: what is past due, what is due, then the
/// row that runs, or rows in advance where payments change no interest. The reason where the whole debt is less than the
/// payment.
std::optional<LoansOutcome> set_off(Plan& plan, const LoanTerms& terms, const Payment& payment, std::vector<SetOff>& done);

/// Pays everything: what is overdue, the interest of the row that runs, and all principal. What was paid in advance for
/// later rows counts for it. The reason where more than that was paid already.
std::optional<LoansOutcome> pay_off(Plan& plan, const LoanTerms& terms, const PayOff& event, std::vector<SetOff>& done);

}  // namespace mingzhang::loans
