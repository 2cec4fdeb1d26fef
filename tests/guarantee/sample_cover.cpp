// SPDX-License-Identifier: Apache-2.0
// Builds the book and runs commands by the same steps as the write path.
#include "tests/guarantee/sample_cover.h"

#include <utility>

#include "base/check.h"
#include "ledger/chart_template.h"
#include "ledger/command.h"
#include "loans/effect.h"
#include "store/open_store.h"

namespace mingzhang::tests {
namespace {

constexpr const char* kStart = "2016-02-01";

void require_none(const std::vector<Problem>& problems) {
  if (!problems.empty()) check_failed(to_text(problems).c_str(), __FILE__, __LINE__);
}

std::unique_ptr<store::Store> open_scratch_store() {
  store::OpenOptions options;
  options.mode = store::OpenMode::Scratch;
  return store::open_store("scratch", options);
}

}  // namespace

Date day(std::string_view iso) {
  const std::optional<Date> date = parse_date(iso);
  MZ_CHECK(date.has_value());
  return *date;
}

guarantee::AddPool add_pool(std::string code) {
  guarantee::AddPool command;
  command.code = std::move(code);
  command.name = "样例担保池";
  command.bank = "bank";
  command.place = "520526";
  command.date = day("2016-01-10");
  command.terms = {10, 20, 90};
  command.accounts = {"100201", "100202", "121802"};
  return command;
}

guarantee::MoveDeposit deposit(std::string code, std::int64_t amount_fen, std::string pool) {
  guarantee::MoveDeposit command;
  command.code = std::move(code);
  command.pool = std::move(pool);
  command.date = day("2016-01-11");
  command.amount = fen(amount_fen);
  command.fund = "F1";
  command.document = "样例〔2016〕1号";
  command.party = "县财政局";
  return command;
}

loans::ApplyForLoan application(std::string code, std::int64_t amount_fen, std::string pool) {
  loans::ApplyForLoan command;
  command.code = std::move(code);
  command.date = day(kStart);
  command.household = "HU-SYN-1";
  command.borrower = "PE-SYN-1";
  command.bank = "bank";
  command.product = "sample";
  command.cover = std::move(pool);
  command.purpose = "养殖";
  command.amount = fen(amount_fen);
  command.months = 12;
  return command;
}

guarantee::OpenRiskFund open_risk_fund() {
  guarantee::OpenRiskFund command;
  command.code = "RF";
  command.name = "样例风险补偿基金";
  command.place = "621102";
  command.date = day("2016-01-10");
  command.terms = {fen(10'000'000'00), {7, 3}, {1, 1}, {8, 2}, true, 90};
  command.accounts = {"100201", "310101", "310102", "310103", "121802", "500101", "460901"};
  return command;
}

guarantee::Contribute contribution(std::string code, guarantee::Contributor contributor, std::int64_t amount_fen) {
  return {std::move(code), "RF", day("2016-01-11"), contributor, "样例财政局", fen(amount_fen), "F1", "样例〔2016〕2号"};
}

std::string sample_digest() { return std::string(64, 'd'); }

loans::Contract contract_of(Money principal, Date start) {
  loans::Contract contract;
  contract.terms.principal = principal;
  contract.terms.start = start;
  contract.terms.rate = *parse_rate("4.35%");
  contract.terms.day_count = *loans::parse_day_count("act/360");
  contract.terms.due.installments = 12;
  return contract;
}

std::string first_of(const std::vector<Problem>& problems) {
  return problems.empty() ? "Ok" : std::string(problems.front().info->name);
}

SampleCover::SampleCover() : today(day("2016-12-31")), store_(open_scratch_store()) {
  store_->begin_write();
  id_ = store_->add_book_name("sample");
  ledger::BookHead head;
  head.id = id_;
  head.name = "sample";
  head.start = Month::from_number(201601);
  ledger_store_ = store_->ledger(id_);
  loans_store_ = store_->loans_of(id_);
  guarantee_store_ = store_->guarantee_of(id_);
  book_ = std::make_unique<ledger::Book>(*ledger_store_, std::move(head));
  std::vector<ledger::Command> commands;
  for (const ledger::AddAccount& account : ledger::accounts_of(*ledger::find_chart_template("risk-fund"))) {
    commands.emplace_back(account);
  }
  for (const char* code : {"F1", "F2"}) commands.emplace_back(ledger::AddFund{code, "样例资金", "", false});
  std::int64_t seq = 0;
  for (const ledger::Command& command : commands) {
    require_none(ledger::check_state(command, "synthetic-user", today, *book_));
    ledger::apply(command, ledger::Decision{}, seq++, *book_);
  }
  reopen();
}

std::vector<Problem> SampleCover::problems(const guarantee::Command& command) {
  std::vector<Problem> found = guarantee::check_request(command, today);
  return found.empty() ? guarantee::check_state(command, *guarantee_, *loans_, *book_) : found;
}

std::vector<Problem> SampleCover::problems(const loans::Command& command) {
  std::vector<Problem> found = loans::check_request(command, today);
  if (found.empty()) found = loans::check_state(command, *loans_, *book_);
  return found.empty() ? guarantee::check_cover(command, *loans_, *guarantee_) : found;
}

void SampleCover::run(const guarantee::Command& command) {
  require_none(problems(command));
  guarantee::apply(command, seq_, *guarantee_);
  seq_ += 2;  // room for a voucher
}

void SampleCover::run(const loans::Command& command) {
  require_none(problems(command));
  const guarantee::CoverByPool before = guarantee::cover_behind(command, *loans_);
  loans::apply(command, seq_, *loans_);
  guarantee::observe(before, guarantee::cover_behind(command, *loans_), *guarantee_);
  seq_ += 2;
}

void SampleCover::close(std::string_view iso_month) {
  const ledger::ChangePeriod change{*parse_month(iso_month), ledger::PeriodAction::Close, ""};
  const ledger::Decision decision{0, ledger::PeriodDigest{std::string(64, '0')}};
  ledger::apply(ledger::Command(change), decision, book_->head().records, *book_);
}

void SampleCover::apply_and_review(const std::string& code, std::int64_t amount_fen, const std::string& pool) {
  run(application(code, amount_fen, pool));
  run(loans::ReviewLoan{code + "-review", code, day(kStart), true, "属实", {}});
}

loans::ApproveLoan SampleCover::approval(const std::string& code, std::int64_t amount_fen) {
  return loans::ApproveLoan{code + "-approval", code, day(kStart), true, fen(amount_fen), 12, ""};
}

void SampleCover::lend(const std::string& code, std::int64_t amount_fen, const std::string& pool) {
  apply_and_review(code, amount_fen, pool);
  run(approval(code, amount_fen));
  run(loans::SignLoan{code + "-contract", code, day(kStart), contract_of(fen(amount_fen), day(kStart)), "", {}});
  run(loans::Disburse{code + "-paid", code, day(kStart), fen(amount_fen)});
}

loans::Repay SampleCover::repayment(const std::string& code, const std::string& loan_code, Date date, Money cash) {
  loans::Repay command;
  command.code = code;
  command.loan = loan_code;
  command.date = date;
  const loans::Loan& loan = *loans_->loans().find(loan_code);
  loans::LoanStep step = loans::step_for(command);
  step.amount = cash;
  step.loan = loan.id;
  const auto effect = loans::effect_of(step, loans_->contract_of(loan), loan, loans_->steps_of(loan.id));
  if (effect) command.parts = effect->change;
  return command;
}

guarantee::ClaimedRow SampleCover::claimed(const std::string& code, Date date) {
  const loans::Loan& loan = *loans_->loans().find(code);
  const auto owed = loans::owed_on(loans_->contract_of(loan), loans_->steps_of(loan.id), date);
  MZ_CHECK(owed.has_value());
  return {code, owed->principal, owed->interest + owed->penalties, loans_->standing_on(loan.id, date)->days_overdue(date),
          sample_digest()};
}

void SampleCover::fund_and_loans(const std::vector<std::int64_t>& amounts) {
  run(open_risk_fund());
  run(contribution("C0", guarantee::Contributor::Local, 1'000'00));
  int number = 0;
  for (const std::int64_t amount : amounts) lend("L" + std::to_string(++number), amount, "");
}

const guarantee::RiskFund& SampleCover::fund() { return *guarantee_->risk_funds().find("RF"); }

const guarantee::ClaimRow& SampleCover::row(const std::string& claim, std::int64_t number) {
  return *guarantee_->claim_row({guarantee_->claims().find(claim)->id, number});
}

const guarantee::Pool& SampleCover::pool(std::string_view code) {
  const guarantee::Pool* pool = guarantee_->pools().find(code);
  MZ_CHECK(pool != nullptr);
  return *pool;
}

void SampleCover::flush() {
  loans_->flush();
  guarantee_->flush();
}

void SampleCover::reopen() {
  loans_ = std::make_unique<loans::Loans>(*loans_store_);
  guarantee_ = std::make_unique<guarantee::Guarantee>(*guarantee_store_);
}

}  // namespace mingzhang::tests
