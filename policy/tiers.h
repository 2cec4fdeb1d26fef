// SPDX-License-Identifier: Apache-2.0
// Tiers of a loan's term: each reaches to a number of months, the last may reach to any.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "policy/field.h"
#include "policy/parameters.h"

namespace mingzhang::policy {

/// Longest term that a tier or a limit may name: fifty years.
inline constexpr std::int64_t kTermMonthsMax = 600;

/// A tier; it begins behind the end of the one before it.
struct Tier {
  std::string name;
  std::string title;
  std::string title_en;
  std::optional<std::int64_t> to_months;  ///< the longest term in it, that number included
};

/// `to_months`.
constexpr Field tier_end_field() {
  return {"to_months", FieldType::Integer, false, "最长期限（月），含本数；最后一档可省去",
          "the longest term in months, that number included; may be left out in the last", {}, nullptr, 1, kTermMonthsMax};
}

/// The tiers in the list `key`, with their members name, title, title_en and to_months where they have them. Reports names
/// that stand twice, ends that do not rise and an end that is left out before the last.
std::vector<Tier> read_tiers(const Parameters& parameters, std::string_view key);

/// The tier of a term. Nothing beyond the last, and for a term of no month.
/// Example: tiers to 12 and to 60 months: 12 → the first, 13 → the second, 61 → nothing.
std::optional<std::size_t> tier_of(const std::vector<Tier>& tiers, std::int64_t months);

/// "1 … 60", or "≥ 1" where the last tier has no end.
std::string range_text(const std::vector<Tier>& tiers);

}  // namespace mingzhang::policy
