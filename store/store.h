// SPDX-License-Identifier: Apache-2.0
// One connection to a database of books, as the ledger, the register, the funds, the policies, the loans, the guarantees and the log see it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "audit/keys/log_key.h"
#include "audit/log_store.h"
#include "funds/funds_database.h"
#include "guarantee/guarantee_database.h"
#include "households/register_database.h"
#include "ledger/database.h"
#include "loans/loans_database.h"
#include "policy/adoption.h"
#include "store/connection.h"

namespace mingzhang::store {

/// See `ledger::Database`, `households::RegisterDatabase`, `funds::FundsDatabase`,
/// `policy::AdoptionDatabase`, `loans::LoansDatabase`, `guarantee::GuaranteeDatabase`, `audit::LogDatabase` and
/// `audit::SealDatabase`. Made by `open_store`.
class Store final : public ledger::Database,
                    public households::RegisterDatabase,
                    public funds::FundsDatabase,
                    public policy::AdoptionDatabase,
                    public loans::LoansDatabase,
                    public guarantee::GuaranteeDatabase,
                    public audit::LogDatabase,
                    public audit::SealDatabase {
 public:
  /// Takes a connection whose schema is current.
  explicit Store(std::unique_ptr<Connection> connection);
  /// The same on a connection that somebody else owns and that outlives this, e.g. of a copy that is being verified.
  explicit Store(Connection& borrowed) : connection_(&borrowed) {}

  void begin_write() override;
  void begin_read() override;
  void commit() override;
  void rollback() noexcept override;
  bool can_begin_anew(const WorldError& error) const override;
  std::int64_t connection_number() const override;
  std::string name() const override;

  std::vector<ledger::BookName> books() override;
  std::vector<ledger::BookId> books_with_head() override;
  std::optional<ledger::BookId> find_book(std::string_view name) override;
  ledger::BookId add_book_name(std::string_view name) override;

  std::unique_ptr<ledger::LedgerStore> ledger(ledger::BookId book) override;
  std::unique_ptr<ledger::DraftStore> drafts(ledger::BookId book) override;
  std::unique_ptr<audit::LogStore> log(std::int64_t book_id) override;
  std::unique_ptr<audit::SealStore> seals_of(std::int64_t book_id) override;
  std::unique_ptr<audit::WitnessStore> witness() override;
  std::unique_ptr<households::RegisterStore> register_of(std::int64_t book_id) override;
  std::unique_ptr<households::PersonalStore> personal_of(std::int64_t book_id) override;
  bool forget_erased() override;
  std::unique_ptr<funds::FundsStore> funds_of(ledger::BookId book) override;
  std::unique_ptr<policy::AdoptionStore> adoptions_of(std::int64_t book_id) override;
  std::unique_ptr<loans::LoansStore> loans_of(ledger::BookId book) override;
  std::unique_ptr<guarantee::GuaranteeStore> guarantee_of(ledger::BookId book) override;

  std::vector<ledger::ProjectionTable> projections() override;
  std::unique_ptr<ledger::RowCursor> dump(const ledger::ProjectionTable& table, ledger::BookId book) override;

  /// For what works on the whole database, such as a backup.
  Connection& connection() { return *connection_; }

 private:
  std::unique_ptr<Connection> owned_;  // none where the connection is borrowed
  Connection* connection_;
};

}  // namespace mingzhang::store
