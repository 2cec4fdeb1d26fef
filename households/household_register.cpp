// SPDX-License-Identifier: Apache-2.0
// Reading through, undoing and flushing the register.
#include "households/household_register.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "base/check.h"

namespace mingzhang::households {
namespace {

constexpr std::size_t kSensibleRows = 400'000;

std::string key_of(std::string_view household, std::string_view name, Date date) {
  return std::string(household).append("\n").append(name).append("\n").append(std::to_string(date.days()));
}

std::string key_of(const Score& score) { return key_of(score.household, score.rule, score.date); }
std::string key_of(const ChecklistItem& item) { return key_of(item.household, item.checklist, item.date); }

/// The rows of all that is pending in an overlay of lists: first the new ones, then the changed ones.
template <class Row, class List, class RowsOf>
std::pair<std::vector<Row>, std::vector<Row>> pending_rows(Overlay<std::string, List, TextHash>& overlay,
                                                          RowsOf rows_of) {
  const auto [added, changed] = overlay.take_pending();
  std::pair<std::vector<Row>, std::vector<Row>> rows;
  for (const auto* lists : {&added, &changed}) {
    for (const List& list : *lists) rows_of(list).collect(rows.first, rows.second);
  }
  overlay.clear();
  return rows;
}

}  // namespace

const Household* HouseholdRegister::household(std::string_view code) {
  return households_.find(std::string(code), [&]() -> std::optional<Household> {
    if (greatest_household_ < code) return std::nullopt;
    std::vector<Spell> spells = store_.spells_of(code);
    if (spells.empty()) return std::nullopt;
    return Household(std::move(spells));
  });
}

const Person* HouseholdRegister::person(std::string_view code) {
  return persons_.find(std::string(code), [&]() -> std::optional<Person> {
    if (greatest_person_ < code) return std::nullopt;
    return store_.person(code);
  });
}

const Erasure* HouseholdRegister::erasure(std::string_view person) {
  return erasures_.find(std::string(person), [&] { return store_.erasure(person); });
}

const Membership& HouseholdRegister::membership(std::string_view household) {
  static const Membership kNone;
  const Membership* found = memberships_.find(std::string(household), [&]() -> std::optional<Membership> {
    std::vector<Stay> stays = store_.stays_in(household);
    if (stays.empty()) return std::nullopt;
    return Membership(std::move(stays));
  });
  return found == nullptr ? kNone : *found;
}

const Procedures& HouseholdRegister::procedures(std::string_view household) {
  static const Procedures kNone;
  const Procedures* found = procedures_.find(std::string(household), [&]() -> std::optional<Procedures> {
    std::vector<ProcedureStep> steps = store_.steps_of(household);
    if (steps.empty()) return std::nullopt;
    return Procedures(std::move(steps));
  });
  return found == nullptr ? kNone : *found;
}

bool HouseholdRegister::has_score(std::string_view household, std::string_view rule, Date date) {
  const Score* score = scores_.find(key_of(household, rule, date), [&]() -> std::optional<Score> {
    for (Score& stored : store_.scores_of(household)) {
      if (stored.rule == rule && stored.date == date) return std::move(stored);
    }
    return std::nullopt;
  });
  return score != nullptr;
}

bool HouseholdRegister::has_checklist(std::string_view household, std::string_view checklist, Date date) {
  const Checklist* items = checklists_.find(key_of(household, checklist, date), [&]() -> std::optional<Checklist> {
    Checklist stored = store_.items_of(household);
    std::erase_if(stored, [&](const ChecklistItem& item) { return item.checklist != checklist || item.date != date; });
    return stored.empty() ? std::nullopt : std::optional(std::move(stored));
  });
  return items != nullptr;
}

bool HouseholdRegister::is_inhabited(const std::vector<std::string>& divisions, Date date) {
  const auto stands_there = [&](const Household& household) {
    for (std::size_t index = 0; index < household.spells().size(); ++index) {
      const Spell& spell = household.spells()[index];
      const bool is_there = std::find(divisions.begin(), divisions.end(), spell.state.division) != divisions.end();
      if (is_there && date < spell.to) return true;
    }
    return false;
  };
  bool found = false;
  households_.for_each_cached([&](const Household& household) { found = found || stands_there(household); });
  if (found) return true;
  // What is stored may have been changed in memory since: each household is asked as it is now.
  std::set<std::string> candidates;
  for (const std::string& division : divisions) {
    store_.spells_in(division, date, [&](const Spell& spell) { candidates.insert(spell.household); });
  }
  return std::any_of(candidates.begin(), candidates.end(),
                     [&](const std::string& code) { return stands_there(*household(code)); });
}

void HouseholdRegister::add_household(Household household, Membership membership) {
  const std::string code = household.spells()[0].household;
  MZ_CHECK(this->household(code) == nullptr);
  households_.insert(code, std::move(household));
  memberships_.insert(code, std::move(membership));
}

Household& HouseholdRegister::change_household(std::string_view code) {
  MZ_CHECK(household(code) != nullptr);
  return households_.change(std::string(code));
}

Membership& HouseholdRegister::change_membership(std::string_view household) {
  MZ_CHECK(!membership(household).stays().empty());
  return memberships_.change(std::string(household));
}

void HouseholdRegister::add_person(Person person) {
  MZ_CHECK(this->person(person.code) == nullptr);
  const std::string code = person.code;
  persons_.insert(code, std::move(person));
}

Person& HouseholdRegister::change_person(std::string_view code) {
  MZ_CHECK(person(code) != nullptr);
  return persons_.change(std::string(code));
}

Procedures& HouseholdRegister::change_procedures(std::string_view household) {
  const std::string key(household);
  // A household begins without any.
  return procedures(household).steps().empty() ? procedures_.insert(key, Procedures()) : procedures_.change(key);
}

void HouseholdRegister::add_score(Score score) {
  MZ_CHECK(!has_score(score.household, score.rule, score.date));
  const std::string key = key_of(score);
  scores_.insert(key, std::move(score));
}

void HouseholdRegister::add_checklist(std::vector<ChecklistItem> items) {
  MZ_CHECK(!items.empty());
  const ChecklistItem& first = items.front();
  MZ_CHECK(!has_checklist(first.household, first.checklist, first.date));
  const std::string key = key_of(first);
  checklists_.insert(key, std::move(items));
}

void HouseholdRegister::add_erasure(Erasure erasure) {
  MZ_CHECK(this->erasure(erasure.person) == nullptr);
  const std::string person = erasure.person;
  erasures_.insert(person, std::move(erasure));
}

HouseholdRegister::Mark HouseholdRegister::mark() const {
  return Mark{divisions_.mark(),  households_.mark(), memberships_.mark(), persons_.mark(),
              procedures_.mark(), scores_.mark(),     checklists_.mark(),  erasures_.mark()};
}

void HouseholdRegister::undo_to(const Mark& mark) {
  divisions_.undo_to(mark.divisions);
  households_.undo_to(mark.households);
  memberships_.undo_to(mark.memberships);
  persons_.undo_to(mark.persons);
  procedures_.undo_to(mark.procedures);
  scores_.undo_to(mark.scores);
  checklists_.undo_to(mark.checklists);
  erasures_.undo_to(mark.erasures);
}

void HouseholdRegister::forget_undo() {
  divisions_.forget_undo();
  households_.forget_undo();
  memberships_.forget_undo();
  persons_.forget_undo();
  procedures_.forget_undo();
  scores_.forget_undo();
  checklists_.forget_undo();
  erasures_.forget_undo();
}

void HouseholdRegister::flush() {
  const auto divisions = divisions_.take_pending();
  store_.insert_divisions(divisions.first);
  store_.update_divisions(divisions.second);
  const auto spells = pending_rows<Spell>(households_, [](const Household& list) { return list.spells(); });
  store_.insert_spells(spells.first);
  for (const Spell& spell : spells.first) greatest_household_ = std::max(greatest_household_, spell.household);
  store_.update_spells(spells.second);
  const auto stays = pending_rows<Stay>(memberships_, [](const Membership& list) { return list.stays(); });
  store_.insert_stays(stays.first);
  store_.update_stays(stays.second);
  const auto persons = persons_.take_pending();
  store_.insert_persons(persons.first);
  for (const Person& person : persons.first) greatest_person_ = std::max(greatest_person_, person.code);
  store_.update_persons(persons.second);
  persons_.clear();
  const auto steps = pending_rows<ProcedureStep>(procedures_, [](const Procedures& list) { return list.steps(); });
  store_.insert_steps(steps.first);
  store_.update_steps(steps.second);
  store_.insert_scores(scores_.take_pending().first);
  scores_.clear();
  Checklist items;
  for (Checklist& checklist : checklists_.take_pending().first) std::move(checklist.begin(), checklist.end(), std::back_inserter(items));
  store_.insert_items(items);
  checklists_.clear();
  store_.insert_erasures(erasures_.take_pending().first);
  erasures_.clear();
}

bool HouseholdRegister::is_large() const {
  return households_.size() + memberships_.size() + persons_.size() + procedures_.size() > kSensibleRows;
}

}  // namespace mingzhang::households
