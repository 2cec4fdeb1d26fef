// SPDX-License-Identifier: Apache-2.0
// Transactions, the names of books, and the stores of one book.
#include "store/store.h"

#include <string>
#include <utility>

#include "base/check.h"
#include "store/adoption_sql.h"
#include "store/draft_sql.h"
#include "store/dump.h"
#include "store/funds_sql.h"
#include "store/ledger_sql.h"
#include "store/guarantee_sql.h"
#include "store/loans_sql.h"
#include "store/log_sql.h"
#include "store/personal_sql.h"
#include "store/register_sql.h"
#include "store/seal_sql.h"
#include "store/witness_sql.h"

namespace mingzhang::store {

Store::Store(std::unique_ptr<Connection> connection) : owned_(std::move(connection)), connection_(owned_.get()) {
  MZ_CHECK(connection_ != nullptr);
}

void Store::begin_write() {
  connection_->begin(TransactionKind::Write);
}

void Store::begin_read() {
  connection_->begin(TransactionKind::Read);
}

void Store::commit() {
  connection_->commit();
}

void Store::rollback() noexcept {
  connection_->rollback();
}

bool Store::can_begin_anew(const WorldError& error) const {
  return connection_->can_begin_anew(error);
}

std::string Store::name() const { return connection_->name(); }

std::int64_t Store::connection_number() const {
  return connection_->connection_number();
}

std::vector<ledger::BookName> Store::books() {
  const Prepared statement = connection_->prepare("SELECT name, book_id FROM book_name ORDER BY name");
  std::vector<ledger::BookName> books;
  while (statement->step())
    books.push_back({std::string(statement->column_text(0)), ledger::BookId{statement->column_int64(1)}});
  return books;
}

std::vector<ledger::BookId> Store::books_with_head() {
  const Prepared statement = connection_->prepare("SELECT book_id FROM book ORDER BY book_id");
  std::vector<ledger::BookId> books;
  while (statement->step()) books.push_back(ledger::BookId{statement->column_int64(0)});
  return books;
}

std::optional<ledger::BookId> Store::find_book(std::string_view name) {
  const Prepared statement = connection_->prepare("SELECT book_id FROM book_name WHERE name = ?");
  statement->bind_text(1, name);
  if (!statement->step()) return std::nullopt;
  return ledger::BookId{statement->column_int64(0)};
}

ledger::BookId Store::add_book_name(std::string_view name) {
  MZ_CHECK(connection_->in_transaction());
  MZ_CHECK(!name.empty());
  std::int64_t last_id = 0;
  {
    const Prepared last = connection_->prepare("SELECT book_id FROM book_name ORDER BY book_id DESC LIMIT 1");
    if (last->step()) last_id = last->column_int64(0);
  }
  const Prepared insert = connection_->prepare("INSERT INTO book_name (name, book_id) VALUES (?, ?)");
  insert->bind_text(1, name);
  insert->bind(2, last_id + 1);
  insert->run();
  return ledger::BookId{last_id + 1};
}

std::unique_ptr<ledger::LedgerStore> Store::ledger(ledger::BookId book) {
  return std::make_unique<LedgerSql>(*connection_, book);
}

std::unique_ptr<ledger::DraftStore> Store::drafts(ledger::BookId book) {
  return std::make_unique<DraftSql>(*connection_, book);
}

std::unique_ptr<audit::LogStore> Store::log(std::int64_t book_id) {
  return std::make_unique<LogSql>(*connection_, book_id);
}

std::unique_ptr<audit::SealStore> Store::seals_of(std::int64_t book_id) {
  return std::make_unique<SealSql>(*connection_, book_id);
}

std::unique_ptr<audit::WitnessStore> Store::witness() {
  return std::make_unique<WitnessSql>(*connection_);
}

std::unique_ptr<households::RegisterStore> Store::register_of(std::int64_t book_id) {
  return std::make_unique<RegisterSql>(*connection_, book_id);
}

std::unique_ptr<households::PersonalStore> Store::personal_of(std::int64_t book_id) {
  return std::make_unique<PersonalSql>(*connection_, book_id);
}

bool Store::forget_erased() {
  return connection_->forget_overwritten();
}

std::unique_ptr<funds::FundsStore> Store::funds_of(ledger::BookId book) {
  return std::make_unique<FundsSql>(*connection_, book);
}

std::unique_ptr<policy::AdoptionStore> Store::adoptions_of(std::int64_t book_id) {
  return std::make_unique<AdoptionSql>(*connection_, book_id);
}

std::unique_ptr<loans::LoansStore> Store::loans_of(ledger::BookId book) {
  return std::make_unique<LoansSql>(*connection_, book);
}

std::unique_ptr<guarantee::GuaranteeStore> Store::guarantee_of(ledger::BookId book) {
  return std::make_unique<GuaranteeSql>(*connection_, book);
}

std::vector<ledger::ProjectionTable> Store::projections() {
  return projection_tables();
}

std::unique_ptr<ledger::RowCursor> Store::dump(const ledger::ProjectionTable& table, ledger::BookId book) {
  return dump_rows(*connection_, table, book.value);
}

}  // namespace mingzhang::store
