// SPDX-License-Identifier: Apache-2.0
// Groups people by a value.
#include "suspicion/shared_value.h"

#include <algorithm>
#include <set>
#include <utility>

namespace mingzhang::suspicion {

void SharedValues::add(std::string_view value, std::string_view person, std::string_view household) {
  std::string key;
  for (const char c : value) {
    if (c != ' ' && c != '-') key += c;
  }
  if (key.empty()) return;
  ++count_;
  Sharing::Member member{std::string(person), std::string(household)};
  const auto [found, is_new] = first_.try_emplace(key, member);
  if (!is_new) more_[found->first].push_back(std::move(member));
}

std::vector<Sharing> SharedValues::groups(std::int64_t households) && {
  std::vector<Sharing> result;
  for (auto& [key, members] : more_) {
    Sharing group;
    group.members = std::move(members);
    group.members.push_back(first_.at(key));
    std::sort(group.members.begin(), group.members.end());
    std::set<std::string_view> homes;
    for (const Sharing::Member& member : group.members) homes.insert(member.household);
    group.households = static_cast<std::int64_t>(homes.size());
    if (group.households >= households && group.households > 1) result.push_back(std::move(group));
  }
  std::sort(result.begin(), result.end(), [](const Sharing& a, const Sharing& b) {
    return a.households != b.households ? a.households > b.households : a.members < b.members;
  });
  return result;
}

}  // namespace mingzhang::suspicion
