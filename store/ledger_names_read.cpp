// SPDX-License-Identifier: Apache-2.0
// Reading the head row, what has a code or a name, the periods, grants and requests.
#include <string>

#include "store/ledger_sql.h"
#include "store/reading.h"
#include "store/rows.h"
#include "store/tables.h"

namespace mingzhang::store {
namespace {

// Braces evaluate from left to right, so the members below stand in the order of the columns of store/tables.h.

ledger::Account read_account(Cells& cells) {
  return {cells.id<ledger::AccountId>(),
          cells.text(),
          cells.text(),
          cells.word(ledger::AccountClass::Unclassified),
          cells.word(ledger::Side::Credit),
          cells.id<ledger::AccountId>(),
          cells.optional_text(),
          cells.flag(),
          cells.flag(),
          cells.flag(),
          cells.flag(),
          cells.flag()};
}

ledger::Fund read_fund(Cells& cells) {
  return {cells.id<ledger::FundId>(), cells.text(), cells.text(), cells.optional_text(), cells.flag()};
}

ledger::Project read_project(Cells& cells) {
  return {cells.id<ledger::ProjectId>(), cells.text(), cells.text()};
}

ledger::Subject read_subject(Cells& cells) {
  return {cells.id<ledger::SubjectId>(), cells.text()};
}

ledger::Period read_period(Cells& cells) {
  return {cells.month(), cells.word(ledger::PeriodState::Locked), cells.flag()};
}

ledger::Grant read_grant(Cells& cells) {
  return {cells.text(), cells.text(), cells.flag()};
}

ledger::RequestEntry read_request(Cells& cells) {
  return {cells.text(), cells.text(), cells.integer(), cells.integer()};
}

constexpr Reading<ledger::Account> kAccounts{kAccountTable, read_account};
constexpr Reading<ledger::Fund> kFunds{kFundTable, read_fund};
constexpr Reading<ledger::Project> kProjects{kProjectTable, read_project};
constexpr Reading<ledger::Subject> kSubjects{kSubjectTable, read_subject};
constexpr Reading<ledger::Period> kPeriods{kPeriodTable, read_period};
constexpr Reading<ledger::Grant> kGrants{kGrantTable, read_grant};
constexpr Reading<ledger::RequestEntry> kRequests{kRequestTable, read_request};

}  // namespace

// Each SQL text is made once, on its first use; the connection keeps the prepared statement.

std::optional<ledger::BookHead> LedgerSql::head() {
  static const std::string sql = select_from(kBookHeadTable, "");
  const Prepared statement = connection_.prepare(sql);
  bind_all(*statement, book_id_);
  if (!statement->step()) return std::nullopt;
  Cells cells(*statement, kBookHeadTable);
  return ledger::BookHead{ledger::BookId{book_id_},
                          cells.text(),
                          cells.text(),
                          cells.month(),
                          cells.integer(),
                          cells.integer(),
                          std::string(cells.bytes()),
                          std::string(cells.bytes())};
}

std::optional<ledger::Account> LedgerSql::account(std::string_view code) {
  static const std::string sql = kAccounts.select("AND code = ?");
  return one_row(connection_, sql, kAccounts, book_id_, code);
}

std::optional<ledger::Account> LedgerSql::account(ledger::AccountId id) {
  static const std::string sql = kAccounts.select("AND account_id = ?");
  return one_row(connection_, sql, kAccounts, book_id_, id.value);
}

std::vector<ledger::Account> LedgerSql::accounts() {
  static const std::string sql = kAccounts.select("ORDER BY code");
  return all_rows(connection_, sql, kAccounts, book_id_);
}

std::optional<ledger::Fund> LedgerSql::fund(std::string_view code) {
  static const std::string sql = kFunds.select("AND code = ?");
  return one_row(connection_, sql, kFunds, book_id_, code);
}

std::optional<ledger::Fund> LedgerSql::fund(ledger::FundId id) {
  static const std::string sql = kFunds.select("AND fund_id = ?");
  return one_row(connection_, sql, kFunds, book_id_, id.value);
}

std::vector<ledger::Fund> LedgerSql::funds() {
  static const std::string sql = kFunds.select("ORDER BY fund_id");
  return all_rows(connection_, sql, kFunds, book_id_);
}

std::optional<ledger::Project> LedgerSql::project(std::string_view code) {
  static const std::string sql = kProjects.select("AND code = ?");
  return one_row(connection_, sql, kProjects, book_id_, code);
}

std::optional<ledger::Project> LedgerSql::project(ledger::ProjectId id) {
  static const std::string sql = kProjects.select("AND project_id = ?");
  return one_row(connection_, sql, kProjects, book_id_, id.value);
}

std::vector<ledger::Project> LedgerSql::projects() {
  static const std::string sql = kProjects.select("ORDER BY project_id");
  return all_rows(connection_, sql, kProjects, book_id_);
}

std::optional<ledger::Subject> LedgerSql::subject(std::string_view code) {
  static const std::string sql = kSubjects.select("AND code = ?");
  return one_row(connection_, sql, kSubjects, book_id_, code);
}

std::optional<ledger::Subject> LedgerSql::subject(ledger::SubjectId id) {
  static const std::string sql = kSubjects.select("AND subject_id = ?");
  return one_row(connection_, sql, kSubjects, book_id_, id.value);
}

std::int64_t LedgerSql::account_count() {
  return number_or_zero(connection_,
                        "SELECT account_id FROM account WHERE book_id = ? ORDER BY account_id DESC LIMIT 1", book_id_);
}

std::int64_t LedgerSql::fund_count() {
  return number_or_zero(connection_, "SELECT fund_id FROM fund WHERE book_id = ? ORDER BY fund_id DESC LIMIT 1",
                        book_id_);
}

std::int64_t LedgerSql::project_count() {
  return number_or_zero(connection_,
                        "SELECT project_id FROM project WHERE book_id = ? ORDER BY project_id DESC LIMIT 1", book_id_);
}

std::int64_t LedgerSql::subject_count() {
  return number_or_zero(connection_,
                        "SELECT subject_id FROM subject WHERE book_id = ? ORDER BY subject_id DESC LIMIT 1", book_id_);
}

std::vector<ledger::Period> LedgerSql::periods() {
  static const std::string sql = kPeriods.select("ORDER BY month");
  return all_rows(connection_, sql, kPeriods, book_id_);
}

std::vector<ledger::Grant> LedgerSql::grants() {
  static const std::string sql = kGrants.select("ORDER BY user_name, role");
  return all_rows(connection_, sql, kGrants, book_id_);
}

std::optional<ledger::RequestEntry> LedgerSql::request(std::string_view key) {
  static const std::string sql = kRequests.select("AND request_key = ?");
  return one_row(connection_, sql, kRequests, book_id_, key);
}

}  // namespace mingzhang::store
