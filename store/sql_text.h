// SPDX-License-Identifier: Apache-2.0
// What a walk over SQL text must know: where quotes and comments end, and what belongs to a word.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace mingzhang::store {

/// Where the comment or the quoted text that starts at `at` ends; `at` itself where neither starts.
/// Example: end_of_quiet("a 'b' c", 2) is 5.
inline std::size_t end_of_quiet(std::string_view sql, std::size_t at) {
  if (sql.substr(at, 2) == "--") return std::min(sql.find('\n', at), sql.size());
  if (sql[at] != '\'' && sql[at] != '"') return at;
  const std::size_t close = sql.find(sql[at], at + 1);
  return close == std::string_view::npos ? sql.size() : close + 1;
}

inline bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

}  // namespace mingzhang::store
