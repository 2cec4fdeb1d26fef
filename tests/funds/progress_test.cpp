// SPDX-License-Identifier: Apache-2.0
// What reports ask: idle money by age, open advances, missing gates, a household's money.
#include "funds/progress.h"

#include "funds/household_money.h"
#include "funds/indicator_progress.h"
#include "tests/funds/sample_funds.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

using funds::IdleMoney;
using funds::RowAction;

std::string text_of_idle(const IdleMoney& idle) {
  return idle.code + "/" + std::to_string(idle.target) + " " + idle.subject + " " + to_iso(idle.since) + " " +
         std::to_string(idle.days) + " " + to_yuan(idle.amount);
}

std::vector<std::string> idle_on(SampleFunds& sample, std::string_view iso) {
  sample.flush();
  std::vector<std::string> texts;
  for (const IdleMoney& idle : funds::idle_money(sample.rows(), day(iso))) texts.push_back(text_of_idle(idle));
  return texts;
}

}  // namespace

TEST_CASE("idle money is counted from the day on which it came, what came first leaves first", "[funds][report]") {
  using Texts = std::vector<std::string>;
  SampleFunds sample;
  sample.run(add_indicator());
  sample.run(funds::ChangeIndicator{"Z1", "F1", day("2016-05-01"), "样例", funds::Direction::Increase, fen(50'00), "追加",
                                    arriving()});
  CHECK(idle_on(sample, "2016-01-09").empty());
  CHECK(idle_on(sample, "2016-01-10") == Texts{"F1/0  2016-01-10 0 1000.00"});
  sample.run(allocate("A1", "2016-02-01"));
  // 2016-01-10 to 2016-03-01 are 51 days: 21 of January, 29 of February, 1 of March.
  CHECK(idle_on(sample, "2016-03-01") == Texts{"F1/0  2016-01-10 51 700.00", "A1/1 XZ-01 2016-02-01 29 100.00",
                                               "A1/2 XZ-02 2016-02-01 29 200.00"});
  funds::Allocate rest = allocate("A2", "2016-05-31");
  rest.targets = {{"XZ-03", fen(720'00), ""}};
  rest.total = fen(720'00);
  sample.run(rest);
  CHECK(idle_on(sample, "2016-05-31") == Texts{"F1/0  2016-05-01 30 30.00", "A1/1 XZ-01 2016-02-01 120 100.00",
                                               "A1/2 XZ-02 2016-02-01 120 200.00", "A2/1 XZ-03 2016-05-31 0 720.00"});
}

TEST_CASE("money on a list is idle from the day of the list until it is paid, and again when it comes back",
          "[funds][report]") {
  using Texts = std::vector<std::string>;
  SampleFunds sample;
  sample.run(add_indicator());
  sample.run(submit_list("L1", "2016-04-01", 3));
  // Three rows of 10.00 lie on the list; 2016-04-01 to 2016-04-05 are four days.
  CHECK(idle_on(sample, "2016-04-05") == Texts{"F1/0  2016-01-10 86 970.00", "L1/0  2016-04-01 4 30.00"});
  sample.run(pay_list("D1", "L1", "2016-04-10"));
  sample.run(change_rows("C1", "L1", RowAction::Return, "2016-04-12", {2}));
  CHECK(idle_on(sample, "2016-04-10") == Texts{"F1/0  2016-01-10 91 970.00"});
  CHECK(idle_on(sample, "2016-04-13") == Texts{"F1/0  2016-01-10 94 970.00", "L1/0  2016-04-12 1 10.00"});
  sample.run(change_rows("C2", "L1", RowAction::Cancel, "2016-04-20", {2}));
  CHECK(idle_on(sample, "2016-04-20") == Texts{"F1/0  2016-01-10 101 970.00", "F1/0  2016-04-20 0 10.00"});
}

TEST_CASE("the parts of an indicator's progress are its total on every day", "[funds][report]") {
  SampleFunds sample;
  sample.run(add_indicator());
  sample.run(plan_project());
  for (const char* gate : {"调研", "论证", "申报", "招标", "监理"}) sample.run(sign_gate(gate, "2016-01-12"));
  sample.run(allocate("A1", "2016-02-01"));
  sample.run(reimburse("B1", "2016-03-01"));
  sample.run(submit_list("L1", "2016-04-01", 3));
  sample.run(pay_list("D1", "L1", "2016-04-10"));
  sample.run(grant_benefit("Y1", "2016-05-01", 1));
  sample.flush();
  CHECK(funds::indicator_progress(sample.rows(), day("2016-01-09")).empty());
  const auto texts = [&](std::string_view iso) {
    const funds::IndicatorProgress one = funds::indicator_progress(sample.rows(), day(iso)).at(0);
    return to_yuan(one.left) + " " + to_yuan(one.held) + " " + to_yuan(one.waiting) + " " + to_yuan(one.paid) + " " +
           to_yuan(one.reimbursed) + " " + to_yuan(one.benefits);
  };
  // By hand: 1,000.00 granted; 300.00 allocated, 40.00 of it reported; 30.00 listed, then paid; a benefit of 50.00.
  CHECK(texts("2016-01-10") == "1000.00 0.00 0.00 0.00 0.00 0.00");
  CHECK(texts("2016-02-29") == "700.00 300.00 0.00 0.00 0.00 0.00");
  CHECK(texts("2016-04-01") == "670.00 260.00 30.00 0.00 40.00 0.00");
  CHECK(texts("2016-12-31") == "620.00 260.00 0.00 30.00 40.00 50.00");
}

TEST_CASE("open advances and missing gates are reported", "[funds][report]") {
  SampleFunds sample;
  sample.run(add_indicator());
  sample.run(allocate("A1", "2016-02-01"));
  sample.run(plan_project());
  for (const char* gate : {"调研", "论证", "申报", "招标"}) sample.run(sign_gate(gate, "2016-02-10"));
  sample.run(funds::PayAdvance{"V1", {"A1", 2}, "P1", "XM-1", day("2016-02-01"), fen(50'00), {}, entry("121403", "121401")});
  sample.flush();
  auto missing = funds::missing_gates(sample.rows());
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].next.name == "监理");
  CHECK(missing[0].blocks_money);
  CHECK(missing[0].spent == fen(0));
  auto open = funds::open_advances(sample.rows(), day("2016-03-02"));
  REQUIRE(open.size() == 1);
  CHECK(open[0].advance.open() == fen(50'00));
  CHECK(open[0].days == 30);
  sample.run(sign_gate("监理", "2016-02-11"));
  sample.run(funds::SettleAdvance{"S1", "V1", day("2016-03-01"), fen(50'00), {}, entry("500103", "121403")});
  sample.run(reimburse("B1", "2016-03-01"));
  sample.run(funds::TakeBack{"T1", "B1", day("2016-03-02"), fen(15'00), "样例", entry("121401", "500102")});
  sample.flush();
  CHECK(funds::open_advances(sample.rows(), day("2016-03-02")).empty());
  missing = funds::missing_gates(sample.rows());
  REQUIRE(missing.size() == 1);
  CHECK(missing[0].next.name == "报账");
  CHECK_FALSE(missing[0].blocks_money);
  CHECK(missing[0].spent == fen(75'00));
  for (const char* gate : {"报账", "审计"}) sample.run(sign_gate(gate, "2016-03-05"));
  sample.flush();
  CHECK(funds::missing_gates(sample.rows()).empty());
}

TEST_CASE("a household's money leads to list, rule and voucher, and a voucher's source back", "[funds][report]") {
  SampleFunds sample;
  sample.run(add_indicator());
  sample.run(submit_list("L1", "2016-02-01", 3));
  const std::int64_t list_seq = sample.book().head().records - 1;
  sample.run(pay_list("B1", "L1", "2016-02-03"));
  sample.run(change_rows("C1", "L1", RowAction::Return, "2016-02-05", {1}));
  sample.run(change_rows("C2", "L1", RowAction::Repay, "2016-02-06", {1}));
  const std::int64_t repay_seq = sample.book().head().records - 2;
  sample.run(grant_benefit("Y1", "2016-03-01", 1));
  sample.run(funds::TakeBack{"T1", "Y1", day("2016-03-02"), fen(20'00), "样例", entry("100201", "500105")});
  sample.run(submit_list("L2", "2016-04-01", 1));
  sample.flush();
  const auto money = funds::money_of_household(sample.rows(), household(1));
  REQUIRE(money.size() == 3);
  CHECK(money[0].code == "L1");
  CHECK(money[0].row == 1);
  CHECK(money[0].document == "样例〔2016〕1号");
  CHECK(money[0].state == funds::RowState::Repaid);
  CHECK(money[0].rule_seq == list_seq);
  CHECK(money[0].source == "C2");
  CHECK(money[0].first_voucher == repay_seq + 1);
  CHECK(money[0].vouchers == 1);
  CHECK(money[1].code == "L2");
  CHECK(money[1].source.empty());
  CHECK(money[2].code == "Y1");
  CHECK(money[2].amount == fen(30'00));
  CHECK(money[2].person == "PE-SYN-1");
  CHECK(funds::money_of_household(sample.rows(), household(9)).empty());
  // From the source of a voucher back to the record.
  const auto movement = sample.rows().movement("C2");
  REQUIRE(movement.has_value());
  CHECK(movement->kind == funds::MovementKind::RowsRepaid);
  CHECK(movement->seq == repay_seq);
}

}  // namespace mingzhang::tests
