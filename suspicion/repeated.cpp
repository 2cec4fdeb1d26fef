// SPDX-License-Identifier: Apache-2.0
// Looks for what was seen before.
#include "suspicion/repeated.h"

#include <algorithm>
#include <set>
#include <utility>

namespace mingzhang::suspicion {

void RepeatedClaims::see(const Claim& claim) {
  constexpr std::int64_t kFenPerYuan = 100;
  if (claim.eligible.fen() % kFenPerYuan == 0) return;
  std::string key(claim.programme);
  key += '\n';
  key += claim.person;
  key += '\n';
  key += std::to_string(claim.eligible.fen());
  claims_[key].push_back(Seen{claim.year, item_of(claim.payment)});
}

std::vector<Hit> RepeatedClaims::hits() const {
  std::map<std::string, Hit> hits;
  for (const auto& [key, seen] : claims_) {
    std::set<std::int64_t> years;
    for (const Seen& one : seen) years.insert(one.year);
    if (years.size() < 2) continue;
    Hit hit;
    const std::string cost = to_yuan(Money::from_fen(std::stoll(key.substr(key.rfind('\n') + 1))));
    std::string texts;
    for (const std::int64_t year : years) texts += (texts.empty() ? "" : "、") + std::to_string(year);
    hit.zh = "费用 " + cost + " 在 " + texts + " 年度各申领一次";
    hit.en = "the cost of " + cost + " was claimed for " + std::to_string(years.size()) + " years";
    for (const Seen& one : seen) hit.items.push_back(one.item);
    std::sort(hit.items.begin(), hit.items.end(), [](const Item& a, const Item& b) { return a.source < b.source; });
    hits.emplace(key, std::move(hit));
  }
  std::vector<Hit> result;
  for (auto& [key, hit] : hits) result.push_back(std::move(hit));
  return result;
}

std::vector<Hit> repeated_evidence(const std::vector<Evidence>& papers) {
  std::map<std::string_view, std::map<Source, const Evidence*>> by_digest;
  for (const Evidence& paper : papers) by_digest[paper.digest].emplace(paper.source, &paper);
  std::vector<Hit> hits;
  for (const auto& [digest, reports] : by_digest) {
    if (reports.size() < 2) continue;
    Hit hit;
    const std::string shown(digest.substr(0, 12));
    hit.zh = "凭据 " + shown + "… 附在 " + std::to_string(reports.size()) + " 次报账、结算上";
    hit.en = "the paper " + shown + "… stands behind " + std::to_string(reports.size()) + " reports";
    for (const auto& [source, paper] : reports) hit.items.push_back(Item{"", "", paper->date, paper->amount, source});
    hits.push_back(std::move(hit));
  }
  return hits;
}

}  // namespace mingzhang::suspicion
