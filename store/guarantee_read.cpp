// SPDX-License-Identifier: Apache-2.0
// Reading pools and their movements.
#include <string>

#include "store/guarantee_sql.h"
#include "store/guarantee_tables.h"
#include "store/reading.h"
#include "store/rows.h"

namespace mingzhang::store {
namespace {

// The members below stand in the order of the columns of store/guarantee_tables.h.

guarantee::Pool read_pool(Cells& cells) {
  guarantee::Pool pool;
  pool.id = cells.id<guarantee::PoolId>();
  pool.code = cells.text();
  pool.name = cells.text();
  pool.bank = cells.text();
  pool.place = cells.text();
  pool.terms.multiple = cells.integer();
  pool.terms.npl_tolerance = cells.integer();
  pool.terms.alert_percent = cells.integer();
  pool.accounts.bank = cells.optional_text();
  pool.accounts.deposit = cells.optional_text();
  pool.accounts.receivable = cells.optional_text();
  pool.deposit = cells.money();
  pool.exposure = cells.money();
  pool.balance = cells.money();
  pool.bad = cells.money();
  pool.stop_reason = cells.optional_text();
  pool.date = cells.date();
  pool.seq = cells.integer();
  return pool;
}

guarantee::Contributor read_contributor(Cells& cells) {
  const std::int64_t number = cells.integer();
  if (number < 0 || number > static_cast<std::int64_t>(guarantee::Contributor::Institution)) cells.refuse();
  return static_cast<guarantee::Contributor>(number);
}

guarantee::Movement read_movement(Cells& cells) {
  guarantee::Movement movement;
  movement.id = cells.id<guarantee::MovementId>();
  movement.code = cells.text();
  movement.kind = cells.word(guarantee::MovementKind::LossWriteOff);
  movement.seq = cells.integer();
  movement.vouchers = cells.integer();
  movement.date = cells.date();
  movement.pool = cells.id<guarantee::PoolId>();
  movement.amount = cells.money();
  movement.fund = cells.optional_text();
  movement.document = cells.optional_text();
  movement.party = cells.optional_text();
  movement.reason = cells.optional_text();
  movement.risk_fund = cells.id<guarantee::RiskFundId>();
  movement.claim = cells.id<guarantee::ClaimId>();
  movement.contributor = read_contributor(cells);
  movement.loan = cells.optional_text();
  movement.own = cells.money();
  return movement;
}

constexpr Reading<guarantee::Pool> kPools{kGuaranteePoolTable, read_pool};
constexpr Reading<guarantee::Movement> kMovements{kGuaranteeMovementTable, read_movement};

}  // namespace

// Each SQL text is made once, on its first use; the connection keeps the prepared statement.

std::optional<guarantee::Pool> GuaranteeSql::pool(std::string_view code) {
  static const std::string sql = kPools.select("AND code = ?");
  return one_row(connection_, sql, kPools, book_id_, code);
}

std::optional<guarantee::Pool> GuaranteeSql::pool(guarantee::PoolId id) {
  static const std::string sql = kPools.select("AND pool_id = ?");
  return one_row(connection_, sql, kPools, book_id_, id.value);
}

std::vector<guarantee::Pool> GuaranteeSql::pools() {
  static const std::string sql = kPools.select("ORDER BY pool_id");
  return all_rows(connection_, sql, kPools, book_id_);
}

std::int64_t GuaranteeSql::pool_count() {
  return number_or_zero(connection_, "SELECT pool_id FROM guarantee_pool WHERE book_id = ? ORDER BY pool_id DESC LIMIT 1",
                        book_id_);
}

std::optional<guarantee::Movement> GuaranteeSql::movement(std::string_view code) {
  static const std::string sql = kMovements.select("AND code = ?");
  return one_row(connection_, sql, kMovements, book_id_, code);
}

std::optional<guarantee::Movement> GuaranteeSql::movement(guarantee::MovementId id) {
  static const std::string sql = kMovements.select("AND movement_id = ?");
  return one_row(connection_, sql, kMovements, book_id_, id.value);
}

std::vector<guarantee::Movement> GuaranteeSql::movements_of(guarantee::PoolId pool) {
  static const std::string sql = kMovements.select("AND pool_id BETWEEN ? AND ? ORDER BY pool_id, movement_id");
  return all_rows(connection_, sql, kMovements, book_id_, pool.value, pool.value);
}

std::vector<guarantee::Movement> GuaranteeSql::movements_of(guarantee::RiskFundId fund) {
  static const std::string sql = kMovements.select("AND risk_fund_id BETWEEN ? AND ? ORDER BY risk_fund_id, movement_id");
  return all_rows(connection_, sql, kMovements, book_id_, fund.value, fund.value);
}

std::int64_t GuaranteeSql::movement_count() {
  return number_or_zero(
      connection_, "SELECT movement_id FROM guarantee_movement WHERE book_id = ? ORDER BY movement_id DESC LIMIT 1", book_id_);
}

}  // namespace mingzhang::store
