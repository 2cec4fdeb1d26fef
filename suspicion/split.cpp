// SPDX-License-Identifier: Apache-2.0
// Slides a window of days over the amounts of each target, project and payee.
#include "suspicion/split.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace mingzhang::suspicion {
namespace {

struct Key {
  std::string kind;
  int by;  // 0 target, 1 project, 2 payee
  std::string code;
  friend auto operator<=>(const Key&, const Key&) = default;
};
using Places = std::vector<const Spending*>;

constexpr const char* kByZh[] = {"同一对象", "同一项目", "同一收款方"};
constexpr const char* kByEn[] = {"the same target", "the same project", "the same payee"};

std::map<Key, Places> grouped(const std::vector<Spending>& spendings, Money limit) {
  std::map<Key, Places> groups;
  for (const Spending& one : spendings) {
    if (one.amount >= limit || one.approved >= limit || one.amount <= Money()) continue;
    if (!one.target.empty()) groups[Key{one.kind, 0, one.target}].push_back(&one);
    if (!one.project.empty()) groups[Key{one.kind, 1, one.project}].push_back(&one);
    if (!one.payee.empty() && one.payee != one.target) groups[Key{one.kind, 2, one.payee}].push_back(&one);
  }
  return groups;
}

/// The runs of amounts, by day, that reach the limit.
std::vector<Places> runs_of(Places places, const SplitRule& rule) {
  std::sort(places.begin(), places.end(), [](const Spending* a, const Spending* b) {
    return std::tie(a->date, a->source) < std::tie(b->date, b->source);
  });
  std::vector<Places> runs;
  std::size_t first = 0;
  std::size_t taken = 0;  // places before this one are in the last run already
  Money sum;
  for (std::size_t last = 0; last < places.size(); ++last) {
    sum += places[last]->amount;
    while (days_between(places[first]->date, places[last]->date) > rule.days) sum -= places[first++]->amount;
    if (sum < rule.limit) continue;
    if (runs.empty() || first >= taken) {
      runs.emplace_back();
      taken = first;
    }
    for (; taken <= last; ++taken) runs.back().push_back(places[taken]);
  }
  return runs;
}

Hit hit_of(const Key& key, const Places& run, const SplitRule& rule) {
  Money sum;
  Hit hit;
  for (const Spending* one : run) {
    sum += one->amount;
    hit.items.push_back(Item{"", "", one->date, one->amount, one->source});
  }
  const std::string count = std::to_string(run.size());
  hit.zh = kByZh[key.by] + (" " + key.code) + " " + key.kind + " " + count + " 笔，合计 " + to_yuan(sum) + "，每笔低于限额 " +
           to_yuan(rule.limit);
  hit.en = count + " amounts for " + kByEn[key.by] + ", each below the limit, " + to_yuan(sum) + " together";
  return hit;
}

}  // namespace

std::vector<Hit> split_amounts(const std::vector<Spending>& spendings, const SplitRule& rule) {
  std::vector<Hit> hits;
  std::set<std::vector<Source>> known;
  for (const auto& [key, places] : grouped(spendings, rule.limit)) {
    for (const Places& run : runs_of(places, rule)) {
      std::vector<Source> sources;
      for (const Spending* one : run) sources.push_back(one->source);
      std::sort(sources.begin(), sources.end());
      if (run.size() > 1 && known.insert(std::move(sources)).second) hits.push_back(hit_of(key, run, rule));
    }
  }
  return hits;
}

}  // namespace mingzhang::suspicion
