// SPDX-License-Identifier: Apache-2.0
// Builds the book and runs commands by the same steps as the write path.
#include "tests/loans/sample_loans.h"

#include <optional>
#include <utility>

#include "base/check.h"
#include "ledger/chart_template.h"
#include "ledger/command.h"
#include "loans/effect.h"
#include "tests/support/require_none.h"

namespace mingzhang::tests {
namespace {

ledger::BookHead new_head() {
  ledger::BookHead head;
  head.id = ledger::BookId{1};
  head.name = "sample";
  head.start = Month::from_number(202101);
  return head;
}

loans::LoanAccounts accounts() {
  return {"100201", "100202", "130301", "113201", "601101", "601103", "1304", "6702"};
}

}  // namespace

Date day(std::string_view iso) {
  const std::optional<Date> date = parse_date(iso);
  MZ_CHECK(date.has_value());
  return *date;
}

loans::Parts parts(std::int64_t principal, std::int64_t interest, std::int64_t penalties) {
  loans::Parts result;
  result.principal = fen(principal);
  result.interest = fen(interest);
  result.penalties = fen(penalties);
  return result;
}

loans::ApplyForLoan apply_for_loan(std::string loan, std::string_view iso) {
  loans::ApplyForLoan command;
  command.code = std::move(loan);
  command.date = day(iso);
  command.household = "HU-SYN-1";
  command.borrower = "PE-SYN-1";
  command.bank = "BANK-1";
  command.product = "microcredit-2021/microcredit";
  command.fund = "ZY";
  command.purpose = "养羊";
  command.amount = fen(12'000'00);
  command.months = 12;
  return command;
}

loans::ReviewLoan review_loan(std::string loan, std::string_view iso) {
  loans::ReviewLoan command;
  command.code = "DC-" + loan;
  command.loan = std::move(loan);
  command.date = day(iso);
  command.passes = true;
  command.finding = "样例：项目属实";
  return command;
}

loans::ApproveLoan approve_loan(std::string loan, std::string_view iso) {
  loans::ApproveLoan command;
  command.code = "SP-" + loan;
  command.loan = std::move(loan);
  command.date = day(iso);
  command.grants = true;
  command.amount = fen(12'000'00);
  command.months = 12;
  return command;
}

loans::Contract bullet(std::string_view iso, int quarters) {
  loans::Contract contract;
  loans::LoanTerms& terms = contract.terms;
  terms.principal = fen(12'000'00);
  terms.start = day(iso);
  terms.rate = Rate::from_units(6'000'000);
  terms.day_count = {loans::MonthDays::Actual, loans::YearDays::Days360};
  terms.method = loans::Method::PrincipalAtEnd;
  terms.due.period.every = 3;
  terms.due.installments = quarters;
  terms.repayment.recalculation = loans::Recalculation::Daily;
  contract.penalty.overdue_percent = 150;
  contract.penalty.misuse_percent = 200;
  contract.accounts = accounts();
  return contract;
}

loans::Contract equal_principal(std::string_view iso) {
  loans::Contract contract;
  loans::LoanTerms& terms = contract.terms;
  terms.principal = fen(12'000'00);
  terms.start = day(iso);
  terms.rate = Rate::from_units(6'000'000);
  terms.day_count = *loans::parse_day_count("months/12");
  terms.method = loans::Method::EqualPrincipal;
  terms.due.installments = 12;
  contract.accounts = accounts();
  return contract;
}

loans::SignLoan sign_loan(std::string loan, std::string_view iso, loans::Contract contract) {
  loans::SignLoan command;
  command.code = "HT-" + loan;
  command.loan = std::move(loan);
  command.date = day(iso);
  command.contract = std::move(contract);
  return command;
}

loans::Disburse disburse(std::string code, std::string loan, std::string_view iso, std::int64_t amount) {
  return {std::move(code), std::move(loan), day(iso), fen(amount)};
}

loans::Repay repay(std::string code, std::string loan, std::string_view iso, loans::Parts parts) {
  return {std::move(code), std::move(loan), day(iso), false, parts};
}

std::string first_of(const std::vector<Problem>& problems) {
  return problems.empty() ? "Ok" : std::string(problems.front().info->name);
}

SampleLoans::SampleLoans() : today(day("2025-12-31")), book_(std::make_unique<ledger::Book>(ledger_store_, new_head())) {
  std::vector<ledger::Command> commands;
  for (const ledger::AddAccount& account : ledger::accounts_of(*ledger::find_chart_template("loan-register"))) {
    commands.emplace_back(account);
  }
  commands.emplace_back(ledger::AddFund{"ZY", "样例自有资金", "", false});
  std::int64_t seq = 0;
  for (const ledger::Command& command : commands) {
    require_none(ledger::check_state(command, "synthetic-user", today, *book_));
    ledger::apply(command, ledger::Decision{}, seq++, *book_);
  }
  loans_ = std::make_unique<loans::Loans>(loans_store_);
  ledger::VoucherRequest capital;
  capital.date = day("2021-01-01");
  capital.summary = "样例股金";
  capital.lines = {{ledger::Side::Debit, fen(1'000'000'00), "100201", "ZY", "", "", ""},
                   {ledger::Side::Credit, fen(1'000'000'00), "4001", "ZY", "", "", ""}};
  post(capital);
}

std::vector<Problem> SampleLoans::problems(const loans::Command& command) {
  std::vector<Problem> found = loans::check_request(command, today);
  if (found.empty()) found = loans::check_state(command, *loans_, *book_);
  if (!found.empty()) return found;
  for (const ledger::VoucherRequest& voucher : loans::vouchers_of(command, *loans_)) {
    found = ledger::check_request(voucher, today);
    if (found.empty()) found = ledger::check_state(voucher, *book_);
    if (!found.empty()) return found;
  }
  return found;
}

void SampleLoans::post(const ledger::VoucherRequest& voucher) {
  require_none(ledger::check_request(voucher, today));
  require_none(ledger::check_state(voucher, *book_));
  const ledger::Decision decision{ledger::next_number(voucher, *book_), std::nullopt};
  ledger::apply(voucher, decision, book_->head().records, *book_);
}

std::vector<ledger::VoucherRequest> SampleLoans::run(const loans::Command& command) {
  require_none(loans::check_request(command, today));
  require_none(loans::check_state(command, *loans_, *book_));
  std::vector<ledger::VoucherRequest> vouchers = loans::vouchers_of(command, *loans_);
  const std::int64_t steps = loans_->steps().count();
  loans::apply(command, book_->head().records, *loans_);
  book_->count_record();
  for (const ledger::VoucherRequest& voucher : vouchers) post(voucher);
  // The newest step is the one by which a voucher's way back to its command is found.
  MZ_CHECK(loans_->steps().count() > steps);
  MZ_CHECK(loans_->steps().find_id(loans_->steps().count())->vouchers == static_cast<std::int64_t>(vouchers.size()));
  done_.push_back(command);
  return vouchers;
}

void SampleLoans::grant(const std::string& loan, std::string_view iso, const loans::Contract& contract) {
  run(apply_for_loan(loan, iso));
  run(review_loan(loan, iso));
  run(approve_loan(loan, iso));
  run(sign_loan(loan, iso, contract));
  run(disburse("FK-" + loan, loan, iso, 12'000'00));
}

loans::Parts SampleLoans::split(const std::string& loan, std::string_view iso, std::int64_t amount) {
  loans::LoanStep step = loans::step_for(repay("?", loan, iso, parts(amount, 0)));
  const loans::Loan& found = this->loan(loan);
  const auto effect = loans::effect_of(step, loans_->contract_of(found), found, loans_->steps_of(found.id));
  MZ_CHECK(effect.has_value());
  return effect->change;
}

void SampleLoans::pay(const std::string& code, const std::string& loan, std::string_view iso, std::int64_t amount) {
  run(repay(code, loan, iso, split(loan, iso, amount)));
}

void SampleLoans::close(std::string_view iso_month) {
  const ledger::ChangePeriod change{*parse_month(iso_month), ledger::PeriodAction::Close, ""};
  const ledger::Decision decision{0, ledger::PeriodDigest{std::string(64, '0')}};
  ledger::apply(ledger::Command(change), decision, book_->head().records, *book_);
}

Money SampleLoans::balance(std::string_view account) {
  const ledger::Account* found = book_->accounts().find(account);
  MZ_CHECK(found != nullptr);
  const ledger::Cell cell{found->id, book_->funds().find("ZY")->id};
  return book_->balances().totals_now(cell).net(ledger::Side::Debit);
}

const loans::Loan& SampleLoans::loan(std::string_view code) {
  const loans::Loan* found = loans_->loans().find(code);
  MZ_CHECK(found != nullptr);
  return *found;
}

void SampleLoans::flush() {
  book_->forget_undo();
  book_->flush_projections();
  book_->flush_head();
  loans_->forget_undo();
  loans_->flush();
}

void SampleLoans::reopen() {
  book_ = std::make_unique<ledger::Book>(ledger_store_);
  loans_ = std::make_unique<loans::Loans>(loans_store_);
}

}  // namespace mingzhang::tests
