// SPDX-License-Identifier: Apache-2.0
// Builds the book by the same checks and commands as the write path.
#include "tests/ledger/charted_book.h"

#include "base/outcome.h"
#include "ledger/account_commands.h"
#include "ledger/book_commands.h"
#include "ledger/chart_template.h"
#include "ledger/post.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

ledger::BookHead new_head() {
  ledger::BookHead head;
  head.id = ledger::BookId{1};
  head.name = "test";
  head.start = Month::from_number(201601);
  return head;
}

ledger::Line line_of(ledger::Side side, std::string account, std::string_view yuan, std::string fund) {
  ledger::Line line;
  line.side = side;
  line.amount = parse_yuan(yuan).value();
  line.account = std::move(account);
  line.fund = std::move(fund);
  return line;
}

/// No condition of a test looks at the clock: this day allows every date up to the end of 2018.
Date today() { return *Date::from_civil(2018, 1, 1); }

void require_none(const std::vector<Problem>& problems) {
  INFO(to_text(problems));
  REQUIRE(problems.empty());
}

}  // namespace

ledger::Line debit(std::string account, std::string_view yuan, std::string fund) {
  return line_of(ledger::Side::Debit, std::move(account), yuan, std::move(fund));
}

ledger::Line credit(std::string account, std::string_view yuan, std::string fund) {
  return line_of(ledger::Side::Credit, std::move(account), yuan, std::move(fund));
}

ChartedBook::ChartedBook(std::string_view chart) : book_(store_, new_head()) {
  const ledger::ChartTemplate* found = ledger::find_chart_template(chart);
  REQUIRE(found != nullptr);
  for (const ledger::AddAccount& command : ledger::accounts_of(*found)) {
    require_none(check_request(command));
    require_none(check_state(command, book_));
    apply(command, book_);
  }
}

void ChartedBook::add_fund(std::string code) {
  ledger::AddFund command;
  command.name = "资金 " + code;
  command.code = std::move(code);
  require_none(check_request(command));
  require_none(check_state(command, book_));
  apply(command, book_);
}

void ChartedBook::add_account(std::string code, ledger::AccountClass account_class, std::string closes_to) {
  ledger::AddAccount command;
  command.name = "科目 " + code;
  command.code = std::move(code);
  command.account_class = account_class;
  command.normal_side = ledger::usual_side_of(account_class);
  command.closes_to = std::move(closes_to);
  require_none(check_request(command));
  require_none(check_state(command, book_));
  apply(command, book_);
}

void ChartedBook::post(std::string_view date, std::vector<ledger::Line> lines) {
  ledger::VoucherRequest request;
  request.date = *parse_date(date);
  request.summary = "测试";
  request.lines = std::move(lines);
  post(request);
}

void ChartedBook::post(const ledger::VoucherRequest& request) {
  require_none(check_request(request, today()));
  require_none(check_state(request, book_));
  apply(request, next_number(request, book_), next_seq_++, book_);
}

void ChartedBook::post(const std::vector<ledger::VoucherRequest>& requests) {
  for (const ledger::VoucherRequest& request : requests) post(request);
}

std::string ChartedBook::balance(std::string_view month, std::string_view account) {
  const ledger::Account* found = book_.accounts().find(account);
  REQUIRE(found != nullptr);
  Money sum;
  const std::optional<Month> in_use = book_.balances().in_use_at(*parse_month(month));
  if (!in_use) return to_yuan(sum);
  for (const ledger::Balance& row : book_.balances().rows_of(*in_use, found->id)) {
    sum += book_.balances().totals(*in_use, ledger::Cell{row.account, row.fund}).net(found->normal_side);
  }
  return to_yuan(sum);
}

std::string ChartedBook::balance(std::string_view month, std::string_view account, std::string_view fund) {
  const ledger::Account* found = book_.accounts().find(account);
  REQUIRE(found != nullptr);
  const ledger::FundId id = fund.empty() ? ledger::FundId{} : book_.funds().find(fund)->id;
  return to_yuan(book_.balances().totals(*parse_month(month), ledger::Cell{found->id, id}).net(found->normal_side));
}

}  // namespace mingzhang::tests
