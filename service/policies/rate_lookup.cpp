// SPDX-License-Identifier: Apache-2.0
// Asks rate tables.
#include "service/policies/rate_lookup.h"

#include <utility>

#include "policy/kind.h"
#include "service/policies/asking.h"

namespace mingzhang::service {
namespace {

/// What the table's own answer says about `key`.
JsonValue member_of(const policy::Evaluation& answer, std::string_view key) {
  const JsonValue* member = answer.result.find(key);
  return member == nullptr ? policy::json_text("") : *member;
}

}  // namespace

TableFinder shelf_tables(std::vector<PackFile> site) {
  return [site = std::move(site)](const std::string& table, Date day) -> Result<policy::Pack, Refusal> {
    Result<policy::Pack, std::vector<Problem>> pack =
        choose_pack(PackChoice{table.substr(0, table.find('/')), std::nullopt, site}, day);
    if (!pack) return Err(refusal_of(pack.error()));
    return std::move(pack).value();
  };
}

std::optional<LookedUp> look_up(const policy::Lookup& lookup, Date day, const TableFinder& tables) {
  if (!tables) return std::nullopt;
  const Result<policy::Pack, Refusal> pack = tables(lookup.table, day);
  if (!pack) return std::nullopt;
  const std::string rule_id = lookup.table.substr(lookup.table.find('/') + 1);
  const Result<const policy::Rule*, Problem> rule = policy::rule_in_force(*pack, rule_id, day);
  if (!rule || (*rule)->kind->name != "rate_table") return std::nullopt;
  const Result<policy::Evaluation, std::vector<Problem>> answer =
      policy::evaluate(*pack, **rule, {{"term_months", std::to_string(lookup.term_months)}}, day);
  if (!answer) return std::nullopt;
  const JsonValue rate = member_of(*answer, "rate");
  LookedUp found;
  found.input = {lookup.input, *rate.as_text()};
  found.source = JsonValue::make_object({{"day", policy::json_text(to_iso(day))},
                                         {"effective", member_of(*answer, "effective")},
                                         {"input", policy::json_text(lookup.input)},
                                         {"known", member_of(*answer, "known")},
                                         {"pack", policy::json_text(pack->id)},
                                         {"rate", rate},
                                         {"rule", policy::json_text(rule_id)},
                                         {"sha256", policy::json_text(pack_digest(*pack))},
                                         {"version", policy::json_of(pack->version)}});
  found.warnings = answer->warnings;
  return found;
}

}  // namespace mingzhang::service
