// SPDX-License-Identifier: Apache-2.0
// Facts with their captions.
#include "reports/heading.h"

#include <optional>
#include <string>

namespace mingzhang::reports {

void add_book_facts(const ledger::BookHead& book, Table& table) {
  table.add_fact({"book", "账套", "book"}, book.name);
  table.add_fact({"book_title", "名称", "title"}, book.title);
  table.add_fact({"unit", "单位", "unit"}, "元 yuan");
}

void add_book_facts(ledger::LedgerStore& store, Table& table) {
  const std::optional<ledger::BookHead> book = store.head();
  if (book) add_book_facts(*book, table);
}

void add_assumed_funds(const Names& names, Table& table) {
  std::string codes;
  for (const ledger::Fund& fund : names.funds()) {
    if (fund.is_assumption) codes += (codes.empty() ? "" : ", ") + fund.code;
  }
  if (!codes.empty()) table.add_fact({"assumed_funds", "假定的资金", "assumed funds"}, codes);
}

void add_account_facts(const ledger::Account& account, Table& table) {
  table.add_fact({"account", "科目", "account"}, account.code);
  table.add_fact({"account_name", "科目名称", "name"}, account.name);
}

}  // namespace mingzhang::reports
