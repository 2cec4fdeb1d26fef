// SPDX-License-Identifier: Apache-2.0
// The projections of one book's funds in SQL.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "funds/funds_store.h"
#include "ledger/ids.h"
#include "store/connection.h"

namespace mingzhang::store {

/// See `funds::FundsStore`. Empty optional texts are stored as NULL and come back empty; a row with an impossible value
/// throws WorldError Damaged.
class FundsSql final : public funds::FundsStore {
 public:
  /// `connection` must outlive this store.
  FundsSql(Connection& connection, ledger::BookId book) : connection_(connection), book_id_(book.value) {}

  std::optional<funds::Indicator> indicator(std::string_view code) override;
  std::optional<funds::Indicator> indicator(funds::IndicatorId id) override;
  std::optional<funds::ProjectPlan> plan(std::string_view code) override;
  std::optional<funds::ProjectPlan> plan(funds::ProjectPlanId id) override;
  std::optional<funds::DisbursementList> list(std::string_view code) override;
  std::optional<funds::DisbursementList> list(funds::ListId id) override;
  std::optional<funds::DisbursementList> list_with_digest(std::string_view digest) override;
  std::optional<funds::Movement> movement(std::string_view code) override;
  std::optional<funds::Movement> movement(funds::MovementId id) override;
  std::int64_t indicator_count() override;
  std::int64_t plan_count() override;
  std::int64_t list_count() override;
  std::int64_t movement_count() override;
  std::optional<funds::Target> target(const funds::TargetKey& key) override;
  std::optional<funds::Advance> advance(funds::MovementId id) override;
  std::vector<funds::Gate> gates_of(funds::ProjectPlanId plan) override;
  std::optional<funds::ListRow> row(const funds::ListRowKey& key) override;
  void rows_of(funds::ListId list, const funds::VisitRow& visit) override;
  std::optional<funds::Benefit> benefit(std::string_view claim) override;
  std::optional<funds::Benefit> benefit_of(funds::MovementId movement) override;
  std::optional<funds::BenefitTotal> benefit_total(const funds::BenefitKey& key) override;
  std::vector<funds::PotDay> pot_days(const funds::Pot& pot) override;
  std::vector<funds::Indicator> indicators() override;
  std::vector<funds::ProjectPlan> plans() override;
  std::vector<funds::DisbursementList> lists() override;
  std::vector<funds::Target> targets_of(funds::MovementId allocation) override;
  std::vector<funds::Target> targets() override;
  std::vector<funds::Advance> advances() override;
  void movements_of(funds::IndicatorId indicator, const funds::VisitMovement& visit) override;
  void movements_of_project(std::string_view project, const funds::VisitMovement& visit) override;
  std::vector<funds::ListRow> rows_of_household(std::string_view household) override;
  std::vector<funds::Benefit> benefits_of_household(std::string_view household) override;
  std::vector<funds::BenefitTotal> benefit_totals() override;
  void all_benefits(const funds::VisitBenefit& visit) override;
  void all_movements(const funds::VisitMovement& visit) override;
  void all_pot_days(const funds::VisitPotDay& visit) override;
  void insert_indicators(std::span<const funds::Indicator> rows) override;
  void update_indicators(std::span<const funds::Indicator> rows) override;
  void insert_plans(std::span<const funds::ProjectPlan> rows) override;
  void update_plans(std::span<const funds::ProjectPlan> rows) override;
  void insert_gates(std::span<const funds::Gate> rows) override;
  void update_gates(std::span<const funds::Gate> rows) override;
  void insert_lists(std::span<const funds::DisbursementList> rows) override;
  void update_lists(std::span<const funds::DisbursementList> rows) override;
  void insert_rows(std::span<const funds::ListRow> rows) override;
  void update_rows(std::span<const funds::ListRow> rows) override;
  void insert_movements(std::span<const funds::Movement> rows) override;
  void update_movements(std::span<const funds::Movement> rows) override;
  void insert_targets(std::span<const funds::Target> rows) override;
  void update_targets(std::span<const funds::Target> rows) override;
  void insert_advances(std::span<const funds::Advance> rows) override;
  void update_advances(std::span<const funds::Advance> rows) override;
  void insert_benefits(std::span<const funds::Benefit> rows) override;
  void insert_benefit_totals(std::span<const funds::BenefitTotal> rows) override;
  void update_benefit_totals(std::span<const funds::BenefitTotal> rows) override;
  void insert_pot_days(std::span<const funds::PotDay> rows) override;
  void update_pot_days(std::span<const funds::PotDay> rows) override;

 private:
  Connection& connection_;
  std::int64_t book_id_;
};

}  // namespace mingzhang::store
