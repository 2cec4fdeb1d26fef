// SPDX-License-Identifier: Apache-2.0
// Compares days.
#include "suspicion/idle.h"

#include <algorithm>

namespace mingzhang::suspicion {

std::vector<Hit> long_idle(std::vector<IdleSum> sums, std::int64_t limit) {
  std::stable_sort(sums.begin(), sums.end(), [](const IdleSum& a, const IdleSum& b) { return a.days > b.days; });
  std::vector<Hit> hits;
  for (const IdleSum& sum : sums) {
    if (sum.days <= limit) break;
    Hit hit;
    hit.zh = sum.where + " 自 " + to_iso(sum.since) + " 闲置 " + std::to_string(sum.days) + " 天";
    hit.en = "idle for " + std::to_string(sum.days) + " days";
    hit.items.push_back(Item{"", "", sum.since, sum.amount, sum.source});
    hits.push_back(std::move(hit));
  }
  return hits;
}

}  // namespace mingzhang::suspicion
