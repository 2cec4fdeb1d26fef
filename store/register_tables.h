// SPDX-License-Identifier: Apache-2.0
// The tables of the register as the program names them; see store/tables.h.
#pragma once

#include <array>
#include <string_view>

#include "store/tables.h"

namespace mingzhang::store {

inline constexpr auto kDivisionColumns = std::to_array<std::string_view>(
    {"book_id", "code", "name", "level", "parent", "from_day", "to_day", "merged_into", "seq"});
inline constexpr Table kDivisionTable{"division", kDivisionColumns, "ittitiiti", 2};

inline constexpr auto kSpellColumns = std::to_array<std::string_view>(
    {"book_id", "household", "from_day", "to_day", "division", "class", "status", "status_reason", "causes",
     "responsible_person", "responsible_unit", "persons", "seq"});
// to_day is no part of the key.
inline constexpr Table kSpellTable{"household_spell", kSpellColumns, "itiittittttii", 3};

inline constexpr auto kStayColumns =
    std::to_array<std::string_view>({"book_id", "household", "person", "from_day", "to_day", "relation", "is_head",
                                     "reason_in", "reason_out", "seq"});
inline constexpr Table kStayTable{"member_stay", kStayColumns, "ittiititti", 4};

inline constexpr auto kPersonColumns = std::to_array<std::string_view>(
    {"book_id", "code", "digest", "household", "since_day", "until_day", "seq"});
inline constexpr Table kPersonTable{"person", kPersonColumns, "itbtiii", 2};

inline constexpr auto kStepColumns =
    std::to_array<std::string_view>({"book_id", "household", "procedure_code", "run", "position", "name", "wait_days",
                                     "state", "day", "evidence", "seq"});
inline constexpr Table kStepTable{"procedure_step", kStepColumns, "ittiitiiiti", 5};

inline constexpr auto kScoreColumns = std::to_array<std::string_view>(
    {"book_id", "household", "rule_code", "day", "score_hundredths", "band", "evidence", "seq"});
inline constexpr Table kScoreTable{"household_score", kScoreColumns, "ittiitti", 4};

inline constexpr auto kItemColumns = std::to_array<std::string_view>(
    {"book_id", "household", "checklist", "day", "item", "answer", "evidence", "seq"});
inline constexpr Table kItemTable{"checklist_item", kItemColumns, "ittititi", 5};

inline constexpr auto kErasureColumns =
    std::to_array<std::string_view>({"book_id", "person", "day", "reason", "seq"});
inline constexpr Table kErasureTable{"erasure", kErasureColumns, "ititi", 2};

/// Not a projection.
inline constexpr auto kPersonalColumns =
    std::to_array<std::string_view>({"book_id", "person", "version", "is_erased", "id_bucket", "card_bucket", "salt",
                                     "name", "id_number", "card", "phone", "note"});
inline constexpr Table kPersonalTable{"personal", kPersonalColumns, "itiiiibttttt", 3};

/// Every table of the register whose rows follow from the log alone.
inline constexpr auto kRegisterProjections =
    std::to_array<const Table*>({&kDivisionTable, &kSpellTable, &kStayTable, &kPersonTable, &kStepTable, &kScoreTable,
                                 &kItemTable, &kErasureTable});

}  // namespace mingzhang::store
