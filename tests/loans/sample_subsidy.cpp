// SPDX-License-Identifier: Apache-2.0
// Building the book and the claims.
#include "tests/loans/sample_subsidy.h"

#include "base/check.h"
#include "ledger/chart_template.h"
#include "ledger/command.h"
#include "loans/effect.h"
#include "tests/support/require_none.h"

namespace mingzhang::tests {
namespace {

ledger::BookHead subsidy_head() {
  ledger::BookHead head;
  head.id = ledger::BookId{1};
  head.name = "subsidy";
  head.start = Month::from_number(202301);
  return head;
}

loans::Contract contract() {
  loans::Contract contract;
  contract.terms = sample_terms();
  contract.terms.start = loan_day("2023-09-21");
  contract.terms.method = loans::Method::PrincipalAtEnd;
  contract.penalty.overdue_percent = 150;
  contract.penalty.misuse_percent = 200;
  return contract;
}

}  // namespace

std::vector<loans::SubsidyAccounts> paying_accounts() {
  return {{"province", "PROV", "500107", "100201"}, {"county", "CNTY", "500107", "100201"}};
}
std::vector<loans::SubsidyAccounts> returning_accounts() {
  return {{"province", "PROV", "100201", "500107"}, {"county", "CNTY", "100201", "500107"}};
}

loans::ReviewSubsidy pass(const std::string& code, const std::string& claim, const std::vector<std::int64_t>& lines) {
  loans::ReviewSubsidy review{code, claim, loan_day("2024-04-02"), {}};
  for (const std::int64_t line : lines) review.verdicts.push_back({line, loans::SubsidyState::Passed, ""});
  return review;
}

SampleSubsidy::SampleSubsidy(int loan_count) : book_(std::make_unique<ledger::Book>(ledger_store_, subsidy_head())) {
  std::vector<ledger::Command> commands;
  for (const ledger::AddAccount& account : ledger::accounts_of(*ledger::find_chart_template("special-fund"))) {
    commands.emplace_back(account);
  }
  for (const char* code : {"PROV", "CNTY"}) commands.emplace_back(ledger::AddFund{code, "样例资金", "", false});
  std::int64_t seq = 0;
  for (const ledger::Command& command : commands) {
    require_none(ledger::check_state(command, "synthetic-user", today, *book_));
    ledger::apply(command, ledger::Decision{}, seq++, *book_);
  }
  loans_ = std::make_unique<loans::Loans>(store_);
  for (const auto& accounts : paying_accounts()) {
    ledger::VoucherRequest arrival{ledger::VoucherType::Receipt, {}, loan_day("2023-01-02"), "贴息资金到账", "", {}, {}, "", {}};
    arrival.lines = {{ledger::Side::Debit, fen(1'000'000'00), "100201", accounts.fund, "", "", ""},
                     {ledger::Side::Credit, fen(1'000'000'00), "400102", accounts.fund, "", "", ""}};
    require_none(ledger::check_state(arrival, *book_));
    ledger::apply(arrival, ledger::Decision{ledger::next_number(arrival, *book_), std::nullopt}, book_->head().records, *book_);
  }
  for (int i = 1; i <= loan_count; ++i) {
    const std::string code = "D" + std::to_string(i);
    const Date day = loan_day("2023-09-21");
    run(loans::ApplyForLoan{code, day, "HU-SYN-" + std::to_string(i), "PE-SYN-" + std::to_string(i), "RCB", "microcredit", "",
                            "", "养殖", fen(50'000'00), 36, ""});
    run(loans::ReviewLoan{code + "-R", code, day, true, "属实", {}});
    run(loans::ApproveLoan{code + "-A", code, day, true, fen(50'000'00), 36, ""});
    run(loans::SignLoan{code + "-S", code, day, contract(), "", {}});
    run(loans::Disburse{code + "-F", code, day, fen(50'000'00)});
  }
}

std::vector<Problem> SampleSubsidy::problems(const loans::Command& command) {
  std::vector<Problem> found = loans::check_request(command, today);
  return found.empty() ? loans::check_state(command, *loans_, *book_) : found;
}

std::string SampleSubsidy::answer(const loans::Command& command) {
  const std::vector<Problem> found = problems(command);
  return found.empty() ? "Ok" : std::string(found.front().info->name);
}

std::vector<ledger::VoucherRequest> SampleSubsidy::run(const loans::Command& command) {
  require_none(problems(command));
  std::vector<ledger::VoucherRequest> vouchers = loans::vouchers_of(command, *loans_);
  loans::apply(command, book_->head().records, *loans_);
  book_->count_record();
  for (const ledger::VoucherRequest& voucher : vouchers) {
    require_none(ledger::check_request(voucher, today));
    require_none(ledger::check_state(voucher, *book_));
    ledger::apply(voucher, ledger::Decision{ledger::next_number(voucher, *book_), std::nullopt}, book_->head().records, *book_);
  }
  return vouchers;
}

void SampleSubsidy::repay(const std::string& code, const std::string& loan, const char* date, std::int64_t amount) {
  loans::Repay command{code, loan, loan_day(date), false, {}};
  const loans::Loan& found = *loans_->loans().find(loan);
  loans::LoanStep step = loans::step_for(command);
  step.amount = fen(amount);
  const auto effect = loans::effect_of(step, loans_->contract_of(found), found, loans_->steps_of(found.id));
  REQUIRE(effect.has_value());
  command.parts = effect->change;
  run(command);
}

loans::ClaimSubsidy SampleSubsidy::claim(const std::string& code, const std::vector<std::string>& of, const char* from,
                                         const char* to) {
  loans::ClaimSubsidy command;
  command.code = code;
  command.bank = "RCB";
  command.date = loan_day("2024-04-01");
  command.from = loan_day(from);
  command.to = loan_day(to);
  command.payers = {{"province", 7}, {"county", 3}};
  command.explanation = R"({"pack":"synthetic","rule":"synthetic"})";
  for (const std::string& loan : of) {
    const loans::Loan& found = *loans_->loans().find(loan);
    for (const loans::SubsidyPeriod& period :
         loans::subsidy_periods(found, *loans_, command.from, command.to, command.date)) {
      if (period.overdue_from || period.misused_from) continue;
      command.rows.push_back({loan, period, period.interest, *scale(period.interest, {7, 10}, Rounding::HalfUp)});
    }
  }
  return command;
}

const loans::SubsidyRow& SampleSubsidy::line(const std::string& claim, std::int64_t number) {
  const loans::SubsidyClaim* found = loans_->subsidies().claims().find(claim);
  REQUIRE(found != nullptr);
  const loans::SubsidyRow* row = loans_->subsidies().row_of(*found, number);
  REQUIRE(row != nullptr);
  return *row;
}

Money SampleSubsidy::balance(std::string_view account, std::string_view fund) {
  const ledger::Cell cell{book_->accounts().find(account)->id, book_->funds().find(fund)->id};
  return book_->balances().totals_now(cell).net(ledger::Side::Debit);
}

}  // namespace mingzhang::tests
