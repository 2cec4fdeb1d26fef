// SPDX-License-Identifier: Apache-2.0
// Every refusal of recorded reconciliations, in the order in which they are looked for: each request violates all that
// comes later.
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "loans/reconciliation_outcome.h"
#include "tests/ledger/outcome_list.h"
#include "tests/loans/sample_reconciliation.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

using loans::ItemAction;
using loans::ReconciliationSide;

template <class Command>
struct Row {
  std::string outcome;
  std::function<void(Command&)> repair;
};

std::set<std::string> seen;

/// The first refusal that is the reconciliation's own; "Ok" where there is none of any family.
std::string answer(SampleSubsidy& sample, const loans::Command& command) {
  const std::vector<Problem> problems = sample.problems(command);
  for (const Problem& problem : problems) {
    if (problem.info->code.starts_with("RECO-")) return std::string(problem.info->name);
  }
  return problems.empty() ? "Ok" : std::string(problems.front().info->code);
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

void walk_list(SampleSubsidy& sample) {
  loans::RecordReconciliation worst = found("Z9", 20'001);
  worst.subject = loans::ReconciliationSubject::Statement;
  worst.about = "999";
  worst.sha256 = "ABC";
  worst.tolerance = fen(-1);
  worst.rows_here = -1;
  worst.items[1].number = 1;
  worst.items[0].there = "张某某（样例）";
  worst.replaces = "Z0";
  walk<loans::RecordReconciliation>(
      sample, worst,
      {{"FileDigestBad", [](auto& command) { command.sha256 = std::string(64, '0'); }},
       {"ToleranceNegative", [](auto& command) { command.tolerance = Money(); }},
       {"TooManyItems", [](auto& command) { command.items.pop_back(); }},
       {"CountsBad", [](auto& command) { command.rows_here = 0; }},
       {"ItemsDisordered", [](auto& command) { command.items[1].number = 2; }},
       {"HoldsOtherText", [](auto& command) { command.items[0].there = "11010519491231002X"; }},  // GB 11643-1999's example
       {"HoldsOtherText", [](auto& command) { command.items[0].there.clear(); }},
       {"ReconciliationUnknown", [](auto& command) { command.replaces = "Z2"; }},
       {"SubjectUnknown", [](auto& command) { command.subject = loans::ReconciliationSubject::Register; }},
       {"CannotReplace", [](auto& command) { command.about = "RCB"; }}});
  loans::RecordReconciliation other = found("Z9", 1);
  other.items[0].key = "某人（样例）";
  CHECK(answer(sample, other) == "HoldsOtherText");  // it is no code of a loan of the book either
  other = found("Z9", 0);
  other.columns = {"客户姓名"};
  CHECK(answer(sample, other) == "HoldsOtherText");
  other.columns = {std::string(loans::kNotACode)};
  other.subject = loans::ReconciliationSubject::Subsidy;
  CHECK(answer(sample, other) == "SubjectUnknown");
}

void walk_items(SampleSubsidy& sample) {
  loans::HandleItems worst{"Z0", {}, ItemAction::Assign, loan_day("2024-04-02"), "", "", "X"};
  walk<loans::HandleItems>(
      sample, worst,
      {{"ItemsMissing", [](auto& command) { command.items = {2, 2}; }},
       {"ItemTwice", [](auto& command) { command.items = {3}; }},
       {"WhoMissing", [](auto& command) { command.to = "信贷股"; command.action = ItemAction::Accept; }},
       {"NoteMissing", [](auto& command) { command.note = "尾差"; }},
       {"NotOfAction", [](auto& command) { command.to.clear(); command.action = ItemAction::Resolve; }},
       {"ReconciliationUnknown", [](auto& command) { command.reconciliation = "Z3"; }},
       {"ItemUnknown", [](auto& command) { command.items = {1}; }},
       {"SourceUnknown", [](auto& command) { command.source = "D1-F"; }},
       {"Closed", [](auto& command) { command.reconciliation = "Z2"; }}});
  worst = handled("Z2", {1}, ItemAction::Reopen);
  CHECK(answer(sample, worst) == "ItemStateWrong");
  worst = handled("Z2", {1}, ItemAction::Resolve);
  worst.source = "2023-01/收-1";  // the first receipt of the sample
  CHECK(answer(sample, worst) == "Ok");
  worst.source = "2023-01/收-9";
  CHECK(answer(sample, worst) == "SourceUnknown");
  worst.source = "D1-F";
  worst.note.clear();
  sample.run(worst);
  for (const ItemAction action : {ItemAction::Assign, ItemAction::Resolve, ItemAction::Accept}) {
    CHECK(answer(sample, handled("Z2", {1}, action)) == "ItemStateWrong");
  }
  seen.insert("ItemStateWrong");
}

void walk_signatures(SampleSubsidy& sample) {
  loans::SignReconciliation sign = signature("Z0", ReconciliationSide::Here);
  CHECK(answer(sample, sign) == "ReconciliationUnknown");
  sign.reconciliation = "Z3";
  CHECK(answer(sample, sign) == "Closed");
  sign.reconciliation = "Z2";
  walk<loans::SignReconciliation>(
      sample, sign, {{"ItemsOpen", [&sample](auto&) { sample.run(handled("Z2", {2}, ItemAction::Accept)); }}});
  sign.date = loan_day("2024-03-30");
  CHECK(answer(sample, sign) == "LEND-305");  // before the day that was reconciled
  sign = signature("Z2", ReconciliationSide::Here);
  sample.run(sign);
  CHECK(answer(sample, sign) == "SideSigned");
  CHECK(answer(sample, handled("Z2", {1}, ItemAction::Reopen)) == "SideSigned");
  sample.run(signature("Z2", ReconciliationSide::There));
  CHECK(answer(sample, sign) == "Closed");
  CHECK(answer(sample, handled("Z2", {1}, ItemAction::Reopen)) == "Closed");
  loans::RecordReconciliation again = found("Z9", 1);
  again.replaces = "Z2";
  CHECK(answer(sample, again) == "CannotReplace");
  seen.insert({"ItemsOpen", "SideSigned"});
}

}  // namespace

TEST_CASE("every refusal of recorded reconciliations can happen, in the order of its number", "[loans][reconciliation]") {
  SampleSubsidy sample(1);
  sample.run(found("Z1", 2));
  loans::RecordReconciliation second = found("Z2", 2);
  sample.run(second);
  sample.run(found("Z3", 1));
  loans::RecordReconciliation fourth = found("Z4", 1);
  fourth.replaces = "Z3";
  sample.run(fourth);
  seen.clear();
  walk_list(sample);
  walk_items(sample);
  walk_signatures(sample);
  for (const OutcomeInfo& info : loans::reconciliation_outcomes()) {
    INFO(info.name);
    // What a file that is compared again is refused for is tested where files are read.
    if (info.number < 400) CHECK(seen.count(std::string(info.name)) == 1);
  }
}

TEST_CASE("the refusals of recorded reconciliations are described", "[loans][reconciliation]") {
  check_descriptions(loans::reconciliation_outcomes(), "loans/reconciliation_outcome.h", "ReconciliationOutcome", "RECO-");
}

}  // namespace mingzhang::tests
