// SPDX-License-Identifier: Apache-2.0
// Counts the days of publicity.
#include "suspicion/publicity.h"

#include <string>

namespace mingzhang::suspicion {

std::vector<Hit> short_publicity(std::span<const PaidList> lists, std::int64_t days) {
  std::vector<Hit> hits;
  for (const PaidList& list : lists) {
    const std::int64_t lasted = days_between(list.submitted, list.publicity_end);
    Hit hit;
    if (list.paid < list.publicity_end) {
      hit.zh = "公示期满前发放，期满日 " + to_iso(list.publicity_end);
      hit.en = "paid before the publicity ended on " + to_iso(list.publicity_end);
    } else if (lasted == 0 && days > 0) {
      hit.zh = "没有公示";
      hit.en = "no publicity";
    } else if (lasted < days) {
      hit.zh = "公示 " + std::to_string(lasted) + " 天，不足 " + std::to_string(days) + " 天";
      hit.en = std::to_string(lasted) + " days of publicity, " + std::to_string(days) + " wanted";
    } else {
      continue;
    }
    hit.items.push_back(Item{"", "", list.paid, list.amount, list.source});
    hits.push_back(std::move(hit));
  }
  return hits;
}

}  // namespace mingzhang::suspicion
