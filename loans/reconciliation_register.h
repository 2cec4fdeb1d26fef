// SPDX-License-Identifier: Apache-2.0
// The register of loans as one side of a reconciliation with a bank's file.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "loans/loans.h"
#include "loans/reconciliation.h"

namespace mingzhang::loans {

/// Places of the fields of a loan's row.
enum class RegisterField : std::uint8_t {
  Household = 0, Borrower, Status, Start, Maturity, OverdueDays, Disbursed, Balance, PrincipalPaid, InterestPaid,
};

/// In the order of `RegisterField`.
std::span<const ReconciliationField> register_fields();

/// How a loan stands, in the words that banks use; nothing where a text is none of them.
/// "normal" 正常, "overdue" 逾期, "settled" 结清, "written_off" 核销.
std::optional<std::string_view> parse_loan_status(std::string_view text);

/// What the register says of a loan at the end of `day`, steps of later days left out; nothing where nothing was paid out
/// by then.
std::optional<ReconciliationRow> register_row(const Loan& loan, Loans& loans, Date day);

/// Whether a bank need not list it any more: settled, or gone on into another loan.
bool is_over(const ReconciliationRow& row);

}  // namespace mingzhang::loans
