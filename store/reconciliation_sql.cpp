// SPDX-License-Identifier: Apache-2.0
// Reading and writing recorded reconciliations and their items.
#include "store/reconciliation_sql.h"

#include <string>

#include "base/check.h"
#include "store/reading.h"
#include "store/reconciliation_tables.h"
#include "store/rows.h"

namespace mingzhang::store {
namespace {

// Members and column numbers below stand in the order of store/reconciliation_tables.h, where book_id is column 0.

loans::ReconciliationSignature read_signature(Cells& cells) {
  loans::ReconciliationSignature signature;
  signature.unit = cells.optional_text();
  signature.capacity = cells.optional_text();
  signature.document = cells.optional_text();
  signature.date = cells.date();
  return signature;
}

loans::Reconciliation read_list(Cells& cells) {
  loans::Reconciliation list;
  list.id = cells.id<loans::ReconciliationId>();
  list.code = cells.text();
  list.subject = cells.word(loans::ReconciliationSubject::Statement);
  list.about = cells.optional_text();
  list.date = cells.date();
  list.sha256 = cells.text();
  list.tolerance = cells.money();
  list.rows_here = cells.integer();
  list.rows_there = cells.integer();
  list.first = cells.id<loans::ReconciliationItemId>();
  list.items = cells.integer();
  list.resolved = cells.integer();
  list.accepted = cells.integer();
  list.replaces = cells.id<loans::ReconciliationId>();
  list.replaced_by = cells.id<loans::ReconciliationId>();
  list.here = read_signature(cells);
  list.there = read_signature(cells);
  list.seq = cells.integer();
  return list;
}

loans::ReconciliationItem read_item(Cells& cells) {
  loans::ReconciliationItem item;
  item.id = cells.id<loans::ReconciliationItemId>();
  item.reconciliation = cells.id<loans::ReconciliationId>();
  item.number = cells.integer();
  item.key = cells.text();
  item.kind = cells.word(loans::DifferenceKind::Balance);
  item.field = cells.optional_text();
  item.here = cells.optional_text();
  item.there = cells.optional_text();
  item.row = cells.integer();
  item.state = cells.word(loans::ItemState::Accepted);
  item.to = cells.optional_text();
  item.note = cells.optional_text();
  item.source = cells.optional_text();
  item.changed_on = cells.date();
  return item;
}

constexpr Reading<loans::Reconciliation> kLists{kReconciliationTable, read_list};
constexpr Reading<loans::ReconciliationItem> kItems{kReconciliationItemTable, read_item};

/// Column 0 to 3 of a signature.
Value signature_cell(const loans::ReconciliationSignature& signature, std::size_t column) {
  switch (column) {
    case 0:
      return text_cell(signature.unit);
    case 1:
      return text_cell(signature.capacity);
    case 2:
      return text_cell(signature.document);
    default:
      return integer_cell(signature.date.days());
  }
}

Value list_cell(const loans::Reconciliation& list, std::size_t column) {
  if (column >= 16 && column <= 19) return signature_cell(list.here, column - 16);
  if (column >= 20 && column <= 23) return signature_cell(list.there, column - 20);
  switch (column) {
    case 1:
      return integer_cell(list.id.value);
    case 2:
      return text_cell(list.code);
    case 3:
      return word_cell(list.subject);
    case 4:
      return text_cell(list.about);
    case 5:
      return integer_cell(list.date.days());
    case 6:
      return text_cell(list.sha256);
    case 7:
      return money_cell(list.tolerance);
    case 8:
      return integer_cell(list.rows_here);
    case 9:
      return integer_cell(list.rows_there);
    case 10:
      return integer_cell(list.first.value);
    case 11:
      return integer_cell(list.items);
    case 12:
      return integer_cell(list.resolved);
    case 13:
      return integer_cell(list.accepted);
    case 14:
      return integer_cell(list.replaces.value);
    case 15:
      return integer_cell(list.replaced_by.value);
    case 24:
      return integer_cell(list.seq);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

Value item_cell(const loans::ReconciliationItem& item, std::size_t column) {
  switch (column) {
    case 1:
      return integer_cell(item.id.value);
    case 2:
      return integer_cell(item.reconciliation.value);
    case 3:
      return integer_cell(item.number);
    case 4:
      return text_cell(item.key);
    case 5:
      return word_cell(item.kind);
    case 6:
      return text_cell(item.field);
    case 7:
      return text_cell(item.here);
    case 8:
      return text_cell(item.there);
    case 9:
      return integer_cell(item.row);
    case 10:
      return word_cell(item.state);
    case 11:
      return text_cell(item.to);
    case 12:
      return text_cell(item.note);
    case 13:
      return text_cell(item.source);
    case 14:
      return integer_cell(item.changed_on.days());
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

}  // namespace

// Each SQL text is made once, on its first use; the connection keeps the prepared statement.

std::optional<loans::Reconciliation> ReconciliationSql::reconciliation(std::string_view code) {
  static const std::string sql = kLists.select("AND code = ?");
  return one_row(connection_, sql, kLists, book_id_, code);
}

std::optional<loans::Reconciliation> ReconciliationSql::reconciliation(loans::ReconciliationId id) {
  static const std::string sql = kLists.select("AND reconciliation_id = ?");
  return one_row(connection_, sql, kLists, book_id_, id.value);
}

std::optional<loans::ReconciliationItem> ReconciliationSql::reconciliation_item(loans::ReconciliationItemId id) {
  static const std::string sql = kItems.select("AND item_id = ?");
  return one_row(connection_, sql, kItems, book_id_, id.value);
}

std::int64_t ReconciliationSql::reconciliation_count() {
  return number_or_zero(connection_,
                        "SELECT reconciliation_id FROM reconciliation WHERE book_id = ? ORDER BY reconciliation_id DESC LIMIT 1",
                        book_id_);
}

std::int64_t ReconciliationSql::reconciliation_item_count() {
  return number_or_zero(connection_, "SELECT item_id FROM reconciliation_item WHERE book_id = ? ORDER BY item_id DESC LIMIT 1",
                        book_id_);
}

void ReconciliationSql::all_reconciliations(const loans::VisitReconciliation& visit) {
  static const std::string sql = kLists.select("ORDER BY reconciliation_id");
  visit_rows(connection_, sql, kLists, visit, book_id_);
}

std::vector<loans::ReconciliationItem> ReconciliationSql::items_of(loans::ReconciliationId reconciliation_id) {
  const std::optional<loans::Reconciliation> found = reconciliation(reconciliation_id);
  if (!found) return {};
  static const std::string sql = kItems.select("AND item_id >= ? AND item_id < ? ORDER BY item_id");
  return all_rows(connection_, sql, kItems, book_id_, found->first.value, found->first.value + found->items);
}

void ReconciliationSql::insert_reconciliations(std::span<const loans::Reconciliation> rows) {
  store::insert_rows(connection_, kReconciliationTable, BookRows<loans::Reconciliation, list_cell>(book_id_, rows));
}

void ReconciliationSql::update_reconciliations(std::span<const loans::Reconciliation> rows) {
  store::update_rows(connection_, kReconciliationTable, BookRows<loans::Reconciliation, list_cell>(book_id_, rows));
}

void ReconciliationSql::insert_reconciliation_items(std::span<const loans::ReconciliationItem> rows) {
  store::insert_rows(connection_, kReconciliationItemTable, BookRows<loans::ReconciliationItem, item_cell>(book_id_, rows));
}

void ReconciliationSql::update_reconciliation_items(std::span<const loans::ReconciliationItem> rows) {
  store::update_rows(connection_, kReconciliationItemTable, BookRows<loans::ReconciliationItem, item_cell>(book_id_, rows));
}

}  // namespace mingzhang::store
