// SPDX-License-Identifier: Apache-2.0
// The tables of funds/ as the program names them; see store/tables.h.
#pragma once

#include <array>
#include <string_view>

#include "store/tables.h"

namespace mingzhang::store {

inline constexpr auto kIndicatorColumns = std::to_array<std::string_view>(
    {"book_id", "indicator_id", "code",     "document", "level",   "purpose",   "day",      "deadline",   "assumption", "amount",
     "allocated", "returned",   "listed",   "benefits", "carried", "recovered", "advanced", "reimbursed", "paid",       "seq"});
inline constexpr Table kIndicatorTable{"indicator", kIndicatorColumns, "iittitiitiiiiiiiiiii", 2};

inline constexpr auto kMovementColumns = std::to_array<std::string_view>(
    {"book_id", "movement_id", "code", "kind", "seq", "vouchers", "day", "indicator_id", "into_id", "allocation_id",
     "target", "list_id", "cause_id", "project", "amount", "taken_back"});
inline constexpr Table kMovementTable{"movement", kMovementColumns, "iitiiiiiiiiiitii", 2};

inline constexpr auto kPlanColumns =
    std::to_array<std::string_view>({"book_id", "plan_id", "code", "title", "place", "day", "budget", "gates",
                                     "signed_gates", "money_gate", "seq"});
inline constexpr Table kPlanTable{"project_plan", kPlanColumns, "iitttiiiiii", 2};

inline constexpr auto kGateColumns = std::to_array<std::string_view>(
    {"book_id", "plan_id", "number", "name", "signed_on", "signed_by", "evidence", "seq"});
inline constexpr Table kGateTable{"project_gate", kGateColumns, "iiititti", 3};

inline constexpr auto kTargetColumns = std::to_array<std::string_view>(
    {"book_id", "allocation_id", "number", "indicator_id", "kind", "subject", "project", "day", "amount", "returned",
     "reimbursed", "advanced", "listed"});
inline constexpr Table kTargetTable{"allocation_target", kTargetColumns, "iiiiittiiiiii", 3};

inline constexpr auto kAdvanceColumns = std::to_array<std::string_view>(
    {"book_id", "advance_id", "code", "allocation_id", "target", "indicator_id", "project", "payee", "day", "amount",
     "settled", "returned"});
inline constexpr Table kAdvanceTable{"advance", kAdvanceColumns, "iitiiittiiii", 2};

inline constexpr auto kListColumns = std::to_array<std::string_view>(
    {"book_id", "list_id", "code", "indicator_id", "allocation_id", "target", "project", "title", "day", "publicity_end",
     "digest", "row_count", "total", "submitted", "paid", "returned", "repaid", "cancelled", "is_withdrawn", "seq"});
inline constexpr Table kListTable{"disbursement_list", kListColumns, "iitiiittiitiiiiiiiii", 2};

inline constexpr auto kListRowColumns =
    std::to_array<std::string_view>({"book_id", "list_id", "number", "household", "person", "amount", "payee", "state",
                                     "changed", "paid_by", "reason"});
inline constexpr Table kListRowTable{"disbursement_row", kListRowColumns, "iiittibiiit", 3};

inline constexpr auto kBenefitColumns =
    std::to_array<std::string_view>({"book_id", "claim", "movement_id", "programme", "person", "household", "year",
                                     "day", "eligible", "amount"});
inline constexpr Table kBenefitTable{"benefit", kBenefitColumns, "ibitttiiii", 2};

inline constexpr auto kBenefitTotalColumns =
    std::to_array<std::string_view>({"book_id", "programme", "person", "year", "claimed", "paid"});
inline constexpr Table kBenefitTotalTable{"benefit_total", kBenefitTotalColumns, "ittiii", 4};

inline constexpr auto kPotDayColumns =
    std::to_array<std::string_view>({"book_id", "kind", "owner", "number", "day", "received", "used"});
inline constexpr Table kPotDayTable{"pot_day", kPotDayColumns, "iiiiiii", 5};

/// Every table of funds/; their rows follow from the log alone.
inline constexpr auto kFundsProjections = std::to_array<const Table*>(
    {&kIndicatorTable, &kMovementTable, &kPlanTable, &kGateTable, &kTargetTable, &kAdvanceTable, &kListTable,
     &kListRowTable, &kBenefitTable, &kBenefitTotalTable, &kPotDayTable});

}  // namespace mingzhang::store
