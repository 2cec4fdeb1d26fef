// SPDX-License-Identifier: Apache-2.0
// Reads indicators, allocations and projects, and orders commands under a key.
#include "service/setup/fund_setup.h"

#include <utility>

#include "service/setup/fund_words.h"

namespace mingzhang::service {
namespace {

/// The financial and the budget account of money that arrives from this level.
std::pair<std::string, std::string> income_of(funds::Level level) {
  switch (level) {
    case funds::Level::Central: return {"400101", "600101"};
    case funds::Level::Province: return {"400102", "600102"};
    case funds::Level::City: return {"400103", "600103"};
    case funds::Level::County: return {"400104", "600104"};
    case funds::Level::Social: return {"460109", "660101"};
    case funds::Level::Donated: return {"460302", "660901"};
  }
  return {};
}

funds::AllocatedTarget target_of(FundWords& words, const std::string& place, std::string_view text) {
  const std::vector<std::string_view> parts = words_of(text);
  funds::AllocatedTarget target;
  if (parts.size() < 2 || parts.size() > 3) {
    words.add(ReadingOutcome::PartsBad, place, text);
    return target;
  }
  target.subject = std::string(parts[0]);
  target.amount = words.amount(place, parts[1]);
  if (parts.size() == 3) target.project = std::string(parts[2]);
  return target;
}

}  // namespace

NewFundCommand add_indicator(const NewIndicator& indicator) {
  FundWords words;
  funds::AddIndicator command;
  command.code = indicator.code;
  command.document = indicator.document;
  command.level = words.choice("--level", indicator.level, &funds::parse_level, funds::Level::County);
  command.purpose = indicator.purpose;
  command.amount = words.amount("--amount", indicator.amount);
  command.date = words.date("--date", indicator.date);
  if (!indicator.deadline.empty()) command.deadline = words.date("--deadline", indicator.deadline);
  command.is_assumption = !indicator.assumption.empty();
  command.assumption = indicator.assumption;
  command.arrives = indicator.arrives;
  const auto [income, budget_income] = income_of(command.level);
  funds::Accounts usual;
  if (indicator.arrives) usual = funds::Accounts{"100201", income, "800102", budget_income};
  command.accounts = accounts_of(indicator.accounts, usual);
  return words.finish(std::move(command));
}

NewFundCommand change_indicator(const IndicatorChange& change) {
  FundWords words;
  funds::ChangeIndicator command;
  command.code = change.code;
  command.indicator = change.indicator;
  command.date = words.date("--date", change.date);
  command.document = change.document;
  command.direction =
      words.choice("DIRECTION", change.direction, &funds::parse_direction, funds::Direction::Increase);
  command.amount = words.amount("--amount", change.amount);
  command.reason = change.reason;
  command.accounts = accounts_of(change.accounts, funds::Accounts());
  return words.finish(std::move(command));
}

NewFundCommand allocate(const NewAllocation& allocation) {
  FundWords words;
  funds::Allocate command;
  command.code = allocation.code;
  command.indicator = allocation.indicator;
  command.date = words.date("--date", allocation.date);
  if (!allocation.kind.empty()) {
    command.kind = words.choice("--kind", allocation.kind, &funds::parse_target_kind, funds::TargetKind::Township);
  }
  command.total = words.amount("--total", allocation.total);
  for (std::size_t index = 0; index < allocation.targets.size(); ++index) {
    const std::string place = "--target " + std::to_string(index + 1);
    command.targets.push_back(target_of(words, place, allocation.targets[index]));
  }
  command.explanation = allocation.explanation;
  command.accounts =
      accounts_of(allocation.accounts, {prepaid_account(command.kind), "100201", "710101", "800102"});
  return words.finish(std::move(command));
}

NewFundCommand return_allocation(const BookPlace& place, const AllocationReturn& request) {
  FundWords words;
  funds::ReturnAllocation command;
  command.code = request.code;
  command.target = words.target("--target", request.target);
  command.date = words.date("--date", request.date);
  command.amount = words.amount("--amount", request.amount);
  command.reason = request.reason;
  Result<std::string, Refusal> prepaid = prepaid_account_of(place, command.target);
  if (!prepaid) return Err(std::move(prepaid).error());
  command.accounts = accounts_of(request.accounts, {"100201", *prepaid, "800102", "710101"});
  return words.finish(std::move(command));
}

NewFundCommand plan_project(const NewPlan& plan) {
  FundWords words;
  funds::PlanProject command;
  command.code = plan.code;
  command.title = plan.title;
  command.place = plan.place;
  command.date = words.date("--date", plan.date);
  command.budget = words.amount("--budget", plan.budget);
  command.gates = plan.gates;
  command.money_gate = plan.money_gate;
  return words.finish(std::move(command));
}

NewFundCommand sign_gate(const NewSignature& signature) {
  FundWords words;
  funds::SignGate command;
  command.project = signature.project;
  command.gate = signature.gate;
  command.date = words.date("--date", signature.date);
  command.by = signature.by;
  command.evidence = signature.evidence;
  return words.finish(std::move(command));
}

}  // namespace mingzhang::service
