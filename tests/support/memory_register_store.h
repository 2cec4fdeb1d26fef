// SPDX-License-Identifier: Apache-2.0
// A register's rows in plain maps, so that households/ can be tested without SQL: naive on purpose, strict about its use.
#pragma once

#include <map>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "households/register_store.h"

namespace mingzhang::tests {

/// Keeps what was inserted. Aborts where a row is inserted twice or updated before it was inserted.
class MemoryRegisterStore final : public households::RegisterStore {
 public:
  /// Every row as one line of text, table by table in the order of their keys; equal dumps mean equal registers.
  std::vector<std::string> dump() const;

  std::vector<households::Division> divisions() override;
  std::vector<households::Spell> spells_of(std::string_view household) override;
  std::vector<households::Stay> stays_in(std::string_view household) override;
  std::optional<households::Person> person(std::string_view code) override;
  std::string greatest_household() override;
  std::string greatest_person() override;
  std::vector<households::ProcedureStep> steps_of(std::string_view household) override;
  std::vector<households::Score> scores_of(std::string_view household) override;
  std::vector<households::ChecklistItem> items_of(std::string_view household) override;
  std::optional<households::Erasure> erasure(std::string_view person) override;

  void spells_on(Date date, const households::VisitSpell& visit) override;
  void spells_between(Date from, Date to, const households::VisitSpell& visit) override;
  void spells_in(std::string_view division, Date date, const households::VisitSpell& visit) override;
  void stays_on(Date date, const households::VisitStay& visit) override;
  std::vector<households::Stay> stays_of(std::string_view person) override;

  void insert_divisions(std::span<const households::Division> rows) override;
  void update_divisions(std::span<const households::Division> rows) override;
  void insert_spells(std::span<const households::Spell> rows) override;
  void update_spells(std::span<const households::Spell> rows) override;
  void insert_stays(std::span<const households::Stay> rows) override;
  void update_stays(std::span<const households::Stay> rows) override;
  void insert_persons(std::span<const households::Person> rows) override;
  void update_persons(std::span<const households::Person> rows) override;
  void insert_steps(std::span<const households::ProcedureStep> rows) override;
  void update_steps(std::span<const households::ProcedureStep> rows) override;
  void insert_scores(std::span<const households::Score> rows) override;
  void insert_items(std::span<const households::ChecklistItem> rows) override;
  void insert_erasures(std::span<const households::Erasure> rows) override;

 private:
  using Key = std::tuple<std::string, std::string, std::int64_t, std::string>;

  std::map<std::string, households::Division> divisions_;
  std::map<Key, households::Spell> spells_;
  std::map<Key, households::Stay> stays_;
  std::map<std::string, households::Person> persons_;
  std::map<std::tuple<std::string, std::string, std::int64_t, std::int64_t>, households::ProcedureStep> steps_;
  std::map<Key, households::Score> scores_;
  std::map<Key, households::ChecklistItem> items_;
  std::map<std::string, households::Erasure> erasures_;
};

/// Every member of a row, in the order of its declaration, separated by '|'.
std::string text_of(const households::Division& row);
std::string text_of(const households::Spell& row);
std::string text_of(const households::Stay& row);
std::string text_of(const households::Person& row);
std::string text_of(const households::ProcedureStep& row);
std::string text_of(const households::Score& row);
std::string text_of(const households::ChecklistItem& row);
std::string text_of(const households::Erasure& row);

}  // namespace mingzhang::tests
