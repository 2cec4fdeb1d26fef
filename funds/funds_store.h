// SPDX-License-Identifier: Apache-2.0
// What funds/ needs from storage: the rows of one book's projections, read one by one, written in bulk.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "funds/allocation.h"
#include "funds/benefit.h"
#include "funds/disbursement.h"
#include "funds/indicator.h"
#include "funds/pots.h"
#include "funds/project_plan.h"

namespace mingzhang::funds {

using VisitRow = std::function<void(const ListRow&)>;
using VisitPotDay = std::function<void(const PotDay&)>;
using VisitMovement = std::function<void(const Movement&)>;
using VisitBenefit = std::function<void(const Benefit&)>;

/// Reads and writes the projections of one book, inside a transaction that somebody else holds.
/// Reads see what was written before in the same transaction. Every failure throws WorldError.
class FundsStore {
 public:
  virtual ~FundsStore() = default;

  virtual std::optional<Indicator> indicator(std::string_view code) = 0;
  virtual std::optional<Indicator> indicator(IndicatorId id) = 0;
  virtual std::optional<ProjectPlan> plan(std::string_view code) = 0;
  virtual std::optional<ProjectPlan> plan(ProjectPlanId id) = 0;
  virtual std::optional<DisbursementList> list(std::string_view code) = 0;
  virtual std::optional<DisbursementList> list(ListId id) = 0;
  /// The newest list with these rows, withdrawn or not.
  virtual std::optional<DisbursementList> list_with_digest(std::string_view digest) = 0;
  /// By the code that vouchers carry as their source: the way from a voucher to the record that moved the money.
  virtual std::optional<Movement> movement(std::string_view code) = 0;
  virtual std::optional<Movement> movement(MovementId id) = 0;
  /// Largest ids given so far.
  virtual std::int64_t indicator_count() = 0;
  virtual std::int64_t plan_count() = 0;
  virtual std::int64_t list_count() = 0;
  virtual std::int64_t movement_count() = 0;

  virtual std::optional<Target> target(const TargetKey& key) = 0;
  virtual std::optional<Advance> advance(MovementId id) = 0;
  virtual std::vector<Gate> gates_of(ProjectPlanId plan) = 0;  ///< by number
  virtual std::optional<ListRow> row(const ListRowKey& key) = 0;
  virtual void rows_of(ListId list, const VisitRow& visit) = 0;  ///< by number
  virtual std::optional<Benefit> benefit(std::string_view claim) = 0;
  virtual std::optional<Benefit> benefit_of(MovementId movement) = 0;
  virtual std::optional<BenefitTotal> benefit_total(const BenefitKey& key) = 0;
  virtual std::vector<PotDay> pot_days(const Pot& pot) = 0;  ///< by day

  // For reports.
  virtual std::vector<Indicator> indicators() = 0;  ///< all, by id
  virtual std::vector<ProjectPlan> plans() = 0;     ///< all, by id
  virtual std::vector<DisbursementList> lists() = 0;  ///< all, by id
  virtual std::vector<Target> targets_of(MovementId allocation) = 0;  ///< by number
  virtual std::vector<Target> targets() = 0;                          ///< all, by allocation and number
  virtual std::vector<Advance> advances() = 0;                        ///< all, by id
  /// Of the indicator, also what was carried into it, by id.
  virtual void movements_of(IndicatorId indicator, const VisitMovement& visit) = 0;
  virtual void movements_of_project(std::string_view project, const VisitMovement& visit) = 0;  ///< by id
  virtual std::vector<ListRow> rows_of_household(std::string_view household) = 0;  ///< by list and number
  virtual std::vector<Benefit> benefits_of_household(std::string_view household) = 0;  ///< by movement
  virtual std::vector<BenefitTotal> benefit_totals() = 0;  ///< by programme, person and year
  virtual void all_benefits(const VisitBenefit& visit) = 0;  ///< one after the other, by movement
  virtual void all_movements(const VisitMovement& visit) = 0;  ///< one after the other, by id
  /// Every day of every pot, by pot and day.
  virtual void all_pot_days(const VisitPotDay& visit) = 0;

  virtual void insert_indicators(std::span<const Indicator> rows) = 0;
  virtual void update_indicators(std::span<const Indicator> rows) = 0;
  virtual void insert_plans(std::span<const ProjectPlan> rows) = 0;
  virtual void update_plans(std::span<const ProjectPlan> rows) = 0;
  virtual void insert_gates(std::span<const Gate> rows) = 0;
  virtual void update_gates(std::span<const Gate> rows) = 0;
  virtual void insert_lists(std::span<const DisbursementList> rows) = 0;
  virtual void update_lists(std::span<const DisbursementList> rows) = 0;
  virtual void insert_rows(std::span<const ListRow> rows) = 0;
  virtual void update_rows(std::span<const ListRow> rows) = 0;
  virtual void insert_movements(std::span<const Movement> rows) = 0;
  virtual void update_movements(std::span<const Movement> rows) = 0;
  virtual void insert_targets(std::span<const Target> rows) = 0;
  virtual void update_targets(std::span<const Target> rows) = 0;
  virtual void insert_advances(std::span<const Advance> rows) = 0;
  virtual void update_advances(std::span<const Advance> rows) = 0;
  virtual void insert_benefits(std::span<const Benefit> rows) = 0;
  virtual void insert_benefit_totals(std::span<const BenefitTotal> rows) = 0;
  virtual void update_benefit_totals(std::span<const BenefitTotal> rows) = 0;
  virtual void insert_pot_days(std::span<const PotDay> rows) = 0;
  virtual void update_pot_days(std::span<const PotDay> rows) = 0;
};

}  // namespace mingzhang::funds
