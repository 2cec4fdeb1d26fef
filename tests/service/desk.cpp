// SPDX-License-Identifier: Apache-2.0
// Implements the small office.
#include "tests/service/desk.h"

#include "base/check.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {

Date on(int year, unsigned month, unsigned day) { return *Date::from_civil(year, month, day); }
Money yuan(std::int64_t amount) { return Money::from_fen(amount * 100); }

ledger::VoucherRequest transfer(Date date, const std::string& debit, const std::string& credit, Money amount,
                                const std::string& fund) {
  ledger::VoucherRequest voucher;
  voucher.date = date;
  voucher.summary = "测试";
  voucher.lines.push_back(ledger::Line{ledger::Side::Debit, amount, debit, fund, "", "", ""});
  voucher.lines.push_back(ledger::Line{ledger::Side::Credit, amount, credit, fund, "", "", ""});
  return voucher;
}

service::Request open_test_book(const std::string& book) {
  using ledger::AccountClass;
  service::Request request;
  request.book = book;
  request.key = "open";
  request.by = "admin";
  request.commands.emplace_back(ledger::OpenBook{book, "测试账套", *Month::from_civil(2016, 1), ""});
  const auto add = [&request](const char* code, const char* name, AccountClass account_class, bool never_negative) {
    request.commands.emplace_back(ledger::AddAccount{code, name, account_class, ledger::usual_side_of(account_class),
                                                     "", "", never_negative});
  };
  add("1002", "银行存款", AccountClass::Asset, true);
  add("1201", "往来", AccountClass::Asset, false);
  add("4001", "收入", AccountClass::Income, false);
  add("5001", "费用", AccountClass::Expense, false);
  request.commands.emplace_back(ledger::AddFund{"F1", "第一笔资金", "文号1", false});
  request.commands.emplace_back(ledger::AddFund{"F2", "第二笔资金", "文号2", false});
  request.commands.emplace_back(ledger::GrantRole{"admin", "administrator", true});
  request.commands.emplace_back(ledger::GrantRole{"maker", "preparer", true});
  request.commands.emplace_back(ledger::GrantRole{"checker", "approver", true});
  return request;
}

service::Request posting(const std::string& key, std::vector<ledger::VoucherRequest> vouchers) {
  service::Request request;
  request.book = kBook;
  request.key = key;
  request.by = "maker";
  request.approved_by = "checker";
  for (ledger::VoucherRequest& voucher : vouchers) request.commands.emplace_back(std::move(voucher));
  return request;
}

Desk::Desk(const std::string& url, const store::OpenOptions& options)
    : store_(store::open_store(url, options)),
      clock_(FixedClock::at(on(2017, 1, 10))),
      writer_(std::make_unique<service::Writer>(service::faces_of(*store_), clock_)) {}

void Desk::open_book() { REQUIRE(code_of(submit(open_test_book())) == ""); }

service::OpenedDatabase open_scratch() {
  store::OpenOptions options;
  options.mode = store::OpenMode::Scratch;
  std::shared_ptr<store::Store> scratch = store::open_store("scratch", options);
  return service::faces_of(scratch);
}

service::VerifyReport Desk::verify() {
  return service::verify(service::faces_of(*store_), "", open_scratch, [](const std::string&, std::int64_t, std::int64_t) {});
}

std::int64_t Desk::records() {
  const auto id = store_->find_book(kBook);
  if (!id) return -1;
  const auto head = store_->ledger(*id)->head();
  return head ? head->records : -1;
}

std::int64_t Desk::balance_fen(const std::string& account, const std::string& fund) {
  const auto book_store = store_->ledger(*store_->find_book(kBook));
  ledger::Book book(*book_store);
  const ledger::FundId fund_id = fund.empty() ? ledger::FundId{} : book.funds().find(fund)->id;
  return book.balances().totals_now(ledger::Cell{book.accounts().find(account)->id, fund_id})
      .net(ledger::Side::Debit)
      .fen();
}

std::string code_of(const service::Answer& answer) {
  if (answer) return "";
  REQUIRE_FALSE(answer.error().problems.empty());
  return std::string(answer.error().problems.front().problem.info->code);
}

std::string first_problem_of(const service::VerifyReport& report) {
  for (const service::BookVerdict& verdict : report.books) {
    if (verdict.first_problem) return to_text(*verdict.first_problem);
  }
  return "";
}

}  // namespace mingzhang::tests
