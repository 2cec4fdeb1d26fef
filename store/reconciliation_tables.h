// SPDX-License-Identifier: Apache-2.0
// The tables of recorded reconciliations as the program names them; see store/tables.h.
#pragma once

#include <array>
#include <string_view>

#include "store/tables.h"

namespace mingzhang::store {

inline constexpr auto kReconciliationColumns = std::to_array<std::string_view>(
    {"book_id", "reconciliation_id", "code", "subject", "about", "day", "sha256", "tolerance", "rows_here", "rows_there",
     "first_item", "item_count", "resolved", "accepted", "replaces", "replaced_by", "here_unit", "here_capacity",
     "here_document", "here_day", "there_unit", "there_capacity", "there_document", "there_day", "seq"});
inline constexpr Table kReconciliationTable{"reconciliation", kReconciliationColumns, "iitititiiiiiiiiitttitttii", 2};

inline constexpr auto kReconciliationItemColumns = std::to_array<std::string_view>(
    {"book_id", "item_id", "reconciliation_id", "number", "item_key", "kind", "field", "here", "there", "file_row", "state",
     "assigned_to", "note", "source", "changed_on"});
inline constexpr Table kReconciliationItemTable{"reconciliation_item", kReconciliationItemColumns, "iiiititttiittti", 2};

/// Both tables; their rows follow from the log alone.
inline constexpr auto kReconciliationProjections =
    std::to_array<const Table*>({&kReconciliationTable, &kReconciliationItemTable});

}  // namespace mingzhang::store
