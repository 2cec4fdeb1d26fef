// SPDX-License-Identifier: Apache-2.0
// Writing pools and their movements.
#include "base/check.h"
#include "store/guarantee_sql.h"
#include "store/guarantee_tables.h"
#include "store/rows.h"

namespace mingzhang::store {
namespace {

// Column numbers are those of store/guarantee_tables.h, where book_id is column 0.

Value pool_cell(const guarantee::Pool& pool, std::size_t column) {
  switch (column) {
    case 1: return integer_cell(pool.id.value);
    case 2: return text_cell(pool.code);
    case 3: return text_cell(pool.name);
    case 4: return text_cell(pool.bank);
    case 5: return text_cell(pool.place);
    case 6: return integer_cell(pool.terms.multiple);
    case 7: return integer_cell(pool.terms.npl_tolerance);
    case 8: return integer_cell(pool.terms.alert_percent);
    case 9: return text_cell(pool.accounts.bank);
    case 10: return text_cell(pool.accounts.deposit);
    case 11: return text_cell(pool.accounts.receivable);
    case 12: return money_cell(pool.deposit);
    case 13: return money_cell(pool.exposure);
    case 14: return money_cell(pool.balance);
    case 15: return money_cell(pool.bad);
    case 16: return text_cell(pool.stop_reason);
    case 17: return integer_cell(pool.date.days());
    case 18: return integer_cell(pool.seq);
    default: MZ_CHECK(false); return Value::null();
  }
}

Value movement_cell(const guarantee::Movement& movement, std::size_t column) {
  switch (column) {
    case 1: return integer_cell(movement.id.value);
    case 2: return text_cell(movement.code);
    case 3: return word_cell(movement.kind);
    case 4: return integer_cell(movement.seq);
    case 5: return integer_cell(movement.vouchers);
    case 6: return integer_cell(movement.date.days());
    case 7: return integer_cell(movement.pool.value);
    case 8: return money_cell(movement.amount);
    case 9: return text_cell(movement.fund);
    case 10: return text_cell(movement.document);
    case 11: return text_cell(movement.party);
    case 12: return text_cell(movement.reason);
    case 13: return integer_cell(movement.risk_fund.value);
    case 14: return integer_cell(movement.claim.value);
    case 15: return word_cell(movement.contributor);
    case 16: return text_cell(movement.loan);
    case 17: return money_cell(movement.own);
    default: MZ_CHECK(false); return Value::null();
  }
}

}  // namespace

void GuaranteeSql::insert_pools(std::span<const guarantee::Pool> rows) {
  store::insert_rows(connection_, kGuaranteePoolTable, BookRows<guarantee::Pool, pool_cell>(book_id_, rows));
}

void GuaranteeSql::update_pools(std::span<const guarantee::Pool> rows) {
  store::update_rows(connection_, kGuaranteePoolTable, BookRows<guarantee::Pool, pool_cell>(book_id_, rows));
}

void GuaranteeSql::insert_movements(std::span<const guarantee::Movement> rows) {
  store::insert_rows(connection_, kGuaranteeMovementTable, BookRows<guarantee::Movement, movement_cell>(book_id_, rows));
}

}  // namespace mingzhang::store
