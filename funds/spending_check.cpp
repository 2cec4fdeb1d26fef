// SPDX-License-Identifier: Apache-2.0
// Checks of reimbursements, advances, settlements and take-backs.
#include "funds/project_commands.h"
#include "funds/refusals.h"
#include "funds/spending_commands.h"

namespace mingzhang::funds {
namespace {

/// The project has a plan. With `need_gates` also everything before its money gate is signed on `date` (INV-23).
void check_plan(std::string_view project, Date date, bool need_gates, Funds& funds, Refusals& refusals) {
  const ProjectPlan* plan = funds.plans().find(project);
  if (plan == nullptr) {
    refusals.add(FundsOutcome::ProjectNotPlanned, std::string(project));
    return;
  }
  const Gate* missing = need_gates ? unsigned_gate(*plan, date, funds) : nullptr;
  if (missing != nullptr) refusals.add(FundsOutcome::GatesUnsigned, missing->name + " " + to_iso(date));
}

/// The target exists, is not bound to another project, and holds the amount from the command's day on (INV-20).
template <class Command>
void check_target(const Command& command, Funds& funds, Refusals& refusals) {
  const Target* target = find_target(command.target, funds, refusals);
  if (target == nullptr) return;
  if (!target->project.empty() && target->project != command.project) {
    refusals.add(FundsOutcome::TargetOfOtherProject, target->project);
  }
  refusals.check_pot(pot_of(target->key), command.date, command.amount, FundsOutcome::TargetExhausted, funds);
}

template <class Command>
void check_spending(const Command& command, Refusals& refusals) {
  refusals.check_code(command.code, "code");
  refusals.check_evidence(command.evidence);
  refusals.check_explanation(command.explanation);
  refusals.check_accounts(command.accounts);
  refusals.check_amount(command.amount, "");
}

template <class Command>
void check_going_back(const Command& command, Refusals& refusals) {
  refusals.check_code(command.code, "code");
  refusals.check_text(command.reason, "reason");
  refusals.check_accounts(command.accounts);
  refusals.check_amount(command.amount, "");
}

}  // namespace

std::vector<Problem> check_request(const Reimburse& command) {
  Refusals refusals;
  check_spending(command, refusals);
  refusals.check_code(command.target.allocation, "allocation");
  refusals.check_code(command.project, "project");
  return refusals.in_order();
}

std::vector<Problem> check_request(const PayAdvance& command) {
  Refusals refusals;
  check_spending(command, refusals);
  refusals.check_code(command.target.allocation, "allocation");
  refusals.check_code(command.project, "project");
  if (!command.payee.empty()) refusals.check_code(command.payee, "payee");
  return refusals.in_order();
}

std::vector<Problem> check_request(const SettleAdvance& command) {
  Refusals refusals;
  check_spending(command, refusals);
  refusals.check_code(command.advance, "advance");
  return refusals.in_order();
}

std::vector<Problem> check_request(const ReturnAdvance& command) {
  Refusals refusals;
  check_going_back(command, refusals);
  refusals.check_code(command.advance, "advance");
  return refusals.in_order();
}

std::vector<Problem> check_request(const TakeBack& command) {
  Refusals refusals;
  check_going_back(command, refusals);
  refusals.check_code(command.movement, "movement");
  return refusals.in_order();
}

std::vector<Problem> check_state(const Reimburse& command, Funds& funds, ledger::Book&) {
  Refusals refusals;
  check_target(command, funds, refusals);
  check_plan(command.project, command.date, true, funds, refusals);
  return refusals.in_order();
}

std::vector<Problem> check_state(const PayAdvance& command, Funds& funds, ledger::Book&) {
  Refusals refusals;
  check_target(command, funds, refusals);
  check_plan(command.project, command.date, false, funds, refusals);
  return refusals.in_order();
}

std::vector<Problem> check_state(const SettleAdvance& command, Funds& funds, ledger::Book&) {
  Refusals refusals;
  const Advance* advance = find_advance(command.advance, funds, refusals);
  if (advance == nullptr) return refusals.in_order();
  check_plan(advance->project, command.date, true, funds, refusals);
  refusals.check_pot(pot_of_advance(advance->id), command.date, command.amount, FundsOutcome::AdvanceExhausted, funds);
  return refusals.in_order();
}

std::vector<Problem> check_state(const ReturnAdvance& command, Funds& funds, ledger::Book&) {
  Refusals refusals;
  const Advance* advance = find_advance(command.advance, funds, refusals);
  if (advance == nullptr) return refusals.in_order();
  refusals.check_pot(pot_of_advance(advance->id), command.date, command.amount, FundsOutcome::AdvanceExhausted, funds);
  refusals.check_growth(pot_of(advance->target), command.amount, funds);
  return refusals.in_order();
}

std::vector<Problem> check_state(const TakeBack& command, Funds& funds, ledger::Book&) {
  Refusals refusals;
  const Movement* movement = funds.movements().find(command.movement);
  const std::optional<Pot> pot = movement == nullptr ? std::nullopt : pot_taken_back(*movement);
  if (!pot) {
    refusals.add(FundsOutcome::MovementUnknown, command.movement);
    return refusals.in_order();
  }
  refusals.check_not_before(command.date, movement->date, "");
  const Money rest = movement->amount - movement->taken_back;
  if (command.amount > rest) {
    refusals.add(FundsOutcome::MoreThanSpent, to_yuan(command.amount) + " > " + to_yuan(rest));
  }
  refusals.check_growth(*pot, command.amount, funds);
  return refusals.in_order();
}

}  // namespace mingzhang::funds
