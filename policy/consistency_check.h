// SPDX-License-Identifier: Apache-2.0
// Figures of a document held against each other: sums, ratios, growth, shares, denominators.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "policy/decimal.h"
#include "policy/kind.h"

namespace mingzhang::policy {

/// A number that a document states, or that is asked for where it states none.
struct FigureOf {
  std::string name;
  std::string title;
  std::string title_en;
  std::optional<Decimal> value;
  std::string unit;  ///< "万人"
};

/// A unit apart into its multiple of ten thousand or a hundred million and what is counted: 万人 → 10,000 and 人.
struct UnitOf {
  std::int64_t factor = 1;
  std::string base;
};
UnitOf unit_of(std::string_view unit);

/// What a check compares or computes, by the names of figures; a name after "-" is subtracted.
struct Check {
  std::string kind;  ///< sum, difference, equal, not_more_than, ratio, growth, cumulative, share, denominator
  std::map<std::string, std::vector<std::string>, std::less<>> names;  ///< by parameter, e.g. "terms"
  std::string implied;              ///< cumulative: what the step between the last term and the total is called
  std::optional<Decimal> percent;   ///< growth: what the document prints
  int places = 2;
  Rounding rounding = Rounding::HalfUp;

  /// True where something is divided.
  bool rounds() const;
};

/// What came out.
struct Checked {
  JsonMembers result;
  bool is_consistent = true;
  std::string formula;
};

/// The figures with the numbers that are to be used.
using FigureValues = std::span<const std::pair<FigureOf, Decimal>>;

/// Computes exactly. Nothing, with the name of the figure in `zero`, where it would divide by zero or less.
std::optional<Checked> run_check(const Check& check, FigureValues figures, std::string& zero);

/// Most figures that one check may name.
inline constexpr std::size_t kFiguresMax = 100;

}  // namespace mingzhang::policy
