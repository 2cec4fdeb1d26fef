// SPDX-License-Identifier: Apache-2.0
// Checks and effects of procedures, scores and checklists; their records stand in procedure_records.cpp.
#include "households/procedure_commands.h"

#include <set>
#include <utility>

#include "households/refusals.h"
#include "households/state_checks.h"

namespace mingzhang::households {
namespace {

constexpr std::size_t kStepsMax = 40;
constexpr std::size_t kItemsMax = 100;
constexpr std::int64_t kWaitDaysMax = 3650;
constexpr std::int64_t kScoreMax = 1'000'000;

void check_head(const std::string& household, const std::string& name, Date date, Refusals& refusals) {
  refusals.check_code(household, "household");
  refusals.check_word(name, "name");
  refusals.check_date(date, "date");
}

}  // namespace

std::vector<Problem> check_request(const StartProcedure& command) {
  Refusals refusals;
  check_head(command.household, command.procedure, command.date, refusals);
  std::set<std::string_view> names;
  for (std::size_t index = 0; index < command.steps.size(); ++index) {
    const PlannedStep& step = command.steps[index];
    const std::string place = "step " + std::to_string(index + 1);
    refusals.check_name(step.name, place);
    if (step.wait_days < 0 || step.wait_days > kWaitDaysMax) {
      refusals.add(RegisterOutcome::WaitBad, place, std::to_string(step.wait_days));
    }
    names.insert(step.name);
  }
  if (command.steps.empty() || command.steps.size() > kStepsMax || names.size() < command.steps.size()) {
    refusals.add(RegisterOutcome::StepsBad, std::to_string(command.steps.size()));
  }
  return refusals.in_order();
}

std::vector<Problem> check_request(const TakeStep& command) {
  Refusals refusals;
  check_head(command.household, command.procedure, command.date, refusals);
  refusals.check_name(command.step, "step");
  if (!command.evidence.empty()) refusals.check_digest(command.evidence, "evidence");
  return refusals.in_order();
}

std::vector<Problem> check_request(const RecordScore& command) {
  Refusals refusals;
  check_head(command.household, command.rule, command.date, refusals);
  refusals.check_word(command.band, "band");
  if (!command.evidence.empty()) refusals.check_digest(command.evidence, "evidence");
  if (command.score_hundredths < 0 || command.score_hundredths > kScoreMax) {
    refusals.add(RegisterOutcome::ScoreBad, std::to_string(command.score_hundredths));
  }
  return refusals.in_order();
}

std::vector<Problem> check_request(const RecordChecklist& command) {
  Refusals refusals;
  check_head(command.household, command.checklist, command.date, refusals);
  std::set<std::string_view> names;
  for (std::size_t index = 0; index < command.items.size(); ++index) {
    const CheckedItem& item = command.items[index];
    const std::string place = "item " + std::to_string(index + 1);
    refusals.check_word(item.item, place);
    if (!item.evidence.empty()) refusals.check_digest(item.evidence, place);
    names.insert(item.item);
  }
  if (command.items.empty() || command.items.size() > kItemsMax || names.size() < command.items.size()) {
    refusals.add(RegisterOutcome::ItemsBad, std::to_string(command.items.size()));
  }
  return refusals.in_order();
}

std::vector<Problem> check_state(const StartProcedure& command, HouseholdRegister& households) {
  Refusals refusals;
  if (household_on(command.household, command.date, households, refusals) == nullptr) return refusals.in_order();
  const ProcedureProgress progress = households.procedures(command.household).progress(command.procedure);
  if (progress.is_running()) refusals.add(RegisterOutcome::ProcedureRunning, command.procedure);
  return refusals.in_order();
}

std::vector<Problem> check_state(const TakeStep& command, HouseholdRegister& households) {
  Refusals refusals;
  if (household_on(command.household, command.date, households, refusals) == nullptr) return refusals.in_order();
  const Procedures& procedures = households.procedures(command.household);
  const ProcedureProgress progress = procedures.progress(command.procedure);
  if (progress.run == 0) {
    refusals.add(RegisterOutcome::ProcedureUnknown, command.procedure);
    return refusals.in_order();
  }
  if (!procedures.has_step(progress, command.step)) refusals.add(RegisterOutcome::StepUnknown, command.step);
  if (!progress.is_running()) {
    refusals.add(RegisterOutcome::ProcedureEnded, command.procedure);
    return refusals.in_order();
  }
  const std::string& next = procedures.steps()[progress.next].name;
  if (next != command.step) refusals.add(RegisterOutcome::StepOutOfOrder, command.step + " < " + next);
  if (command.date < progress.earliest) refusals.add(RegisterOutcome::StepTooEarly, to_iso(progress.earliest));
  return refusals.in_order();
}

std::vector<Problem> check_state(const RecordScore& command, HouseholdRegister& households) {
  Refusals refusals;
  if (household_on(command.household, command.date, households, refusals) == nullptr) return refusals.in_order();
  if (households.has_score(command.household, command.rule, command.date)) {
    refusals.add(RegisterOutcome::AlreadyAssessed, command.rule + " " + to_iso(command.date));
  }
  return refusals.in_order();
}

std::vector<Problem> check_state(const RecordChecklist& command, HouseholdRegister& households) {
  Refusals refusals;
  if (household_on(command.household, command.date, households, refusals) == nullptr) return refusals.in_order();
  if (households.has_checklist(command.household, command.checklist, command.date)) {
    refusals.add(RegisterOutcome::AlreadyAssessed, command.checklist + " " + to_iso(command.date));
  }
  return refusals.in_order();
}

void apply(const StartProcedure& command, std::int64_t seq, HouseholdRegister& households) {
  std::vector<ProcedureStep> steps;
  for (const PlannedStep& planned : command.steps) {
    ProcedureStep step;
    step.household = command.household;
    step.procedure = command.procedure;
    step.position = static_cast<std::int64_t>(steps.size()) + 1;
    step.name = planned.name;
    step.wait_days = planned.wait_days;
    step.date = command.date;
    step.seq = seq;
    steps.push_back(std::move(step));
  }
  households.change_procedures(command.household).start(std::move(steps));
}

void apply(const TakeStep& command, std::int64_t seq, HouseholdRegister& households) {
  Procedures& procedures = households.change_procedures(command.household);
  procedures.take(command.procedure, command.date, command.passed, command.evidence, seq);
}

void apply(const RecordScore& command, std::int64_t seq, HouseholdRegister& households) {
  households.add_score(Score{command.household, command.rule, command.date, command.score_hundredths, command.band,
                             command.evidence, seq});
}

void apply(const RecordChecklist& command, std::int64_t seq, HouseholdRegister& households) {
  std::vector<ChecklistItem> items;
  for (const CheckedItem& item : command.items) {
    items.push_back(ChecklistItem{command.household, command.checklist, command.date, item.item, item.answer,
                                  item.evidence, seq});
  }
  households.add_checklist(std::move(items));
}

}  // namespace mingzhang::households
