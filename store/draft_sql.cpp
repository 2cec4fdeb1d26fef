// SPDX-License-Identifier: Apache-2.0
// Reading and writing drafts.
#include "store/draft_sql.h"

#include <string>

#include "base/check.h"
#include "store/rows.h"
#include "store/tables.h"

namespace mingzhang::store {
namespace {

Value draft_cell(const ledger::Draft& draft, std::size_t column) {
  switch (column) {
    case 1:
      return integer_cell(draft.id);
    case 2:
      return word_cell(draft.state);
    case 3:
      return text_cell(draft.prepared_by);
    case 4:
      return integer_cell(draft.prepared_at.microseconds);
    case 5:
      return text_cell(draft.title);
    case 6:
      return text_cell(draft.content);
    case 7:
      return text_cell(draft.decided_by);
    case 8:
      return integer_cell(draft.decided_at.microseconds);
    case 9:
      return text_cell(draft.reason);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

ledger::Draft read_draft(const Statement& statement) {
  Cells cells(statement, kDraftTable);
  // Braces evaluate from left to right: the order of the columns.
  return {cells.integer(),       cells.word(ledger::DraftState::Rejected),
          cells.text(),          cells.instant(),
          cells.text(),          cells.text(),
          cells.optional_text(), cells.instant(),
          cells.optional_text()};
}

}  // namespace

std::int64_t DraftSql::last_draft_id() {
  const Prepared statement =
      connection_.prepare("SELECT draft_id FROM draft WHERE book_id = ? ORDER BY draft_id DESC LIMIT 1");
  statement->bind(1, book_id_);
  return statement->step() ? statement->column_int64(0) : 0;
}

void DraftSql::insert_draft(const ledger::Draft& draft) {
  insert_rows(connection_, kDraftTable, BookRows<ledger::Draft, draft_cell>(book_id_, {&draft, 1}));
}

void DraftSql::update_draft(const ledger::Draft& draft) {
  update_rows(connection_, kDraftTable, BookRows<ledger::Draft, draft_cell>(book_id_, {&draft, 1}));
}

std::optional<ledger::Draft> DraftSql::draft(std::int64_t id) {
  static const std::string sql = select_from(kDraftTable, "AND draft_id = ?");
  const Prepared statement = connection_.prepare(sql);
  statement->bind(1, book_id_);
  statement->bind(2, id);
  if (!statement->step()) return std::nullopt;
  return read_draft(*statement);
}

std::vector<ledger::Draft> DraftSql::pending_drafts() {
  static const std::string sql = select_from(kDraftTable, "AND state = ? ORDER BY draft_id");
  const Prepared statement = connection_.prepare(sql);
  statement->bind(1, book_id_);
  statement->bind(2, static_cast<std::int64_t>(ledger::DraftState::Pending));
  std::vector<ledger::Draft> drafts;
  while (statement->step()) drafts.push_back(read_draft(*statement));
  return drafts;
}

}  // namespace mingzhang::store
