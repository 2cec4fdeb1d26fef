// SPDX-License-Identifier: Apache-2.0
// Registering households, and changing what holds of them from a day on.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/outcome.h"
#include "households/household_register.h"

namespace mingzhang::households {

/// One member of a household that is being registered.
struct NewMember {
  std::string person;    ///< opaque code
  std::string digest;    ///< 64 hex digits: salted SHA-256 of the personal values; required for a person new to the register
  std::string relation;  ///< to the head, e.g. "户主", "配偶"
  bool is_head = false;  ///< exactly one is
};

/// Registers a household with its members: household/v1.
struct RegisterHousehold {
  std::string code;
  std::string division;  ///< a village or a group, in force on `date`
  std::string household_class;
  Date date;  ///< the household is known from this day on
  Status status = Status::Identified;  ///< identified or in
  std::string reason;                  ///< for this status, e.g. "漏评"; may be empty
  std::vector<std::string> causes;     ///< 1 to 8, the main one first
  std::vector<NewMember> members;      ///< 1 to 100
};

/// The household lives in another village or group from `date` on: household_move/v1.
struct MoveHousehold {
  std::string code;
  Date date;
  std::string division;
  std::string reason;  ///< e.g. "易地搬迁"
};

/// Another class from `date` on: household_class/v1.
struct ClassifyHousehold {
  std::string code;
  Date date;
  std::string household_class;
};

/// Other causes of poverty from `date` on: household_cause/v1.
struct ChangeCauses {
  std::string code;
  Date date;
  std::vector<std::string> causes;
};

/// Another official or unit answers for the household from `date` on: responsible/v1. Both empty: nobody does.
struct AssignResponsible {
  std::string code;
  Date date;
  std::string person;  ///< code of the official
  std::string unit;    ///< code of the unit
};

/// Another status from `date` on: household_status/v1. Later than every change of status before it; see status.h.
struct ChangeStatus {
  std::string code;
  Date date;
  Status status = Status::In;
  std::string reason;  ///< e.g. "因病返贫", "达到脱贫标准"
};

// See command.h for what these do.
std::vector<Problem> check_request(const RegisterHousehold& command);
std::vector<Problem> check_request(const MoveHousehold& command);
std::vector<Problem> check_request(const ClassifyHousehold& command);
std::vector<Problem> check_request(const ChangeCauses& command);
std::vector<Problem> check_request(const AssignResponsible& command);
std::vector<Problem> check_request(const ChangeStatus& command);
std::vector<Problem> check_state(const RegisterHousehold& command, HouseholdRegister& households);
std::vector<Problem> check_state(const MoveHousehold& command, HouseholdRegister& households);
std::vector<Problem> check_state(const ClassifyHousehold& command, HouseholdRegister& households);
std::vector<Problem> check_state(const ChangeCauses& command, HouseholdRegister& households);
std::vector<Problem> check_state(const AssignResponsible& command, HouseholdRegister& households);
std::vector<Problem> check_state(const ChangeStatus& command, HouseholdRegister& households);
std::string encode(const RegisterHousehold& command);
std::string encode(const MoveHousehold& command);
std::string encode(const ClassifyHousehold& command);
std::string encode(const ChangeCauses& command);
std::string encode(const AssignResponsible& command);
std::string encode(const ChangeStatus& command);
std::optional<RegisterHousehold> decode_register_household(const JsonValue& data);
std::optional<MoveHousehold> decode_move_household(const JsonValue& data);
std::optional<ClassifyHousehold> decode_classify_household(const JsonValue& data);
std::optional<ChangeCauses> decode_change_causes(const JsonValue& data);
std::optional<AssignResponsible> decode_assign_responsible(const JsonValue& data);
std::optional<ChangeStatus> decode_change_status(const JsonValue& data);
void apply(const RegisterHousehold& command, std::int64_t seq, HouseholdRegister& households);
void apply(const MoveHousehold& command, std::int64_t seq, HouseholdRegister& households);
void apply(const ClassifyHousehold& command, std::int64_t seq, HouseholdRegister& households);
void apply(const ChangeCauses& command, std::int64_t seq, HouseholdRegister& households);
void apply(const AssignResponsible& command, std::int64_t seq, HouseholdRegister& households);
void apply(const ChangeStatus& command, std::int64_t seq, HouseholdRegister& households);

}  // namespace mingzhang::households
