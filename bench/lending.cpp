// SPDX-License-Identifier: Apache-2.0
// Loans at the scale of a province: schedules, the close of a day of 1,000,000 loans, a portfolio as of a past day.
#include <cstdio>
#include <string>
#include <vector>

#include "base/check.h"
#include "bench/measurements.h"
#include "bench/raw_insert.h"
#include "bench/workload.h"
#include "loans/contract_record.h"
#include "loans/effect.h"
#include "loans/schedule.h"
#include "reports/loan_portfolio.h"
#include "service/demo/desk.h"
#include "service/lending/day_close.h"
#include "service/setup/money_request.h"

namespace mingzhang::bench {
namespace {

constexpr std::int64_t kLoans = 1'000'000;
constexpr std::int64_t kSchedules = 100'000;
constexpr std::int64_t kStarts = 90;    // days over which the loans begin
constexpr std::int64_t kLateEvery = 41;  // one of so many did not pay its last quarter

Date on(int year, unsigned month, unsigned day) { return *Date::from_civil(year, month, day); }
const Date kClosed = on(2024, 2, 5);

loans::LoanTerms annuity() {
  loans::LoanTerms terms;
  terms.principal = Money::from_fen(50'000'00);
  terms.start = on(2023, 1, 21);
  terms.rate = *parse_rate("4.35%");
  terms.day_count = *loans::parse_day_count("months/12");
  terms.due.installments = 36;
  return terms;
}

/// 50,000.00 at 4.35 % months/12: interest of 543.75 every quarter, principal after three years.
loans::Contract contract() {
  loans::Contract contract;
  contract.terms = annuity();
  contract.terms.method = loans::Method::PrincipalAtEnd;
  contract.terms.due.period.every = 3;
  contract.terms.due.installments = 12;
  contract.penalty.overdue_percent = 150;
  return contract;
}

std::string code_of(std::int64_t number) {
  const std::string digits = std::to_string(number);
  return "D" + std::string(7 - digits.size(), '0') + digits;
}

loans::LoanStep step_of(const loans::Loan& loan, std::int64_t id, int quarter) {
  loans::LoanStep step;
  step.id = loans::StepId{id};
  step.code = loan.code + "-" + std::to_string(quarter);
  step.kind = quarter == 0 ? loans::StepKind::Disbursement : loans::StepKind::Repayment;
  step.seq = kLoans + id;
  step.date = plus_months_clamped(loan.start, 3 * quarter);
  step.loan = loan.id;
  step.amount = Money::from_fen(quarter == 0 ? 50'000'00 : 543'75);
  if (quarter > 0) step.change.interest = step.amount;
  return step;
}

Date start_of(std::int64_t number) { return plus_days(on(2023, 1, 1), number % kStarts); }

/// Quarters whose interest was due before the day that is closed.
int settled_quarters(std::int64_t number) {
  int quarters = 0;
  while (plus_months_clamped(start_of(number), 3 * (quarters + 1)) < kClosed) ++quarters;
  return quarters;
}
/// Those that were paid; the last one was not where the loan is late.
int paid_quarters(std::int64_t number) { return settled_quarters(number) - (number % kLateEvery == 0 ? 1 : 0); }

/// A loan as its records and the close of the day before would leave it.
loans::Loan loan_of(std::int64_t number, const std::string& terms) {
  const int paid = paid_quarters(number);
  const int settled = settled_quarters(number);
  loans::Loan loan;
  loan.id = loans::LoanId{number};
  loan.code = code_of(number);
  loan.household = "HU-SYN-" + std::to_string(number);
  loan.borrower = "PE-SYN-" + std::to_string(number);
  loan.bank = "RCB";
  loan.product = "microcredit";
  loan.state = loans::LoanState::Active;
  loan.requested = loan.approved = loan.disbursed = loan.principal = Money::from_fen(50'000'00);
  loan.months = 36;
  loan.date = loan.start = loan.original_start = start_of(number);
  loan.maturity = plus_months_clamped(loan.start, 36);
  loan.paid.interest = Money::from_fen(543'75 * paid);
  loan.interest_accrued = Money::from_fen(543'75 * settled);
  loan.accrued_until = plus_months_clamped(loan.start, 3 * settled);
  loan.accrual_due = plus_months_clamped(loan.start, 3 * (settled + 1));
  loan.open_due = plus_months_clamped(loan.start, 3 * (paid + 1));
  loan.standing_since = plus_months_clamped(loan.start, 3 * paid);
  // 金融资产风险分类办法 by days overdue: more than 0 special mention, more than 90 substandard.
  const std::int64_t overdue = days_between(loan.open_due, plus_days(kClosed, -1));
  if (overdue > 0) loan.loan_class = overdue > 90 ? loans::LoanClass::Substandard : loans::LoanClass::Special;
  loan.contract = terms;
  loan.seq = number;
  return loan;
}

void fill(store::Store& store) {
  constexpr std::int64_t kSlice = 50'000;
  const std::string terms = loans::encode_contract(contract());
  std::int64_t step = 0;
  for (std::int64_t first = 1; first <= kLoans; first += kSlice) {
    std::vector<loans::Loan> rows;
    std::vector<loans::LoanStep> steps;
    std::vector<loans::LoanDay> days;
    for (std::int64_t number = first; number < first + kSlice; ++number) {
      rows.push_back(loan_of(number, terms));
      const loans::Loan& loan = rows.back();
      const int paid = paid_quarters(number);
      for (int quarter = 0; quarter <= paid; ++quarter) {
        steps.push_back(step_of(loan, ++step, quarter));
        days.push_back({loan.id, steps.back().date, loan.principal, plus_months_clamped(loan.start, 3 * (quarter + 1))});
      }
    }
    store.begin_write();
    const auto loans = store.loans_of(*store.find_book("bench"));
    loans->insert_loans(rows);
    loans->insert_steps(steps);
    loans->insert_days(days);
    store.commit();
  }
}

void print(const char* what, std::int64_t count, double seconds) {
  std::printf("%-52s %8.2f s   %9.0f loans/s\n", what, seconds, static_cast<double>(count) / seconds);
  std::fflush(stdout);
}

/// Annuities of 36 installments, each with another principal.
void measure_schedules() {
  loans::LoanTerms terms = annuity();
  const double begun = seconds_now();
  std::int64_t rows = 0;
  for (std::int64_t i = 0; i < kSchedules; ++i) {
    terms.principal = Money::from_fen(5'000'00 + i);
    const auto schedule = loans::schedule_for(terms, {}, terms.start);
    MZ_CHECK(schedule.has_value());
    rows += static_cast<std::int64_t>(schedule->rows.size());
  }
  MZ_CHECK(rows == 36 * kSchedules);
  print("annuity schedules of 36 installments", kSchedules, seconds_now() - begun);
}

/// A register of 1,000,000 loans; of the day that is closed, one in ninety has interest to settle.
void measure_day_close(const Sizes& sizes) {
  const ScratchFile file(sizes.directory);
  FixedClock clock = FixedClock::at(on(2024, 3, 1));
  const std::unique_ptr<store::Store> store = store::open_store("sqlite:" + file.path(), as_the_program_writes());
  const service::OpenedDatabase opened = service::faces_of(*store);
  service::Writer writer(opened, clock);
  const service::Say quiet = [](const std::string&) {};
  service::DemoDesk desk(opened, writer, "bench", quiet);
  desk.open("bench", *Month::from_civil(2023, 1), "loan-register");
  MZ_CHECK(!desk.failure());
  double begun = seconds_now();
  fill(*store);
  print("(writing the register of loans)", kLoans, seconds_now() - begun);

  const service::BookPlace place{opened, "bench"};
  service::LoanWords words;
  words.code = "RZ";
  words.date = to_iso(kClosed);
  begun = seconds_now();
  const auto close = service::close_day(place, words, {});
  MZ_CHECK(close.has_value());
  const double found = seconds_now() - begun;
  for (const service::DayBatch& batch : close->batches) {
    const auto request = service::ordered(place, batch.command, {"K-" + batch.code, "bench", "approver"}, on(2024, 3, 1));
    MZ_CHECK(request.has_value());
    service::Request system = *request;
    system.is_system = true;
    system.by.clear();
    system.approved_by.clear();
    MZ_CHECK(writer.submit(system).has_value());
  }
  std::printf("  settled %lld, reclassified %lld; finding them %.2f s\n", static_cast<long long>(close->settled),
              static_cast<long long>(close->reclassified), found);
  const double closed = seconds_now() - begun;
  print("close of a day, what changes written", kLoans, closed);
  const ScratchFile bare(sizes.directory);
  const double raw = static_cast<double>(kLoans) / raw_rows_per_second(bare.path(), kLoans, 8'192);
  std::printf("  raw insert of 1,000,000 rows of 64 bytes %.2f s, ratio %.2f\n", raw, raw / closed);

  begun = seconds_now();
  store->begin_read();
  const reports::Table table = reports::loan_portfolio(*store->loans_of(*store->find_book("bench")), on(2023, 11, 15));
  store->rollback();
  print("portfolio as of a past day", kLoans, seconds_now() - begun);
}

}  // namespace

void measure_lending(const Sizes& sizes) {
  measure_schedules();
  measure_day_close(sizes);
}

}  // namespace mingzhang::bench
