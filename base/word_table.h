// SPDX-License-Identifier: Apache-2.0
// Enumerators with their words: an English one for records and files, a Chinese one for people.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "base/check.h"

namespace mingzhang {

template <class Enum>
struct Word {
  Enum value;
  std::string_view word;
  std::string_view chinese;
};

/// The row of an enumerator. The rows stand in the order of their enumerators, which begin at 1; a value outside the table
/// stops the program.
template <class Enum, std::size_t kSize>
const Word<Enum>& row_of(const std::array<Word<Enum>, kSize>& table, Enum value) {
  const auto index = static_cast<std::size_t>(value) - 1;
  MZ_CHECK(index < kSize && table[index].value == value);
  return table[index];
}

/// The enumerator whose word or Chinese word `text` is, exactly; nothing where none is.
/// Example: "county" and "县" are both Level::County.
template <class Enum, std::size_t kSize>
std::optional<Enum> parse_word(const std::array<Word<Enum>, kSize>& table, std::string_view text) {
  for (const Word<Enum>& row : table) {
    if (row.word == text || row.chinese == text) return row.value;
  }
  return std::nullopt;
}

}  // namespace mingzhang
