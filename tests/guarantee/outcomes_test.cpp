// SPDX-License-Identifier: Apache-2.0
// Every refusal of guarantee/, in the order in which they are looked for: each request violates all that comes later.
#include <set>
#include <string>
#include <vector>

#include "guarantee/guarantee_outcome.h"
#include "tests/guarantee/outcome_walk.h"
#include "tests/ledger/outcome_list.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

/// The sample ID number of GB 11643-1999; nobody's.
const std::string kIdCard = "11010519491231002X";
const std::string kTooLong = kIdCard + std::string(183, '-');  // 201 bytes
const std::string kControl = "\x01";

std::set<std::string> walk_pool() {
  SampleCover sample;
  sample.run(add_pool());
  using C = guarantee::AddPool;
  C worst = add_pool("");
  worst.name = "";
  worst.explanation = "x";
  worst.date = day("2018-01-02");
  worst.terms = {0, 101, -1};
  worst.accounts.receivable = "";
  return walk<C>(sample, worst,
                 {
                     {"CodeBad", [](C& c) { c.code = "G1"; }},
                     {"TextMissing", [](C& c) { c.name = kControl; }},
                     {"TextNotPlain", [](C& c) { c.name = kTooLong; }},
                     {"TextTooLong", [](C& c) { c.name = kIdCard; }},
                     {"HoldsIdCard", [](C& c) { c.name = "样例"; }},
                     {"ExplanationBad", [](C& c) { c.explanation = R"({"rule":"r"})"; }},
                     {"DateTooFarAhead", [](C& c) { c.date = day("2016-01-10"); }},
                     {"MultipleBad", [](C& c) { c.terms.multiple = 21; }},
                     {"MultipleBad", [](C& c) { c.terms.multiple = 20; }},
                     {"PercentBad", [](C& c) { c.terms.npl_tolerance = 100; }},
                     {"PercentBad", [](C& c) { c.terms.alert_percent = 0; }},
                     {"AccountsMissing", [](C& c) { c.accounts = {}; }},
                     {"CodeTaken", [](C& c) { c.code = "G2"; }},
                 });
}

std::set<std::string> walk_deposit() {
  SampleCover sample;
  sample.run(add_pool());
  sample.run(deposit("D1", 100'00));
  sample.lend("L1", 900'00);
  sample.close("2016-01");
  using C = guarantee::MoveDeposit;
  C in = deposit("D1", 0, "G9");
  in.fund = in.document = "";
  in.date = day("2015-12-31");
  std::set<std::string> seen =
      walk<C>(sample, in,
              {
                  {"AmountNotPositive", [](C& c) { c.amount = fen(Money::kFenMax / 10); }},
                  {"OriginMissing", [](C& c) { c.fund = "F9"; }},
                  {"PoolUnknown", [](C& c) { c.pool = "G1"; }},
                  {"FundUnknown", [](C& c) { c.fund = "F2"; }},
                  {"CodeTaken", [](C& c) { c.code = "D2"; }},
                  {"DateBeforeBook", [](C& c) { c.date = day("2016-01-11"); }},
                  {"PeriodNotOpen", [](C& c) { c.date = day("2016-02-01"); }},
                  {"SumTooLarge", [](C& c) { c.amount = fen(1); }},
              });
  C out = deposit("D3", 100'01);
  out.kind = guarantee::MovementKind::Withdrawal;
  out.date = day("2016-02-01");
  out.reason = "";
  seen.merge(walk<C>(sample, out,
                     {
                         {"TextMissing", [](C& c) { c.reason = "到期"; }},
                         {"MoreThanOrigin", [](C& c) { c.amount = fen(10'01); }},
                         // 89.99 × 10 = 899.90 < 900.00
                         {"BelowCover", [](C& c) { c.amount = fen(10'00), c.fund = "F2"; }},
                         {"MoreThanOrigin", [](C& c) { c.fund = "F1"; }},
                     }));
  return seen;
}

std::set<std::string> walk_terms() {
  SampleCover sample;
  guarantee::AddPool later = add_pool();
  later.date = day("2016-01-11");
  sample.run(later);
  sample.run(deposit("D1", 100'00));
  sample.lend("L1", 900'00);
  using C = guarantee::ChangePool;
  return walk<C>(sample, C{"D1", "G9", day("2016-01-10"), {10, 20, 90}, "", "", ""},
                 {
                     {"TextMissing", [](C& c) { c.reason = "协议变更"; }},
                     {"PoolUnknown", [](C& c) { c.pool = "G1"; }},
                     {"CodeTaken", [](C& c) { c.code = "T1"; }},
                     {"TooEarly", [](C& c) { c.date = day("2016-02-01"); }},
                     {"NothingChanges", [](C& c) { c.terms.multiple = 8; }},
                     {"BelowCover", [](C& c) { c.terms.multiple = 9; }},  // 9 × 100.00 = 900.00
                 });
}

std::set<std::string> walk_cover() {
  SampleCover sample;
  sample.run(add_pool());
  sample.run(deposit("D1", 100'00));
  using A = loans::ApplyForLoan;
  A worst = application("L9", 1'000'01, "G9");
  std::set<std::string> seen = walk<A>(sample, worst,
                                       {
                                           {"PoolUnknown", [](A& c) { c.cover = "G1", c.bank = "other"; }},
                                           {"BankDiffers", [](A& c) { c.bank = "bank"; }},
                                           {"MoreThanHeadroom", [](A& c) { c.amount = fen(1'000'00); }},
                                       });
  // Stopped, non-performing and full at once: the gravest is said first, and each goes when its cause goes.
  sample.apply_and_review("L2", 10'00);
  sample.lend("L1", 1'000'00);
  sample.run(loans::ClassifyLoans{"C1", day("2016-03-01"), {{"L1", loans::LoanClass::Substandard}}, "逾期", ""});
  sample.run(guarantee::ChangePool{"T1", "G1", day("2016-03-01"), {10, 20, 90}, "协议到期", "停办", ""});
  const loans::ApproveLoan approval = sample.approval("L2", 10'00);
  const auto expect = [&](const std::string& outcome) {
    CHECK(sample.answer(application("L9", 1'00)) == outcome);
    CHECK(sample.answer(approval) == outcome);
    seen.insert(outcome);
  };
  expect("PoolStopped");
  sample.run(guarantee::ChangePool{"T2", "G1", day("2016-03-01"), {10, 20, 90}, "", "续签", ""});
  expect("NplReached");
  sample.run(loans::ClassifyLoans{"C2", day("2016-03-02"), {{"L1", loans::LoanClass::Normal}}, "已还", ""});
  expect("MultipleReached");
  sample.run(sample.repayment("P1", "L1", day("2016-03-01"), fen(100'00)));
  expect("Ok");

  // A draw leaves too little for what was promised: nothing is paid out until the deposit is topped up.
  sample.run(approval);
  sample.run(loans::SignLoan{"L2-contract", "L2", day("2016-03-02"), contract_of(fen(10'00), day("2016-03-02")), "", {}});
  guarantee::MoveDeposit draw = deposit("D2", 50'00);
  draw.kind = guarantee::MovementKind::Draw;
  draw.reason = "代偿";
  sample.run(draw);
  const loans::Disburse disburse{"L2-paid", "L2", day("2016-03-03"), fen(10'00)};
  CHECK(sample.answer(disburse) == "CoverShort");
  seen.insert("CoverShort");
  sample.run(deposit("D3", 50'00));
  CHECK(sample.answer(disburse) == "Ok");
  seen.erase("Ok");
  return seen;
}

}  // namespace

TEST_CASE("the refusals of guarantees stand in precedence order, and every one is reached", "[guarantee]") {
  check_descriptions(guarantee::guarantee_outcomes(), "guarantee/guarantee_outcome.h", "GuaranteeOutcome", "GUAR-");
  std::set<std::string> seen = walk_pool();
  seen.merge(walk_deposit());
  seen.merge(walk_terms());
  seen.merge(walk_cover());
  seen.merge(walk_compensation());
  for (const std::string& name : names_of(guarantee::guarantee_outcomes())) {
    INFO(name);
    CHECK(seen.contains(name));
  }
}

}  // namespace mingzhang::tests
