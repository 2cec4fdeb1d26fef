// SPDX-License-Identifier: Apache-2.0
// Writing the head row, what has a code or a name, the periods, grants and requests.
#include "base/check.h"
#include "store/ledger_sql.h"
#include "store/migration.h"
#include "store/rows.h"
#include "store/tables.h"

namespace mingzhang::store {
namespace {

// One function per table gives the cells of a row; the case numbers are the columns of store/tables.h.

Value head_cell(const ledger::BookHead& head, std::size_t column) {
  switch (column) {
    case 1:
      return text_cell(head.name);
    case 2:
      return text_cell(head.title);
    case 3:
      return integer_cell(head.start.number());
    case 4:
      return integer_cell(head.records);
    case 5:
      return integer_cell(head.lines);
    case 6:
      return bytes_cell(head.frontier_sha256);
    case 7:
      return bytes_cell(head.frontier_sm3);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

/// A new head row: the same with `writes` in the fourth place.
Value new_head_cell(const ledger::BookHead& head, std::size_t column) {
  if (column == 4) return integer_cell(0);
  return head_cell(head, column < 4 ? column : column - 1);
}

Value account_cell(const ledger::Account& account, std::size_t column) {
  switch (column) {
    case 1:
      return integer_cell(account.id.value);
    case 2:
      return text_cell(account.code);
    case 3:
      return text_cell(account.name);
    case 4:
      return word_cell(account.account_class);
    case 5:
      return word_cell(account.normal_side);
    case 6:
      return integer_cell(account.parent.value);
    case 7:
      return text_cell(account.closes_to);
    case 8:
      return flag_cell(account.has_children);
    case 9:
      return flag_cell(account.never_negative);
    case 10:
      return flag_cell(account.keeps_days);
    case 11:
      return flag_cell(account.is_frozen);
    case 12:
      return flag_cell(account.is_closed);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

Value fund_cell(const ledger::Fund& fund, std::size_t column) {
  switch (column) {
    case 1:
      return integer_cell(fund.id.value);
    case 2:
      return text_cell(fund.code);
    case 3:
      return text_cell(fund.name);
    case 4:
      return text_cell(fund.document);
    case 5:
      return flag_cell(fund.is_assumption);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

Value project_cell(const ledger::Project& project, std::size_t column) {
  switch (column) {
    case 1:
      return integer_cell(project.id.value);
    case 2:
      return text_cell(project.code);
    case 3:
      return text_cell(project.name);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

Value subject_cell(const ledger::Subject& subject, std::size_t column) {
  switch (column) {
    case 1:
      return integer_cell(subject.id.value);
    case 2:
      return text_cell(subject.code);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

Value period_cell(const ledger::Period& period, std::size_t column) {
  switch (column) {
    case 1:
      return integer_cell(period.month.number());
    case 2:
      return word_cell(period.state);
    case 3:
      return flag_cell(period.in_use);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

Value grant_cell(const ledger::Grant& grant, std::size_t column) {
  switch (column) {
    case 1:
      return text_cell(grant.user);
    case 2:
      return text_cell(grant.role);
    case 3:
      return flag_cell(grant.active);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

Value request_cell(const ledger::RequestEntry& request, std::size_t column) {
  switch (column) {
    case 1:
      return text_cell(request.key);
    case 2:
      return text_cell(request.digest);
    case 3:
      return integer_cell(request.first_seq);
    case 4:
      return integer_cell(request.records);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

}  // namespace

namespace {

/// A book is written where it stands, and by programs that know its schema: one that is running while another brings the
/// schema up to date must not go on.
constexpr const char* kTakeHead =
    "UPDATE book SET writes = writes + 1 WHERE book_id = ? AND standing = 0"
    " AND NOT EXISTS (SELECT 1 FROM schema_migration WHERE version > ?)";

std::int64_t newest_known() { return static_cast<std::int64_t>(migrations().size()); }

}  // namespace

bool LedgerSql::lock(std::int64_t records) {
  MZ_CHECK(connection_.in_transaction());
  const Prepared statement =
      connection_.prepare(std::string(kTakeHead) + " AND head_seq = ?");
  statement->bind(1, book_id_);
  statement->bind(2, newest_known());
  statement->bind(3, records);
  return statement->run() == 1;
}

bool LedgerSql::hold() {
  MZ_CHECK(connection_.in_transaction());
  const Prepared statement =
      connection_.prepare(kTakeHead);
  statement->bind(1, book_id_);
  statement->bind(2, newest_known());
  if (statement->run() == 1) return true;
  if (schema_version(connection_) > newest_known()) refuse_newer(connection_, newest_known());
  return false;
}

ledger::BookStanding LedgerSql::standing() {
  const Prepared row = connection_.prepare("SELECT standing, place, move_id FROM book WHERE book_id = ?");
  row->bind(1, book_id_);
  if (!row->step()) return {};
  const std::int64_t word = row->column_int64(0);
  if (word < 0 || word > 2) throw_row_missing(connection_.name(), "book");
  const auto text = [&row](int column) { return row->is_null(column) ? "" : std::string(row->column_text(column)); };
  return {static_cast<ledger::Standing>(word), text(1), text(2)};
}

void LedgerSql::set_standing(const ledger::BookStanding& standing) {
  MZ_CHECK(connection_.in_transaction());
  const Prepared write = connection_.prepare("UPDATE book SET standing = ?, place = ?, move_id = ? WHERE book_id = ?");
  write->bind(1, static_cast<std::int64_t>(standing.standing));
  write->bind_value(2, text_cell(standing.place));
  write->bind_value(3, text_cell(standing.move_id));
  write->bind(4, book_id_);
  if (write->run() != 1) throw_row_missing(connection_.name(), "book");
}

void LedgerSql::insert_head(const ledger::BookHead& head) {
  MZ_CHECK(head.id.value == book_id_);
  insert_rows(connection_, kBookTable, BookRows<ledger::BookHead, new_head_cell>(book_id_, {&head, 1}));
}

void LedgerSql::update_head(const ledger::BookHead& head) {
  MZ_CHECK(head.id.value == book_id_);
  update_rows(connection_, kBookHeadTable, BookRows<ledger::BookHead, head_cell>(book_id_, {&head, 1}));
}

void LedgerSql::insert_accounts(std::span<const ledger::Account> rows) {
  insert_rows(connection_, kAccountTable, BookRows<ledger::Account, account_cell>(book_id_, rows));
}

void LedgerSql::update_accounts(std::span<const ledger::Account> rows) {
  update_rows(connection_, kAccountTable, BookRows<ledger::Account, account_cell>(book_id_, rows));
}

void LedgerSql::insert_funds(std::span<const ledger::Fund> rows) {
  insert_rows(connection_, kFundTable, BookRows<ledger::Fund, fund_cell>(book_id_, rows));
}

void LedgerSql::insert_projects(std::span<const ledger::Project> rows) {
  insert_rows(connection_, kProjectTable, BookRows<ledger::Project, project_cell>(book_id_, rows));
}

void LedgerSql::insert_subjects(std::span<const ledger::Subject> rows) {
  insert_rows(connection_, kSubjectTable, BookRows<ledger::Subject, subject_cell>(book_id_, rows));
}

void LedgerSql::insert_periods(std::span<const ledger::Period> rows) {
  insert_rows(connection_, kPeriodTable, BookRows<ledger::Period, period_cell>(book_id_, rows));
}

void LedgerSql::update_periods(std::span<const ledger::Period> rows) {
  update_rows(connection_, kPeriodTable, BookRows<ledger::Period, period_cell>(book_id_, rows));
}

void LedgerSql::insert_grants(std::span<const ledger::Grant> rows) {
  insert_rows(connection_, kGrantTable, BookRows<ledger::Grant, grant_cell>(book_id_, rows));
}

void LedgerSql::update_grants(std::span<const ledger::Grant> rows) {
  update_rows(connection_, kGrantTable, BookRows<ledger::Grant, grant_cell>(book_id_, rows));
}

void LedgerSql::insert_requests(std::span<const ledger::RequestEntry> rows) {
  insert_rows(connection_, kRequestTable, BookRows<ledger::RequestEntry, request_cell>(book_id_, rows));
}

}  // namespace mingzhang::store
