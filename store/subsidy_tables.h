// SPDX-License-Identifier: Apache-2.0
// The tables of the interest subsidy as the program names them; see store/tables.h.
#pragma once

#include <array>
#include <string_view>

#include "store/tables.h"

namespace mingzhang::store {

inline constexpr auto kSubsidyClaimColumns = std::to_array<std::string_view>(
    {"book_id", "claim_id", "code", "bank", "mode", "day", "from_day", "to_day", "payers", "first_row", "row_count",
     "interest", "subsidy", "paid", "back", "accounts", "seq"});
inline constexpr Table kSubsidyClaimTable{"subsidy_claim", kSubsidyClaimColumns, "iittiiiitiiiiiiti", 2};

inline constexpr auto kSubsidyRowColumns = std::to_array<std::string_view>(
    {"book_id", "row_id", "claim_id", "number", "loan_id", "from_day", "to_day", "principal", "interest", "subsidised",
     "subsidy", "state", "reason", "paid_on", "back"});
inline constexpr Table kSubsidyRowTable{"subsidy_row", kSubsidyRowColumns, "iiiiiiiiiiiitii", 2};

/// Both tables; their rows follow from the log alone.
inline constexpr auto kSubsidyProjections = std::to_array<const Table*>({&kSubsidyClaimTable, &kSubsidyRowTable});

}  // namespace mingzhang::store
