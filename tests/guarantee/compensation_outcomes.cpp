// SPDX-License-Identifier: Apache-2.0
// The refusals of risk-compensation funds and claims, each request violating all that comes later.
#include "tests/guarantee/outcome_walk.h"

namespace mingzhang::tests {
namespace {

using guarantee::ReviewStep;

const Date kClaimed = day("2016-07-01");

std::set<std::string> walk_fund() {
  SampleCover sample;
  sample.run(open_risk_fund());
  using F = guarantee::OpenRiskFund;
  F worst = open_risk_fund();
  worst.name = "";
  worst.terms.target = fen(-1);
  worst.terms.loss = {0, 0};
  worst.terms.overdue_days = -1;
  worst.accounts.loss = "";
  std::set<std::string> seen = walk<F>(sample, worst,
                                       {
                                           {"TextMissing", [](F& c) { c.name = "样例"; }},
                                           {"AmountNotPositive", [](F& c) { c.terms.target = fen(0); }},
                                           {"AccountsMissing", [](F& c) { c.accounts = {}; }},
                                           {"WeightsBad", [](F& c) { c.terms.loss = {8, 2}, c.terms.government = {1'001, 1}; }},
                                           {"WeightsBad", [](F& c) { c.terms.government = {1, 1}; }},
                                           {"DaysBad", [](F& c) { c.terms.overdue_days = 3'650; }},
                                           {"CodeTaken", [](F& c) { c.code = "RF2"; }},
                                       });
  using C = guarantee::Contribute;
  C money = contribution("RF", guarantee::Contributor::Local, 0);
  money.fund = "RF9";
  money.source = "F9";
  money.date = day("2015-12-31");
  seen.merge(walk<C>(sample, money,
                     {
                         {"AmountNotPositive", [](C& c) { c.amount = fen(1); }},
                         {"FundUnknown", [](C& c) { c.source = "F1"; }},
                         {"RiskFundUnknown", [](C& c) { c.fund = "RF"; }},
                         {"CodeTaken", [](C& c) { c.code = "C1"; }},
                         {"DateBeforeBook", [](C& c) { c.date = day("2016-01-09"); }},
                         {"TooEarly", [](C& c) { c.date = day("2016-01-10"); }},
                     }));
  return seen;
}

std::set<std::string> walk_claim() {
  SampleCover sample;
  sample.fund_and_loans({100'00, 200'00, 300'00, 400'00});
  sample.run(sample.repayment("P4", "L4", day("2016-02-10"), fen(300'00)));
  guarantee::SubmitClaim first{"B0", "RF", "bank", kClaimed, {sample.claimed("L2", kClaimed)}};
  sample.run(first);
  sample.apply_and_review("L5", 1'00, "");
  using C = guarantee::SubmitClaim;
  const guarantee::ClaimedRow good = sample.claimed("L1", kClaimed);
  const auto bad = [&good](C& c) -> guarantee::ClaimedRow& { return c.rows.empty() ? c.rows.emplace_back(good) : c.rows[0]; };
  C worst{"B0", "RF9", "other", day("2016-01-09"), {}};
  std::set<std::string> seen = walk<C>(
      sample, worst,
      {
          {"RowsMissing", [&](C& c) { c.rows.assign(5'001, good), c.rows[0].days_overdue = -1, c.rows[0].evidence = "x"; }},
          {"DaysBad", [&](C& c) { bad(c).days_overdue = 0; }},
          {"DigestBad", [&](C& c) { bad(c).evidence = sample_digest(); }},
          {"TooManyRows", [&](C& c) { c.rows.resize(2), c.rows[0].principal = fen(100'000'000'001); }},
          {"LoanTwice", [&](C& c) { c.rows.resize(1); }},
          {"SumTooLarge", [&](C& c) { bad(c).principal = fen(200'00); }},
          {"RiskFundUnknown", [&](C& c) { c.fund = "RF", bad(c).loan = "L9"; }},
          {"LoanUnknown", [&](C& c) { bad(c).loan = "L2"; }},
          {"CodeTaken", [&](C& c) { c.code = "B1"; }},
          {"TooEarly", [&](C& c) { c.date = day("2016-05-01"); }},
          {"BankDiffers", [&](C& c) { c.bank = "bank"; }},
          {"NotOverdue", [&](C& c) { c.date = kClaimed; }},
          {"ClaimedTwice", [&](C& c) { bad(c).loan = "L5"; }},
          {"LoanNotActive", [&](C& c) { bad(c).loan = "L1", bad(c).days_overdue = 1; }},
          {"DaysDiffer", [&](C& c) { bad(c).days_overdue = good.days_overdue; }},
          {"MoreThanOwed", [&](C& c) { c.rows = {good}; }},
      });
  return seen;
}

std::set<std::string> walk_payment() {
  SampleCover sample;
  sample.fund_and_loans({1'000'00, 1'000'00});
  guarantee::SubmitClaim claim{"B1", "RF", "bank", kClaimed, {sample.claimed("L1", kClaimed), sample.claimed("L2", kClaimed)}};
  sample.run(claim);
  using V = guarantee::ReviewClaim;
  std::set<std::string> seen = walk<V>(sample, V{"B1", "B9", day("2016-06-30"), ReviewStep::Bureau, "乡", {{9, "原因"}, {9, "原因"}}},
                                       {
                                           {"RowTwice", [](V& c) { c.disputed.pop_back(); }},
                                           {"ClaimUnknown", [](V& c) { c.claim = "B1"; }},
                                           {"RowUnknown", [](V& c) { c.disputed.clear(); }},
                                           {"CodeTaken", [](V& c) { c.code = "V1"; }},
                                           {"TooEarly", [](V& c) { c.date = kClaimed; }},
                                           {"ClaimStateWrong", [](V& c) { c.step = ReviewStep::Township; }},
                                       });
  sample.run(V{"V1", "B1", kClaimed, ReviewStep::Township, "乡", {}});
  sample.run(V{"V2", "B1", kClaimed, ReviewStep::Bureau, "局", {}});
  using P = guarantee::PayClaim;
  const Money payment = guarantee::payment_of(*sample.guarantee().claims().find("B1"), sample.guarantee());
  REQUIRE(payment > fen(1'600'00));
  P pay{"Z1", "B1", kClaimed, fen(1)};
  CHECK(sample.answer(pay) == "AmountDiffers");
  pay.amount = payment;
  CHECK(sample.answer(pay) == "FundExhausted");
  seen.merge(std::set<std::string>{"AmountDiffers", "FundExhausted"});
  sample.run(contribution("C1", guarantee::Contributor::Province, 1'000'00));
  sample.run(pay);
  using R = guarantee::RecoverLoss;
  seen.merge(walk<R>(sample, R{"Z1", "B1", 3, kClaimed, fen(2'000'00)},
                     {
                         {"RowUnknown", [](R& c) { c.row = 1; }},
                         {"CodeTaken", [](R& c) { c.code = "R1"; }},
                         {"MoreThanLoss", [](R& c) { c.amount = fen(1); }},
                     }));
  return seen;
}

}  // namespace

std::set<std::string> walk_compensation() {
  std::set<std::string> seen = walk_fund();
  seen.merge(walk_claim());
  seen.merge(walk_payment());
  return seen;
}

}  // namespace mingzhang::tests
