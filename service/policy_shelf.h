// SPDX-License-Identifier: Apache-2.0
// The policy packs that can be used: those that the program carries and those of the site.
#pragma once

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

/// Packs by id. A file of the site that cannot be loaded hides none of the others.
class PolicyShelf {
 public:
  /// Loads the shipped packs and `site`. Problems of single files are kept in `problems`.
  explicit PolicyShelf(const std::vector<PackFile>& site);

  std::span<const policy::Pack> packs() const { return packs_; }
  /// What is wrong with files that were left out; places begin with the file's name.
  const std::vector<Problem>& problems() const { return problems_; }

  /// The pack of this id; of several versions the highest, on a `day` (not empty, ISO) the highest in force.
  Result<const policy::Pack*, Problem> find(std::string_view id, std::optional<Date> day) const;

 private:
  void add(std::string_view name, std::string_view text);

  std::vector<policy::Pack> packs_;
  std::vector<Problem> problems_;
};

/// Problems of a pack or a rule as a refusal. Requires one.
Refusal refusal_of(const std::vector<Problem>& problems);

}  // namespace mingzhang::service
