// SPDX-License-Identifier: Apache-2.0
// The tables of guarantee/ as the program names them; see store/tables.h.
#pragma once

#include <array>
#include <string_view>

#include "store/tables.h"

namespace mingzhang::store {

inline constexpr auto kGuaranteePoolColumns = std::to_array<std::string_view>(
    {"book_id", "pool_id", "code", "name", "bank", "place", "multiple", "npl_tolerance", "alert_percent", "bank_account",
     "deposit_account", "receivable_account", "deposit", "exposure", "balance", "bad", "stop_reason", "day", "seq"});
inline constexpr Table kGuaranteePoolTable{"guarantee_pool", kGuaranteePoolColumns, "iittttiiitttiiiitii", 2};

inline constexpr auto kGuaranteeMovementColumns = std::to_array<std::string_view>(
    {"book_id", "movement_id", "code", "kind", "seq", "vouchers", "day", "pool_id", "amount", "fund", "document", "party",
     "reason", "risk_fund_id", "claim_id", "contributor", "loan", "own"});
inline constexpr Table kGuaranteeMovementTable{"guarantee_movement", kGuaranteeMovementColumns, "iitiiiiiittttiiiti", 2};

inline constexpr auto kRiskFundColumns = std::to_array<std::string_view>(
    {"book_id", "risk_fund_id", "code", "name", "place", "target", "government_weight", "institution_weight",
     "province_weight", "local_weight", "fund_loss_weight", "bank_loss_weight", "covers_interest", "overdue_days",
     "bank_account", "province_account", "local_account", "institution_account", "receivable_account", "loss_account",
     "regained_account", "province", "local", "institution", "paid", "recovered", "written_off", "day", "seq"});
inline constexpr Table kRiskFundTable{"risk_fund", kRiskFundColumns, "iitttiiiiiiiiitttttttiiiiiiii", 2};

inline constexpr auto kRiskClaimColumns = std::to_array<std::string_view>(
    {"book_id", "claim_id", "code", "risk_fund_id", "bank", "day", "state", "row_count", "loss", "paid", "seq"});
inline constexpr Table kRiskClaimTable{"risk_claim", kRiskClaimColumns, "iititiiiiii", 2};

inline constexpr auto kRiskClaimRowColumns = std::to_array<std::string_view>(
    {"book_id", "claim_id", "row_number", "loan", "principal", "interest", "days_overdue", "evidence", "is_disputed",
     "reason", "fund_part", "bank_part", "fund_recovered", "bank_recovered", "written_off"});
inline constexpr Table kRiskClaimRowTable{"risk_claim_row", kRiskClaimRowColumns, "iiitiiititiiiii", 3};

/// Every table of guarantee/; their rows follow from the log alone.
inline constexpr auto kGuaranteeProjections =
    std::to_array<const Table*>({&kGuaranteePoolTable, &kGuaranteeMovementTable, &kRiskFundTable, &kRiskClaimTable,
                                 &kRiskClaimRowTable});

}  // namespace mingzhang::store
