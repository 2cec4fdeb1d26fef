// SPDX-License-Identifier: Apache-2.0
// Implements the small office.
#include "tests/service/desk.h"

#include "base/check.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {

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
