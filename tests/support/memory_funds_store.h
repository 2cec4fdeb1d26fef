// SPDX-License-Identifier: Apache-2.0
// The rows of one book's funds in plain maps, so that funds/ can be tested without SQL: naive, and strict about its use.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/check.h"
#include "funds/funds_store.h"
#include "tests/support/memory_table.h"

namespace mingzhang::tests {

// Every member of a row, in the order of its declaration, separated by '|'.
std::string text_of(const funds::Indicator& row);
std::string text_of(const funds::Movement& row);
std::string text_of(const funds::ProjectPlan& row);
std::string text_of(const funds::Gate& row);
std::string text_of(const funds::Target& row);
std::string text_of(const funds::Advance& row);
std::string text_of(const funds::DisbursementList& row);
std::string text_of(const funds::ListRow& row);
std::string text_of(const funds::Benefit& row);
std::string text_of(const funds::BenefitTotal& row);
std::string text_of(const funds::PotDay& row);

/// Keeps what was inserted.
class MemoryFundsStore final : public funds::FundsStore {
 public:
  /// Every row as one line of text, table by table in the order of their keys; equal dumps mean equal funds.
  std::vector<std::string> dump() const;

  std::optional<funds::Indicator> indicator(std::string_view code) override;
  std::optional<funds::Indicator> indicator(funds::IndicatorId id) override;
  std::optional<funds::ProjectPlan> plan(std::string_view code) override;
  std::optional<funds::ProjectPlan> plan(funds::ProjectPlanId id) override;
  std::optional<funds::DisbursementList> list(std::string_view code) override;
  std::optional<funds::DisbursementList> list(funds::ListId id) override;
  std::optional<funds::DisbursementList> list_with_digest(std::string_view digest) override;
  std::optional<funds::Movement> movement(std::string_view code) override;
  std::optional<funds::Movement> movement(funds::MovementId id) override;
  std::int64_t indicator_count() override { return indicators_.count(); }
  std::int64_t plan_count() override { return plans_.count(); }
  std::int64_t list_count() override { return lists_.count(); }
  std::int64_t movement_count() override { return movements_.count(); }

  std::optional<funds::Target> target(const funds::TargetKey& key) override { return targets_.find(key); }
  std::optional<funds::Advance> advance(funds::MovementId id) override { return advances_.find(id.value); }
  std::vector<funds::Gate> gates_of(funds::ProjectPlanId plan) override;
  std::optional<funds::ListRow> row(const funds::ListRowKey& key) override;
  void rows_of(funds::ListId list, const funds::VisitRow& visit) override;
  std::optional<funds::Benefit> benefit(std::string_view claim) override { return benefits_.find(std::string(claim)); }
  std::optional<funds::Benefit> benefit_of(funds::MovementId movement) override;
  std::optional<funds::BenefitTotal> benefit_total(const funds::BenefitKey& key) override;
  std::vector<funds::PotDay> pot_days(const funds::Pot& pot) override;

  std::vector<funds::Indicator> indicators() override { return indicators_.all(); }
  std::vector<funds::ProjectPlan> plans() override { return plans_.all(); }
  std::vector<funds::DisbursementList> lists() override { return lists_.all(); }
  std::vector<funds::Target> targets_of(funds::MovementId allocation) override;
  std::vector<funds::Target> targets() override { return targets_.all(); }
  std::vector<funds::Advance> advances() override { return advances_.all(); }
  void movements_of(funds::IndicatorId indicator, const funds::VisitMovement& visit) override;
  void movements_of_project(std::string_view project, const funds::VisitMovement& visit) override;
  std::vector<funds::ListRow> rows_of_household(std::string_view household) override;
  std::vector<funds::Benefit> benefits_of_household(std::string_view household) override;
  std::vector<funds::BenefitTotal> benefit_totals() override { return totals_.all(); }
  void all_benefits(const funds::VisitBenefit& visit) override;
  void all_movements(const funds::VisitMovement& visit) override;
  void all_pot_days(const funds::VisitPotDay& visit) override;

  void insert_indicators(std::span<const funds::Indicator> rows) override { indicators_.insert(rows); }
  void update_indicators(std::span<const funds::Indicator> rows) override { indicators_.update(rows); }
  void insert_plans(std::span<const funds::ProjectPlan> rows) override { plans_.insert(rows); }
  void update_plans(std::span<const funds::ProjectPlan> rows) override { plans_.update(rows); }
  void insert_gates(std::span<const funds::Gate> rows) override { gates_.insert(rows); }
  void update_gates(std::span<const funds::Gate> rows) override { gates_.update(rows); }
  void insert_lists(std::span<const funds::DisbursementList> rows) override { lists_.insert(rows); }
  void update_lists(std::span<const funds::DisbursementList> rows) override { lists_.update(rows); }
  void insert_rows(std::span<const funds::ListRow> rows) override { rows_.insert(rows); }
  void update_rows(std::span<const funds::ListRow> rows) override { rows_.update(rows); }
  void insert_movements(std::span<const funds::Movement> rows) override { movements_.insert(rows); }
  void update_movements(std::span<const funds::Movement> rows) override { movements_.update(rows); }
  void insert_targets(std::span<const funds::Target> rows) override { targets_.insert(rows); }
  void update_targets(std::span<const funds::Target> rows) override { targets_.update(rows); }
  void insert_advances(std::span<const funds::Advance> rows) override { advances_.insert(rows); }
  void update_advances(std::span<const funds::Advance> rows) override { advances_.update(rows); }
  void insert_benefits(std::span<const funds::Benefit> rows) override { benefits_.insert(rows); }
  void insert_benefit_totals(std::span<const funds::BenefitTotal> rows) override { totals_.insert(rows); }
  void update_benefit_totals(std::span<const funds::BenefitTotal> rows) override { totals_.update(rows); }
  void insert_pot_days(std::span<const funds::PotDay> rows) override { pot_days_.insert(rows); }
  void update_pot_days(std::span<const funds::PotDay> rows) override { pot_days_.update(rows); }

 private:
  using Pair = std::pair<std::int64_t, std::int64_t>;
  using TotalKey = std::tuple<std::string, std::string, std::int64_t>;
  using DayKey = std::pair<funds::Pot, Date>;

  MemoryTable<std::int64_t, funds::Indicator> indicators_{[](const funds::Indicator& row) { return row.id.value; }};
  MemoryTable<std::int64_t, funds::Movement> movements_{[](const funds::Movement& row) { return row.id.value; }};
  MemoryTable<std::int64_t, funds::ProjectPlan> plans_{[](const funds::ProjectPlan& row) { return row.id.value; }};
  MemoryTable<std::int64_t, funds::DisbursementList> lists_{[](const funds::DisbursementList& row) { return row.id.value; }};
  MemoryTable<funds::TargetKey, funds::Target> targets_{[](const funds::Target& row) { return row.key; }};
  MemoryTable<std::int64_t, funds::Advance> advances_{[](const funds::Advance& row) { return row.id.value; }};
  MemoryTable<Pair, funds::Gate> gates_{[](const funds::Gate& row) { return Pair{row.plan.value, row.number}; }};
  MemoryTable<Pair, funds::ListRow> rows_{[](const funds::ListRow& row) { return Pair{row.key.list.value, row.key.number}; }};
  MemoryTable<std::string, funds::Benefit> benefits_{[](const funds::Benefit& row) { return row.claim; }};
  MemoryTable<TotalKey, funds::BenefitTotal> totals_{
      [](const funds::BenefitTotal& row) { return TotalKey{row.key.programme, row.key.person, row.key.year}; }};
  MemoryTable<DayKey, funds::PotDay> pot_days_{[](const funds::PotDay& row) { return DayKey{row.pot, row.date}; }};
};

}  // namespace mingzhang::tests
