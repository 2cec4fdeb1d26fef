// SPDX-License-Identifier: Apache-2.0
// Reading indicators, their movements, project plans and gates.
#include <string>

#include "store/funds_sql.h"
#include "store/funds_tables.h"
#include "store/reading.h"
#include "store/rows.h"

namespace mingzhang::store {
namespace {

// Braces evaluate from left to right, so the members below stand in the order of the columns of store/funds_tables.h.

funds::Indicator read_indicator(Cells& cells) {
  return {cells.id<funds::IndicatorId>(),
          cells.text(),
          cells.text(),
          cells.word(funds::Level::Donated),
          cells.text(),
          cells.date(),
          cells.date(),
          cells.optional_text(),
          cells.money(),
          cells.money(),
          cells.money(),
          cells.money(),
          cells.money(),
          cells.money(),
          cells.money(),
          cells.money(),
          cells.money(),
          cells.money(),
          cells.integer()};
}

funds::Movement read_movement(Cells& cells) {
  return {cells.id<funds::MovementId>(),
          cells.text(),
          cells.word(funds::MovementKind::Recovery),
          cells.integer(),
          cells.integer(),
          cells.date(),
          cells.id<funds::IndicatorId>(),
          cells.id<funds::IndicatorId>(),
          cells.id<funds::MovementId>(),
          cells.integer(),
          cells.id<funds::ListId>(),
          cells.id<funds::MovementId>(),
          cells.optional_text(),
          cells.money(),
          cells.money()};
}

funds::ProjectPlan read_plan(Cells& cells) {
  return {cells.id<funds::ProjectPlanId>(),
          cells.text(),
          cells.text(),
          cells.text(),
          cells.date(),
          cells.money(),
          cells.integer(),
          cells.integer(),
          cells.integer(),
          cells.integer()};
}

funds::Gate read_gate(Cells& cells) {
  return {cells.id<funds::ProjectPlanId>(), cells.integer(),       cells.text(),   cells.date(),
          cells.optional_text(),            cells.optional_text(), cells.integer()};
}

constexpr Reading<funds::Indicator> kIndicators{kIndicatorTable, read_indicator};
constexpr Reading<funds::Movement> kMovements{kMovementTable, read_movement};
constexpr Reading<funds::ProjectPlan> kPlans{kPlanTable, read_plan};
constexpr Reading<funds::Gate> kGates{kGateTable, read_gate};

}  // namespace

// Each SQL text is made once, on its first use; the connection keeps the prepared statement.

std::optional<funds::Indicator> FundsSql::indicator(std::string_view code) {
  static const std::string sql = kIndicators.select("AND code = ?");
  return one_row(connection_, sql, kIndicators, book_id_, code);
}

std::optional<funds::Indicator> FundsSql::indicator(funds::IndicatorId id) {
  static const std::string sql = kIndicators.select("AND indicator_id = ?");
  return one_row(connection_, sql, kIndicators, book_id_, id.value);
}

std::vector<funds::Indicator> FundsSql::indicators() {
  static const std::string sql = kIndicators.select("ORDER BY indicator_id");
  return all_rows(connection_, sql, kIndicators, book_id_);
}

std::optional<funds::ProjectPlan> FundsSql::plan(std::string_view code) {
  static const std::string sql = kPlans.select("AND code = ?");
  return one_row(connection_, sql, kPlans, book_id_, code);
}

std::optional<funds::ProjectPlan> FundsSql::plan(funds::ProjectPlanId id) {
  static const std::string sql = kPlans.select("AND plan_id = ?");
  return one_row(connection_, sql, kPlans, book_id_, id.value);
}

std::vector<funds::ProjectPlan> FundsSql::plans() {
  static const std::string sql = kPlans.select("ORDER BY plan_id");
  return all_rows(connection_, sql, kPlans, book_id_);
}

std::vector<funds::Gate> FundsSql::gates_of(funds::ProjectPlanId plan) {
  static const std::string sql = kGates.select("AND plan_id = ? ORDER BY number");
  return all_rows(connection_, sql, kGates, book_id_, plan.value);
}

std::optional<funds::Movement> FundsSql::movement(std::string_view code) {
  static const std::string sql = kMovements.select("AND code = ?");
  return one_row(connection_, sql, kMovements, book_id_, code);
}

std::optional<funds::Movement> FundsSql::movement(funds::MovementId id) {
  static const std::string sql = kMovements.select("AND movement_id = ?");
  return one_row(connection_, sql, kMovements, book_id_, id.value);
}

void FundsSql::movements_of(funds::IndicatorId indicator, const funds::VisitMovement& visit) {
  static const std::string sql_into = kMovements.select("AND into_id BETWEEN ? AND ? ORDER BY into_id, movement_id");
  static const std::string sql = kMovements.select("AND indicator_id BETWEEN ? AND ? ORDER BY indicator_id, movement_id");
  // What was carried into an indicator is little; both are handed over in one order.
  const std::vector<funds::Movement> carried = all_rows(connection_, sql_into, kMovements, book_id_, indicator.value, indicator.value);
  auto next = carried.begin();
  const auto hand_over = [&](const funds::Movement& movement) {
    for (; next != carried.end() && next->id < movement.id; ++next) visit(*next);
    visit(movement);
  };
  visit_rows(connection_, sql, kMovements, hand_over, book_id_, indicator.value, indicator.value);
  for (; next != carried.end(); ++next) visit(*next);
}

void FundsSql::all_movements(const funds::VisitMovement& visit) {
  static const std::string sql = kMovements.select("ORDER BY movement_id");
  visit_rows(connection_, sql, kMovements, visit, book_id_);
}

void FundsSql::movements_of_project(std::string_view project, const funds::VisitMovement& visit) {
  static const std::string sql = kMovements.select("AND project BETWEEN ? AND ? ORDER BY project, movement_id");
  visit_rows(connection_, sql, kMovements, visit, book_id_, project, project);
}

std::int64_t FundsSql::indicator_count() {
  return number_or_zero(connection_,
                        "SELECT indicator_id FROM indicator WHERE book_id = ? ORDER BY indicator_id DESC LIMIT 1",
                        book_id_);
}

std::int64_t FundsSql::plan_count() {
  return number_or_zero(connection_, "SELECT plan_id FROM project_plan WHERE book_id = ? ORDER BY plan_id DESC LIMIT 1",
                        book_id_);
}

std::int64_t FundsSql::movement_count() {
  return number_or_zero(connection_,
                        "SELECT movement_id FROM movement WHERE book_id = ? ORDER BY movement_id DESC LIMIT 1", book_id_);
}

}  // namespace mingzhang::store
