// SPDX-License-Identifier: Apache-2.0
// Procedures that are started and taken step by step, scores and checklists.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/outcome.h"
#include "households/household_register.h"

namespace mingzhang::households {

/// One step of a procedure as the policy of the day wants it.
struct PlannedStep {
  std::string name;           ///< e.g. "乡镇公示"
  std::int64_t wait_days = 0; ///< days between the step before it and this one, e.g. the seven days of a notice
};

/// Starts a procedure: procedure/v1. The steps go into the record, so that a later policy changes nothing in it.
struct StartProcedure {
  std::string household;
  std::string procedure;           ///< the policy's name of it
  Date date;
  std::vector<PlannedStep> steps;  ///< 1 to 40, none twice
};

/// Takes the next step: procedure_step/v1.
struct TakeStep {
  std::string household;
  std::string procedure;
  std::string step;
  Date date;             ///< not before the step before it, and not before its wait is over
  bool passed = true;    ///< false ends this run of the procedure
  std::string evidence;  ///< SHA-256 of a document; may be empty
};

/// Scores a household: score/v1.
struct RecordScore {
  std::string household;
  std::string rule;
  Date date;
  std::int64_t score_hundredths = 0;  ///< 0 to 1,000,000; 8,725 is 87.25
  std::string band;                   ///< as the caller's rule decided it
  std::string evidence;               ///< SHA-256 of a document; may be empty
};

/// One answer of a checklist.
struct CheckedItem {
  std::string item;
  Answer answer = Answer::Unknown;
  std::string evidence;  ///< SHA-256 of a document; may be empty
};

/// Answers a checklist: checklist/v1.
struct RecordChecklist {
  std::string household;
  std::string checklist;
  Date date;
  std::vector<CheckedItem> items;  ///< 1 to 100, none twice
};

// See command.h for what these do.
std::vector<Problem> check_request(const StartProcedure& command);
std::vector<Problem> check_request(const TakeStep& command);
std::vector<Problem> check_request(const RecordScore& command);
std::vector<Problem> check_request(const RecordChecklist& command);
std::vector<Problem> check_state(const StartProcedure& command, HouseholdRegister& households);
std::vector<Problem> check_state(const TakeStep& command, HouseholdRegister& households);
std::vector<Problem> check_state(const RecordScore& command, HouseholdRegister& households);
std::vector<Problem> check_state(const RecordChecklist& command, HouseholdRegister& households);
std::string encode(const StartProcedure& command);
std::string encode(const TakeStep& command);
std::string encode(const RecordScore& command);
std::string encode(const RecordChecklist& command);
std::optional<StartProcedure> decode_start_procedure(const JsonValue& data);
std::optional<TakeStep> decode_take_step(const JsonValue& data);
std::optional<RecordScore> decode_record_score(const JsonValue& data);
std::optional<RecordChecklist> decode_record_checklist(const JsonValue& data);
void apply(const StartProcedure& command, std::int64_t seq, HouseholdRegister& households);
void apply(const TakeStep& command, std::int64_t seq, HouseholdRegister& households);
void apply(const RecordScore& command, std::int64_t seq, HouseholdRegister& households);
void apply(const RecordChecklist& command, std::int64_t seq, HouseholdRegister& households);

}  // namespace mingzhang::households
