// SPDX-License-Identifier: Apache-2.0
// What loans/ needs from storage: the rows of one book's projections, read one by one, written in bulk.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "loans/loan.h"
#include "loans/reconciliation_store.h"
#include "loans/subsidy_store.h"

namespace mingzhang::loans {

using VisitLoan = std::function<void(const Loan&)>;
using VisitStep = std::function<void(const LoanStep&)>;
using VisitStanding = std::function<void(const LoanStanding&)>;
using VisitLoanDay = std::function<void(const LoanDay&)>;

/// Reads and writes the projections of one book, inside a transaction that somebody else holds.
/// Reads see what was written before in the same transaction. Every failure throws WorldError.
class LoansStore {
 public:
  virtual ~LoansStore() = default;

  /// The subsidy of the same book; it lives as long as this store.
  virtual SubsidyStore& subsidies() = 0;
  /// The reconciliations of the same book, likewise.
  virtual ReconciliationStore& reconciliations() = 0;

  virtual std::optional<Loan> loan(std::string_view code) = 0;
  virtual std::optional<Loan> loan(LoanId id) = 0;
  /// By the code that vouchers carry as their source.
  virtual std::optional<LoanStep> step(std::string_view code) = 0;
  virtual std::optional<LoanStep> step(StepId id) = 0;
  /// Largest ids given so far.
  virtual std::int64_t loan_count() = 0;
  virtual std::int64_t step_count() = 0;
  /// Of one loan in the order of their records.
  virtual std::vector<LoanStep> steps_of(LoanId loan) = 0;
  /// Of one loan in the order of their days.
  virtual std::vector<LoanDay> days_of(LoanId loan) = 0;
  /// For reports: in the order of ids.
  virtual void all_loans(const VisitLoan& visit) = 0;
  virtual void all_steps(const VisitStep& visit) = 0;
  /// By loan, then day.
  virtual void all_days(const VisitLoanDay& visit) = 0;
  /// Of the loans in this state with `accrual_due` on or before `day`; in any order. `no_day()`: all in this state.
  virtual void standings(LoanState state, Date day, const VisitStanding& visit) = 0;
  virtual std::vector<Loan> loans_of_household(std::string_view household) = 0;

  virtual void insert_loans(std::span<const Loan> rows) = 0;
  virtual void update_loans(std::span<const Loan> rows) = 0;
  virtual void insert_steps(std::span<const LoanStep> rows) = 0;
  virtual void update_steps(std::span<const LoanStep> rows) = 0;
  virtual void insert_days(std::span<const LoanDay> rows) = 0;
  virtual void update_days(std::span<const LoanDay> rows) = 0;
};

}  // namespace mingzhang::loans
