// SPDX-License-Identifier: Apache-2.0
// Named procedures of a household: lists of steps that are taken in their order, with days of publicity between them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "households/tracked_rows.h"

namespace mingzhang::households {

enum class StepState : std::uint8_t { Waiting = 1, Passed = 2, Failed = 3 };

/// One step of one run of a procedure.
struct ProcedureStep {
  std::string household;
  std::string procedure;          ///< as the policy names it, e.g. "identification"
  std::int64_t run = 1;           ///< 1, 2, 3 …: a procedure can be run again
  std::int64_t position = 1;      ///< from 1
  std::string name;               ///< e.g. "村公示"
  std::int64_t wait_days = 0;     ///< days that must have passed since the step before it (or the start)
  StepState state = StepState::Waiting;
  Date date;                      ///< on which it was taken; while it waits, the day on which the run was started
  std::string evidence;           ///< digest of a document, 64 hex digits; may be empty
  std::int64_t seq = 0;           ///< the newest record that changed this row
};

/// How far the newest run of one procedure has come.
struct ProcedureProgress {
  std::int64_t run = 0;        ///< 0: never started
  std::size_t first = 0;       ///< index of its first step
  std::size_t next = 0;        ///< index of the step that waits; `end` where none does
  std::size_t end = 0;         ///< index after its last step
  bool is_failed = false;
  Date earliest;               ///< first day on which the step that waits may be taken

  bool is_running() const { return run > 0 && !is_failed && next < end; }
  bool is_finished() const { return run > 0 && !is_failed && next == end; }
};

/// All procedures of one household.
class Procedures {
 public:
  Procedures() = default;
  /// As stored: by procedure, run and position.
  explicit Procedures(std::vector<ProcedureStep> stored) : steps_(std::move(stored)) {}

  const TrackedRows<ProcedureStep>& steps() const { return steps_; }
  ProcedureProgress progress(std::string_view procedure) const;
  /// True where the newest run has a step of this name.
  bool has_step(const ProcedureProgress& progress, std::string_view name) const;

  // Called by the apply functions only.
  /// Requires that the procedure is not running; the steps get the next run's number.
  void start(std::vector<ProcedureStep> steps);
  /// Takes the step that waits. Requires that the procedure is running, and the day not before `earliest` (INV-16).
  void take(std::string_view procedure, Date date, bool passed, const std::string& evidence, std::int64_t seq);

 private:
  TrackedRows<ProcedureStep> steps_;
};

}  // namespace mingzhang::households
