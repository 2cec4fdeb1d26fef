// SPDX-License-Identifier: Apache-2.0
// How far procedures have come, and their next steps.
#include "households/procedure.h"

#include <utility>

#include "base/check.h"

namespace mingzhang::households {

ProcedureProgress Procedures::progress(std::string_view procedure) const {
  ProcedureProgress progress;
  for (std::size_t index = 0; index < steps_.size(); ++index) {
    const ProcedureStep& step = steps_[index];
    if (step.procedure != procedure || step.run < progress.run) continue;
    if (step.run > progress.run) {
      progress = ProcedureProgress{step.run, index, index, index, false, Date()};
    }
    MZ_CHECK(progress.end == index);  // the steps of a run stand together
    ++progress.end;
    if (step.state == StepState::Failed) progress.is_failed = true;
    if (step.state == StepState::Passed) progress.next = progress.end;
  }
  if (progress.is_running()) {
    const bool is_first = progress.next == progress.first;
    const ProcedureStep& waiting = steps_[progress.next];
    progress.earliest = plus_days(is_first ? waiting.date : steps_[progress.next - 1].date, waiting.wait_days);
  }
  return progress;
}

bool Procedures::has_step(const ProcedureProgress& progress, std::string_view name) const {
  for (std::size_t index = progress.first; index < progress.end; ++index) {
    if (steps_[index].name == name) return true;
  }
  return false;
}

void Procedures::start(std::vector<ProcedureStep> steps) {
  MZ_CHECK(!steps.empty());
  const ProcedureProgress before = progress(steps.front().procedure);
  MZ_CHECK(!before.is_running());
  for (ProcedureStep& step : steps) {
    step.run = before.run + 1;
    steps_.add(std::move(step));
  }
}

void Procedures::take(std::string_view procedure, Date date, bool passed, const std::string& evidence,
                      std::int64_t seq) {
  const ProcedureProgress now = progress(procedure);
  MZ_CHECK(now.is_running());
  MZ_CHECK(now.earliest <= date);  // INV-16
  ProcedureStep& step = steps_.change(now.next);
  step.state = passed ? StepState::Passed : StepState::Failed;
  step.date = date;
  step.evidence = evidence;
  step.seq = seq;
}

}  // namespace mingzhang::households
