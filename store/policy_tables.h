// SPDX-License-Identifier: Apache-2.0
// The tables of policy/ as the program names them; see store/tables.h.
#pragma once

#include <array>
#include <string_view>

#include "store/tables.h"

namespace mingzhang::store {

inline constexpr auto kAdoptionColumns = std::to_array<std::string_view>(
    {"book_id", "adoption_id", "pack", "version", "digest", "from_day", "to_day", "seq"});
inline constexpr Table kAdoptionTable{"pack_adoption", kAdoptionColumns, "iititiii", 2};

/// Every table of policy/; their rows follow from the log alone.
inline constexpr auto kPolicyProjections = std::to_array<const Table*>({&kAdoptionTable});

}  // namespace mingzhang::store
