// SPDX-License-Identifier: Apache-2.0
// What is asked of every table of refusals, and the enumerators as their header declares them.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/outcome.h"

namespace mingzhang::tests {

/// The names of the table in its order.
std::vector<std::string> names_of(std::span<const OutcomeInfo> table);

/// The same names and numbers, in the same order, as `enum class name` in `header` (a path from the root) but without
/// Ok; codes are `prefix` and the number; every sentence is there in both languages.
void check_descriptions(std::span<const OutcomeInfo> table, std::string_view header, std::string_view name,
                        std::string_view prefix);

}  // namespace mingzhang::tests
