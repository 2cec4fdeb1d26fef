// SPDX-License-Identifier: Apache-2.0
// Cutting spells and changing what holds from a day on.
#include "households/household.h"

#include "base/check.h"

namespace mingzhang::households {

std::string joined_causes(const std::vector<std::string>& causes) {
  std::string joined;
  for (const std::string& cause : causes) joined.append(joined.empty() ? "" : ",").append(cause);
  return joined;
}

std::vector<std::string> causes_of(std::string_view joined) {
  std::vector<std::string> causes;
  while (!joined.empty()) {
    const std::string_view first = main_cause_of(joined);
    causes.emplace_back(first);
    joined.remove_prefix(first.size() + (first.size() < joined.size() ? 1 : 0));
  }
  return causes;
}

std::string_view main_cause_of(std::string_view joined) {
  MZ_CHECK(!joined.empty());
  return joined.substr(0, joined.find(','));
}

Household::Household(Spell first) {
  MZ_CHECK(first.to == open_end());
  MZ_CHECK(first.from < first.to);
  spells_.add(std::move(first));
}

std::size_t Household::index_on(Date date) const {
  MZ_CHECK(exists() && registered() <= date && date < open_end());  // INV-13
  std::size_t index = spells_.size() - 1;
  while (date < spells_[index].from) --index;
  return index;
}

const HouseholdState& Household::on(Date date) const { return spells_[index_on(date)].state; }

Date Household::status_since() const {
  std::size_t index = spells_.size() - 1;
  while (index > 0 && spells_[index - 1].state.status == newest().status) --index;
  return spells_[index].from;
}

std::size_t Household::cut(Date date, std::int64_t seq) {
  const std::size_t index = index_on(date);
  if (spells_[index].from == date) return index;
  Spell later = spells_[index];
  later.from = date;
  later.seq = seq;
  Spell& earlier = spells_.change(index);
  earlier.to = date;
  earlier.seq = seq;
  spells_.insert(index + 1, std::move(later));
  return index + 1;
}

template <class IsSame, class Assign>
void Household::set_from(Date date, std::int64_t seq, IsSame is_same, Assign assign) {
  const std::size_t first = cut(date, seq);
  const HouseholdState before = spells_[first].state;
  for (std::size_t index = first; index < spells_.size() && is_same(spells_[index].state, before); ++index) {
    Spell& spell = spells_.change(index);
    assign(spell.state);
    spell.seq = seq;
  }
}

void Household::set_division(Date date, const std::string& division, std::int64_t seq) {
  set_from(
      date, seq, [](const HouseholdState& a, const HouseholdState& b) { return a.division == b.division; },
      [&](HouseholdState& state) { state.division = division; });
}

void Household::set_class(Date date, const std::string& household_class, std::int64_t seq) {
  set_from(
      date, seq,
      [](const HouseholdState& a, const HouseholdState& b) { return a.household_class == b.household_class; },
      [&](HouseholdState& state) { state.household_class = household_class; });
}

void Household::set_causes(Date date, const std::string& causes, std::int64_t seq) {
  set_from(
      date, seq, [](const HouseholdState& a, const HouseholdState& b) { return a.causes == b.causes; },
      [&](HouseholdState& state) { state.causes = causes; });
}

void Household::set_responsible(Date date, const std::string& person, const std::string& unit, std::int64_t seq) {
  set_from(
      date, seq,
      [](const HouseholdState& a, const HouseholdState& b) {
        return a.responsible_person == b.responsible_person && a.responsible_unit == b.responsible_unit;
      },
      [&](HouseholdState& state) {
        state.responsible_person = person;
        state.responsible_unit = unit;
      });
}

void Household::set_status(Date date, Status status, const std::string& reason, std::int64_t seq) {
  MZ_CHECK(status_since() < date);
  MZ_CHECK(may_follow(newest().status, status));  // INV-16
  set_from(
      date, seq, [](const HouseholdState& a, const HouseholdState& b) { return a.status == b.status; },
      [&](HouseholdState& state) {
        state.status = status;
        state.status_reason = reason;
      });
}

void Household::add_persons(Date date, std::int64_t count, std::int64_t seq) {
  for (std::size_t index = cut(date, seq); index < spells_.size(); ++index) {
    Spell& spell = spells_.change(index);
    spell.state.persons += count;
    spell.seq = seq;
    MZ_CHECK(spell.state.persons >= 0);  // INV-14
  }
}

}  // namespace mingzhang::households
