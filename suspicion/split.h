// SPDX-License-Identifier: Apache-2.0
// Amounts that are each below the approval limit and together above it (化整为零).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "suspicion/hit.h"

namespace mingzhang::suspicion {

/// One amount that somebody approved: an allocation to a target, a report of spending, an advance, a list.
struct Spending {
  std::string kind;     ///< e.g. "拨付 allocation"; amounts of different kinds are stages of the same money, never added
  std::string target;   ///< code of who got or reported it; may be empty
  std::string project;  ///< code; may be empty
  std::string payee;    ///< code; may be empty
  Date date;
  Money amount;
  Source source;
  Money approved = {};  ///< what was approved as a whole, where this is a part of it; zero: the amount itself
};

struct SplitRule {
  Money limit;
  std::int64_t days = 30;  ///< from the first to the last amount that count together
};

/// Runs of one kind for the same target, project or payee: at least two amounts, each approved below the limit, that reach it
/// within the days. Runs that share an amount are one hit; the same amounts are reported once.
/// Example: limit 100.00, 30 days: 60.00 on 1 March and 50.00 on 20 March → a hit of 110.00; 50.00 on 2 April → none.
std::vector<Hit> split_amounts(const std::vector<Spending>& spendings, const SplitRule& rule);

}  // namespace mingzhang::suspicion
