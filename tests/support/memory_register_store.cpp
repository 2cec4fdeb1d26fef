// SPDX-License-Identifier: Apache-2.0
// The register's rows in maps.
#include "tests/support/memory_register_store.h"

#include <algorithm>
#include <type_traits>

#include "base/check.h"
#include "base/text.h"

namespace mingzhang::tests {
namespace {

std::string part(const std::string& text) { return text; }
std::string part(std::int64_t number) { return std::to_string(number); }
std::string part(bool flag) { return flag ? "yes" : "no"; }
std::string part(Date date) { return to_iso(date); }

template <class Word>
requires std::is_enum_v<Word> std::string part(Word word) { return "#" + std::to_string(static_cast<int>(word)); }

template <class First, class... Rest>
std::string joined(const First& first, const Rest&... rest) {
  std::string text = part(first);
  ((text += "|" + part(rest)), ...);
  return text;
}

auto key_of(const households::Division& row) { return row.code; }
auto key_of(const households::Person& row) { return row.code; }
auto key_of(const households::Erasure& row) { return row.person; }
auto key_of(const households::Spell& row) { return std::tuple(row.household, std::string(), row.from.days(), std::string()); }
auto key_of(const households::Stay& row) { return std::tuple(row.household, row.person, row.from.days(), std::string()); }
auto key_of(const households::Score& row) { return std::tuple(row.household, row.rule, row.date.days(), std::string()); }
auto key_of(const households::ChecklistItem& row) {
  return std::tuple(row.household, row.checklist, row.date.days(), row.item);
}
auto key_of(const households::ProcedureStep& row) {
  return std::tuple(row.household, row.procedure, row.run, row.position);
}

template <class Rows, class Row>
void insert(Rows& rows, std::span<const Row> added) {
  for (const Row& row : added) MZ_CHECK(rows.emplace(key_of(row), row).second);
}

template <class Rows, class Row>
void update(Rows& rows, std::span<const Row> changed) {
  for (const Row& row : changed) {
    MZ_CHECK(rows.contains(key_of(row)));
    rows[key_of(row)] = row;
  }
}

template <class Rows, class Is>
auto those(const Rows& rows, Is is) {
  std::vector<typename Rows::mapped_type> found;
  for (const auto& [key, row] : rows) {
    if (is(row)) found.push_back(row);
  }
  return found;
}

template <class Rows>
auto one(const Rows& rows, std::string_view code) {
  const auto found = rows.find(std::string(code));
  return found == rows.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::string text_of(const households::Division& row) {
  return joined(row.code, row.name, row.level, row.parent, row.from, row.to, row.merged_into, row.seq);
}
std::string text_of(const households::Spell& row) {
  const households::HouseholdState& state = row.state;
  return joined(row.household, row.from, row.to, state.division, state.household_class, state.status,
                state.status_reason, state.causes, state.responsible_person, state.responsible_unit, state.persons,
                row.seq);
}
std::string text_of(const households::Stay& row) {
  return joined(row.household, row.person, row.from, row.to, row.relation, row.is_head, row.reason_in, row.reason_out,
                row.seq);
}
std::string text_of(const households::Person& row) {
  return joined(row.code, to_hex(row.digest), row.household, row.since, row.until, row.seq);
}
std::string text_of(const households::ProcedureStep& row) {
  return joined(row.household, row.procedure, row.run, row.position, row.name, row.wait_days, row.state, row.date,
                row.evidence, row.seq);
}
std::string text_of(const households::Score& row) {
  return joined(row.household, row.rule, row.date, row.score_hundredths, row.band, row.evidence, row.seq);
}
std::string text_of(const households::ChecklistItem& row) {
  return joined(row.household, row.checklist, row.date, row.item, row.answer, row.evidence, row.seq);
}
std::string text_of(const households::Erasure& row) { return joined(row.person, row.date, row.reason, row.seq); }

std::vector<std::string> MemoryRegisterStore::dump() const {
  std::vector<std::string> lines;
  const auto add = [&lines](const std::string& table, const auto& rows) {
    for (const auto& [key, row] : rows) lines.push_back(table + " " + text_of(row));
  };
  add("division", divisions_);
  add("spell", spells_);
  add("stay", stays_);
  add("person", persons_);
  add("step", steps_);
  add("score", scores_);
  add("item", items_);
  add("erasure", erasures_);
  return lines;
}

std::vector<households::Division> MemoryRegisterStore::divisions() {
  return those(divisions_, [](const auto&) { return true; });
}
std::vector<households::Spell> MemoryRegisterStore::spells_of(std::string_view household) {
  return those(spells_, [&](const auto& row) { return row.household == household; });
}
std::vector<households::Stay> MemoryRegisterStore::stays_in(std::string_view household) {
  return those(stays_, [&](const auto& row) { return row.household == household; });
}
std::optional<households::Person> MemoryRegisterStore::person(std::string_view code) { return one(persons_, code); }
std::string MemoryRegisterStore::greatest_household() {
  return spells_.empty() ? std::string() : spells_.rbegin()->second.household;
}
std::string MemoryRegisterStore::greatest_person() { return persons_.empty() ? std::string() : persons_.rbegin()->first; }
std::vector<households::ProcedureStep> MemoryRegisterStore::steps_of(std::string_view household) {
  return those(steps_, [&](const auto& row) { return row.household == household; });
}
std::vector<households::Score> MemoryRegisterStore::scores_of(std::string_view household) {
  return those(scores_, [&](const auto& row) { return row.household == household; });
}
std::vector<households::ChecklistItem> MemoryRegisterStore::items_of(std::string_view household) {
  return those(items_, [&](const auto& row) { return row.household == household; });
}
std::optional<households::Erasure> MemoryRegisterStore::erasure(std::string_view person) {
  return one(erasures_, person);
}

void MemoryRegisterStore::spells_on(Date date, const households::VisitSpell& visit) {
  for (const auto& row : those(spells_, [&](const auto& one) { return one.from <= date && date < one.to; })) visit(row);
}
void MemoryRegisterStore::spells_between(Date from, Date to, const households::VisitSpell& visit) {
  for (const auto& row : those(spells_, [&](const auto& one) { return one.from < to && from < one.to; })) visit(row);
}
void MemoryRegisterStore::spells_in(std::string_view division, Date date, const households::VisitSpell& visit) {
  const auto is_there = [&](const auto& one) { return one.state.division == division && date < one.to; };
  for (const auto& row : those(spells_, is_there)) visit(row);
}
void MemoryRegisterStore::stays_on(Date date, const households::VisitStay& visit) {
  for (const auto& row : those(stays_, [&](const auto& one) { return one.is_on(date); })) visit(row);
}
std::vector<households::Stay> MemoryRegisterStore::stays_of(std::string_view person) {
  std::vector<households::Stay> stays = those(stays_, [&](const auto& row) { return row.person == person; });
  std::sort(stays.begin(), stays.end(), [](const auto& a, const auto& b) { return a.from < b.from; });
  return stays;
}

void MemoryRegisterStore::insert_divisions(std::span<const households::Division> rows) { insert(divisions_, rows); }
void MemoryRegisterStore::update_divisions(std::span<const households::Division> rows) { update(divisions_, rows); }
void MemoryRegisterStore::insert_spells(std::span<const households::Spell> rows) { insert(spells_, rows); }
void MemoryRegisterStore::update_spells(std::span<const households::Spell> rows) { update(spells_, rows); }
void MemoryRegisterStore::insert_stays(std::span<const households::Stay> rows) { insert(stays_, rows); }
void MemoryRegisterStore::update_stays(std::span<const households::Stay> rows) { update(stays_, rows); }
void MemoryRegisterStore::insert_persons(std::span<const households::Person> rows) { insert(persons_, rows); }
void MemoryRegisterStore::update_persons(std::span<const households::Person> rows) { update(persons_, rows); }
void MemoryRegisterStore::insert_steps(std::span<const households::ProcedureStep> rows) { insert(steps_, rows); }
void MemoryRegisterStore::update_steps(std::span<const households::ProcedureStep> rows) { update(steps_, rows); }
void MemoryRegisterStore::insert_scores(std::span<const households::Score> rows) { insert(scores_, rows); }
void MemoryRegisterStore::insert_items(std::span<const households::ChecklistItem> rows) { insert(items_, rows); }
void MemoryRegisterStore::insert_erasures(std::span<const households::Erasure> rows) { insert(erasures_, rows); }

}  // namespace mingzhang::tests
