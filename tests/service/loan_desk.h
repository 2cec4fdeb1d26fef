// SPDX-License-Identifier: Apache-2.0
// The small office with two synthetic loans.
#pragma once

#include <string>
#include <utility>

#include "service/banks/subsidy_setup.h"
#include "service/setup/money_request.h"
#include "tests/service/desk.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {

/// Loans D1 and D2 of 80,000.00 at 4.35 % from 2016-01-15, interest 290.00 a month, D1 paid in time, D2 not at all.
class SampleLoanDesk {
 public:
  SampleLoanDesk() : desk_(folder_.file("loans.db")) {
    desk_.open_book();
    for (const char* code : {"D1", "D2"}) add_loan(code);
    for (int month = 2; month <= 6; ++month) {
      loans::Repay repay{"H" + std::to_string(month), "D1", on(2016, static_cast<unsigned>(month), 15), false, {}};
      repay.parts.interest = yuan(290);
      submit(repay);
    }
    submit(ledger_arrival());
  }

  service::BookPlace place() { return {service::faces_of(desk_.database()), kBook}; }
  Desk& desk() { return desk_; }

  /// Requires that nothing is refused.
  void submit(const loans::Command& command) {
    auto request = service::money_request_of(place(), service::Command(command), desk_.clock().today());
    if (!request) FAIL(to_text(request.error().problems.front().problem));
    finish(std::move(request).value());
  }
  void submit(service::Request request) { finish(std::move(request)); }
  void submit(const service::NewLoanCommand& command) {
    if (!command) FAIL(to_text(command.error().problems.front().problem));
    submit(*command);
  }

 private:
  static service::Request ledger_arrival() {
    return posting("arrival", {transfer(on(2016, 1, 2), "1002", "4001", yuan(100'000), "F1"),
                               transfer(on(2016, 1, 2), "1002", "4001", yuan(100'000), "F2")});
  }

  void add_loan(const std::string& code) {
    const Date day = on(2016, 1, 15);
    loans::Contract contract;
    contract.terms.principal = yuan(80'000);
    contract.terms.start = day;
    contract.terms.rate = *parse_rate("4.35%");
    contract.terms.day_count = *loans::parse_day_count("months/12");
    contract.terms.method = loans::Method::PrincipalAtEnd;
    contract.terms.due.installments = 36;
    submit(loans::ApplyForLoan{code, day, "HU-SYN-" + code, "PE-SYN-" + code, "RCB", "sample", "", "", "养殖", yuan(80'000), 36, ""});
    submit(loans::ReviewLoan{code + "-R", code, day, true, "属实", {}});
    submit(loans::ApproveLoan{code + "-A", code, day, true, yuan(80'000), 36, ""});
    submit(loans::SignLoan{code + "-S", code, day, contract, "", {}});
    submit(loans::Disburse{code + "-F", code, day, yuan(80'000)});
  }

  void finish(service::Request request) {
    request.book = kBook;
    request.key = "k" + std::to_string(++keys_);
    request.by = "maker";
    request.approved_by = "checker";
    REQUIRE(code_of(desk_.submit(request)) == "");
  }

  TemporaryFolder folder_;
  Desk desk_;
  int keys_ = 0;
};

}  // namespace mingzhang::tests
