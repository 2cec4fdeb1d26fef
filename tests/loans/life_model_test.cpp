// SPDX-License-Identifier: Apache-2.0
// Random histories of loans: the rows are what is worked out anew from the steps, the ledger agrees with them to the fen, a
// replay gives the same rows, and how a loan stood on a past day is what would have been found then.
#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "loans/effect.h"
#include "loans/loss_commands.h"
#include "tests/loans/random_order.h"
#include "tests/loans/sample_loans.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace mingzhang::tests {
namespace {

using loans::LoanState;
using loans::LoanStep;

/// Chooses commands that may or may not be allowed; those that are not must change nothing.
class RandomLife {
 public:
  RandomLife(std::uint64_t seed, SampleLoans& sample) : random_(seed), sample_(sample) {}

  int below(int bound) { return static_cast<int>(random_() % static_cast<std::uint64_t>(bound)); }
  Date any_day() { return plus_days(day("2021-03-01"), below(700)); }
  std::string code(const char* prefix) { return std::string(prefix) + std::to_string(++codes_); }
  std::string any_loan() { return "L" + std::to_string(1 + below(std::max(1, loans_))); }

  void grant() {
    const std::string name = "L" + std::to_string(++loans_);
    const std::string iso = to_iso(any_day());
    loans::Contract contract = below(2) == 0 ? bullet(iso, 1 + below(8)) : equal_principal(iso);
    if (below(3) == 0) contract.terms.repayment.recalculation = loans::Recalculation::Daily;
    loans::RepaymentPolicy& policy = contract.terms.repayment;
    if (below(2) == 0) policy.allocation = random_order(random_, policy);
    if (below(3) == 0) policy.allocation_overdue = {1 + below(120), random_order(random_, policy)};
    contract.penalty.overdue_percent = below(2) * 150;
    contract.penalty.compounds = below(2) == 0;
    sample_.grant(name, iso, contract);
  }

  /// A step of the loan with the parts that the schedule gives it; nothing where the schedule refuses.
  template <class Command>
  void submit(Command command) {
    const loans::Loan* loan = sample_.loans().loans().find(command.loan);
    if (loan == nullptr || loan->state != LoanState::Active) return;
    LoanStep step = loans::step_for(command);
    if constexpr (std::is_same_v<Command, loans::Repay>) {
      if (command.settles) {
        const auto owed = loans::owed_on(sample_.loans().contract_of(*loan), sample_.loans().steps_of(loan->id), command.date);
        if (owed) command.parts = *owed;
        step = loans::step_for(command);
      }
    }
    const auto effect = loans::effect_of(step, sample_.loans().contract_of(*loan), *loan, sample_.loans().steps_of(loan->id));
    if (effect) command.parts = effect->change;
    try_to(loans::Command(command));
  }

  void repay_something() {
    loans::Repay command = repay(code("HK"), any_loan(), to_iso(any_day()), parts(1 + below(400'000), 0));
    command.settles = below(12) == 0;
    submit(command);
  }

  void change_something() {
    const Date date = any_day();
    switch (below(4)) {
      case 0:
        return submit(loans::ChangeRate{code("LL"), any_loan(), date, any_day(), Rate::from_units(1'000'000 * below(12)), {}, "调整", ""});
      case 1:
        return submit(loans::PauseInterest{code("TX"), any_loan(), date, date, plus_days(date, 1 + below(40)), {}, "受灾"});
      case 2: {
        const loans::Loan* loan = sample_.loans().loans().find(any_loan());
        if (loan == nullptr) return;
        return submit(loans::ExtendLoan{code("ZQ"), loan->code, plus_days(loan->maturity, -below(60)), loan->maturity, 1 + below(3), no_day(), std::nullopt, {}, "受灾", "", {}});
      }
      default:
        return submit(loans::ReportMisuse{code("NY"), any_loan(), plus_days(date, 5), date, {}, "改作他用", {}});
    }
  }

  void correct_something() {
    const loans::Loan* loan = sample_.loans().loans().find(any_loan());
    if (loan == nullptr) return;
    const std::vector<LoanStep> steps = sample_.loans().steps_of(loan->id);
    const LoanStep& step = steps[static_cast<std::size_t>(below(static_cast<int>(steps.size())))];
    LoanStep correction;
    correction.kind = loans::StepKind::Correction;
    correction.date = plus_days(day("2021-03-01"), 700);
    correction.loan = loan->id;
    correction.corrects = step.id;
    if (!step.stands() || step.kind <= loans::StepKind::Disbursement) return;
    const auto effect = loans::effect_of(correction, sample_.loans().contract_of(*loan), *loan, steps);
    loans::CorrectStep command{code("CZ"), loan->code, step.code, correction.date, {}, "录错"};
    if (effect) command.parts = effect->change;
    try_to(command);
  }

  void settle_interest() {
    const loans::Loan* loan = sample_.loans().loans().find(any_loan());
    if (loan == nullptr || (loan->state != LoanState::Active && loan->state != LoanState::Settled)) return;
    const Date date = any_day();
    if (date < loan->start) return;
    try_to(loans::AccrueInterest{code("JX"), date, {{loan->code, loans::interest_to_accrue(*loan, sample_.loans(), date)}}});
  }

  void give_up() {
    const loans::Loan* loan = sample_.loans().loans().find(any_loan());
    if (loan == nullptr || loan->state != LoanState::Active) return;
    if (below(4) != 0) return;
    try_to(loans::WriteOff{code("HX"), loan->code, plus_days(day("2021-03-01"), 710), loan->principal, loans::interest_open(*loan), "无力偿还", {}});
  }

  void classify() {
    const auto loan_class = static_cast<loans::LoanClass>(1 + below(5));
    try_to(loans::ClassifyLoans{code("FL"), any_day(), {{any_loan(), loan_class}}, "走访", ""});
  }

  void step() {
    const int kind = below(20);
    if (loans_ < 4 && kind < 3) return grant();
    if (kind < 11) return repay_something();
    if (kind < 14) return change_something();
    if (kind < 16) return correct_something();
    if (kind < 18) return settle_interest();
    if (kind < 19) return classify();
    give_up();
  }

  std::map<std::string, int> answers;

 private:
  void try_to(const loans::Command& command) {
    const std::string answer = sample_.answer(command);
    ++answers[answer];
    if (answer == "Ok") sample_.run(command);
  }

  std::mt19937_64 random_;
  SampleLoans& sample_;
  int loans_ = 0;
  int codes_ = 0;
};

/// The steps without money that came later.
std::vector<LoanStep> until(const std::vector<LoanStep>& steps, Date date) {
  std::vector<LoanStep> early;
  for (const LoanStep& step : steps) {
    const bool is_later_money = step.date > date && (step.kind == loans::StepKind::Repayment ||
                                                     step.kind == loans::StepKind::Disbursement);
    if (!is_later_money) early.push_back(step);
  }
  return early;
}

/// INV-27 from the steps alone.
void compare_loan(SampleLoans& sample, const loans::Loan& loan) {
  INFO(loan.code);
  const std::vector<LoanStep> steps = sample.loans().steps_of(loan.id);
  const loans::Contract& contract = sample.loans().contract_of(loan);
  loans::Parts change;
  Money paid_in;
  for (const LoanStep& step : steps) {
    change += step.change;
    const bool is_money = step.kind == loans::StepKind::Repayment || step.kind == loans::StepKind::RenewalOut;
    if (is_money && step.stands()) paid_in += step.amount;
  }
  CHECK(change == loan.paid);
  CHECK(paid_in == loan.paid.total());
  const auto account = loans::account_on(contract, steps, day("2024-01-01"));
  REQUIRE(account.has_value());
  CHECK(account->schedule.paid == loan.paid);
  CHECK(loan.principal == loan.disbursed - loan.paid.principal);
  CHECK(!loan.principal.is_negative());
  for (const loans::LoanDay& row : sample.loans().days_of(loan.id)) {
    INFO(to_iso(row.day));
    const auto then = loans::account_on(contract, until(steps, row.day), row.day);
    REQUIRE(then.has_value());
    CHECK(row.principal == then->principal);
    CHECK(row.open_due == then->open_due);
  }
}

/// INV-28: where there is interest to settle on a day, the loan's own row says so; and it says how the newest day stands.
/// Returns on how many days there was.
int compare_standing(SampleLoans& sample, const loans::Loan& loan) {
  INFO(loan.code);
  const std::vector<loans::LoanDay> days = sample.loans().days_of(loan.id);
  REQUIRE(!days.empty());
  CHECK(loan.standing_since == days.back().day);
  CHECK(loan.open_due == days.back().open_due);
  if (loan.state != LoanState::Active && loan.state != LoanState::Settled && loan.state != LoanState::Renewed) return 0;
  int found = 0;
  for (int offset = 0; offset < 1'100; offset += 11) {
    const Date date = plus_days(std::max(loan.accrued_until, loan.start), offset);
    if (loans::interest_to_accrue(loan, sample.loans(), date).is_zero()) continue;
    INFO(to_iso(date) << " " << to_iso(loan.accrual_due));
    CHECK(loan.accrual_due <= date);
    ++found;
  }
  return found;
}

void compare_ledger(SampleLoans& sample) {
  Money principal;
  Money receivable;
  Money penalties;
  for (std::int64_t id = 1; id <= sample.loans().loans().count(); ++id) {
    const loans::Loan& loan = sample.loans().loan_of(loans::LoanId{id});
    if (loan.state != LoanState::WrittenOff) principal += loan.principal;
    receivable += loan.interest_accrued - loan.paid.interest;
    penalties += loan.paid.penalties;
  }
  CHECK(sample.balance("130301") == principal);
  CHECK(sample.balance("113201") == receivable);
  CHECK(sample.balance("601103") == Money() - penalties);
}

}  // namespace

TEST_CASE("INV-27, INV-28 random histories of loans: rows, ledger, past days and a replay agree", "[loans][life]") {
  std::map<std::string, int> answers;
  int days_with_interest = 0;
  for (std::uint64_t round = 0; round < 6; ++round) {
    SampleLoans sample;
    RandomLife life(run_seed() + round, sample);
    for (int step = 0; step < 120; ++step) life.step();
    for (std::int64_t id = 1; id <= sample.loans().loans().count(); ++id) {
      compare_loan(sample, sample.loans().loan_of(loans::LoanId{id}));
      days_with_interest += compare_standing(sample, sample.loans().loan_of(loans::LoanId{id}));
    }
    compare_ledger(sample);
    sample.flush();
    SampleLoans again;
    for (const loans::Command& command : sample.done()) {
      again.run(*loans::decode_command(loans::record_kind_of(command), *parse_canonical_json(loans::record_data_of(command))));
      if (life.below(9) == 0) {
        again.flush();
        again.reopen();
      }
    }
    again.flush();
    CHECK(again.rows().dump() == sample.rows().dump());
    for (const auto& [name, count] : life.answers) answers[name] += count;
  }
  CHECK(answers["Ok"] > 50);
  CHECK(days_with_interest > 50);
}

}  // namespace mingzhang::tests
