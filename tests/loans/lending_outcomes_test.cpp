// SPDX-License-Identifier: Apache-2.0
// Every refusal of a loan's life, in the order in which they are looked for: each request violates all that comes later.
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "loans/lending_outcome.h"
#include "tests/ledger/outcome_list.h"
#include "tests/loans/sample_loans.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

/// The sample ID number of GB 11643-1999; nobody's.
const std::string kIdCard = "11010519491231002X";

/// The command's first problem is `outcome`; `repair` takes it away, so that the next row shows what stood behind it.
template <class Command>
struct Row {
  std::string outcome;
  std::function<void(Command&)> repair;
};

template <class Command>
std::set<std::string> walk(SampleLoans& sample, Command command, const std::vector<Row<Command>>& rows) {
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

/// L1 paid out on 2021-03-01; January closed.
SampleLoans& prepare(SampleLoans& sample) {
  sample.grant("L1", "2021-03-01", bullet("2021-03-01", 4));
  sample.close("2021-01");
  return sample;
}

std::set<std::string> walk_application() {
  SampleLoans sample;
  prepare(sample);
  using C = loans::ApplyForLoan;
  C worst = apply_for_loan("", "2029-01-01");
  worst.purpose = "";
  worst.bank = kIdCard;
  worst.household = "张三";
  worst.explanation = "[1]";
  worst.amount = fen(0);
  worst.months = 361;
  worst.fund = "F9";
  return walk<C>(sample, worst,
                 {
                     {"CodeBad", [](C& c) { c.code = "L1"; }},
                     {"TextMissing", [](C& c) { c.purpose = "\x01"; }},
                     {"TextNotPlain", [](C& c) { c.purpose = std::string(201, 'x'); }},
                     {"TextTooLong", [](C& c) { c.purpose = "养羊"; }},
                     {"HoldsIdCard", [](C& c) { c.bank = "NSH"; }},
                     {"OpaqueCodeBad", [](C& c) { c.household = "HU-SYN-2"; }},
                     {"ExplanationBad", [](C& c) { c.explanation = "{}"; }},
                     {"DateTooFarAhead", [](C& c) { c.date = day("2021-03-02"); }},
                     {"AmountNotPositive", [](C& c) { c.amount = fen(1); }},
                     {"MonthsBad", [](C& c) { c.months = 360; }},
                     {"FundUnknown", [](C& c) { c.fund = ""; }},
                     {"CodeTaken", [](C& c) { c.code = "L2"; }},
                 });
}

std::set<std::string> walk_contract() {
  SampleLoans sample;
  prepare(sample);
  sample.run(apply_for_loan("L2", "2021-03-01"));
  sample.run(review_loan("L2", "2021-03-01"));
  sample.run(approve_loan("L2", "2021-03-05"));
  using C = loans::SignLoan;
  C worst = sign_loan("L2", "2021-03-04", bullet("2021-03-04", 4));
  worst.code = "FK-L1";
  worst.loan = "L9";
  worst.evidence = {"x"};
  worst.contract.terms.principal = fen(-1);
  worst.contract.penalty.overdue_percent = 50;
  worst.contract.accounts.loss = "";
  std::set<std::string> seen = walk<C>(sample, worst,
                                       {
                                           {"DigestBad", [](C& c) { c.evidence.clear(); }},
                                           {"ContractBad", [](C& c) { c.contract.terms.principal = fen(12'000'01); }},
                                           {"PenaltyBad", [](C& c) { c.contract.penalty.overdue_percent = 0; }},
                                           {"AccountsMissing", [](C& c) { c.contract.accounts.loss = "6702"; }},
                                           {"LoanUnknown", [](C& c) { c.loan = "L1"; }},
                                           {"CodeTaken", [](C& c) { c.code = "HT-9"; }},
                                           {"StateWrong", [](C& c) { c.loan = "L2"; }},
                                           {"TooEarly", [](C& c) { c.date = day("2021-03-05"); }},
                                           {"MoreThanApproved", [](C& c) { c.contract.terms.principal = fen(12'000'00); }},
                                       });
  loans::ApproveLoan more = approve_loan("L3", "2021-03-02");
  sample.run(apply_for_loan("L3", "2021-03-01"));
  sample.run(review_loan("L3", "2021-03-01"));
  more.amount = fen(12'000'01);
  seen.merge(walk<loans::ApproveLoan>(sample, more, {{"MoreThanRequested", [](loans::ApproveLoan& c) { c.amount = fen(1); }}}));
  return seen;
}

std::set<std::string> walk_repayment() {
  SampleLoans sample;
  prepare(sample);
  using C = loans::Repay;
  C worst = repay("FK-L1", "L9", "2021-01-31", parts(20'000'00, 0));
  worst.parts.fees = fen(1);
  std::set<std::string> seen = walk<C>(sample, worst,
                                       {
                                           {"PartsDiffer", [](C& c) { c.parts.fees = fen(0); }},
                                           {"LoanUnknown", [](C& c) { c.loan = "L1"; }},
                                           {"CodeTaken", [](C& c) { c.code = "HK-1"; }},
                                           {"PeriodNotOpen", [](C& c) { c.date = day("2020-12-31"); }},
                                           {"DateBeforeBook", [](C& c) { c.date = day("2021-02-28"); }},
                                           {"EventRefused", [](C& c) { c.date = day("2021-06-01"); }},
                                           {"MoreThanOwed", [](C& c) { c.parts = parts(184'00, 0); }},
                                           {"SetOffDiffers", [](C& c) { c.parts = parts(0, 184'00); }},
                                       });
  sample.run(repay("HK-1", "L1", "2021-06-01", parts(0, 184'00)));
  using R = loans::CorrectStep;
  R wrong{"CZ-1", "L1", "HK-9", day("2021-05-31"), {}, "录错"};
  seen.merge(walk<R>(sample, wrong,
                     {
                         {"StepUnknown", [](R& c) { c.step = "FK-L1"; }},
                         {"NotCorrectable", [](R& c) { c.step = "HK-1"; }},
                         {"TooEarly", [](R& c) { c.date = day("2021-06-02"); }},
                         {"SetOffDiffers", [](R& c) { c.parts = parts(0, -184'00); }},
                     }));
  sample.run(R{"CZ-1", "L1", "HK-1", day("2021-06-02"), parts(0, -184'00), "录错"});
  CHECK(sample.answer(R{"CZ-2", "L1", "HK-1", day("2021-06-02"), parts(0, -184'00), "录错"}) == "StepCorrected");
  seen.insert("StepCorrected");
  return seen;
}

std::set<std::string> walk_changes() {
  SampleLoans sample;
  prepare(sample);
  const Rate rate = Rate::from_units(7'200'000);
  using P = loans::PauseInterest;
  std::set<std::string> seen = walk<P>(sample, P{"TX-1", "L1", day("2021-04-01"), day("2021-04-02"), day("2021-04-02"), {}, "受灾"},
                                       {{"SpanBad", [](P& c) { c.to = day("2021-04-03"); }}});
  using E = loans::ExtendLoan;
  E extend{"ZQ-1", "L1", day("2021-06-02"), day("2021-06-01"), 1, no_day(), Rate::from_units(2'000'000'000), {}, "受灾", "", {}};
  seen.merge(walk<E>(sample, extend,
                     {
                         {"RateBad", [&](E& c) { c.rate = rate; }},
                         {"TooLate", [](E& c) { c.date = day("2021-06-01"); }},
                     }));
  using M = loans::ReportMisuse;
  sample.run(M{"NY-1", "L1", day("2021-04-01"), day("2021-04-01"), {}, "改作他用", {}});
  seen.merge(walk<M>(sample, M{"NY-2", "L1", day("2021-04-01"), day("2021-04-01"), {}, "改作他用", {}},
                     {{"AlreadyMisused", [&](M& c) {
                         sample.run(loans::CorrectStep{"CZ-1", "L1", "NY-1", day("2021-04-02"), {}, "误认"});
                         c.code = "NY-2";
                       }}}));
  return seen;
}

std::set<std::string> walk_batches() {
  SampleLoans sample;
  prepare(sample);
  using A = loans::AccrueInterest;
  std::set<std::string> seen =
      walk<A>(sample, A{"JX-1", day("2021-06-01"), {}},
              {
                  {"RowsMissing", [](A& c) { c.rows.assign(20'001, {"L1", fen(1)}); }},
                  {"TooManyRows", [](A& c) { c.rows = {{"L1", fen(Money::kFenMax)}, {"L1", fen(Money::kFenMax)}}; }},
                  {"LoanTwice", [](A& c) { c.rows[1].loan = "L9"; }},
                  {"SumTooLarge", [](A& c) { c.rows[1].interest = fen(-1); }},
                  {"LoanUnknown", [](A& c) { c.rows.pop_back(); }},
                  {"AccrualDiffers", [](A& c) { c.rows[0].interest = fen(184'00); }},
              });
  using C = loans::ClassifyLoans;
  seen.merge(walk<C>(sample, C{"FL-1", day("2021-06-02"), {{"L1", loans::LoanClass::Normal}}, "", ""},
                     {
                         {"TextMissing", [](C& c) { c.reason = "走访"; }},
                         {"ClassUnchanged", [](C& c) { c.rows[0].loan_class = loans::LoanClass::Special; }},
                     }));
  sample.run(loans::ProvisionLoans{"JT-1", day("2021-06-30"), "L1", fen(12'000'00), "计提", ""});
  sample.run(loans::WriteOff{"HX-1", "L1", day("2021-06-30"), fen(12'000'00), fen(0), "死亡", {}});
  using R = loans::RecoverLoan;
  seen.merge(walk<R>(sample, R{"SH-1", "L1", day("2021-07-01"), fen(12'000'01)},
                     {{"MoreThanWrittenOff", [](R& c) { c.amount = fen(12'000'00); }}}));
  return seen;
}

std::set<std::string> walk_renewal() {
  SampleLoans sample;
  prepare(sample);
  using C = loans::RenewLoan;
  C renew;
  renew.code = "XD-1";
  renew.loan = "L1";
  renew.into = "L2";
  renew.date = day("2021-06-11");
  renew.parts = parts(12'000'00, 204'00);
  renew.months = 12;
  renew.contract = bullet("2021-06-11", 4);
  renew.product = "p";
  return walk<C>(sample, renew,
                 {{"InterestOpen", [&](C& c) {
                     sample.pay("HK-1", "L1", "2021-06-11", 184'00);
                     c.parts = parts(12'000'00, 20'00);
                   }}});
}

}  // namespace

TEST_CASE("loans are refused for the first reason in the table, whatever else is wrong", "[loans][life]") {
  std::set<std::string> seen;
  for (const auto& one : {walk_application, walk_contract, walk_repayment, walk_changes, walk_batches, walk_renewal}) {
    seen.merge(one());
  }
  for (const std::string& name : names_of(loans::lending_outcomes())) {
    INFO(name);
    CHECK(seen.contains(name));
  }
}

TEST_CASE("the refusals of a loan's life are described in both languages, in their order", "[loans][life]") {
  check_descriptions(loans::lending_outcomes(), "loans/lending_outcome.h", "LendingOutcome", "LEND-");
}

TEST_CASE("INV-12 refusals of loans repeat no number of a person", "[loans][life]") {
  SampleLoans sample;
  loans::ApplyForLoan command = apply_for_loan("L1", "2021-03-01");
  command.household = kIdCard;
  command.borrower = "张三";
  const std::string text = to_text(sample.problems(command));
  CHECK(text.find(kIdCard) == std::string::npos);
  CHECK(text.find("张三") == std::string::npos);
}

}  // namespace mingzhang::tests
