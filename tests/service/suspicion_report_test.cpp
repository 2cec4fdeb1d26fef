// SPDX-License-Identifier: Apache-2.0
// Suspicion tests over a real book: what stands in records only, take-backs, and days.
#include "service/reporting/suspicion_report.h"

#include "service/reporting/fund_report.h"
#include "service/setup/money_request.h"
#include "tests/service/desk.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

using funds::Accounts;

std::string digest(char letter) { return std::string(64, letter); }

/// A book with the indicator F1 of 1,000.00, of which 400.00 are at the township XZ-1, and the project P1.
class AuditDesk {
 public:
  AuditDesk() : desk_("sqlite:" + folder_.file("audit.db")) {
    desk_.open_book();
    service::Request project;
    project.book = kBook;
    project.commands.emplace_back(ledger::AddProject{"P1", "样例"});
    submit(std::move(project));
    funds::AddIndicator indicator;
    indicator.code = "F1";
    indicator.document = "县财农〔2016〕7号（样例）";
    indicator.level = funds::Level::County;
    indicator.purpose = "产业发展（样例）";
    indicator.amount = yuan(1'000);
    indicator.date = on(2016, 2, 1);
    indicator.arrives = true;
    indicator.accounts = Accounts{"1002", "4001", "", ""};
    run(indicator);
    funds::Allocate allocation;
    allocation.code = "A1";
    allocation.indicator = "F1";
    allocation.date = on(2016, 3, 1);
    allocation.kind = funds::TargetKind::Township;
    allocation.total = yuan(400);
    allocation.targets = {{"XZ-1", yuan(400), ""}};
    allocation.accounts = Accounts{"1201", "1002", "", ""};
    run(allocation);
    run(funds::PlanProject{"P1", "样例", "520526100201", on(2016, 3, 1), yuan(400), {"报账"}, "报账"});
  }

  void run(const funds::Command& command) {
    auto request = service::money_request_of(place(), command, on(2016, 12, 31));
    REQUIRE(request.has_value());
    submit(std::move(request).value());
  }
  void reimburse(const std::string& code, Date date, std::int64_t amount, char paper) {
    run(funds::Reimburse{code, {"A1", 1}, "P1", date, yuan(amount), {digest(paper)}, Accounts{"5001", "1201", "", ""}});
  }
  void grant(const std::string& code, char claim, const std::string& explanation) {
    funds::GrantBenefit command;
    command.code = code;
    command.indicator = "F1";
    command.programme = "chronic";
    command.person = "PE-" + code;
    command.household = "HU-1";
    command.year = 2016;
    command.date = on(2016, 6, 1);
    command.claim = digest(claim);
    command.eligible = yuan(40);
    command.amount = yuan(30);
    command.explanation = explanation;
    command.accounts = Accounts{"5001", "1002", "", ""};
    run(command);
  }
  service::BookPlace place() { return {service::faces_of(desk_.database()), kBook}; }
  /// CSV of one test, without the header.
  std::string csv(const std::string& test, const std::string& as_of) {
    service::SuspicionQuery query;
    query.as_of = as_of;
    query.tests = {test};
    query.limit = "100.00";
    const service::TextResult text = service::report_suspicion(place(), query, service::Format::Csv);
    REQUIRE(text.has_value());
    return text->substr(text->find('\n') + 1);
  }

 private:
  void submit(service::Request request) {
    request.key = "key-" + std::to_string(++keys_);
    request.by = "maker";
    request.approved_by = "checker";
    REQUIRE(code_of(desk_.submit(request)).empty());
  }

  TemporaryFolder folder_;
  Desk desk_;
  int keys_ = 0;
};

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a paper behind two reports is found in the records, until one of them is taken back", "[service][suspicion]") {
  AuditDesk desk;
  CHECK(holds(desk.csv("repeated-evidence", "2016-12-31"), "未能检查 not checked"));
  desk.reimburse("B1", on(2016, 4, 1), 60, 'a');
  desk.reimburse("B2", on(2016, 4, 20), 50, 'a');
  desk.reimburse("B3", on(2016, 8, 1), 50, 'b');
  const std::string found = desk.csv("repeated-evidence", "2016-12-31");
  CHECK(holds(found, "疑点 1 项"));
  CHECK(holds(found, "60.00,B1"));
  CHECK(holds(found, "50.00,B2"));
  CHECK_FALSE(holds(found, "B3"));
  CHECK(holds(found, "2016-04 转-0001"));
  // By hand: 60.00 and 50.00 within 19 days are 110.00; what came in August stands alone.
  CHECK(holds(desk.csv("split", "2016-12-31"), "2 笔，合计 110.00"));
  // On 19 April there was one report only.
  CHECK(holds(desk.csv("repeated-evidence", "2016-04-19"), "疑点 0 项"));
  desk.run(funds::TakeBack{"T1", "B2", on(2016, 5, 1), yuan(50), "重复", Accounts{"1201", "5001", "", ""}});
  CHECK(holds(desk.csv("repeated-evidence", "2016-12-31"), "疑点 0 项"));
  CHECK(holds(desk.csv("repeated-evidence", "2016-04-30"), "疑点 1 项"));
  CHECK(holds(desk.csv("split", "2016-12-31"), "疑点 0 项"));
}

TEST_CASE("a benefit above what its explanation gives is found", "[service][suspicion]") {
  AuditDesk desk;
  CHECK(holds(desk.csv("over-rule", "2016-12-31"), "未能检查 not checked"));
  desk.grant("Y1", 'a', R"({"result":{"benefit":"30.00"}})");
  desk.grant("Y2", 'b', "");
  CHECK(holds(desk.csv("over-rule", "2016-12-31"), "疑点 0 项；核对 2 笔补助，1 笔没有规则说明"));
  desk.grant("Y3", 'c', R"({"result":{"benefit":"29.99"}})");
  const std::string found = desk.csv("over-rule", "2016-12-31");
  CHECK(holds(found, "补助 30.00，规则算出 29.99"));
  CHECK(holds(found, "PE-Y3"));
  CHECK_FALSE(holds(found, "PE-Y1"));
  // A cent too much is given back: nothing is left above the rule.
  desk.run(funds::TakeBack{"T1", "Y3", on(2016, 7, 1), Money::from_fen(1), "多发", Accounts{"1002", "5001", "", ""}});
  CHECK(holds(desk.csv("over-rule", "2016-12-31"), "疑点 0 项"));
  CHECK(holds(desk.csv("over-rule", "2016-06-30"), "疑点 1 项"));
}

TEST_CASE("progress and idle money of a real book are the same money", "[service][report]") {
  AuditDesk desk;
  desk.reimburse("B1", on(2016, 4, 1), 60, 'a');
  desk.run(funds::PayAdvance{"V1", {"A1", 1}, "P1", "", on(2016, 5, 1), yuan(40), {}, Accounts{"5001", "1201", "", ""}});
  service::FundReportQuery query;
  query.as_of = "2016-12-31";
  const service::TextResult progress = service::report_fund_progress(desk.place(), query, service::Format::Csv);
  REQUIRE(progress.has_value());
  // By hand: 1,000.00 − 400.00 left; 400.00 − 60.00 − 40.00 held; 40.00 advanced; 60.00 of 1,000.00 spent.
  CHECK(holds(*progress, ",60.00,6.00%,40.00,0.00,300.00,600.00,0.00,0.00"));
  const service::TextResult idle = service::report_idle_money(desk.place(), query, service::Format::Json);
  REQUIRE(idle.has_value());
  CHECK(holds(*idle, R"("agrees":"一致 yes")"));
  CHECK(holds(*idle, R"("amount":"940.00")"));
  CHECK(holds(*idle, R"("code":"V1")"));
}

}  // namespace mingzhang::tests
