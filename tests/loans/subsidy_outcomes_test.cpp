// SPDX-License-Identifier: Apache-2.0
// Every refusal of the subsidy, in the order in which they are looked for: each request violates all that comes later.
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "loans/subsidy_outcome.h"
#include "tests/ledger/outcome_list.h"
#include "tests/loans/sample_subsidy.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

using loans::SubsidyState;

/// The command's first problem of the subsidy is `outcome`; `repair` takes it away.
template <class Command>
struct Row {
  std::string outcome;
  std::function<void(Command&)> repair;
};

std::set<std::string> seen;

/// The first refusal that is the subsidy's own; "Ok" where there is none of any family.
std::string answer(SampleSubsidy& sample, const loans::Command& command) {
  const std::vector<Problem> found = sample.problems(command);
  for (const Problem& problem : found) {
    if (problem.info->code.starts_with("SUBS-")) return std::string(problem.info->name);
  }
  return found.empty() ? "Ok" : std::string(found.front().info->code);
}

template <class Command>
void walk(SampleSubsidy& sample, Command command, const std::vector<Row<Command>>& rows) {
  for (const Row<Command>& row : rows) {
    INFO("row " << row.outcome);
    CHECK(answer(sample, command) == row.outcome);
    seen.insert(row.outcome);
    row.repair(command);
  }
  CHECK(answer(sample, command) == "Ok");
}

void pay_interest(SampleSubsidy& sample, const std::string& loan) {
  for (int i = 1; i <= 6; ++i) {
    const std::string date = to_iso(plus_months_clamped(loan_day("2023-09-21"), i));
    sample.repay(loan + "-H" + std::to_string(i), loan, date.c_str(), 181'25);
  }
}

void walk_claim(SampleSubsidy& sample) {
  const loans::ClaimSubsidy good = sample.claim("T9", {"D1", "D2"}, "2024-01-01", "2024-04-01");
  loans::ClaimSubsidy worst = good;
  worst.to = worst.from;
  worst.payers[1].payer = "province";
  std::swap(worst.rows[0], worst.rows[1]);
  worst.rows[0].subsidised = worst.rows[0].period.interest + fen(1);
  worst.explanation.clear();
  worst.date = loan_day("2024-03-31");
  worst.bank = "ABC";
  worst.rows[4].period.interest += fen(1);
  walk<loans::ClaimSubsidy>(
      sample, worst,
      {{"SpanBad", [&good](auto& command) { command.to = good.to; }},
       {"PayersBad", [&good](auto& command) { command.payers = good.payers; }},
       {"AmountsBad", [](auto& command) { command.rows[0].subsidised = command.rows[0].period.interest; }},
       {"RowsDisordered", [](auto& command) { std::swap(command.rows[0], command.rows[1]); }},
       {"ExplanationMissing", [&good](auto& command) { command.explanation = good.explanation; }},
       {"NotOverYet", [](auto& command) { command.date = loan_day("2024-04-01"); }},
       {"DayClaimed", [](auto& command) { command.rows.erase(command.rows.begin()); }},
       {"OtherBank", [](auto& command) { command.bank = "RCB"; }},
       {"LineDiffers", [](auto& command) { command.rows[3].period.interest -= fen(1); }}});
}

void walk_review(SampleSubsidy& sample) {
  loans::ReviewSubsidy worst{"V9", "T8", loan_day("2024-04-02"), {}};
  worst.verdicts = {{1, SubsidyState::Passed, ""}, {1, SubsidyState::Passed, ""}, {2, SubsidyState::Disputed, "x"}};
  walk<loans::ReviewSubsidy>(sample, worst,
                             {{"VerdictTwice", [](auto& command) { command.verdicts[1].number = 4; }},
                              {"ClaimUnknown", [](auto& command) { command.claim = "T1"; }},
                              {"LineUnknown",
                               [](auto& command) {
                                 command.claim = "T2";
                                 command.verdicts = {{1, SubsidyState::Passed, ""}};
                               }},
                              {"LineStateWrong", [](auto& command) { command.verdicts[0].verdict = SubsidyState::Disputed;
                                                                     command.verdicts[0].reason = "x"; }}});
}

void walk_money(SampleSubsidy& sample) {
  loans::PaySubsidy pay{"Z9", "T2", loan_day("2024-04-05"), fen(1), paying_accounts()};
  pay.accounts[1].payer = "province";
  walk<loans::PaySubsidy>(sample, pay,
                          {{"AccountsBad", [](auto& command) { command.accounts[1].payer = "town"; }},
                           {"PaidSumDiffers", [](auto& command) { command.amount = fen(126'88); }},
                           {"PayersDiffer", [](auto& command) { command.accounts = paying_accounts(); }}});
  pay.accounts = paying_accounts();
  pay.claim = "T3";
  CHECK(answer(sample, pay) == "NothingToPay");
  seen.insert("NothingToPay");
  sample.run(loans::PaySubsidy{"Z9", "T2", loan_day("2024-04-05"), fen(126'88), paying_accounts()});
  loans::ClawBackSubsidy back{"S9", "T2", 1, loan_day("2024-05-01"), fen(126'89), "挪用", returning_accounts()};
  walk<loans::ClawBackSubsidy>(sample, back, {{"MoreThanPaid", [](auto& command) { command.amount = fen(126'88); }}});
}

}  // namespace

TEST_CASE("every refusal of the subsidy can happen, in the order of its number", "[loans][subsidy]") {
  SampleSubsidy sample(3);
  for (const char* loan : {"D1", "D2", "D3"}) pay_interest(sample, loan);
  sample.run(sample.claim("T1", {"D1"}, "2024-01-01", "2024-02-01"));
  sample.run(sample.claim("T2", {"D3"}, "2024-01-01", "2024-02-01"));
  sample.run(sample.claim("T3", {"D3"}, "2024-02-01", "2024-03-01"));
  sample.run(pass("V1", "T2", {1}));
  seen.clear();
  walk_claim(sample);
  walk_review(sample);
  walk_money(sample);
  for (const OutcomeInfo& info : loans::subsidy_outcomes()) {
    // What a rule refuses while a list is built is tested where lists are built.
    if (info.number < 500) CHECK(seen.count(std::string(info.name)) == 1);
  }
}

TEST_CASE("the refusals of the subsidy are described", "[loans][subsidy]") {
  check_descriptions(loans::subsidy_outcomes(), "loans/subsidy_outcome.h", "SubsidyOutcome", "SUBS-");
}

}  // namespace mingzhang::tests
