// SPDX-License-Identifier: Apache-2.0
// Checks and effects of a claim.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "loans/lending_refusals.h"
#include "loans/steps.h"
#include "loans/subsidy_commands.h"
#include "loans/subsidy_outcome.h"

namespace mingzhang::loans {
namespace {

constexpr std::int64_t kDaysMost = 366;
constexpr std::size_t kPayersMost = 10;
constexpr std::int64_t kWeightMost = 1'000'000;

std::string row_place(std::size_t index) { return "row " + std::to_string(index + 1); }

bool are_payers(const std::vector<SubsidyPayer>& payers) {
  std::set<std::string_view> seen;
  for (const SubsidyPayer& payer : payers) {
    if (payer.weight < 1 || payer.weight > kWeightMost || !seen.insert(payer.payer).second) return false;
  }
  return !payers.empty() && payers.size() <= kPayersMost;
}

bool are_amounts(const ClaimedLine& line) {
  const Money none;
  return line.period.principal > none && line.subsidy > none && line.subsidy <= line.subsidised &&
         line.subsidised <= line.period.interest;
}

bool follows(const ClaimedLine& before, const ClaimedLine& line) {
  return before.loan < line.loan || (before.loan == line.loan && before.period.to <= line.period.from);
}

void check_lines(const ClaimSubsidy& command, LendingRefusals& refusals, std::vector<Problem>& problems) {
  if (command.rows.empty()) refusals.add(LendingOutcome::RowsMissing, "");
  if (command.rows.size() > kBatchMax) {
    refusals.add(LendingOutcome::TooManyRows, std::to_string(command.rows.size()));
    return;
  }
  std::optional<Money> sum = Money();
  for (std::size_t index = 0; index < command.rows.size(); ++index) {
    const ClaimedLine& line = command.rows[index];
    refusals.check_code(line.loan, row_place(index));
    if (line.period.from >= line.period.to) refuse(problems, SubsidyOutcome::SpanBad, row_place(index), "");
    if (!are_amounts(line)) refuse(problems, SubsidyOutcome::AmountsBad, row_place(index), "");
    if (index > 0 && !follows(command.rows[index - 1], line)) {
      refuse(problems, SubsidyOutcome::RowsDisordered, row_place(index), "");
    }
    if (sum) sum = checked_add(*sum, line.period.interest);
  }
  if (!sum) refusals.add(LendingOutcome::SumTooLarge, "");
}

const SubsidyPeriod* find_period(const std::vector<SubsidyPeriod>& periods, Date from) {
  const auto found = std::find_if(periods.begin(), periods.end(), [from](const SubsidyPeriod& one) { return one.from == from; });
  return found == periods.end() ? nullptr : &*found;
}

/// Compares the lines of one loan with its register.
void compare(const ClaimSubsidy& command, std::size_t first, std::size_t last, const Loan& loan, Loans& loans,
             std::vector<Problem>& problems) {
  const auto periods = subsidy_periods(loan, loans, command.from, command.to, command.date);
  for (std::size_t index = first; index < last; ++index) {
    const SubsidyPeriod& said = command.rows[index].period;
    const SubsidyPeriod* right = find_period(periods, said.from);
    if (right == nullptr || *right != said) {
      refuse(problems, SubsidyOutcome::LineDiffers, row_place(index),
             loan.code + ": " + (right == nullptr ? std::string("-") : period_text(*right)));
    }
    const std::optional<SubsidyRow> other = line_on_days(loan.id, said.from, said.to, loans);  // INV-33
    if (other) {
      refuse(problems, SubsidyOutcome::DayClaimed, row_place(index),
             loan.code + ": " + loans.subsidies().claims().find_id(other->claim.value)->code + "/" + std::to_string(other->number));
    }
  }
}

}  // namespace

std::string period_text(const SubsidyPeriod& period) {
  std::string text = "principal " + to_yuan(period.principal) + ", interest " + to_yuan(period.interest) + " of [" +
                     to_iso(period.from) + ", " + to_iso(period.to) + "), " + to_percent(period.rate) + ", loan from " +
                     to_iso(period.loan_from);
  if (period.overdue_from) text += ", overdue from " + to_iso(*period.overdue_from);
  if (period.misused_from) text += ", misused from " + to_iso(*period.misused_from);
  return text;
}

std::optional<SubsidyRow> line_on_days(LoanId loan, Date from, Date to, Loans& loans) {
  for (const SubsidyRow& row : loans.subsidies().rows_of(loan)) {
    if (!row.standing().is_zero() && row.from < to && from < row.to) return row;
  }
  return std::nullopt;
}

std::vector<Problem> check_request(const ClaimSubsidy& command) {
  LendingRefusals refusals;
  std::vector<Problem> problems;
  refusals.check_code(command.code, "code");
  refusals.check_code(command.bank, "bank");
  if (command.from >= command.to || days_between(command.from, command.to) > kDaysMost) {
    refuse(problems, SubsidyOutcome::SpanBad, "", to_iso(command.from) + " – " + to_iso(command.to));
  }
  if (!are_payers(command.payers)) refuse(problems, SubsidyOutcome::PayersBad, "", "");
  for (const SubsidyPayer& payer : command.payers) refusals.check_code(payer.payer, "payer");
  check_lines(command, refusals, problems);
  if (command.explanation.empty()) refuse(problems, SubsidyOutcome::ExplanationMissing, "", "");
  refusals.check_explanation(command.explanation);
  return joined(refusals, std::move(problems));
}

std::vector<Problem> check_state(const ClaimSubsidy& command, Loans& loans, ledger::Book& book) {
  LendingRefusals refusals;
  std::vector<Problem> problems;
  refusals.check_code_free(command.code, loans);
  refusals.check_open(command.date, book);
  if (command.date < command.to) {
    refuse(problems, SubsidyOutcome::NotOverYet, "", to_iso(command.date) + " < " + to_iso(command.to));
  }
  for (std::size_t first = 0; first < command.rows.size();) {
    std::size_t last = first + 1;
    while (last < command.rows.size() && command.rows[last].loan == command.rows[first].loan) ++last;
    const Loan* loan = refusals.find_loan(command.rows[first].loan, loans);
    if (loan != nullptr && loan->bank != command.bank) refuse(problems, SubsidyOutcome::OtherBank, row_place(first), loan->code);
    if (loan != nullptr && !bears_interest(*loan)) refusals.check_state(*loan, {LoanState::Active});
    if (loan != nullptr && bears_interest(*loan)) compare(command, first, last, *loan, loans, problems);
    first = last;
  }
  return joined(refusals, std::move(problems));
}

void apply(const ClaimSubsidy& command, std::int64_t seq, Loans& loans) {
  SubsidyClaim claim;
  claim.code = command.code;
  claim.bank = command.bank;
  claim.mode = command.mode;
  claim.date = command.date;
  claim.from = command.from;
  claim.to = command.to;
  claim.payers = command.payers;
  claim.seq = seq;
  std::vector<SubsidyRow> rows;
  rows.reserve(command.rows.size());
  for (const ClaimedLine& line : command.rows) {
    SubsidyRow row;
    row.loan = loans.loans().find(line.loan)->id;
    MZ_CHECK(!line_on_days(row.loan, line.period.from, line.period.to, loans));  // INV-33
    row.from = line.period.from;
    row.to = line.period.to;
    row.principal = line.period.principal;
    row.interest = line.period.interest;
    row.subsidised = line.subsidised;
    row.subsidy = line.subsidy;
    claim.interest += row.interest;
    claim.subsidy += row.subsidy;
    rows.push_back(std::move(row));
  }
  LoanStep step = step_of(command, StepKind::SubsidyClaim, seq);
  step.amount = claim.subsidy;
  loans.add_step(std::move(step));
  loans.subsidies().add(std::move(claim), std::move(rows));
}

std::vector<ledger::VoucherRequest> vouchers_of(const ClaimSubsidy&, Loans&) { return {}; }

}  // namespace mingzhang::loans
