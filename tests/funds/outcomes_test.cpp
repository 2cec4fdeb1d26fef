// SPDX-License-Identifier: Apache-2.0
// Every refusal of funds/, in the order in which they are looked for: each request violates all that comes later.
#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "tests/funds/sample_funds.h"
#include "tests/ledger/outcome_list.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

using funds::RowAction;

/// The sample ID number of GB 11643-1999; nobody's.
const std::string kIdCard = "11010519491231002X";
const std::string kTooLong = kIdCard + std::string(183, '-');  // 201 bytes
const std::string kControl = "\x01";
const funds::Accounts kHalf{"", "100201", "710101", ""};

/// The command's first problem is `outcome`; `repair` takes it away, so that the next row shows what stood behind it.
template <class Command>
struct Row {
  std::string outcome;
  std::function<void(Command&)> repair;
};

template <class Command>
std::set<std::string> walk(SampleFunds& sample, Command command, const std::vector<Row<Command>>& rows) {
  std::set<std::string> seen;
  for (const Row<Command>& row : rows) {
    INFO("row " << row.outcome);
    CHECK(sample.answer(command) == row.outcome);
    seen.insert(row.outcome);
    row.repair(command);
  }
  CHECK(sample.answer(command) == "Ok");
  return seen;
}

/// F1 with 1,000.00; P1 planned with all gates before 报账 signed on 2016-03-01; A1 from F1, A2 bound to P2; January closed.
SampleFunds& prepare_funds(SampleFunds& sample) {
  sample.run(add_indicator());
  sample.run(plan_project());
  funds::Allocate bound = allocate("A2", "2016-02-01");
  bound.targets = {{"XM-01", fen(300'00), "P2"}};
  sample.run(bound);
  sample.run(allocate("A1", "2016-02-01"));
  for (const char* gate : {"调研", "论证", "申报", "招标", "监理"}) sample.run(sign_gate(gate, "2016-03-01"));
  sample.close("2016-01");
  return sample;
}

std::set<std::string> walk_indicator() {
  SampleFunds sample;
  prepare_funds(sample);
  funds::AddIndicator worst;
  worst.purpose = kControl;
  worst.date = day("2019-01-02");
  worst.deadline = day("2014-01-01");
  worst.is_assumption = true;
  worst.arrives = true;
  worst.accounts = kHalf;
  worst.amount = fen(-1);
  using C = funds::AddIndicator;
  return walk<C>(sample, worst,
                 {
                     {"CodeBad", [](C& c) { c.code = "F9"; }},
                     {"TextMissing", [](C& c) { c.document = kTooLong; }},
                     {"TextNotPlain", [](C& c) { c.purpose = "样例"; }},
                     {"TextTooLong", [](C& c) { c.document = kIdCard; }},
                     {"HoldsIdCard", [](C& c) { c.document = "样例〔2016〕9号"; }},
                     {"DateTooFarAhead", [](C& c) { c.date = day("2015-12-31"); }},
                     {"DeadlineBeforeDate", [](C& c) { c.deadline = no_day(); }},
                     {"AssumptionBad", [](C& c) { c.assumption = "金额为假设"; }},
                     {"AccountsMissing", [](C& c) { c.accounts = arriving(), c.arrives = false; }},
                     {"AccountsUnwanted", [](C& c) { c.arrives = true; }},
                     {"AmountNotPositive", [](C& c) { c.amount = fen(100); }},
                     {"FundUnknown", [](C& c) { c.code = "F1"; }},
                     {"CodeTaken", [](C& c) { c.code = "F2"; }},
                     {"DateBeforeBook", [](C& c) { c.date = day("2016-01-31"); }},
                     {"PeriodNotOpen", [](C& c) { c.date = day("2016-02-01"); }},
                 });
}

std::set<std::string> walk_change_and_carry() {
  SampleFunds sample;
  prepare_funds(sample);
  funds::AddIndicator second = add_indicator();
  second.code = "F2";
  second.date = day("2016-03-05");
  sample.run(second);
  using C = funds::ChangeIndicator;
  C change{"A1", "F9", day("2016-01-09"), "样例〔2016〕2号", funds::Direction::Decrease, fen(400'01), "样例", {}};
  std::set<std::string> seen = walk<C>(sample, change,
                                       {
                                           {"IndicatorUnknown", [](C& c) { c.indicator = "F2"; }},
                                           {"CodeTaken", [](C& c) { c.code = "Z1"; }},
                                           {"PeriodNotOpen", [](C& c) { c.date = day("2016-02-10"); }},
                                           {"TooEarly", [](C& c) { c.indicator = "F1"; }},
                                           {"BelowAllocated", [](C& c) { c.direction = funds::Direction::Increase, c.amount = fen(Money::kFenMax); }},
                                           {"SumTooLarge", [](C& c) { c.amount = fen(1); }},
                                       });
  using O = funds::CarryOver;
  O carry{"A1", "F1", day("2016-01-31"), 2014, funds::CarryAction::Recover, "F1", fen(0), kHalf, "[1]"};
  seen.merge(walk<O>(sample, carry,
                     {
                         {"ExplanationBad", [](O& c) { c.explanation = R"({"rule":"r"})"; }},
                         {"YearBad", [](O& c) { c.year = 2015; }},
                         {"AccountsMissing", [](O& c) { c.accounts = to_household(); }},
                         {"AmountNotPositive", [](O& c) { c.amount = fen(900'00); }},
                         {"CarryBad", [](O& c) { c.action = funds::CarryAction::Carry, c.into = "F9"; }},
                         {"IndicatorUnknown", [](O& c) { c.into = "F2"; }},
                         {"CodeTaken", [](O& c) { c.code = "Z2"; }},
                         {"PeriodNotOpen", [](O& c) { c.date = day("2016-03-04"); }},
                         {"TooEarly", [](O& c) { c.date = day("2016-03-05"); }},
                         {"NotAvailable", [](O& c) { c.amount = fen(400'00); }},
                     }));
  return seen;
}

std::set<std::string> walk_allocation() {
  SampleFunds sample;
  prepare_funds(sample);
  using C = funds::Allocate;
  C worst = allocate("A1", "2015-12-31");
  worst.indicator = "F9";
  worst.explanation = "[1]";
  worst.accounts = kHalf;
  worst.targets = {};
  worst.total = fen(5);
  std::set<std::string> seen = walk<C>(
      sample, worst,
      {
          {"ExplanationBad", [](C& c) { c.explanation = R"({"rule":"33112"})"; }},
          {"AccountsMissing", [](C& c) { c.accounts = to_township(); }},
          {"PartsMissing",
           [](C& c) { c.targets = {{"XZ-01", fen(0), "P9"}, {"XZ-01", fen(Money::kFenMax), "P9"}, {"XZ-02", fen(1), ""}}; }},
          {"AmountNotPositive", [](C& c) { c.targets[0].amount = fen(1); }},
          {"TotalTooLarge", [](C& c) { c.targets[1].amount = fen(400'00); }},
          {"TotalDiffers", [](C& c) { c.total = fen(400'02); }},
          {"TargetTwice", [](C& c) { c.targets[0].subject = "XZ-03"; }},
          {"ProjectUnknown", [](C& c) { c.targets[0].project = c.targets[1].project = "P1"; }},
          {"IndicatorUnknown", [](C& c) { c.indicator = "F1"; }},
          {"CodeTaken", [](C& c) { c.code = "Z1"; }},
          {"DateBeforeBook", [](C& c) { c.date = day("2016-02-10"); }},
          {"NotAvailable", [](C& c) { c.targets[1].amount = fen(399'98), c.total = fen(400'00); }},
      });
  using R = funds::ReturnAllocation;
  R back{"A1", {"F1", 3}, day("2016-01-31"), fen(100'01), "闲置", entry("100201", "121401")};
  seen.merge(walk<R>(sample, back,
                     {
                         {"AllocationUnknown", [](R& c) { c.target.allocation = "A1"; }},
                         {"TargetUnknown", [](R& c) { c.target.number = 1; }},
                         {"CodeTaken", [](R& c) { c.code = "Z1"; }},
                         {"PeriodNotOpen", [](R& c) { c.date = day("2016-02-01"); }},
                         {"TargetExhausted", [](R& c) { c.amount = fen(100'00); }},
                     }));
  return seen;
}

std::set<std::string> walk_project() {
  SampleFunds sample;
  prepare_funds(sample);
  using C = funds::PlanProject;
  C worst = plan_project();
  worst.place = "石门乡";
  worst.money_gate = "验收";
  worst.budget = fen(0);
  worst.code = "P9";
  std::set<std::string> seen = walk<C>(sample, worst,
                                       {
                                           {"PlaceBad", [](C& c) { c.place = "520526"; }},
                                           {"GatesBad", [](C& c) { c.money_gate = "审计"; }},
                                           {"AmountNotPositive", [](C& c) { c.budget = fen(1); }},
                                           {"ProjectUnknown", [](C& c) { c.code = "P1"; }},
                                           {"ProjectPlanned", [](C& c) { c.code = "P2"; }},
                                       });
  using G = funds::SignGate;
  G gate{"P2", "验收", day("2016-02-01"), "", "x"};
  seen.merge(walk<G>(sample, gate,
                     {
                         {"TextMissing", [](G& c) { c.by = "县扶贫办"; }},
                         {"DigestBad", [](G& c) { c.evidence = digest(1); }},
                         {"ProjectNotPlanned", [](G& c) { c.project = "P1"; }},
                         {"GateUnknown", [](G& c) { c.gate = "调研"; }},
                         {"GateSigned", [](G& c) { c.gate = "审计"; }},
                         {"GateOutOfOrder", [](G& c) { c.gate = "报账"; }},
                         {"TooEarly", [](G& c) { c.date = day("2016-03-01"); }},
                     }));
  return seen;
}

std::set<std::string> walk_spending() {
  SampleFunds sample;
  prepare_funds(sample);
  using C = funds::Reimburse;
  C worst = reimburse("A1", "2016-01-31");
  worst.target = {"F1", 9};
  worst.project = "P2";
  worst.amount = fen(300'01);
  worst.evidence = std::vector<std::string>(101, digest(1));
  worst.explanation = "[1]";
  std::set<std::string> seen = walk<C>(sample, worst,
                                       {
                                           {"ExplanationBad", [](C& c) { c.explanation = R"({"rule":"r"})"; }},
                                           {"TooManyParts", [](C& c) { c.evidence.resize(1); }},
                                           {"AllocationUnknown", [](C& c) { c.target.allocation = "A2"; }},
                                           {"TargetUnknown", [](C& c) { c.target.number = 1; }},
                                           {"ProjectNotPlanned", [](C& c) { c.project = "P1"; }},
                                           {"CodeTaken", [](C& c) { c.code = "Z1"; }},
                                           {"PeriodNotOpen", [](C& c) { c.date = day("2016-02-29"); }},
                                           {"TargetOfOtherProject", [](C& c) { c.target = {"A1", 1}; }},
                                           {"GatesUnsigned", [](C& c) { c.date = day("2016-03-01"); }},
                                           {"TargetExhausted", [](C& c) { c.amount = fen(100'00); }},
                                       });
  sample.run(funds::PayAdvance{"V1", {"A1", 2}, "P1", "", day("2016-02-20"), fen(50'00), {}, entry("121403", "121401")});
  using S = funds::SettleAdvance;
  S settle{"A1", "A1", day("2016-01-31"), fen(50'01), {}, entry("500103", "121403"), "[1]"};
  seen.merge(walk<S>(sample, settle,
                     {
                         {"ExplanationBad", [](S& c) { c.explanation = R"({"rule":"r"})"; }},
                         {"AdvanceUnknown", [](S& c) { c.advance = "V1"; }},
                         {"CodeTaken", [](S& c) { c.code = "Z2"; }},
                         {"PeriodNotOpen", [](S& c) { c.date = day("2016-02-20"); }},
                         {"GatesUnsigned", [](S& c) { c.date = day("2016-03-01"); }},
                         {"AdvanceExhausted", [](S& c) { c.amount = fen(50'00); }},
                     }));
  sample.run(reimburse("B1", "2016-03-02"));
  using T = funds::TakeBack;
  T back{"A1", "A1", day("2016-01-31"), fen(40'01), "票据作废", entry("121401", "500102")};
  seen.merge(walk<T>(sample, back,
                     {
                         {"MovementUnknown", [](T& c) { c.movement = "B1"; }},
                         {"CodeTaken", [](T& c) { c.code = "Z3"; }},
                         {"PeriodNotOpen", [](T& c) { c.date = day("2016-03-01"); }},
                         {"TooEarly", [](T& c) { c.date = day("2016-03-02"); }},
                         {"MoreThanSpent", [](T& c) { c.amount = fen(40'00); }},
                     }));
  return seen;
}

std::set<std::string> walk_lists() {
  SampleFunds sample;
  prepare_funds(sample);
  sample.run(submit_list("L1", "2016-02-15", 3));
  using C = funds::SubmitList;
  C worst = submit_list("A1", "2016-01-31", 3);
  worst.indicator = "F2";
  worst.target = {"A2", 1};
  worst.title = kTooLong;
  worst.digest = "x";
  worst.project = "P9";
  worst.rows = {{"张三", "", fen(0), ""}, {"H-1", "PE-1", fen(300'00), ""}, {"H-1", "PE-1", fen(1), ""}};
  funds::AddIndicator second = add_indicator();
  second.code = "F2";
  second.date = day("2016-02-01");
  sample.run(second);
  std::set<std::string> seen = walk<C>(sample, worst,
                                       {
                                           {"TextTooLong", [](C& c) { c.title = kIdCard; }},
                                           {"HoldsIdCard", [](C& c) { c.title = "样例"; }},
                                           {"OpaqueCodeBad", [](C& c) { c.rows[0].household = "H-0"; }},
                                           {"DigestBad", [](C& c) { c.digest = digest(3); }},
                                           {"AmountNotPositive", [](C& c) { c.rows[0].amount = fen(1); }},
                                           {"TotalDiffers", [](C& c) { c.total = fen(300'02); }},
                                           {"HouseholdTwice", [](C& c) { c.rows[1].person = "PE-2"; }},
                                           {"ProjectUnknown", [](C& c) { c.project = "P1"; }},
                                           {"CodeTaken", [](C& c) { c.code = "L2"; }},
                                           {"PeriodNotOpen", [](C& c) { c.date = c.publicity_end = day("2016-02-20"); }},
                                           {"TargetOfOtherIndicator", [](C& c) { c.indicator = "F1"; }},
                                           {"TargetOfOtherProject", [](C& c) { c.project = "P2"; }},
                                           {"SameListTwice", [](C& c) { c.digest = digest(99); }},
                                           {"TargetExhausted", [](C& c) { c.target = {}, c.rows.resize(1), c.total = fen(1); }},
                                       });
  funds::SubmitList shown = submit_list("L2", "2016-02-20", 2);
  shown.publicity_end = day("2016-03-01");
  sample.run(shown);
  sample.run(funds::WithdrawList{"W2", "L2", day("2016-02-21"), "重报"});
  shown.code = "L3";
  sample.run(shown);
  sample.run(pay_list("B1", "L1", "2016-02-20"));
  using P = funds::PayList;
  seen.merge(walk<P>(sample, pay_list("A1", "L9", "2016-01-31"),
                     {
                         {"ListUnknown", [](P& c) { c.list = "L2"; }},
                         {"CodeTaken", [](P& c) { c.code = "Z1"; }},
                         {"PeriodNotOpen", [](P& c) { c.date = day("2016-02-19"); }},
                         {"TooEarly", [](P& c) { c.date = day("2016-02-20"); }},
                         {"ListWithdrawn", [](P& c) { c.list = "L1"; }},
                         {"ListPaid", [](P& c) { c.list = "L3"; }},
                         {"PublicityRunning", [](P& c) { c.date = day("2016-03-01"); }},
                     }));
  sample.run(change_rows("C1", "L1", RowAction::Return, "2016-03-01", {1}));
  using R = funds::ChangeRows;
  R rows = change_rows("A1", "L9", RowAction::Repay, "2016-01-31", {});
  seen.merge(walk<R>(sample, rows,
                     {
                         {"PartsMissing", [](R& c) { c.rows = {{2, "", ""}, {2, "", ""}, {9, "", ""}}; }},
                         {"RowTwice", [](R& c) { c.rows[0].number = 1; }},
                         {"ListUnknown", [](R& c) { c.list = "L1"; }},
                         {"RowUnknown", [](R& c) { c.rows.pop_back(); }},
                         {"CodeTaken", [](R& c) { c.code = "Z2"; }},
                         {"PeriodNotOpen", [](R& c) { c.date = day("2016-02-19"); }},
                         {"TooEarly", [](R& c) { c.date = day("2016-03-01"); }},
                         {"RowNotReturned",
                          [](R& c) { c = change_rows("Z2", "L1", RowAction::Return, "2016-03-01", {1, 2}); }},
                         {"RowNotPaid", [](R& c) { c = change_rows("Z2", "L1", RowAction::Return, "2016-03-01", {2}); }},
                     }));
  return seen;
}

std::set<std::string> walk_benefit() {
  SampleFunds sample;
  prepare_funds(sample);
  sample.run(grant_benefit("Y1", "2016-02-10", 7));
  using C = funds::GrantBenefit;
  C worst = grant_benefit("A1", "2016-01-31", 7);
  worst.indicator = "F9";
  worst.project = "P9";
  worst.year = 2017;
  worst.eligible = fen(400'00);
  worst.amount = fen(400'01);
  worst.person = "李四";
  std::set<std::string> seen = walk<C>(sample, worst,
                                       {
                                           {"OpaqueCodeBad", [](C& c) { c.person = "PE-SYN-1"; }},
                                           {"YearBad", [](C& c) { c.year = 2016; }},
                                           {"AmountOverCost", [](C& c) { c.amount = fen(400'00); }},
                                           {"ProjectUnknown", [](C& c) { c.project = ""; }},
                                           {"IndicatorUnknown", [](C& c) { c.indicator = "F1"; }},
                                           {"CodeTaken", [](C& c) { c.code = "Y2"; }},
                                           {"PeriodNotOpen", [](C& c) { c.date = day("2016-02-10"); }},
                                           {"ClaimTwice", [](C& c) { c.claim = digest(8); }},
                                           {"PaidBeforeDiffers", [](C& c) { c.paid_before = fen(50'00), c.claimed_before = fen(100'00); }},
                                           {"NotAvailable", [](C& c) { c.amount = fen(350'00); }},
                                       });
  return seen;
}

}  // namespace

TEST_CASE("funds are refused for the first reason in the table, whatever else is wrong", "[funds]") {
  std::set<std::string> seen;
  for (const auto& walk_one : {walk_indicator, walk_change_and_carry, walk_allocation, walk_project, walk_spending,
                               walk_lists, walk_benefit}) {
    seen.merge(walk_one());
  }
  for (const std::string& name : names_of(funds::funds_outcomes())) {
    INFO(name);
    CHECK(seen.contains(name));
  }
}

TEST_CASE("the refusals of funds are described in both languages, in their order", "[funds]") {
  check_descriptions(funds::funds_outcomes(), "funds/funds_outcome.h", "FundsOutcome", "FUND-");
}

TEST_CASE("INV-12 refusals of funds repeat no number of a person", "[funds]") {
  SampleFunds sample;
  funds::SubmitList list = submit_list("L1", "2016-02-01", 1);
  list.rows[0].household = kIdCard;
  list.rows[0].person = "张三";
  const std::string text = to_text(sample.problems(list));
  CHECK(text.find(kIdCard) == std::string::npos);
  CHECK(text.find("张三") == std::string::npos);
  funds::Allocate allocation = allocate("A1", "2016-02-01");
  allocation.explanation = "{\"person\":\"" + kIdCard + "\"}";
  CHECK(sample.answer(allocation) == "HoldsIdCard");
}

}  // namespace mingzhang::tests
