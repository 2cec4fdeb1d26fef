// SPDX-License-Identifier: Apache-2.0
// A bank's files against the books: any order of columns, every planted difference, missing columns by name.
#include "service/banks/reconciliation.h"

#include "tests/service/loan_desk.h"

namespace mingzhang::tests {
namespace {

using service::Format;

std::int64_t differences(const service::ReconciledResult& result) {
  if (!result) FAIL(to_text(result.error().problems.front().problem));
  return result->differences;
}

std::string first_code(const service::ReconciledResult& result) {
  return result ? "" : std::string(result.error().problems.front().problem.info->code);
}

}  // namespace

TEST_CASE("a bank's list in any order of columns is compared by names", "[service][reconciliation]") {
  SampleLoanDesk loans;
  // D1 has paid 5 × 290.00; D2 has paid nothing and is overdue since 2016-02-15: on 07-01 137 days (2016 has a 29 February).
  const std::string right =
      "借据号,贷款余额（元）,状态,放款日期,已还利息,逾期天数,客户姓名\n"
      "D1,\"80,000.00\",正常,2016-01-15,1450.00,0,某人\n"
      "D2,80000.00,逾期,2016/1/15,0,137,某人\n"
      "合计,160000.00,,,,,\n";
  const service::RegisterQuestion question{"RCB", "2016-07-01", ""};
  const auto same = service::reconcile_register(loans.place(), right, question, Format::Json);
  CHECK(differences(same) == 0);
  CHECK(same->text.find("客户姓名") != std::string::npos);
  const std::string moved =
      "overdue_days,interest_paid,start,loan,status,balance\n"
      "0,1450.00,2016-01-15,D1,normal,80000.00\n"
      "137,0,2016-01-15,D2,overdue,80000.00\n";
  CHECK(differences(service::reconcile_register(loans.place(), moved, question, Format::Text)) == 0);
  const std::string wrong =
      "贷款编号,本金余额,状态,放款日,已还利息\n"
      "D1,80000.01,关注,2016-01-16,1450.00\n"
      "D9,1.00,正常,2016-01-15,0\n";
  const auto found = service::reconcile_register(loans.place(), wrong, question, Format::Json);
  CHECK(differences(found) == 5);  // amount, status, date; D2 missing there, D9 missing here
  for (const char* kind : {"amount", "status", "date", "missing_there", "missing_here"}) {
    CHECK(found->text.find(kind) != std::string::npos);
  }
  CHECK(differences(service::reconcile_register(loans.place(), wrong, {"RCB", "2016-07-01", "0.01"}, Format::Json)) == 4);
  CHECK(differences(service::reconcile_register(loans.place(), wrong, {"ABC", "2016-07-01", ""}, Format::Json)) == 2);
}

TEST_CASE("a file that lacks a column or has a bad cell is refused with names and lines", "[service][reconciliation]") {
  SampleLoanDesk loans;
  const service::RegisterQuestion question{"RCB", "2016-07-01", ""};
  const auto lacking = service::reconcile_register(loans.place(), "借据号,状态\nD1,正常\n", question, Format::Text);
  REQUIRE_FALSE(lacking.has_value());
  CHECK(lacking.error().problems.front().problem.detail == "本金余额 / balance");
  const auto bad = service::reconcile_register(loans.place(), "loan,balance,start\nD1,1.005,x\n", question, Format::Text);
  REQUIRE_FALSE(bad.has_value());
  REQUIRE(bad.error().problems.size() == 2);
  CHECK(bad.error().problems[0].problem.place == "row 2, column start");
  CHECK(bad.error().problems[1].problem.place == "row 2, column balance");
  CHECK(first_code(service::reconcile_register(loans.place(), "loan,loan,balance\n", question, Format::Text)) == "IMPORT-203");
  CHECK(first_code(service::reconcile_register(loans.place(), "", question, Format::Text)) == "IMPORT-102");
  CHECK(first_code(service::reconcile_register(loans.place(), "loan,balance\nD1,1\n", {"RCB", "x", ""}, Format::Text)) == "READ-101");
  CHECK(first_code(service::reconcile_subsidy(loans.place(), "loan,subsidy\nD1,1\n", "T9", "", Format::Text)) == "SUBS-201");
}

TEST_CASE("a statement is followed and matched with the account", "[service][reconciliation]") {
  SampleLoanDesk loans;
  // The account 1002 got 100,000.00 in two funds on 2016-01-02.
  const std::string statement =
      "交易日期,摘要,收入,支出,余额\n"
      "2016-01-02,到账,100000.00,,100000.00\n"
      "2016-01-02,到账,100000.00,,200000.00\n";
  CHECK(differences(service::reconcile_statement(loans.place(), statement, "1002", Format::Text)) == 0);
  const std::string wrong =
      "余额,支出,收入,交易日期\n"
      "100000.00,,100000.00,2016-01-02\n"
      "199999.99,,99999.99,2016-01-02\n"
      "199989.98,10.00,,2016-01-03\n";
  const auto found = service::reconcile_statement(loans.place(), wrong, "1002", Format::Json);
  // One balance is a fen short; 99,999.99 and 10.00 are not here, one 100,000.00 is not there.
  CHECK(differences(found) == 4);
  CHECK(found->text.find("\"expected\":\"199989.99\"") != std::string::npos);
  CHECK(first_code(service::reconcile_statement(loans.place(), "日期,余额\n2016-01-02,1\n", "1002", Format::Text)) == "IMPORT-202");
  CHECK(first_code(service::reconcile_statement(loans.place(), statement, "9999", Format::Text)) == "READ-202");
}

}  // namespace mingzhang::tests
