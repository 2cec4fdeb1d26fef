// SPDX-License-Identifier: Apache-2.0
// What changed from one pack to another, by path.
#pragma once

#include <string>
#include <vector>

#include "policy/pack.h"

namespace mingzhang::policy {

/// One value that differs. Items of lists are named by their id, name, class, code or field where they have one, so that
/// a moved rule is no change of everything behind it: /rules/county-budget/parameters/classes/default/steps/0/amount.
struct Change {
  std::string path;
  std::string before;  ///< JSON; empty: it was not there
  std::string after;   ///< JSON; empty: it is gone
};

/// All changes from `before` to `after`, in the order of their paths.
std::vector<Change> diff(const Pack& before, const Pack& after);

}  // namespace mingzhang::policy
