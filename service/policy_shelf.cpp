// SPDX-License-Identifier: Apache-2.0
// Loads packs and finds them.
#include "service/policy_shelf.h"

#include <utility>

#include "policy/load.h"
#include "policy/shipped.h"

namespace mingzhang::service {

using policy::PolicyOutcome;

PolicyShelf::PolicyShelf(const std::vector<PackFile>& site) {
  for (const policy::ShippedPack& shipped : policy::shipped_packs()) add(shipped.file_name, shipped.text);
  for (const PackFile& file : site) add(file.name, file.text);
}

void PolicyShelf::add(std::string_view name, std::string_view text) {
  Result<policy::Pack, std::vector<Problem>> pack = policy::load_pack(text, name);
  if (!pack) {
    for (Problem problem : pack.error()) {
      problem.place = std::string(name) + (problem.place.empty() ? "" : " ") + problem.place;
      problems_.push_back(std::move(problem));
    }
    return;
  }
  for (const policy::Pack& known : packs_) {
    if (known.id != pack->id || known.version != pack->version) continue;
    problems_.push_back(Problem{&policy::info_of(PolicyOutcome::PackTwice), std::string(name), "version " + std::to_string(known.version)});
    return;
  }
  packs_.push_back(std::move(pack).value());
}

Result<const policy::Pack*, Problem> PolicyShelf::find(std::string_view id, std::optional<Date> day) const {
  if (day) return policy::pack_in_force(packs_, id, *day);
  const policy::Pack* best = nullptr;
  for (const policy::Pack& pack : packs_) {
    if (pack.id == id && (best == nullptr || best->version < pack.version)) best = &pack;
  }
  if (best == nullptr) return policy::pack_in_force(packs_, id, Date());
  return best;
}

Refusal refusal_of(const std::vector<Problem>& problems) {
  MZ_CHECK(!problems.empty());
  Refusal refusal;
  for (const Problem& problem : problems) refusal.problems.push_back({-1, problem});
  return refusal;
}

}  // namespace mingzhang::service
