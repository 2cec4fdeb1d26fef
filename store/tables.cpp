// SPDX-License-Identifier: Apache-2.0
// SQL texts and bulk writes that follow from a table's shape.
#include "store/tables.h"

#include <algorithm>
#include <cstdint>

#include "store/funds_tables.h"
#include "store/guarantee_tables.h"
#include "store/loans_tables.h"
#include "store/policy_tables.h"
#include "store/reconciliation_tables.h"
#include "store/register_tables.h"
#include "store/seal_tables.h"
#include "store/subsidy_tables.h"

namespace mingzhang::store {
namespace {

constexpr bool is_well_formed(const Table& table) {
  return table.columns.size() == table.types.size() && table.columns.front() == "book_id" && table.key_columns >= 1 &&
         table.key_columns <= table.columns.size() && table.columns.size() <= kBulkColumnsMax;
}

static_assert(std::all_of(kProjections.begin(), kProjections.end(),
                          [](const Table* table) { return is_well_formed(*table); }));
static_assert(std::all_of(kRegisterProjections.begin(), kRegisterProjections.end(),
                          [](const Table* table) { return is_well_formed(*table); }));
static_assert(std::all_of(kFundsProjections.begin(), kFundsProjections.end(),
                          [](const Table* table) { return is_well_formed(*table); }));
static_assert(std::all_of(kPolicyProjections.begin(), kPolicyProjections.end(),
                          [](const Table* table) { return is_well_formed(*table); }));
static_assert(std::all_of(kLoansProjections.begin(), kLoansProjections.end(),
                          [](const Table* table) { return is_well_formed(*table); }));
static_assert(std::all_of(kGuaranteeProjections.begin(), kGuaranteeProjections.end(),
                          [](const Table* table) { return is_well_formed(*table); }));
static_assert(std::all_of(kSubsidyProjections.begin(), kSubsidyProjections.end(),
                          [](const Table* table) { return is_well_formed(*table); }));
static_assert(std::all_of(kReconciliationProjections.begin(), kReconciliationProjections.end(),
                          [](const Table* table) { return is_well_formed(*table); }));
static_assert(std::all_of(kSealProjections.begin(), kSealProjections.end(),
                          [](const Table* table) { return is_well_formed(*table); }));
static_assert(is_well_formed(kLogCheckpointTable));
static_assert(is_well_formed(kPersonalTable));
static_assert(is_well_formed(kBookTable));
static_assert(is_well_formed(kRecordTable));
static_assert(is_well_formed(kDraftTable));

}  // namespace

std::string select_from(const Table& table, std::string_view rest) {
  std::string sql = "SELECT ";
  for (std::size_t column = 1; column < table.columns.size(); ++column)
    sql.append(column == 1 ? "" : ", ").append(table.columns[column]);
  return sql.append(" FROM ").append(table.name).append(" WHERE book_id = ? ").append(rest);
}

std::string order_by_key(const Table& table) {
  std::string sql;
  for (std::size_t column = 1; column < table.key_columns; ++column)
    sql.append(column == 1 ? " ORDER BY " : ", ").append(table.columns[column]);
  return sql;
}

void insert_rows(Connection& connection, const Table& table, const RowSource& rows) {
  if (rows.row_count() > 0) connection.bulk_insert(table.name, table.columns, rows);
}

void update_rows(Connection& connection, const Table& table, const RowSource& rows) {
  if (rows.row_count() == 0) return;
  connection.bulk_update(table.name, table.columns.first(table.key_columns), table.columns.subspan(table.key_columns),
                         rows);
}

}  // namespace mingzhang::store
