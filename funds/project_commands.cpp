// SPDX-License-Identifier: Apache-2.0
// Checks, records and effects of project plans and gates.
#include "funds/project_commands.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/check.h"
#include "funds/record_parts.h"
#include "funds/refusals.h"
#include "households/codes.h"

namespace mingzhang::funds {
namespace {

/// The plan's gate of this name, or null.
const Gate* gate_named(std::string_view name, const ProjectPlan& plan, Funds& funds) {
  for (std::int64_t number = 1; number <= plan.gates; ++number) {
    const Gate* gate = funds.gate(plan, number);
    MZ_CHECK(gate != nullptr);
    if (gate->name == name) return gate;
  }
  return nullptr;
}

}  // namespace

const Gate* unsigned_gate(const ProjectPlan& plan, Date date, Funds& funds) {
  for (std::int64_t number = 1; number < plan.money_gate; ++number) {
    const Gate* gate = funds.gate(plan, number);
    MZ_CHECK(gate != nullptr);
    if (!gate->is_signed_on(date)) return gate;
  }
  return nullptr;
}

std::vector<Problem> check_request(const PlanProject& command) {
  Refusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_text(command.title, "title");
  for (const std::string& gate : command.gates) refusals.check_text(gate, "gates");
  if (!households::is_division_code(command.place)) refusals.add(FundsOutcome::PlaceBad, "");
  const std::set<std::string_view> different(command.gates.begin(), command.gates.end());
  const bool has_money_gate = std::find(command.gates.begin(), command.gates.end(), command.money_gate) != command.gates.end();
  if (different.size() != command.gates.size() || command.gates.size() > kGatesMax || !has_money_gate) {
    refusals.add(FundsOutcome::GatesBad, std::to_string(command.gates.size()));
  }
  refusals.check_amount(command.budget, "budget");
  return refusals.in_order();
}

std::vector<Problem> check_request(const SignGate& command) {
  Refusals refusals;
  refusals.check_code(command.project, "project");
  refusals.check_text(command.gate, "gate");
  refusals.check_text(command.by, "by");
  refusals.check_digest(command.evidence, "evidence");
  return refusals.in_order();
}

std::vector<Problem> check_state(const PlanProject& command, Funds& funds, ledger::Book& book) {
  Refusals refusals;
  refusals.check_project(command.code, book);
  if (funds.plans().find(command.code) != nullptr) refusals.add(FundsOutcome::ProjectPlanned, command.code);
  return refusals.in_order();
}

std::vector<Problem> check_state(const SignGate& command, Funds& funds, ledger::Book&) {
  Refusals refusals;
  const ProjectPlan* plan = funds.plans().find(command.project);
  if (plan == nullptr) refusals.add(FundsOutcome::ProjectNotPlanned, command.project);
  const Gate* gate = plan == nullptr ? nullptr : gate_named(command.gate, *plan, funds);
  if (plan != nullptr && gate == nullptr) refusals.add(FundsOutcome::GateUnknown, command.gate);
  if (gate == nullptr) return refusals.in_order();
  // INV-23: the next one, and not before the one in front of it.
  const Gate* before = gate->number > 1 ? funds.gate(*plan, gate->number - 1) : nullptr;
  if (gate->number <= plan->signed_gates) refusals.add(FundsOutcome::GateSigned, gate->name + " " + to_iso(gate->signed_on));
  if (gate->number > plan->signed_gates + 1) refusals.add(FundsOutcome::GateOutOfOrder, before->name);
  const bool is_next = gate->number == plan->signed_gates + 1;
  refusals.check_not_before(command.date, before != nullptr && is_next ? before->signed_on : plan->date, "");
  return refusals.in_order();
}

std::string encode(const PlanProject& command) {
  JsonWriter writer;
  writer.begin_object();
  write_amount(writer, "budget", command.budget);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_words(writer, "gates", command.gates);
  write_text(writer, "money_gate", command.money_gate);
  write_text(writer, "place", command.place);
  write_text(writer, "title", command.title);
  writer.end_object();
  return writer.take();
}

std::string encode(const SignGate& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "by", command.by);
  write_date(writer, "date", command.date);
  write_text(writer, "evidence", command.evidence);
  write_text(writer, "gate", command.gate);
  write_text(writer, "project", command.project);
  writer.end_object();
  return writer.take();
}

std::optional<PlanProject> decode_plan_project(const JsonValue& data) {
  Members members(data);
  PlanProject command;
  command.budget = read_amount(members, "budget");
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.gates = read_words(members, "gates");
  command.money_gate = members.text("money_gate", true);
  command.place = members.text("place", true);
  command.title = members.text("title", true);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::optional<SignGate> decode_sign_gate(const JsonValue& data) {
  Members members(data);
  SignGate command;
  command.by = members.text("by", true);
  command.date = read_date(members, "date");
  command.evidence = members.text("evidence", true);
  command.gate = members.text("gate", true);
  command.project = members.text("project", true);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

void apply(const PlanProject& command, std::int64_t seq, Funds& funds) {
  ProjectPlan plan;
  plan.code = command.code;
  plan.title = command.title;
  plan.place = command.place;
  plan.date = command.date;
  plan.budget = command.budget;
  plan.gates = static_cast<std::int64_t>(command.gates.size());
  const auto money_gate = std::find(command.gates.begin(), command.gates.end(), command.money_gate);
  MZ_CHECK(money_gate != command.gates.end());
  plan.money_gate = money_gate - command.gates.begin() + 1;
  plan.seq = seq;
  const ProjectPlanId id = funds.plans().add(std::move(plan)).id;
  std::int64_t number = 0;
  for (const std::string& name : command.gates) funds.add_gate(Gate{id, ++number, name, no_day(), "", "", seq});
}

void apply(const SignGate& command, std::int64_t seq, Funds& funds) {
  const ProjectPlan* found = funds.plans().find(command.project);
  MZ_CHECK(found != nullptr);
  ProjectPlan& plan = funds.plans().change(found->id.value);
  const Gate* next = funds.gate(plan, plan.signed_gates + 1);
  MZ_CHECK(next != nullptr && next->name == command.gate);  // INV-23
  Gate& gate = funds.change_gate(plan, next->number);
  gate.signed_on = command.date;
  gate.signed_by = command.by;
  gate.evidence = command.evidence;
  gate.seq = seq;
  ++plan.signed_gates;
}

}  // namespace mingzhang::funds
