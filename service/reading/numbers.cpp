// SPDX-License-Identifier: Apache-2.0
// Reads digits.
#include "service/reading/numbers.h"

namespace mingzhang::service {

std::optional<std::int64_t> parse_count(std::string_view text, std::int64_t most) {
  if (text.empty()) return std::nullopt;
  std::int64_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
    if (number > most) return std::nullopt;
  }
  return number;
}

}  // namespace mingzhang::service
