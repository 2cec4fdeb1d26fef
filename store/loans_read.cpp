// SPDX-License-Identifier: Apache-2.0
// Reading loans, their steps and their days.
#include <string>

#include "store/loans_sql.h"
#include "store/loans_tables.h"
#include "store/reading.h"
#include "store/rows.h"

namespace mingzhang::store {
namespace {

// The members below stand in the order of the columns of store/loans_tables.h.

Rate read_rate(Cells& cells) {
  const std::int64_t units = cells.integer();
  if (units < 0 || units > Rate::kUnitsMax) cells.refuse();
  return Rate::from_units(units);
}

std::optional<Date> read_optional_day(Cells& cells) {
  const Date day = cells.date();
  return day == no_day() ? std::nullopt : std::optional(day);
}

loans::Loan read_loan(Cells& cells) {
  loans::Loan loan;
  loan.id = cells.id<loans::LoanId>();
  loan.code = cells.text();
  loan.household = cells.text();
  loan.borrower = cells.text();
  loan.bank = cells.text();
  loan.product = cells.text();
  loan.fund = cells.optional_text();
  loan.cover = cells.optional_text();
  loan.state = cells.word(loans::LoanState::Renewed);
  loan.date = cells.date();
  loan.requested = cells.money();
  loan.approved = cells.money();
  loan.disbursed = cells.money();
  loan.principal = cells.money();
  loan.interest_accrued = cells.money();
  loan.paid.principal = cells.money();
  loan.paid.interest = cells.money();
  loan.paid.penalties = cells.money();
  loan.written_off = cells.money();
  loan.recovered = cells.money();
  loan.months = cells.integer();
  loan.start = cells.date();
  loan.original_start = cells.date();
  loan.maturity = cells.date();
  loan.renewed_from = cells.id<loans::LoanId>();
  loan.renewals = cells.integer();
  loan.extensions = cells.integer();
  loan.misused_from = read_optional_day(cells);
  loan.loan_class = cells.word(loans::LoanClass::Loss);
  loan.accrued_until = cells.date();
  loan.accrual_due = cells.date();
  loan.open_due = cells.date();
  loan.standing_since = cells.date();
  loan.contract = cells.optional_text();
  loan.seq = cells.integer();
  return loan;
}

loans::LoanStep read_step(Cells& cells) {
  loans::LoanStep step;
  step.loan = cells.id<loans::LoanId>();
  step.id = cells.id<loans::StepId>();
  step.code = cells.text();
  step.kind = cells.word(loans::StepKind::Reconciliation);
  step.seq = cells.integer();
  step.vouchers = cells.integer();
  step.date = cells.date();
  step.amount = cells.money();
  step.change.principal = cells.money();
  step.change.interest = cells.money();
  step.change.penalties = cells.money();
  step.from = cells.date();
  step.to = cells.date();
  step.rate = read_rate(cells);
  step.count = cells.integer();
  step.flag = cells.flag();
  step.corrected_by = cells.id<loans::StepId>();
  step.corrects = cells.id<loans::StepId>();
  return step;
}

loans::LoanDay read_day(Cells& cells) {
  loans::LoanDay day;
  day.loan = cells.id<loans::LoanId>();
  day.day = cells.date();
  day.principal = cells.money();
  day.open_due = cells.date();
  day.loan_class = cells.word(loans::LoanClass::Loss);
  day.renewals = cells.integer();
  day.extensions = cells.integer();
  day.is_written_off = cells.flag();
  return day;
}

/// Part of kLoanTable.
constexpr auto kStandingColumns = std::to_array<std::string_view>(
    {"book_id", "loan_id", "state", "accrual_due", "open_due", "class", "standing_since"});
constexpr Table kStandingTable{"loan", kStandingColumns, "iiiiiii", 2};

loans::LoanStanding read_standing(Cells& cells) {
  loans::LoanStanding standing;
  standing.id = cells.id<loans::LoanId>();
  standing.state = cells.word(loans::LoanState::Renewed);
  standing.accrual_due = cells.date();
  standing.open_due = cells.date();
  standing.loan_class = cells.word(loans::LoanClass::Loss);
  standing.since = cells.date();
  return standing;
}

constexpr Reading<loans::LoanStanding> kStandings{kStandingTable, read_standing};
constexpr Reading<loans::Loan> kLoans{kLoanTable, read_loan};
constexpr Reading<loans::LoanStep> kSteps{kLoanStepTable, read_step};
constexpr Reading<loans::LoanDay> kDays{kLoanDayTable, read_day};

}  // namespace

// Each SQL text is made once, on its first use; the connection keeps the prepared statement.

std::optional<loans::Loan> LoansSql::loan(std::string_view code) {
  static const std::string sql = kLoans.select("AND code = ?");
  return one_row(connection_, sql, kLoans, book_id_, code);
}

std::optional<loans::Loan> LoansSql::loan(loans::LoanId id) {
  static const std::string sql = kLoans.select("AND loan_id = ?");
  return one_row(connection_, sql, kLoans, book_id_, id.value);
}

std::vector<loans::Loan> LoansSql::loans_of_household(std::string_view household) {
  static const std::string sql = kLoans.select("AND household BETWEEN ? AND ? ORDER BY household, loan_id");
  return all_rows(connection_, sql, kLoans, book_id_, household, household);
}

void LoansSql::all_loans(const loans::VisitLoan& visit) {
  static const std::string sql = kLoans.select("ORDER BY loan_id");
  visit_rows(connection_, sql, kLoans, visit, book_id_);
}

void LoansSql::standings(loans::LoanState state, Date day, const loans::VisitStanding& visit) {
  static const std::string sql = kStandings.select("AND state = ? AND accrual_due BETWEEN ? AND ?");
  visit_rows(connection_, sql, kStandings, visit, book_id_, static_cast<std::int64_t>(state), Date().days(), day.days());
}

std::int64_t LoansSql::loan_count() {
  return number_or_zero(connection_, "SELECT loan_id FROM loan WHERE book_id = ? ORDER BY loan_id DESC LIMIT 1", book_id_);
}

std::optional<loans::LoanStep> LoansSql::step(std::string_view code) {
  static const std::string sql = kSteps.select("AND code = ?");
  return one_row(connection_, sql, kSteps, book_id_, code);
}

std::optional<loans::LoanStep> LoansSql::step(loans::StepId id) {
  static const std::string sql = kSteps.select("AND step_id = ?");
  return one_row(connection_, sql, kSteps, book_id_, id.value);
}

std::vector<loans::LoanStep> LoansSql::steps_of(loans::LoanId loan) {
  static const std::string sql = kSteps.select("AND loan_id = ? ORDER BY step_id");
  return all_rows(connection_, sql, kSteps, book_id_, loan.value);
}

void LoansSql::all_steps(const loans::VisitStep& visit) {
  static const std::string sql = kSteps.select("ORDER BY step_id");
  visit_rows(connection_, sql, kSteps, visit, book_id_);
}

std::int64_t LoansSql::step_count() {
  return number_or_zero(connection_, "SELECT step_id FROM loan_step WHERE book_id = ? ORDER BY step_id DESC LIMIT 1", book_id_);
}

std::vector<loans::LoanDay> LoansSql::days_of(loans::LoanId loan) {
  static const std::string sql = kDays.select("AND loan_id = ? ORDER BY day");
  return all_rows(connection_, sql, kDays, book_id_, loan.value);
}

void LoansSql::all_days(const loans::VisitLoanDay& visit) {
  static const std::string sql = kDays.select("ORDER BY loan_id, day");
  visit_rows(connection_, sql, kDays, visit, book_id_);
}

}  // namespace mingzhang::store
