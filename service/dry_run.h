// SPDX-License-Identifier: Apache-2.0
// A database that forgets: everything is checked and computed as usual, and nothing is kept.
#pragma once

#include <memory>
#include <vector>

#include "ledger/database.h"

namespace mingzhang::service {

/// Passes everything on to another database but rolls back where it is asked to commit. Whoever wrote through it must
/// be thrown away afterwards: what it remembers did not happen.
class DryRunDatabase final : public ledger::Database {
 public:
  explicit DryRunDatabase(ledger::Database& database) : database_(database) {}

  void begin_write() override { database_.begin_write(); }
  void begin_read() override { database_.begin_read(); }
  void commit() override { database_.rollback(); }
  void rollback() noexcept override { database_.rollback(); }
  bool keeps_commits() const override { return false; }
  bool can_begin_anew(const WorldError& error) const override { return database_.can_begin_anew(error); }
  std::string name() const override { return database_.name(); }
  std::int64_t connection_number() const override { return database_.connection_number(); }
  std::vector<ledger::BookName> books() override { return database_.books(); }
  std::vector<ledger::BookId> books_with_head() override { return database_.books_with_head(); }
  std::optional<ledger::BookId> find_book(std::string_view name) override { return database_.find_book(name); }
  ledger::BookId add_book_name(std::string_view name) override { return database_.add_book_name(name); }
  std::unique_ptr<ledger::LedgerStore> ledger(ledger::BookId book) override { return database_.ledger(book); }
  std::unique_ptr<ledger::DraftStore> drafts(ledger::BookId book) override { return database_.drafts(book); }
  std::vector<ledger::ProjectionTable> projections() override { return database_.projections(); }
  std::unique_ptr<ledger::RowCursor> dump(const ledger::ProjectionTable& table, ledger::BookId book) override {
    return database_.dump(table, book);
  }

 private:
  ledger::Database& database_;
};

}  // namespace mingzhang::service
