// SPDX-License-Identifier: Apache-2.0
// Builds the requests of the test book.
#include "tests/service/requests.h"

#include <utility>

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

service::Request in_book(service::Request request, const std::string& book) {
  request.book = book;
  return request;
}

}  // namespace mingzhang::tests
