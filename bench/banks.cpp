// SPDX-License-Identifier: Apache-2.0
// What is settled with banks at a county's scale: a quarter's subsidy claim and the reconciliation of 100,000 loans.
#include <cstdio>
#include <string>
#include <vector>

#include "base/check.h"
#include "bench/measurements.h"
#include "bench/workload.h"
#include "loans/contract_record.h"
#include "service/banks/reconciliation.h"
#include "service/banks/subsidy_claim.h"
#include "service/demo/desk.h"

namespace mingzhang::bench {
namespace {

constexpr std::int64_t kLoans = 100'000;
constexpr int kQuartersPaid = 3;

Date on(int year, unsigned month, unsigned day) { return *Date::from_civil(year, month, day); }

std::string code_of(std::int64_t number) {
  const std::string digits = std::to_string(number);
  return "D" + std::string(6 - digits.size(), '0') + digits;
}

/// 50,000.00 at 4.35 % months/12, interest of 543.75 every quarter, principal after three years.
loans::Contract contract() {
  loans::Contract contract;
  contract.terms.principal = Money::from_fen(50'000'00);
  contract.terms.start = on(2023, 1, 21);
  contract.terms.rate = *parse_rate("4.35%");
  contract.terms.day_count = *loans::parse_day_count("months/12");
  contract.terms.method = loans::Method::PrincipalAtEnd;
  contract.terms.due.period.every = 3;
  contract.terms.due.installments = 12;
  contract.penalty.overdue_percent = 150;
  return contract;
}

/// Rows of loans as their records would leave them: paid out in January, three quarters paid in time.
void fill(loans::LoansStore& store) {
  const std::string terms = loans::encode_contract(contract());
  std::vector<loans::Loan> rows;
  std::vector<loans::LoanStep> steps;
  for (std::int64_t number = 1; number <= kLoans; ++number) {
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
    loan.date = loan.start = loan.original_start = on(2023, 1, 21);
    loan.maturity = on(2026, 1, 21);
    loan.paid.interest = Money::from_fen(543'75 * kQuartersPaid);
    loan.contract = terms;
    loan.seq = number;
    for (int step = 0; step <= kQuartersPaid; ++step) {
      loans::LoanStep one;
      one.id = loans::StepId{static_cast<std::int64_t>(steps.size()) + 1};
      one.code = loan.code + "-" + std::to_string(step);
      one.kind = step == 0 ? loans::StepKind::Disbursement : loans::StepKind::Repayment;
      one.seq = kLoans + one.id.value;
      one.date = plus_months_clamped(loan.start, 3 * step);
      one.loan = loan.id;
      one.amount = Money::from_fen(step == 0 ? 50'000'00 : 543'75);
      if (step > 0) one.change.interest = one.amount;
      steps.push_back(std::move(one));
    }
    rows.push_back(std::move(loan));
  }
  store.insert_loans(rows);
  store.insert_steps(steps);
}

/// The bank's file; every thousandth balance is a fen off.
std::string bank_file() {
  std::string text = "借据号,贷款余额,状态,放款日期,到期日期,已还利息\n";
  for (std::int64_t number = 1; number <= kLoans; ++number) {
    text += code_of(number) + (number % 1'000 == 0 ? ",50000.01" : ",50000.00") + ",正常,2023-01-21,2026-01-21,1631.25\n";
  }
  return text;
}

void print(const char* what, double seconds) {
  std::printf("%-46s %8.2f s   %9.0f loans/s\n", what, seconds, static_cast<double>(kLoans) / seconds);
  std::fflush(stdout);
}

}  // namespace

void measure_banks(const Sizes& sizes, bool subsidy, bool reconcile) {
  const ScratchFile file(sizes.directory);
  FixedClock clock = FixedClock::at(on(2024, 1, 10));
  const std::unique_ptr<store::Store> store = store::open_store("sqlite:" + file.path(), as_the_program_writes());
  const service::OpenedDatabase opened = service::faces_of(*store);
  service::Writer writer(opened, clock);
  const service::Say quiet = [](const std::string&) {};
  service::DemoDesk desk(opened, writer, "bench", quiet);
  desk.open("bench", *Month::from_civil(2023, 1), "special-fund");
  store->begin_write();
  fill(*store->loans_of(*store->find_book("bench")));
  store->commit();
  const service::BookPlace place{opened, "bench"};
  if (subsidy) {
    const double begun = seconds_now();
    const auto list = service::build_subsidy_claim(
        place, {"T1", "RCB", "", "2024-01-02", "2023-10-01", "2024-01-01", "", {"province=7", "county=3"},
                {"qingyang-2021/interest-subsidy", {}, {}, {}}});
    MZ_CHECK(list.has_value() && list->command.rows.size() == kLoans);
    print("a quarter's subsidy claim", seconds_now() - begun);
  }
  if (reconcile) {
    const std::string bytes = bank_file();
    const double begun = seconds_now();
    const auto found = service::reconcile_register(place, bytes, {"RCB", "2023-12-31", ""}, service::Format::Json);
    MZ_CHECK(found.has_value() && found->differences == kLoans / 1'000);
    print("register against the bank's file", seconds_now() - begun);
  }
}

}  // namespace mingzhang::bench
