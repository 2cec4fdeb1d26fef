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
     "reason"});
inline constexpr Table kGuaranteeMovementTable{"guarantee_movement", kGuaranteeMovementColumns, "iitiiiiiitttt", 2};

/// Every table of guarantee/; their rows follow from the log alone.
inline constexpr auto kGuaranteeProjections =
    std::to_array<const Table*>({&kGuaranteePoolTable, &kGuaranteeMovementTable});

}  // namespace mingzhang::store
