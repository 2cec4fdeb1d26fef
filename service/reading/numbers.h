// SPDX-License-Identifier: Apache-2.0
// Whole numbers that a person types.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace mingzhang::service {

/// Most days that a question may name: a hundred years.
inline constexpr std::int64_t kDaysMax = 36'525;

/// A whole number from 0 to `most`, digits only; nothing otherwise.
std::optional<std::int64_t> parse_count(std::string_view text, std::int64_t most);

}  // namespace mingzhang::service
