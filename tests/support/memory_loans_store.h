// SPDX-License-Identifier: Apache-2.0
// The rows of one book's loans in plain maps, so that loans/ can be tested without SQL.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "loans/loans_store.h"
#include "tests/support/memory_reconciliation_store.h"
#include "tests/support/memory_subsidy_store.h"
#include "tests/support/memory_table.h"

namespace mingzhang::tests {

// Every member of a row, in the order of its declaration, separated by '|'.
std::string text_of(const loans::Loan& row);
std::string text_of(const loans::LoanStep& row);
std::string text_of(const loans::LoanDay& row);

/// Keeps what was inserted.
class MemoryLoansStore final : public loans::LoansStore {
 public:
  /// Every row as one line of text, table by table in the order of their keys; equal dumps mean equal loans.
  std::vector<std::string> dump() const;

  loans::SubsidyStore& subsidies() override { return subsidies_; }
  MemoryReconciliationStore& reconciliations() override { return reconciliations_; }
  std::optional<loans::Loan> loan(std::string_view code) override;
  std::optional<loans::Loan> loan(loans::LoanId id) override { return loans_.find(id.value); }
  std::optional<loans::LoanStep> step(std::string_view code) override;
  std::optional<loans::LoanStep> step(loans::StepId id) override { return steps_.find(id.value); }
  std::int64_t loan_count() override { return loans_.count(); }
  std::int64_t step_count() override { return steps_.count(); }
  std::vector<loans::LoanStep> steps_of(loans::LoanId loan) override;
  std::vector<loans::LoanDay> days_of(loans::LoanId loan) override;
  void all_loans(const loans::VisitLoan& visit) override;
  void standings(loans::LoanState state, Date day, const loans::VisitStanding& visit) override;
  void all_steps(const loans::VisitStep& visit) override;
  void all_days(const loans::VisitLoanDay& visit) override;
  std::vector<loans::Loan> loans_of_household(std::string_view household) override;
  void insert_loans(std::span<const loans::Loan> rows) override { loans_.insert(rows); }
  void update_loans(std::span<const loans::Loan> rows) override { loans_.update(rows); }
  void insert_steps(std::span<const loans::LoanStep> rows) override { steps_.insert(rows); }
  void update_steps(std::span<const loans::LoanStep> rows) override { steps_.update(rows); }
  void insert_days(std::span<const loans::LoanDay> rows) override { days_.insert(rows); }
  void update_days(std::span<const loans::LoanDay> rows) override { days_.update(rows); }

 private:
  MemorySubsidyStore subsidies_;
  MemoryReconciliationStore reconciliations_;
  using DayKey = std::pair<std::int64_t, std::int64_t>;
  MemoryTable<std::int64_t, loans::Loan> loans_{[](const loans::Loan& row) { return row.id.value; }};
  MemoryTable<std::int64_t, loans::LoanStep> steps_{[](const loans::LoanStep& row) { return row.id.value; }};
  MemoryTable<DayKey, loans::LoanDay> days_{
      [](const loans::LoanDay& row) { return DayKey{row.loan.value, row.day.days()}; }};
};

}  // namespace mingzhang::tests
