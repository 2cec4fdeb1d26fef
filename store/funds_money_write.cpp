// SPDX-License-Identifier: Apache-2.0
// Writing targets, advances, payment lists, benefits and the days of the pots.
#include "base/check.h"
#include "store/funds_sql.h"
#include "store/funds_tables.h"
#include "store/rows.h"

namespace mingzhang::store {
namespace {

// One function per table gives the cells of a row; the case numbers are the columns of store/funds_tables.h.

Value target_cell(const funds::Target& target, std::size_t column) {
  switch (column) {
    case 1:
      return integer_cell(target.key.allocation.value);
    case 2:
      return integer_cell(target.key.number);
    case 3:
      return integer_cell(target.indicator.value);
    case 4:
      return word_cell(target.kind);
    case 5:
      return text_cell(target.subject);
    case 6:
      return text_cell(target.project);
    case 7:
      return integer_cell(target.date.days());
    case 8:
      return money_cell(target.amount);
    case 9:
      return money_cell(target.returned);
    case 10:
      return money_cell(target.reimbursed);
    case 11:
      return money_cell(target.advanced);
    case 12:
      return money_cell(target.listed);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

Value advance_cell(const funds::Advance& advance, std::size_t column) {
  switch (column) {
    case 1:
      return integer_cell(advance.id.value);
    case 2:
      return text_cell(advance.code);
    case 3:
      return integer_cell(advance.target.allocation.value);
    case 4:
      return integer_cell(advance.target.number);
    case 5:
      return integer_cell(advance.indicator.value);
    case 6:
      return text_cell(advance.project);
    case 7:
      return text_cell(advance.payee);
    case 8:
      return integer_cell(advance.date.days());
    case 9:
      return money_cell(advance.amount);
    case 10:
      return money_cell(advance.settled);
    case 11:
      return money_cell(advance.returned);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

Value list_cell(const funds::DisbursementList& list, std::size_t column) {
  switch (column) {
    case 1:
      return integer_cell(list.id.value);
    case 2:
      return text_cell(list.code);
    case 3:
      return integer_cell(list.indicator.value);
    case 4:
      return integer_cell(list.target.allocation.value);
    case 5:
      return integer_cell(list.target.number);
    case 6:
      return text_cell(list.project);
    case 7:
      return text_cell(list.title);
    case 8:
      return integer_cell(list.date.days());
    case 9:
      return integer_cell(list.publicity_end.days());
    case 10:
      return text_cell(list.digest);
    case 11:
      return integer_cell(list.rows);
    case 12:
      return money_cell(list.total);
    case 13:
      return money_cell(list.submitted);
    case 14:
      return money_cell(list.paid);
    case 15:
      return money_cell(list.returned);
    case 16:
      return money_cell(list.repaid);
    case 17:
      return money_cell(list.cancelled);
    case 18:
      return flag_cell(list.is_withdrawn);
    case 19:
      return integer_cell(list.seq);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

Value row_cell(const funds::ListRow& row, std::size_t column) {
  switch (column) {
    case 1:
      return integer_cell(row.key.list.value);
    case 2:
      return integer_cell(row.key.number);
    case 3:
      return text_cell(row.household);
    case 4:
      return text_cell(row.person);
    case 5:
      return money_cell(row.amount);
    case 6:
      return bytes_cell(row.payee);
    case 7:
      return word_cell(row.state);
    case 8:
      return integer_cell(row.changed.days());
    case 9:
      return integer_cell(row.paid_by.value);
    case 10:
      return text_cell(row.reason);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

Value benefit_cell(const funds::Benefit& benefit, std::size_t column) {
  switch (column) {
    case 1:
      return bytes_cell(benefit.claim);
    case 2:
      return integer_cell(benefit.movement.value);
    case 3:
      return text_cell(benefit.programme);
    case 4:
      return text_cell(benefit.person);
    case 5:
      return text_cell(benefit.household);
    case 6:
      return integer_cell(benefit.year);
    case 7:
      return integer_cell(benefit.date.days());
    case 8:
      return money_cell(benefit.eligible);
    case 9:
      return money_cell(benefit.amount);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

Value total_cell(const funds::BenefitTotal& total, std::size_t column) {
  switch (column) {
    case 1:
      return text_cell(total.key.programme);
    case 2:
      return text_cell(total.key.person);
    case 3:
      return integer_cell(total.key.year);
    case 4:
      return money_cell(total.claimed);
    case 5:
      return money_cell(total.paid);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

Value day_cell(const funds::PotDay& day, std::size_t column) {
  switch (column) {
    case 1:
      return word_cell(day.pot.kind);
    case 2:
      return integer_cell(day.pot.owner);
    case 3:
      return integer_cell(day.pot.number);
    case 4:
      return integer_cell(day.date.days());
    case 5:
      return money_cell(day.received);
    case 6:
      return money_cell(day.used);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

}  // namespace

void FundsSql::insert_targets(std::span<const funds::Target> rows) {
  store::insert_rows(connection_, kTargetTable, BookRows<funds::Target, target_cell>(book_id_, rows));
}

void FundsSql::update_targets(std::span<const funds::Target> rows) {
  store::update_rows(connection_, kTargetTable, BookRows<funds::Target, target_cell>(book_id_, rows));
}

void FundsSql::insert_advances(std::span<const funds::Advance> rows) {
  store::insert_rows(connection_, kAdvanceTable, BookRows<funds::Advance, advance_cell>(book_id_, rows));
}

void FundsSql::update_advances(std::span<const funds::Advance> rows) {
  store::update_rows(connection_, kAdvanceTable, BookRows<funds::Advance, advance_cell>(book_id_, rows));
}

void FundsSql::insert_lists(std::span<const funds::DisbursementList> rows) {
  store::insert_rows(connection_, kListTable, BookRows<funds::DisbursementList, list_cell>(book_id_, rows));
}

void FundsSql::update_lists(std::span<const funds::DisbursementList> rows) {
  store::update_rows(connection_, kListTable, BookRows<funds::DisbursementList, list_cell>(book_id_, rows));
}

void FundsSql::insert_rows(std::span<const funds::ListRow> rows) {
  store::insert_rows(connection_, kListRowTable, BookRows<funds::ListRow, row_cell>(book_id_, rows));
}

void FundsSql::update_rows(std::span<const funds::ListRow> rows) {
  store::update_rows(connection_, kListRowTable, BookRows<funds::ListRow, row_cell>(book_id_, rows));
}

void FundsSql::insert_benefits(std::span<const funds::Benefit> rows) {
  store::insert_rows(connection_, kBenefitTable, BookRows<funds::Benefit, benefit_cell>(book_id_, rows));
}

void FundsSql::insert_benefit_totals(std::span<const funds::BenefitTotal> rows) {
  store::insert_rows(connection_, kBenefitTotalTable, BookRows<funds::BenefitTotal, total_cell>(book_id_, rows));
}

void FundsSql::update_benefit_totals(std::span<const funds::BenefitTotal> rows) {
  store::update_rows(connection_, kBenefitTotalTable, BookRows<funds::BenefitTotal, total_cell>(book_id_, rows));
}

void FundsSql::insert_pot_days(std::span<const funds::PotDay> rows) {
  store::insert_rows(connection_, kPotDayTable, BookRows<funds::PotDay, day_cell>(book_id_, rows));
}

void FundsSql::update_pot_days(std::span<const funds::PotDay> rows) {
  store::update_rows(connection_, kPotDayTable, BookRows<funds::PotDay, day_cell>(book_id_, rows));
}

}  // namespace mingzhang::store
