// SPDX-License-Identifier: Apache-2.0
// Rates of a rate table of another pack, for the rules that rest on them.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "policy/evaluate.h"
#include "policy/pack.h"
#include "service/policies/shelf.h"
#include "service/request.h"

namespace mingzhang::service {

/// The pack that has the table "PACK/RULE" on a day.
using TableFinder = std::function<Result<policy::Pack, Refusal>(const std::string& table, Date day)>;

/// The tables of the packs that are shipped and of those in `site`.
TableFinder shelf_tables(std::vector<PackFile> site);

/// A rate that was found.
struct LookedUp {
  policy::NamedText input;  ///< for the rule that rests on it
  JsonValue source;         ///< {day, effective, input, known, pack, rate, rule, sha256, version}
  std::vector<policy::Warning> warnings;
};

/// Asks the table for the day. Nothing where there is no such table or no answer: then the rule says what it lacks.
std::optional<LookedUp> look_up(const policy::Lookup& lookup, Date day, const TableFinder& tables);

}  // namespace mingzhang::service
