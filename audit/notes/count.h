// SPDX-License-Identifier: Apache-2.0
// Sizes and indexes as texts.
#pragma once

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

#include "audit/frontier.h"
#include "base/text.h"

namespace mingzhang::audit {

/// A decimal number from 0 to `kMaximumLeaves` in its one form: no sign, no leading zero, nothing around it.
inline std::optional<std::int64_t> parse_count(std::string_view text) {
  if (text.empty() || (text.size() > 1 && text[0] == '0') || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  std::int64_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || end != text.data() + text.size() || count > kMaximumLeaves) return std::nullopt;
  return count;
}

}  // namespace mingzhang::audit
