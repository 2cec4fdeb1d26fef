// SPDX-License-Identifier: Apache-2.0
// Adding and ending administrative divisions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/outcome.h"
#include "households/household_register.h"

namespace mingzhang::households {

/// Adds a division: division/v1.
struct AddDivision {
  std::string code;
  std::string name;
  DivisionLevel level = DivisionLevel::Village;
  std::string parent;  ///< code; empty for a county
  Date from;           ///< first day in force
  Date to;             ///< first day no longer in force; `open_end()` where no end is known
};

/// Ends a division: division_end/v1. Households and parts follow it into `merged_into`; without that there must be none.
struct EndDivision {
  std::string code;
  Date date;                ///< first day no longer in force
  std::string merged_into;  ///< a division of the same level that is in force on `date`; may be empty
};

// See command.h for what these do.
std::vector<Problem> check_request(const AddDivision& command);
std::vector<Problem> check_request(const EndDivision& command);
std::vector<Problem> check_state(const AddDivision& command, HouseholdRegister& households);
std::vector<Problem> check_state(const EndDivision& command, HouseholdRegister& households);
std::string encode(const AddDivision& command);
std::string encode(const EndDivision& command);
std::optional<AddDivision> decode_add_division(const JsonValue& data);
std::optional<EndDivision> decode_end_division(const JsonValue& data);
void apply(const AddDivision& command, std::int64_t seq, HouseholdRegister& households);
void apply(const EndDivision& command, std::int64_t seq, HouseholdRegister& households);

}  // namespace mingzhang::households
