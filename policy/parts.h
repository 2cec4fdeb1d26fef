// SPDX-License-Identifier: Apache-2.0
// Named parts with weights, parts within parts: who pays or receives how much of an amount.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/money.h"
#include "policy/field.h"
#include "policy/parameters.h"

namespace mingzhang::policy {

/// A part of a whole. Its share is its weight over the sum of the weights beside it.
struct Part {
  std::string name;
  std::int64_t weight = 0;
  std::vector<Part> parts;  ///< what the part is split into; may be empty
};

/// Levels of parts within parts.
inline constexpr int kPartLevels = 3;

/// name, weight, parts, title_en.
std::span<const Field> part_fields();

/// The parts in the list `key`. Reports names that stand twice, weights that are all zero, and too many levels.
std::vector<Part> read_parts(const Parameters& parameters, std::string_view key);

/// `amount` split by the parts: largest remainder, ties to the earlier part, every level sums to its whole.
/// [{"amount":"70.01","name":"…","parts":[…]},…]. Example: 0.02 by 7:3 → 0.01 and 0.01.
JsonValue split_json(Money amount, const std::vector<Part>& parts);
/// "0.02 按 7:3 分为 甲 0.01、乙 0.01", and the same for each level.
std::string split_formula(Money amount, const std::vector<Part>& parts);

/// The rounding of every split, as explanations name it.
inline constexpr const char* kLargestRemainder = "largest_remainder 最大余数法，余数相同先给前者";

}  // namespace mingzhang::policy
