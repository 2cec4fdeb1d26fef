// SPDX-License-Identifier: Apache-2.0
// Everything that the records of one book change: the state of each module in memory above its store.
#pragma once

#include <memory>
#include <optional>

#include "audit/keys/log_key.h"
#include "funds/funds.h"
#include "guarantee/guarantee.h"
#include "households/household_register.h"
#include "ledger/book.h"
#include "loans/loans.h"
#include "policy/adoption.h"
#include "service/opened_database.h"

namespace mingzhang::service {

/// One unit of work over all modules; see ledger/book.h. A module's state is read when it is asked for.
class BookState {
 public:
  /// An existing book.
  BookState(const OpenedDatabase& opened, ledger::BookId id);
  /// A new one, whose head row is written with its first records.
  BookState(const OpenedDatabase& opened, ledger::BookHead head);

  ledger::Book& ledger() { return *ledger_; }
  const ledger::Book& ledger() const { return *ledger_; }
  ledger::LedgerStore& ledger_store() { return *ledger_store_; }
  households::HouseholdRegister& households();
  funds::Funds& funds();
  policy::Adoptions& adoptions();
  loans::Loans& loans();
  guarantee::Guarantee& guarantee();
  audit::LogKeys& log_keys();
  /// Not a projection and never held in memory: what is written here is undone by the transaction only.
  households::PersonalStore& personal();

  struct Mark {
    ledger::Book::Mark ledger;
    std::optional<households::HouseholdRegister::Mark> households;
    std::optional<funds::Funds::Mark> funds;
    std::optional<policy::Adoptions::Mark> adoptions;
    std::optional<loans::Loans::Mark> loans;
    std::optional<guarantee::Guarantee::Mark> guarantee;
    std::optional<audit::LogKeys::Mark> log_keys;
  };
  Mark mark() const;
  void undo_to(const Mark& mark);
  void forget_undo();
  /// Writes every projection but the head row.
  void flush_projections();
  /// True where so much is held that it should be read anew. The registers let go of everything when they are written.
  bool is_large() const;

 private:
  const OpenedDatabase opened_;
  ledger::BookId id_;
  std::unique_ptr<ledger::LedgerStore> ledger_store_;
  std::unique_ptr<ledger::Book> ledger_;
  std::unique_ptr<households::RegisterStore> register_store_;
  std::unique_ptr<households::HouseholdRegister> households_;
  std::unique_ptr<households::PersonalStore> personal_store_;
  std::unique_ptr<funds::FundsStore> funds_store_;
  std::unique_ptr<funds::Funds> funds_;
  std::unique_ptr<policy::AdoptionStore> adoption_store_;
  std::unique_ptr<policy::Adoptions> adoptions_;
  std::unique_ptr<loans::LoansStore> loans_store_;
  std::unique_ptr<loans::Loans> loans_;
  std::unique_ptr<guarantee::GuaranteeStore> guarantee_store_;
  std::unique_ptr<guarantee::Guarantee> guarantee_;
  std::unique_ptr<audit::SealStore> seal_store_;
  std::unique_ptr<audit::LogKeys> log_keys_;
};

}  // namespace mingzhang::service
