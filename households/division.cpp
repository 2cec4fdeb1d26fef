// SPDX-License-Identifier: Apache-2.0
// The words of levels.
#include "households/division.h"

#include <array>

#include "base/check.h"

namespace mingzhang::households {
namespace {

struct LevelWords {
  DivisionLevel level;
  std::string_view word;
  std::string_view chinese;
};

constexpr std::array kLevels{
    LevelWords{DivisionLevel::County, "county", "县"},
    LevelWords{DivisionLevel::Township, "township", "乡镇"},
    LevelWords{DivisionLevel::Village, "village", "村"},
    LevelWords{DivisionLevel::Group, "group", "组"},
};

const LevelWords& words_of(DivisionLevel level) {
  const auto index = static_cast<std::size_t>(level) - 1;
  MZ_CHECK(index < kLevels.size());
  MZ_CHECK(kLevels[index].level == level);
  return kLevels[index];
}

}  // namespace

Date open_end() { return *Date::from_civil(2999, 12, 31); }

std::string_view word_of(DivisionLevel level) { return words_of(level).word; }
std::string_view chinese_of(DivisionLevel level) { return words_of(level).chinese; }

std::optional<DivisionLevel> parse_division_level(std::string_view word) {
  for (const LevelWords& words : kLevels) {
    if (words.word == word || words.chinese == word) return words.level;
  }
  return std::nullopt;
}

}  // namespace mingzhang::households
