// SPDX-License-Identifier: Apache-2.0
// Loads packs and finds them.
#include "service/policies/shelf.h"

#include <utility>

#include "policy/load.h"
#include "policy/shipped.h"

namespace mingzhang::service {

using policy::PolicyOutcome;

PolicyShelf::PolicyShelf(const std::vector<PackFile>& site, std::string_view only_id) {
  const std::string only = only_id.empty() ? std::string() : std::string(only_id) + ".json";
  for (const policy::ShippedPack& shipped : policy::shipped_packs()) {
    if (only.empty() || shipped.file_name == only) add(shipped.file_name, shipped.text);
  }
  for (const PackFile& file : site) {
    if (only.empty() || file.name == only) add(file.name, file.text);
  }
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

policy::Pack PolicyShelf::take(const policy::Pack* pack) && {
  return std::move(packs_.at(static_cast<std::size_t>(pack - packs_.data())));
}

Result<policy::Pack, std::vector<Problem>> choose_pack(const PackChoice& choice, std::optional<Date> day) {
  if (choice.file) return policy::load_pack(choice.file->text, choice.file->name);
  PolicyShelf shelf(choice.site, choice.id);
  if (!shelf.problems().empty()) return Err(shelf.problems());
  std::span<const policy::Pack> packs = shelf.packs();
  const policy::Pack* best = nullptr;
  for (const policy::Pack& pack : packs) {
    if (best == nullptr || best->version < pack.version) best = &pack;
  }
  if (day || best == nullptr) {
    const Result<const policy::Pack*, Problem> found = policy::pack_in_force(packs, choice.id, day.value_or(Date()));
    if (!found) return Err(std::vector<Problem>{found.error()});
    best = *found;
  }
  return std::move(shelf).take(best);
}

Refusal refusal_of(const std::vector<Problem>& problems) {
  MZ_CHECK(!problems.empty());
  Refusal refusal;
  for (const Problem& problem : problems) refusal.problems.push_back({-1, problem});
  return refusal;
}

}  // namespace mingzhang::service
