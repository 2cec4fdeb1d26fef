// SPDX-License-Identifier: Apache-2.0
// The tables of loans/ as the program names them; see store/tables.h.
#pragma once

#include <array>
#include <string_view>

#include "store/tables.h"

namespace mingzhang::store {

inline constexpr auto kLoanColumns = std::to_array<std::string_view>(
    {"book_id", "loan_id", "code", "household", "borrower", "bank", "product", "fund", "cover", "state", "day",
     "requested", "approved", "disbursed", "principal", "interest_accrued", "paid_principal", "paid_interest",
     "paid_penalties", "written_off", "recovered", "months", "start_day", "original_start", "maturity",
     "renewed_from", "renewals", "extensions", "misused_from", "class", "accrued_until", "accrual_due", "open_due",
     "standing_since", "contract", "seq"});
inline constexpr Table kLoanTable{"loan", kLoanColumns, "iitttttttiiiiiiiiiiiiiiiiiiiiiiiiiti", 2};

inline constexpr auto kLoanStepColumns = std::to_array<std::string_view>(
    {"book_id", "loan_id", "step_id", "code", "kind", "seq", "vouchers", "day", "amount", "principal", "interest",
     "penalties", "from_day", "to_day", "rate", "row_count", "flag", "corrected_by", "corrects"});
inline constexpr Table kLoanStepTable{"loan_step", kLoanStepColumns, "iiitiiiiiiiiiiiiiii", 3};

inline constexpr auto kLoanDayColumns = std::to_array<std::string_view>(
    {"book_id", "loan_id", "day", "principal", "open_due", "class", "renewals", "extensions", "is_written_off"});
inline constexpr Table kLoanDayTable{"loan_day", kLoanDayColumns, "iiiiiiiii", 3};

/// Every table of loans/; their rows follow from the log alone.
inline constexpr auto kLoansProjections =
    std::to_array<const Table*>({&kLoanTable, &kLoanStepTable, &kLoanDayTable});

}  // namespace mingzhang::store
