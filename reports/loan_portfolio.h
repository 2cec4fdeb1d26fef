// SPDX-License-Identifier: Apache-2.0
// The loans of a book as of any past day: balances by class, and the ratios by which a portfolio is judged.
#pragma once

#include "base/date.h"
#include "loans/loans_store.h"
#include "reports/table.h"

namespace mingzhang::reports {

/// One row per class with loans, principal and the part that is overdue; as facts with their formulas:
/// - `npl_percent` 不良率: balance of loans in 次级, 可疑, 损失 ÷ balance of all;
/// - `par30_percent`: balance of loans more than 30 days overdue ÷ balance of all;
/// - `renewed_percent`, `extended_percent`: balance of loans that were renewed (续贷) or extended (展期) ÷ balance of all.
/// Percent with two digits, half up. What was true on the day as it is known now; loans written off by then are left out.
/// Example: 300.00 of 20,000.00 in 可疑 → npl 1.50.
Table loan_portfolio(loans::LoansStore& store, Date date);

}  // namespace mingzhang::reports
