// SPDX-License-Identifier: Apache-2.0
// The tables of audit/ beside the log, as the program names them; see store/tables.h.
#pragma once

#include <array>
#include <string_view>

#include "store/tables.h"

namespace mingzhang::store {

inline constexpr auto kLogKeyColumns =
    std::to_array<std::string_view>({"book_id", "log_key_id", "suite", "vkey", "seq", "end_seq"});
inline constexpr Table kLogKeyTable{"log_key", kLogKeyColumns, "iiitii", 2};

inline constexpr auto kLogCheckpointColumns = std::to_array<std::string_view>({"book_id", "suite", "size", "note"});
/// Not a projection: signatures cannot be computed again.
inline constexpr Table kLogCheckpointTable{"log_checkpoint", kLogCheckpointColumns, "iiit", 3};

/// Every table of audit/ whose rows follow from the log alone.
inline constexpr auto kSealProjections = std::to_array<const Table*>({&kLogKeyTable});

}  // namespace mingzhang::store
