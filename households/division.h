// SPDX-License-Identifier: Apache-2.0
// Administrative divisions (行政区划) with the days on which they hold, and what became of those that were merged.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace mingzhang::households {

/// The day on which things end that have no end: 2999-12-31, the last day of the calendar.
Date open_end();

/// From the county down; a division's parent stands exactly one level above it.
enum class DivisionLevel : std::uint8_t { County = 1, Township = 2, Village = 3, Group = 4 };

/// "county", "township", "village", "group": the word in records and files.
std::string_view word_of(DivisionLevel level);
/// 县, 乡镇, 村, 组.
std::string_view chinese_of(DivisionLevel level);
/// Reads the words and the Chinese.
std::optional<DivisionLevel> parse_division_level(std::string_view word);

/// One division as it is known now.
struct Division {
  std::string code;
  std::string name;
  DivisionLevel level = DivisionLevel::County;
  std::string parent;       ///< code; empty for a county
  Date from;                ///< in force in [from, to)
  Date to;                  ///< `open_end()` where no end is known
  std::string merged_into;  ///< code of the division that holds from `to` on; may be empty
  std::int64_t seq = 0;     ///< the newest record that changed this row

  bool is_in_force(Date date) const { return from <= date && date < to; }
};

}  // namespace mingzhang::households
