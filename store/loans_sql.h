// SPDX-License-Identifier: Apache-2.0
// The projections of one book's loans in SQL.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "ledger/ids.h"
#include "loans/loans_store.h"
#include "store/connection.h"
#include "store/reconciliation_sql.h"
#include "store/subsidy_sql.h"

namespace mingzhang::store {

/// See `loans::LoansStore`. Empty optional texts are stored as NULL and come back empty; a row with an impossible value
/// throws WorldError Damaged.
class LoansSql final : public loans::LoansStore {
 public:
  /// `connection` must outlive this store.
  LoansSql(Connection& connection, ledger::BookId book)
      : connection_(connection), book_id_(book.value), subsidies_(connection, book), reconciliations_(connection, book) {}

  loans::SubsidyStore& subsidies() override { return subsidies_; }
  loans::ReconciliationStore& reconciliations() override { return reconciliations_; }
  std::optional<loans::Loan> loan(std::string_view code) override;
  std::optional<loans::Loan> loan(loans::LoanId id) override;
  std::optional<loans::LoanStep> step(std::string_view code) override;
  std::optional<loans::LoanStep> step(loans::StepId id) override;
  std::int64_t loan_count() override;
  std::int64_t step_count() override;
  std::vector<loans::LoanStep> steps_of(loans::LoanId loan) override;
  std::vector<loans::LoanDay> days_of(loans::LoanId loan) override;
  void all_loans(const loans::VisitLoan& visit) override;
  void standings(loans::LoanState state, Date day, const loans::VisitStanding& visit) override;
  void all_steps(const loans::VisitStep& visit) override;
  void all_days(const loans::VisitLoanDay& visit) override;
  std::vector<loans::Loan> loans_of_household(std::string_view household) override;
  void insert_loans(std::span<const loans::Loan> rows) override;
  void update_loans(std::span<const loans::Loan> rows) override;
  void insert_steps(std::span<const loans::LoanStep> rows) override;
  void update_steps(std::span<const loans::LoanStep> rows) override;
  void insert_days(std::span<const loans::LoanDay> rows) override;
  void update_days(std::span<const loans::LoanDay> rows) override;

 private:
  Connection& connection_;
  std::int64_t book_id_;
  SubsidySql subsidies_;
  ReconciliationSql reconciliations_;
};

}  // namespace mingzhang::store
