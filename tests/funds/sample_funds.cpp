// SPDX-License-Identifier: Apache-2.0
// Builds the book and runs commands by the same steps as the write path.
#include "tests/funds/sample_funds.h"

#include <optional>
#include <utility>

#include "base/check.h"
#include "ledger/chart_template.h"
#include "ledger/command.h"

namespace mingzhang::tests {
namespace {

ledger::BookHead new_head() {
  ledger::BookHead head;
  head.id = ledger::BookId{1};
  head.name = "sample";
  head.start = Month::from_number(201601);
  return head;
}

void require_none(const std::vector<Problem>& problems) {
  if (!problems.empty()) check_failed(to_text(problems).c_str(), __FILE__, __LINE__);
}

}  // namespace

Date day(std::string_view iso) {
  const std::optional<Date> date = parse_date(iso);
  MZ_CHECK(date.has_value());
  return *date;
}

funds::Accounts arriving() { return {"100201", "400102", "800102", "600102"}; }
funds::Accounts to_township() { return {"121401", "100201", "710101", "800102"}; }
funds::Accounts to_household() { return {"500101", "100201", "710101", "800102"}; }
funds::Accounts entry(std::string debit, std::string credit) { return {std::move(debit), std::move(credit), "", ""}; }

std::string digest(std::int64_t number) {
  const std::string digits = std::to_string(number);
  return std::string(64 - digits.size(), 'a') + digits;
}

std::string household(std::int64_t number) { return "HU-SYN-" + std::to_string(number); }

funds::AddIndicator add_indicator() {
  funds::AddIndicator command;
  command.code = "F1";
  command.document = "样例〔2016〕1号";
  command.level = funds::Level::Province;
  command.purpose = "产业发展";
  command.amount = fen(1'000'00);
  command.date = day("2016-01-10");
  command.arrives = true;
  command.accounts = arriving();
  return command;
}

funds::Allocate allocate(std::string code, std::string_view iso) {
  funds::Allocate command;
  command.code = std::move(code);
  command.indicator = "F1";
  command.date = day(iso);
  command.total = fen(300'00);
  command.targets = {{"XZ-01", fen(100'00), ""}, {"XZ-02", fen(200'00), ""}};
  command.accounts = to_township();
  return command;
}

funds::Reimburse reimburse(std::string code, std::string_view iso) {
  funds::Reimburse command;
  command.code = std::move(code);
  command.target = {"A1", 1};
  command.project = "P1";
  command.date = day(iso);
  command.amount = fen(40'00);
  command.evidence = {digest(1)};
  command.accounts = entry("500102", "121401");
  return command;
}

funds::PlanProject plan_project() {
  funds::PlanProject command;
  command.code = "P1";
  command.title = "样例村道路";
  command.place = "520526100201";
  command.date = day("2016-01-12");
  command.budget = fen(500'00);
  command.gates = {"调研", "论证", "申报", "招标", "监理", "报账", "审计"};
  command.money_gate = "报账";
  return command;
}

funds::SignGate sign_gate(std::string gate, std::string_view iso) {
  return funds::SignGate{"P1", std::move(gate), day(iso), "县扶贫办", digest(2)};
}

funds::SubmitList submit_list(std::string code, std::string_view iso, std::int64_t rows) {
  funds::SubmitList command;
  command.code = std::move(code);
  command.indicator = "F1";
  command.project = "P1";
  command.title = "到户产业发展补助";
  command.date = day(iso);
  command.publicity_end = command.date;
  command.total = fen(10'00 * rows);
  for (std::int64_t row = 1; row <= rows; ++row) command.rows.push_back({household(row), "", fen(10'00), ""});
  command.digest = digest(rows);
  return command;
}

funds::PayList pay_list(std::string code, std::string list, std::string_view iso) {
  return funds::PayList{std::move(code), std::move(list), day(iso), to_household()};
}

funds::ChangeRows change_rows(std::string code, std::string list, funds::RowAction action, std::string_view iso,
                              const std::vector<std::int64_t>& numbers) {
  funds::ChangeRows command;
  command.code = std::move(code);
  command.list = std::move(list);
  command.action = action;
  command.date = day(iso);
  const bool pays = action == funds::RowAction::Repay;
  for (const std::int64_t number : numbers) command.rows.push_back({number, pays ? "" : "账户不存在", ""});
  if (action == funds::RowAction::Return) command.accounts = entry("100201", "230702");
  if (pays) command.accounts = entry("230702", "100201");
  if (action == funds::RowAction::Cancel) command.accounts = entry("230702", "500101");
  return command;
}

funds::GrantBenefit grant_benefit(std::string code, std::string_view iso, std::int64_t claim) {
  funds::GrantBenefit command;
  command.code = std::move(code);
  command.indicator = "F1";
  command.programme = "chronic";
  command.person = "PE-SYN-1";
  command.household = household(1);
  command.year = 2016;
  command.date = day(iso);
  command.claim = digest(claim);
  command.eligible = fen(100'00);
  command.amount = fen(50'00);
  command.accounts = {"500105", "100201", "710101", "800102"};
  return command;
}

std::string first_of(const std::vector<Problem>& problems) {
  return problems.empty() ? "Ok" : std::string(problems.front().info->name);
}

SampleFunds::SampleFunds() : today(day("2017-12-31")), book_(std::make_unique<ledger::Book>(ledger_store_, new_head())) {
  std::vector<ledger::Command> commands;
  for (const ledger::AddAccount& account : ledger::accounts_of(*ledger::find_chart_template("special-fund"))) {
    commands.emplace_back(account);
  }
  for (const char* code : {"F1", "F2"}) commands.emplace_back(ledger::AddFund{code, "样例资金", "", false});
  for (const char* code : {"P1", "P2"}) commands.emplace_back(ledger::AddProject{code, "样例项目"});
  std::int64_t seq = 0;
  for (const ledger::Command& command : commands) {
    require_none(ledger::check_state(command, "synthetic-user", today, *book_));
    ledger::apply(command, ledger::Decision{}, seq++, *book_);
  }
  funds_ = std::make_unique<funds::Funds>(funds_store_);
}

std::vector<Problem> SampleFunds::problems(const funds::Command& command) {
  std::vector<Problem> found = funds::check_request(command, today);
  if (found.empty()) found = funds::check_state(command, *funds_, *book_);
  if (!found.empty()) return found;
  for (const ledger::VoucherRequest& voucher : funds::vouchers_of(command, *funds_)) {
    found = ledger::check_request(voucher, today);
    if (found.empty()) found = ledger::check_state(voucher, *book_);
    if (!found.empty()) return found;
  }
  return found;
}

void SampleFunds::post(const ledger::VoucherRequest& voucher) {
  require_none(ledger::check_request(voucher, today));
  require_none(ledger::check_state(voucher, *book_));
  const ledger::Decision decision{ledger::next_number(voucher, *book_), std::nullopt};
  ledger::apply(voucher, decision, book_->head().records, *book_);
}

std::vector<ledger::VoucherRequest> SampleFunds::run(const funds::Command& command) {
  require_none(funds::check_request(command, today));
  require_none(funds::check_state(command, *funds_, *book_));
  std::vector<ledger::VoucherRequest> vouchers = funds::vouchers_of(command, *funds_);
  funds::apply(command, book_->head().records, *funds_);
  book_->count_record();
  for (const ledger::VoucherRequest& voucher : vouchers) post(voucher);
  done_.push_back(command);
  return vouchers;
}

void SampleFunds::close(std::string_view iso_month) {
  const ledger::ChangePeriod change{*parse_month(iso_month), ledger::PeriodAction::Close, ""};
  const ledger::Decision decision{0, ledger::PeriodDigest{std::string(64, '0')}};
  ledger::apply(ledger::Command(change), decision, book_->head().records, *book_);
}

Money SampleFunds::balance(std::string_view account, std::string_view fund) {
  const ledger::Account* found = book_->accounts().find(account);
  MZ_CHECK(found != nullptr);
  const ledger::Cell cell{found->id, book_->funds().find(fund)->id};
  return book_->balances().totals_now(cell).net(ledger::Side::Debit);
}

const funds::Indicator& SampleFunds::indicator(std::string_view code) {
  const funds::Indicator* found = funds_->indicators().find(code);
  MZ_CHECK(found != nullptr);
  return *found;
}

const funds::Target& SampleFunds::target(std::string_view allocation, std::int64_t number) {
  const funds::Movement* movement = funds_->movements().find(allocation);
  MZ_CHECK(movement != nullptr);
  const funds::Target* found = funds_->target({movement->id, number});
  MZ_CHECK(found != nullptr);
  return *found;
}

const funds::DisbursementList& SampleFunds::list(std::string_view code) {
  const funds::DisbursementList* found = funds_->lists().find(code);
  MZ_CHECK(found != nullptr);
  return *found;
}

void SampleFunds::flush() {
  book_->forget_undo();
  book_->flush_projections();
  book_->flush_head();
  funds_->forget_undo();
  funds_->flush();
}

void SampleFunds::reopen() {
  book_ = std::make_unique<ledger::Book>(ledger_store_);
  funds_ = std::make_unique<funds::Funds>(funds_store_);
}

}  // namespace mingzhang::tests
