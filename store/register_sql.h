// SPDX-License-Identifier: Apache-2.0
// The register of one book in SQL.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "households/register_store.h"
#include "store/connection.h"

namespace mingzhang::store {

/// See `households::RegisterStore`. Empty optional texts are stored as NULL and come back empty. A row with an impossible
/// value throws WorldError Damaged.
class RegisterSql final : public households::RegisterStore {
 public:
  /// `connection` must outlive this store.
  RegisterSql(Connection& connection, std::int64_t book_id) : connection_(connection), book_id_(book_id) {}

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
  Connection& connection_;
  std::int64_t book_id_;
};

}  // namespace mingzhang::store
