// SPDX-License-Identifier: Apache-2.0
// Reconciliations as records, through the write path and back from the log.
#include "service/banks/reconciliation_setup.h"

#include <string>

#include "loans/reconciliation_outcome.h"
#include "service/banks/reconciliation_reading.h"
#include "service/people.h"
#include "tests/service/loan_desk.h"

namespace mingzhang::tests {
namespace {

using service::Format;

/// D1 differs in one amount and its status; the register's D2 is missing there; the key of the second row is a synthetic
/// name, the identity cells hold a synthetic name and the example number of GB 11643-1999.
constexpr const char* kFile =
    "贷款编号,本金余额,状态,户编号,借款人编号,客户姓名\n"
    "D1,80000.01,关注,样例户甲,11010519491231002X,样例某乙\n"
    "样例某丙,1.00,正常,H-9,P-9,样例某丙\n";

service::Reconciled compared(SampleLoanDesk& loans, const char* file = kFile) {
  auto result = service::reconcile_register(loans.place(), file, {"RCB", "2016-07-01", ""}, Format::Text);
  if (!result) FAIL(to_text(result.error().problems.front().problem));
  return std::move(result).value();
}

loans::Reconciliation stored(SampleLoanDesk& loans, const std::string& code) {
  loans::Reconciliation found;
  const auto read = service::read_book(loans.place(), [&](service::BookReading& reading) -> service::TextResult {
    const auto store = service::faces_of(loans.desk().database()).loans->loans_of(reading.head.id);
    const auto list = store->reconciliations().reconciliation(code);
    if (list) found = *list;
    return std::string();
  });
  REQUIRE(read.has_value());
  return found;
}

Date today() { return on(2016, 7, 5); }

std::string code_of_command(const service::NewLoanCommand& made) {
  return made ? "" : std::string(made.error().problems.front().problem.info->code);
}

}  // namespace

TEST_CASE("what is recorded is what was found, without what is no code", "[service][reconciliation]") {
  SampleLoanDesk loans;
  const service::Reconciled found = compared(loans);
  // D1: household, borrower, status, amount; D2 missing there; the second row missing here.
  REQUIRE(found.differences == 6);
  REQUIRE(found.record.items.size() == 6);
  CHECK(found.record.about == "RCB");
  CHECK(found.record.rows_here == 2);
  CHECK(found.record.rows_there == 2);
  // sha256sum of the bytes above.
  CHECK(found.record.sha256.size() == 64);
  REQUIRE(found.record.sums.size() == 1);
  CHECK(found.record.sums[0].field == "balance");
  CHECK(found.record.sums[0].here == yuan(160'000));
  CHECK(found.record.sums[0].there.fen() == 80'001'01);
  CHECK(found.record.columns == std::vector<std::string>{std::string(loans::kNotACode)});
  const loans::Command command = service::record_of(found, "DZ-1", "");
  const std::string bytes = loans::record_data_of(command);
  for (const char* planted : {"样例", "110105"}) CHECK(bytes.find(planted) == std::string::npos);
  CHECK(found.text.find("样例某丙") != std::string::npos);  // people see the file as it is
  loans.submit(command);
  CHECK(stored(loans, "DZ-1").items == 6);
  const std::string shown = service::show_reconciliation(loans.place(), "DZ-1", false, Format::Text).value();
  CHECK(shown.find("差异 6 / 已解决 0 / 已说明 0 / 未处理 6") != std::string::npos);
  CHECK(shown.find("非代码") != std::string::npos);
  CHECK(shown.find("样例") == std::string::npos);
}

TEST_CASE("a work list is worked off, signed by both sides and comes back from the log", "[service][reconciliation]") {
  SampleLoanDesk loans;
  loans.submit(service::record_of(compared(loans), "DZ-1", ""));
  const auto handle = [&](const char* action, const char* items, const char* to, const char* note, const char* source) {
    return service::handle_items(loans.place(), action, {"DZ-1", items, "", to, note, source}, today());
  };
  loans.submit(handle("assign", "1,3-4", "信贷股", "", ""));
  loans.submit(handle("assign", "5", "合作银行", "", ""));
  loans.submit(handle("resolve", "1, 3-4", "", "", "D1-F"));
  loans.submit(handle("accept", "6", "", "银行误列", ""));
  const std::string shown = service::show_reconciliation(loans.place(), "DZ-1", false, Format::Csv).value();
  CHECK(shown.find("合作银行") < shown.find("信贷股"));  // what is open stands first
  const std::string open = service::show_reconciliation(loans.place(), "DZ-1", true, Format::Text).value();
  CHECK(open.find("差异 6 / 已解决 3 / 已说明 1 / 未处理 2") != std::string::npos);
  CHECK(open.find("银行误列") == std::string::npos);
  loans.submit(handle("resolve", "all", "", "已更正", ""));
  CHECK(stored(loans, "DZ-1").open() == 0);
  for (const char* side : {"here", "对方"}) {
    loans.submit(service::sign_reconciliation({"DZ-1", side, "样例单位", "主管", "样例〔2016〕3号", "2016-07-06"}, today()));
  }
  CHECK(stored(loans, "DZ-1").is_signed());
  CHECK(service::list_reconciliations(loans.place(), Format::Json).value().find("已对平 agreed") != std::string::npos);
  // A second one of the same day replaces an open one.
  loans.submit(service::record_of(compared(loans), "DZ-2", ""));
  loans.submit(service::record_of(compared(loans, "loan,balance\nD1,80000.00\nD2,80000.00\n"), "DZ-3", "DZ-2"));
  CHECK(stored(loans, "DZ-2").is_closed());
  CHECK(stored(loans, "DZ-3").items == 0);
  CHECK(first_problem_of(loans.desk().verify()) == "");
}

TEST_CASE("a signature needs two people, a work list one", "[service][reconciliation]") {
  SampleLoanDesk loans;
  const service::Command record(service::record_of(compared(loans), "DZ-1", ""));
  CHECK_FALSE(service::needs_approval(record));
  CHECK_FALSE(service::needs_approval(service::Command(
      loans::Command(loans::HandleItems{"DZ-1", {1}, loans::ItemAction::Accept, today(), "", "x", ""}))));
  CHECK(service::needs_approval(service::Command(loans::Command(
      loans::SignReconciliation{"DZ-1", loans::ReconciliationSide::Here, "x", "y", "", today()}))));
}

TEST_CASE("the file is known again by its digest, and words that cannot be read are refused", "[service][reconciliation]") {
  SampleLoanDesk loans;
  loans.submit(service::record_of(compared(loans), "DZ-1", ""));
  CHECK(service::verify_reconciliation(loans.place(), "DZ-1", kFile, Format::Text).has_value());
  const auto other = service::verify_reconciliation(loans.place(), "DZ-1", std::string(kFile) + "\n", Format::Text);
  REQUIRE_FALSE(other.has_value());
  CHECK(other.error().problems.front().problem.info->code == "RECO-401");
  CHECK_FALSE(service::show_reconciliation(loans.place(), "DZ-9", false, Format::Text).has_value());
  const auto handle = [&](const char* code, const char* items) {
    return code_of_command(service::handle_items(loans.place(), "accept", {code, items, "", "", "x", ""}, today()));
  };
  CHECK(handle("DZ-9", "all") == "RECO-201");
  CHECK(handle("DZ-1", "x") == "READ-113");
  CHECK(handle("DZ-1", "5-3") == "READ-110");
  CHECK(handle("DZ-1", "1,3-5") == "");
  CHECK(code_of_command(service::sign_reconciliation({"DZ-1", "left", "x", "y", "", ""}, today())) == "READ-121");
}

TEST_CASE("statements are recorded as they are compared", "[service][reconciliation]") {
  SampleLoanDesk loans;
  // The account 1002 got 100,000.00 twice on 2016-01-02; the second balance is a fen short.
  const char* statement =
      "交易日期,收入,支出,余额\n"
      "2016-01-02,100000.00,,100000.00\n"
      "2016-01-03,7.00,,100006.99\n";
  const auto found = service::reconcile_statement(loans.place(), statement, "1002", Format::Text);
  REQUIRE(found.has_value());
  REQUIRE(found->record.items.size() == 3);
  CHECK(found->record.items[0].kind == loans::DifferenceKind::Balance);
  CHECK(found->record.items[0].here == "100007.00");
  CHECK(found->record.items[0].there == "100006.99");
  CHECK(found->record.items[1].key == "2016-01-03");
  CHECK(found->record.items[2].kind == loans::DifferenceKind::MissingThere);
  CHECK(ledger::parse_voucher_name(found->record.items[2].key).has_value());
  CHECK(found->record.date == on(2016, 1, 3));
  loans.submit(service::record_of(*found, "DZ-1", ""));
  loans.submit(service::handle_items(loans.place(), "accept", {"DZ-1", "1", "", "", "尾差", ""}, today()));
  loans.submit(service::handle_items(loans.place(), "resolve", {"DZ-1", "3", "", "", "", found->record.items[2].key}, today()));
  CHECK(stored(loans, "DZ-1").open() == 1);
  CHECK(first_problem_of(loans.desk().verify()) == "");
}

}  // namespace mingzhang::tests
