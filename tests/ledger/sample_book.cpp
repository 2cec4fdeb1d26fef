// SPDX-License-Identifier: Apache-2.0
// Opens the sample book through the same commands as the write path.
#include "tests/ledger/sample_book.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

#include "base/check.h"

namespace mingzhang::tests {
namespace {

using ledger::AccountClass;

ledger::AddAccount account(std::string code, AccountClass account_class, std::string parent) {
  ledger::AddAccount command;
  command.name = "科目" + code;
  command.never_negative = code == "1002";
  command.code = std::move(code);
  command.account_class = account_class;
  command.normal_side = ledger::usual_side_of(account_class);
  command.parent = std::move(parent);
  return command;
}

ledger::Line line(ledger::Side side, std::string account, std::int64_t fen, std::string fund) {
  ledger::Line result;
  result.side = side;
  result.amount = Money::from_fen(fen);
  result.account = std::move(account);
  result.fund = std::move(fund);
  return result;
}

}  // namespace

ledger::BookHead sample_head() {
  ledger::BookHead head;
  head.id = ledger::BookId{1};
  head.name = "sample";
  head.start = month("2016-01");
  return head;
}

Date day(std::string_view iso) {
  const std::optional<Date> date = parse_date(iso);
  MZ_CHECK(date.has_value());
  return *date;
}

Month month(std::string_view iso) {
  const std::optional<Month> result = parse_month(iso);
  MZ_CHECK(result.has_value());
  return *result;
}

ledger::Line debit(std::string account, std::int64_t fen, std::string fund) {
  return line(ledger::Side::Debit, std::move(account), fen, std::move(fund));
}

ledger::Line credit(std::string account, std::int64_t fen, std::string fund) {
  return line(ledger::Side::Credit, std::move(account), fen, std::move(fund));
}

ledger::VoucherRequest voucher(std::string_view iso, std::vector<ledger::Line> lines) {
  ledger::VoucherRequest request;
  request.date = day(iso);
  request.summary = "拨付资金";
  request.lines = std::move(lines);
  return request;
}

ledger::VoucherRequest transfer(std::string_view iso, std::string to, std::string from, std::int64_t fen,
                                std::string fund) {
  return voucher(iso, {debit(std::move(to), fen, fund), credit(std::move(from), fen, fund)});
}

std::string first_of(const std::vector<Problem>& problems) {
  return problems.empty() ? "Ok" : std::string(problems.front().info->name);
}

std::string first_difference(const std::vector<std::string>& wanted, const std::vector<std::string>& got) {
  for (std::size_t i = 0; i < std::max(wanted.size(), got.size()); ++i) {
    const std::string want = i < wanted.size() ? wanted[i] : "(nothing)";
    const std::string have = i < got.size() ? got[i] : "(nothing)";
    if (want != have) return "wanted " + want + ", got " + have;
  }
  return "";
}

SampleBook::SampleBook()
    : today(day("2017-12-31")), book_(std::make_unique<ledger::Book>(store_, sample_head())), naive_(sample_head()) {
  run(ledger::OpenBook{"sample", "扶贫资金专账（样例）", month("2016-01"), ""});
  run(account("1002", AccountClass::Asset, ""));
  run(account("1011", AccountClass::Asset, ""));
  run(account("12", AccountClass::Asset, ""));
  run(account("1201", AccountClass::Asset, "12"));
  run(account("2001", AccountClass::Liability, ""));
  run(account("3001", AccountClass::NetAssets, ""));
  run(account("4001", AccountClass::Income, ""));
  run(account("5001", AccountClass::Expense, ""));
  run(account("6001", AccountClass::BudgetIncome, ""));
  run(account("7201", AccountClass::BudgetExpense, ""));
  run(account("8001", AccountClass::BudgetBalance, ""));
  for (const char* code : {"F1", "F2"}) run(ledger::AddFund{code, "资金" + std::string(code), "样例〔2016〕1号", false});
  for (const char* code : {"P1", "P2"}) run(ledger::AddProject{code, "项目" + std::string(code)});
}

std::vector<Problem> SampleBook::problems(const ledger::Command& command) {
  std::vector<Problem> found = ledger::check_request(command, today);
  return found.empty() ? ledger::check_state(command, "synthetic-user", today, *book_) : found;
}

std::int64_t SampleBook::run(const ledger::Command& command) {
  const std::vector<Problem> found = problems(command);
  if (!found.empty()) check_failed(to_text(found).c_str(), __FILE__, __LINE__);
  ledger::Decision decision;
  const auto* change = std::get_if<ledger::ChangePeriod>(&command);
  if (change != nullptr && change->action == ledger::PeriodAction::Close) {
    decision.digest = ledger::PeriodDigest{std::string(64, '0')};
  }
  if (const auto* request = std::get_if<ledger::VoucherRequest>(&command)) {
    decision.number = ledger::next_number(*request, *book_);
  }
  ledger::apply(command, decision, book_->head().records, *book_);
  naive_.apply(command);
  events_.push_back(ledger::Event{command, decision});
  return decision.number;
}

void SampleBook::change_account(std::string code, ledger::AccountAction action) {
  run(ledger::ChangeAccount{std::move(code), action, "样例"});
}

void SampleBook::change_period(std::string_view iso, ledger::PeriodAction action) {
  run(ledger::ChangePeriod{month(iso), action, "样例"});
}

void SampleBook::flush() {
  book_->forget_undo();
  book_->flush_projections();
  book_->flush_head();
}

void SampleBook::reopen() { book_ = std::make_unique<ledger::Book>(store_); }

std::string SampleBook::difference() {
  flush();
  return first_difference(naive_.rows().dump(), store_.dump());
}

void SampleBook::mark() {
  book_->forget_undo();
  mark_ = book_->mark();
  naive_mark_ = {naive_};
}

void SampleBook::undo() {
  MZ_CHECK(!naive_mark_.empty());
  book_->undo_to(mark_);
  naive_ = naive_mark_.front();
  events_.resize(static_cast<std::size_t>(book_->head().records));
}

}  // namespace mingzhang::tests
