// SPDX-License-Identifier: Apache-2.0
// Writing indicators, their movements, project plans and gates.
#include "base/check.h"
#include "store/funds_sql.h"
#include "store/funds_tables.h"
#include "store/rows.h"

namespace mingzhang::store {
namespace {

// One function per table gives the cells of a row; the case numbers are the columns of store/funds_tables.h.

Value indicator_cell(const funds::Indicator& indicator, std::size_t column) {
  switch (column) {
    case 1:
      return integer_cell(indicator.id.value);
    case 2:
      return text_cell(indicator.code);
    case 3:
      return text_cell(indicator.document);
    case 4:
      return word_cell(indicator.level);
    case 5:
      return text_cell(indicator.purpose);
    case 6:
      return integer_cell(indicator.date.days());
    case 7:
      return integer_cell(indicator.deadline.days());
    case 8:
      return text_cell(indicator.assumption);
    case 9:
      return money_cell(indicator.amount);
    case 10:
      return money_cell(indicator.allocated);
    case 11:
      return money_cell(indicator.returned);
    case 12:
      return money_cell(indicator.listed);
    case 13:
      return money_cell(indicator.benefits);
    case 14:
      return money_cell(indicator.carried);
    case 15:
      return money_cell(indicator.recovered);
    case 16:
      return money_cell(indicator.advanced);
    case 17:
      return money_cell(indicator.reimbursed);
    case 18:
      return money_cell(indicator.paid);
    case 19:
      return integer_cell(indicator.seq);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

Value movement_cell(const funds::Movement& movement, std::size_t column) {
  switch (column) {
    case 1:
      return integer_cell(movement.id.value);
    case 2:
      return text_cell(movement.code);
    case 3:
      return word_cell(movement.kind);
    case 4:
      return integer_cell(movement.seq);
    case 5:
      return integer_cell(movement.vouchers);
    case 6:
      return integer_cell(movement.date.days());
    case 7:
      return integer_cell(movement.indicator.value);
    case 8:
      return integer_cell(movement.into.value);
    case 9:
      return integer_cell(movement.allocation.value);
    case 10:
      return integer_cell(movement.target);
    case 11:
      return integer_cell(movement.list.value);
    case 12:
      return integer_cell(movement.cause.value);
    case 13:
      return text_cell(movement.project);
    case 14:
      return money_cell(movement.amount);
    case 15:
      return money_cell(movement.taken_back);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

Value plan_cell(const funds::ProjectPlan& plan, std::size_t column) {
  switch (column) {
    case 1:
      return integer_cell(plan.id.value);
    case 2:
      return text_cell(plan.code);
    case 3:
      return text_cell(plan.title);
    case 4:
      return text_cell(plan.place);
    case 5:
      return integer_cell(plan.date.days());
    case 6:
      return money_cell(plan.budget);
    case 7:
      return integer_cell(plan.gates);
    case 8:
      return integer_cell(plan.signed_gates);
    case 9:
      return integer_cell(plan.money_gate);
    case 10:
      return integer_cell(plan.seq);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

Value gate_cell(const funds::Gate& gate, std::size_t column) {
  switch (column) {
    case 1:
      return integer_cell(gate.plan.value);
    case 2:
      return integer_cell(gate.number);
    case 3:
      return text_cell(gate.name);
    case 4:
      return integer_cell(gate.signed_on.days());
    case 5:
      return text_cell(gate.signed_by);
    case 6:
      return text_cell(gate.evidence);
    case 7:
      return integer_cell(gate.seq);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

}  // namespace

void FundsSql::insert_indicators(std::span<const funds::Indicator> rows) {
  store::insert_rows(connection_, kIndicatorTable, BookRows<funds::Indicator, indicator_cell>(book_id_, rows));
}

void FundsSql::update_indicators(std::span<const funds::Indicator> rows) {
  store::update_rows(connection_, kIndicatorTable, BookRows<funds::Indicator, indicator_cell>(book_id_, rows));
}

void FundsSql::insert_movements(std::span<const funds::Movement> rows) {
  store::insert_rows(connection_, kMovementTable, BookRows<funds::Movement, movement_cell>(book_id_, rows));
}

void FundsSql::update_movements(std::span<const funds::Movement> rows) {
  store::update_rows(connection_, kMovementTable, BookRows<funds::Movement, movement_cell>(book_id_, rows));
}

void FundsSql::insert_plans(std::span<const funds::ProjectPlan> rows) {
  store::insert_rows(connection_, kPlanTable, BookRows<funds::ProjectPlan, plan_cell>(book_id_, rows));
}

void FundsSql::update_plans(std::span<const funds::ProjectPlan> rows) {
  store::update_rows(connection_, kPlanTable, BookRows<funds::ProjectPlan, plan_cell>(book_id_, rows));
}

void FundsSql::insert_gates(std::span<const funds::Gate> rows) {
  store::insert_rows(connection_, kGateTable, BookRows<funds::Gate, gate_cell>(book_id_, rows));
}

void FundsSql::update_gates(std::span<const funds::Gate> rows) {
  store::update_rows(connection_, kGateTable, BookRows<funds::Gate, gate_cell>(book_id_, rows));
}

}  // namespace mingzhang::store
