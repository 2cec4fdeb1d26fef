// SPDX-License-Identifier: Apache-2.0
// Implements counting and listing.
#include "households/census.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/check.h"
#include "base/register.h"

namespace mingzhang::households {
namespace {

/// Where codes lead on one day; each is resolved once.
class DayMap {
 public:
  DayMap(const Divisions& divisions, Date date, std::string_view outer)
      : divisions_(divisions), date_(date), outer_(outer.empty() ? nullptr : divisions.on_day(outer, date)) {
    nothing_is_meant_ = !outer.empty() && outer_ == nullptr;
  }

  struct Place {
    std::vector<const Division*> path;  ///< from where the household stands up to the county; empty: nowhere
    bool is_meant = false;              ///< stands in or below `outer`
  };

  const Place& place_of(const std::string& code) {
    const auto known = places_.find(code);
    if (known != places_.end()) return known->second;
    Place place;
    place.is_meant = outer_ == nullptr && !nothing_is_meant_;
    for (const Division* division = divisions_.on_day(code, date_); division != nullptr;
         division = divisions_.parent_on(*division, date_)) {
      place.path.push_back(division);
      place.is_meant = place.is_meant || division == outer_;
    }
    return places_.emplace(code, std::move(place)).first->second;
  }

 private:
  const Divisions& divisions_;
  Date date_;
  const Division* outer_;
  bool nothing_is_meant_ = false;
  std::unordered_map<std::string, Place, TextHash, std::equal_to<>> places_;
};

/// Hands over every household that is meant, with the divisions it stands in from below.
template <class Visit>
void visit_meant(RegisterStore& store, const Divisions& divisions, Date date, const HouseholdFilter& filter,
                 Visit visit) {
  DayMap days(divisions, date, filter.division);
  store.spells_on(date, [&](const Spell& spell) {
    if (!filter.accepts(spell.state)) return;
    const DayMap::Place& place = days.place_of(spell.state.division);
    if (place.is_meant) visit(spell, place.path);
  });
}

using Parts = std::map<std::string, std::vector<const Division*>, std::less<>>;

void append_with_parts(const Division& division, const Parts& parts, std::map<const Division*, Count>& counts,
                       std::vector<DivisionCount>& result) {
  result.push_back(DivisionCount{division, counts[&division]});
  const auto found = parts.find(division.code);
  if (found == parts.end()) return;
  for (const Division* part : found->second) append_with_parts(*part, parts, counts, result);
}

ListedHousehold listed(const Spell& spell, const std::vector<const Division*>& path) {
  return ListedHousehold{spell.household, path.empty() ? std::string() : path.front()->code, spell.state};
}

/// Codes under which households of a village or group may have been put; nothing for larger divisions.
std::optional<std::vector<std::string>> few_codes(const Divisions& divisions, Date date, std::string_view code) {
  const Division* outer = divisions.on_day(code, date);
  if (outer == nullptr || outer->level < DivisionLevel::Village) return std::nullopt;
  std::vector<std::string> codes;
  divisions.for_each([&](const Division& division) {
    if (divisions.is_within(division.code, outer->code, date)) codes.push_back(division.code);
  });
  return codes;
}

}  // namespace

bool HouseholdFilter::accepts(const HouseholdState& state) const {
  if (!household_class.empty() && state.household_class != household_class) return false;
  if (!statuses.empty() && std::find(statuses.begin(), statuses.end(), state.status) == statuses.end()) return false;
  return main_cause.empty() || main_cause_of(state.causes) == main_cause;
}

std::vector<Status> listed_statuses() { return {Status::In, Status::Returned}; }

void Count::add(const HouseholdState& state) {
  ++households;
  persons += state.persons;
}

Count& Count::operator+=(const Count& other) {
  households += other.households;
  persons += other.persons;
  return *this;
}

std::vector<DivisionCount> roll_up(RegisterStore& store, Date date, const HouseholdFilter& filter) {
  const Divisions divisions(store.divisions());
  std::map<const Division*, Count> counts;
  visit_meant(store, divisions, date, filter, [&](const Spell& spell, const std::vector<const Division*>& path) {
    for (const Division* division : path) counts[division].add(spell.state);  // INV-17
  });
  Parts parts;  // by the code of the parent; counties under ""
  divisions.for_each([&](const Division& division) {
    if (!division.is_in_force(date)) return;
    const Division* parent = divisions.parent_on(division, date);
    parts[parent == nullptr ? std::string() : parent->code].push_back(&division);
  });
  std::vector<DivisionCount> result;
  for (const Division* county : parts[""]) append_with_parts(*county, parts, counts, result);
  return result;
}

std::vector<CauseCount> cause_table(RegisterStore& store, Date date, const HouseholdFilter& filter) {
  const Divisions divisions(store.divisions());
  std::map<std::string, CauseCount, std::less<>> causes;
  visit_meant(store, divisions, date, filter, [&](const Spell& spell, const std::vector<const Division*>&) {
    bool is_main = true;
    for (const std::string& cause : causes_of(spell.state.causes)) {
      CauseCount& row = causes[cause];
      if (is_main) row.main.add(spell.state);
      row.mentioned.add(spell.state);
      is_main = false;
    }
  });
  std::vector<CauseCount> table;
  for (auto& [cause, row] : causes) {
    row.cause = cause;
    table.push_back(std::move(row));
  }
  std::stable_sort(table.begin(), table.end(), [](const CauseCount& a, const CauseCount& b) {
    return a.main.households > b.main.households;
  });
  return table;
}

std::vector<ClassCount> class_table(RegisterStore& store, Date date, const HouseholdFilter& filter) {
  const Divisions divisions(store.divisions());
  std::map<std::string, Count, std::less<>> classes;
  visit_meant(store, divisions, date, filter, [&](const Spell& spell, const std::vector<const Division*>&) {
    classes[spell.state.household_class].add(spell.state);
  });
  std::vector<ClassCount> table;
  for (const auto& [name, count] : classes) table.push_back({name, count});
  return table;
}

std::vector<ListedHousehold> households_in(RegisterStore& store, Date date, const HouseholdFilter& filter) {
  const Divisions divisions(store.divisions());
  std::vector<ListedHousehold> result;
  const auto codes = filter.division.empty() ? std::nullopt : few_codes(divisions, date, filter.division);
  if (!codes) {
    visit_meant(store, divisions, date, filter, [&](const Spell& spell, const std::vector<const Division*>& path) {
      result.push_back(listed(spell, path));
    });
    return result;
  }
  DayMap days(divisions, date, filter.division);
  for (const std::string& code : *codes) {
    store.spells_in(code, date, [&](const Spell& spell) {
      if (date < spell.from || !filter.accepts(spell.state)) return;
      result.push_back(listed(spell, days.place_of(code).path));
    });
  }
  std::sort(result.begin(), result.end(),
            [](const ListedHousehold& a, const ListedHousehold& b) { return a.household < b.household; });
  return result;
}

std::vector<ListedHousehold> without_responsible(RegisterStore& store, Date date, const HouseholdFilter& filter) {
  std::vector<ListedHousehold> result = households_in(store, date, filter);
  std::erase_if(result, [](const ListedHousehold& household) { return !household.state.responsible_person.empty(); });
  return result;
}

std::int64_t share_of(std::int64_t part, std::int64_t whole) {
  constexpr std::int64_t kWholeMax = 1'000'000'000'000;
  MZ_CHECK(0 <= part && part <= kWholeMax);
  MZ_CHECK(0 < whole && whole <= kWholeMax);
  return (2 * 10'000 * part + whole) / (2 * whole);
}

}  // namespace mingzhang::households
