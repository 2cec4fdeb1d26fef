// SPDX-License-Identifier: Apache-2.0
// Rows of loans as they stood on a day.
#include "loans/reconciliation_register.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/check.h"
#include "loans/loan_account.h"

namespace mingzhang::loans {
namespace {

constexpr std::array kFields{
    ReconciliationField{"household", "户", "household", DifferenceKind::Identity},
    ReconciliationField{"borrower", "借款人", "borrower", DifferenceKind::Identity},
    ReconciliationField{"status", "状态", "status", DifferenceKind::Status},
    ReconciliationField{"start", "放款日", "first day", DifferenceKind::Day},
    ReconciliationField{"maturity", "到期日", "maturity", DifferenceKind::Day},
    ReconciliationField{"overdue_days", "逾期天数", "days overdue", DifferenceKind::Status},
    ReconciliationField{"disbursed", "发放金额", "disbursed", DifferenceKind::Amount},
    ReconciliationField{"balance", "本金余额", "principal outstanding", DifferenceKind::Amount},
    ReconciliationField{"principal_paid", "已还本金", "principal repaid", DifferenceKind::Amount},
    ReconciliationField{"interest_paid", "已还利息", "interest repaid", DifferenceKind::Amount},
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kStatuses{{
    {"normal", "normal"}, {"正常", "normal"}, {"overdue", "overdue"}, {"逾期", "overdue"}, {"settled", "settled"},
    {"结清", "settled"}, {"已结清", "settled"}, {"written_off", "written_off"}, {"核销", "written_off"}, {"已核销", "written_off"},
}};

bool pays_out(const LoanStep& step) {
  return step.stands() && (step.kind == StepKind::Disbursement || step.kind == StepKind::RenewalIn);
}

std::string status_of(const std::vector<LoanStep>& steps, const LoanAccount& account, std::int64_t overdue) {
  const bool is_written_off = std::any_of(steps.begin(), steps.end(), [](const LoanStep& step) {
    return step.stands() && step.kind == StepKind::WriteOff;
  });
  if (is_written_off) return "written_off";
  if (account.open_due == no_day() && account.principal.is_zero()) return "settled";
  return overdue > 0 ? "overdue" : "normal";
}

}  // namespace

std::span<const ReconciliationField> register_fields() { return kFields; }

std::optional<std::string_view> parse_loan_status(std::string_view text) {
  for (const auto& [word, status] : kStatuses) {
    if (text == word) return status;
  }
  return std::nullopt;
}

std::optional<ReconciliationRow> register_row(const Loan& loan, Loans& loans, Date day) {
  std::vector<LoanStep> steps;
  for (const LoanStep& step : loans.steps_of(loan.id)) {
    if (step.date <= day) steps.push_back(step);
  }
  if (std::none_of(steps.begin(), steps.end(), pays_out)) return std::nullopt;
  const auto account = account_on(loans.contract_of(loan), steps, day);
  MZ_CHECK(account.has_value());
  const std::int64_t overdue = account->open_due < day ? days_between(account->open_due, day) : 0;
  ReconciliationRow row;
  row.key = loan.code;
  row.cells = {loan.household,
               loan.borrower,
               status_of(steps, *account, overdue),
               account->terms.start,
               account->maturity,
               overdue,
               account->schedule.disbursed,
               account->principal,
               account->schedule.paid.principal,
               account->schedule.paid.interest};
  MZ_CHECK(row.cells.size() == kFields.size());
  return row;
}

bool is_over(const ReconciliationRow& row) {
  return row.cells[static_cast<std::size_t>(RegisterField::Status)] == ReconciliationCell(std::string("settled"));
}

}  // namespace mingzhang::loans
