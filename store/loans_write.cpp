// SPDX-License-Identifier: Apache-2.0
// Writing loans, their steps and their days.
#include "base/check.h"
#include "store/loans_sql.h"
#include "store/loans_tables.h"
#include "store/rows.h"

namespace mingzhang::store {
namespace {

// Column numbers are those of store/loans_tables.h, where book_id is column 0.

/// The columns that say how the loan stands.
Value standing_cell(const loans::Loan& loan, std::size_t column) {
  switch (column) {
    case 25:
      return integer_cell(loan.renewed_from.value);
    case 26:
      return integer_cell(loan.renewals);
    case 27:
      return integer_cell(loan.extensions);
    case 28:
      return integer_cell(loan.misused_from.value_or(no_day()).days());
    case 29:
      return word_cell(loan.loan_class);
    case 30:
      return integer_cell(loan.accrued_until.days());
    case 31:
      return integer_cell(loan.accrual_due.days());
    case 32:
      return integer_cell(loan.open_due.days());
    case 33:
      return integer_cell(loan.standing_since.days());
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

Value loan_cell(const loans::Loan& loan, std::size_t column) {
  switch (column) {
    case 1:
      return integer_cell(loan.id.value);
    case 2:
      return text_cell(loan.code);
    case 3:
      return text_cell(loan.household);
    case 4:
      return text_cell(loan.borrower);
    case 5:
      return text_cell(loan.bank);
    case 6:
      return text_cell(loan.product);
    case 7:
      return text_cell(loan.fund);
    case 8:
      return text_cell(loan.cover);
    case 9:
      return word_cell(loan.state);
    case 10:
      return integer_cell(loan.date.days());
    case 11:
      return money_cell(loan.requested);
    case 12:
      return money_cell(loan.approved);
    case 13:
      return money_cell(loan.disbursed);
    case 14:
      return money_cell(loan.principal);
    case 15:
      return money_cell(loan.interest_accrued);
    case 16:
      return money_cell(loan.paid.principal);
    case 17:
      return money_cell(loan.paid.interest);
    case 18:
      return money_cell(loan.paid.penalties);
    case 19:
      return money_cell(loan.written_off);
    case 20:
      return money_cell(loan.recovered);
    case 21:
      return integer_cell(loan.months);
    case 22:
      return integer_cell(loan.start.days());
    case 23:
      return integer_cell(loan.original_start.days());
    case 24:
      return integer_cell(loan.maturity.days());
    case 34:
      return text_cell(loan.contract);
    case 35:
      return integer_cell(loan.seq);
    default:
      return standing_cell(loan, column);
  }
}

Value step_cell(const loans::LoanStep& step, std::size_t column) {
  switch (column) {
    case 1:
      return integer_cell(step.loan.value);
    case 2:
      return integer_cell(step.id.value);
    case 3:
      return text_cell(step.code);
    case 4:
      return word_cell(step.kind);
    case 5:
      return integer_cell(step.seq);
    case 6:
      return integer_cell(step.vouchers);
    case 7:
      return integer_cell(step.date.days());
    case 8:
      return money_cell(step.amount);
    case 9:
      return money_cell(step.change.principal);
    case 10:
      return money_cell(step.change.interest);
    case 11:
      return money_cell(step.change.penalties);
    case 12:
      return integer_cell(step.from.days());
    case 13:
      return integer_cell(step.to.days());
    case 14:
      return integer_cell(step.rate.units());
    case 15:
      return integer_cell(step.count);
    case 16:
      return flag_cell(step.flag);
    case 17:
      return integer_cell(step.corrected_by.value);
    case 18:
      return integer_cell(step.corrects.value);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

Value day_cell(const loans::LoanDay& day, std::size_t column) {
  switch (column) {
    case 1:
      return integer_cell(day.loan.value);
    case 2:
      return integer_cell(day.day.days());
    case 3:
      return money_cell(day.principal);
    case 4:
      return integer_cell(day.open_due.days());
    case 5:
      return word_cell(day.loan_class);
    case 6:
      return integer_cell(day.renewals);
    case 7:
      return integer_cell(day.extensions);
    case 8:
      return flag_cell(day.is_written_off);
    default:
      MZ_CHECK(false);
      return Value::null();
  }
}

}  // namespace

void LoansSql::insert_loans(std::span<const loans::Loan> rows) {
  store::insert_rows(connection_, kLoanTable, BookRows<loans::Loan, loan_cell>(book_id_, rows));
}

void LoansSql::update_loans(std::span<const loans::Loan> rows) {
  store::update_rows(connection_, kLoanTable, BookRows<loans::Loan, loan_cell>(book_id_, rows));
}

void LoansSql::insert_steps(std::span<const loans::LoanStep> rows) {
  store::insert_rows(connection_, kLoanStepTable, BookRows<loans::LoanStep, step_cell>(book_id_, rows));
}

void LoansSql::update_steps(std::span<const loans::LoanStep> rows) {
  store::update_rows(connection_, kLoanStepTable, BookRows<loans::LoanStep, step_cell>(book_id_, rows));
}

void LoansSql::insert_days(std::span<const loans::LoanDay> rows) {
  store::insert_rows(connection_, kLoanDayTable, BookRows<loans::LoanDay, day_cell>(book_id_, rows));
}

void LoansSql::update_days(std::span<const loans::LoanDay> rows) {
  store::update_rows(connection_, kLoanDayTable, BookRows<loans::LoanDay, day_cell>(book_id_, rows));
}

}  // namespace mingzhang::store
