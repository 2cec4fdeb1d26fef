// SPDX-License-Identifier: Apache-2.0
// The loans of one book as of its head, in memory until they are written in bulk.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/overlay.h"
#include "base/register.h"
#include "loans/loan.h"
#include "loans/loans_store.h"
#include "loans/reconciliations.h"
#include "loans/subsidies.h"

namespace mingzhang::loans {

/// The state of one book's loans above its store. Reads see every change made through this object; nothing is written
/// before `flush`; `mark` and `undo_to` take back one request. Valid while nobody else writes to the book.
class Loans {
 public:
  /// `store` must outlive this object.
  explicit Loans(LoansStore& store);
  Loans(const Loans&) = delete;
  Loans& operator=(const Loans&) = delete;

  LoansStore& store() { return store_; }
  Register<Loan>& loans() { return loans_; }
  Register<LoanStep>& steps() { return steps_; }
  Subsidies& subsidies() { return subsidies_; }
  Reconciliations& reconciliations() { return reconciliations_; }
  const Loan& loan_of(LoanId id);

  /// The steps of one loan in the order of their records, as they stand now.
  std::vector<LoanStep> steps_of(LoanId loan);
  /// The contract of a signed loan.
  const Contract& contract_of(const Loan& loan);
  /// The days of one loan in their order.
  std::vector<LoanDay> days_of(LoanId loan);
  /// How the loan stood on a day; nothing before it was paid out.
  std::optional<LoanDay> standing_on(LoanId loan, Date day);

  // Called by the apply functions only.
  const LoanStep& add_step(LoanStep step);
  /// Gives the day its row, a new one where it has none; the newest is also how the loan stands.
  void put_day(const LoanDay& day);

  struct Mark {
    RegisterMark loans, steps;
    std::size_t days;
    Subsidies::Mark subsidies;
    Reconciliations::Mark reconciliations;
  };
  Mark mark() const;
  void undo_to(const Mark& mark);
  /// Called between two requests: what was done stays.
  void forget_undo();
  /// Writes everything that is new or changed.
  void flush();
  /// True where more rows are held than is sensible; the caller then flushes and starts with fresh Loans.
  bool is_large() const;

 private:
  struct DayKey {
    std::int64_t loan;
    std::int64_t day;
    friend bool operator==(const DayKey&, const DayKey&) = default;
  };
  struct DayHash {
    std::size_t operator()(const DayKey& key) const { return mix_hash(mix_hash(4, key.loan), key.day); }
  };
  std::vector<std::int64_t>& step_ids_of(LoanId loan);
  std::vector<std::int64_t>& day_numbers_of(LoanId loan);
  const LoanDay* day_row(LoanId loan, std::int64_t day);

  LoansStore& store_;
  Register<Loan> loans_;
  Register<LoanStep> steps_;
  Overlay<DayKey, LoanDay, DayHash> days_;
  Subsidies subsidies_;
  Reconciliations reconciliations_;
  // What was read of a loan's steps and days, and added since. Ids and days that were taken back may still stand here.
  std::unordered_map<std::int64_t, std::vector<std::int64_t>> step_ids_;
  std::unordered_map<std::int64_t, std::vector<std::int64_t>> day_numbers_;
  std::unordered_map<std::int64_t, Contract> contracts_;
};

}  // namespace mingzhang::loans
