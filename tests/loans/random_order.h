// SPDX-License-Identifier: Apache-2.0
// Tables of payments as terms may have them, at random.
#pragma once

#include <algorithm>
#include <random>

#include "loans/terms.h"

namespace mingzhang::tests {

/// A table that `policy` allows: any by part; by row the ages together. Where payments change interest the lines in
/// advance stay, and it is by row and past due first where overdue interest runs within the current row.
inline loans::AllocationOrder random_order(std::mt19937_64& random, const loans::RepaymentPolicy& policy) {
  loans::AllocationOrder order;
  const bool recalculates = policy.recalculation != loans::Recalculation::None;
  const bool is_past_first = recalculates && policy.overdue == loans::OverdueInterest::CurrentRow;
  const auto begin = order.steps.begin();
  const auto end = recalculates ? begin + 8 : order.steps.end();
  order.by = is_past_first || random() % 2 == 0 ? loans::AllocationBy::Row : loans::AllocationBy::Part;
  if (!recalculates && random() % 2 == 0) order.advance = loans::AdvanceRows::Last;
  if (order.by == loans::AllocationBy::Part) {
    std::shuffle(begin, end, random);
    return order;
  }
  for (auto from = begin; from != end; from += 4) std::shuffle(from, from + 4, random);
  if (is_past_first) return order;
  if (random() % 2 == 0) std::rotate(begin, begin + 4, end);
  if (random() % 2 == 0) std::swap_ranges(begin, begin + 4, begin + 4);
  return order;
}

}  // namespace mingzhang::tests
