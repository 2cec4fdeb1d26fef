// SPDX-License-Identifier: Apache-2.0
// The policy packs that can be used: those that the program carries and those of the site.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "policy/pack.h"
#include "service/request.h"

namespace mingzhang::service {

/// A file of a pack, not read yet.
struct PackFile {
  std::string name;  ///< the last part of its path, e.g. "weining-2016.json"
  std::string text;
};

/// Which pack is meant: an id, looked for among the shipped packs and `site`, or a file of its own.
struct PackChoice {
  std::string id;
  std::optional<PackFile> file;
  std::vector<PackFile> site;
};

/// Packs by id. A file that cannot be loaded hides none of the others.
class PolicyShelf {
 public:
  /// Loads the shipped packs and `site`; with an id only the files of that name.
  PolicyShelf(const std::vector<PackFile>& site, std::string_view only_id);

  std::span<const policy::Pack> packs() const { return packs_; }
  /// What is wrong with files that were left out; places begin with the file's name.
  const std::vector<Problem>& problems() const { return problems_; }
  /// Hands over one of `packs()`; the shelf is of no further use.
  policy::Pack take(const policy::Pack* pack) &&;

 private:
  void add(std::string_view name, std::string_view text);

  std::vector<policy::Pack> packs_;
  std::vector<Problem> problems_;
};

/// Loads the pack that is meant: of several versions the highest, on a day the highest that is in force.
Result<policy::Pack, std::vector<Problem>> choose_pack(const PackChoice& choice, std::optional<Date> day);

/// Problems of a pack or a rule as a refusal. Requires one.
Refusal refusal_of(const std::vector<Problem>& problems);

}  // namespace mingzhang::service
