// SPDX-License-Identifier: Apache-2.0
// Every change of the register as one type, so that the write path and the replay treat all kinds alike.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/json.h"
#include "base/outcome.h"
#include "households/division_commands.h"
#include "households/household_commands.h"
#include "households/household_register.h"
#include "households/member_commands.h"
#include "households/procedure_commands.h"

namespace mingzhang::households {

using Command = std::variant<AddDivision, EndDivision, RegisterHousehold, MoveHousehold, ClassifyHousehold, ChangeCauses,
                             AssignResponsible, ChangeStatus, ChangeMember, UpdatePerson, ErasePerson, StartProcedure,
                             TakeStep, RecordScore, RecordChecklist>;

/// Looks at the request alone: all problems, decisive first. Nothing of a request that might be personal is repeated.
std::vector<Problem> check_request(const Command& command);
/// Looks at the register; requires that `check_request` found nothing.
std::vector<Problem> check_state(const Command& command, HouseholdRegister& households);

/// "household/v1", "member_change/v1" …: the `t` of the record that the command becomes.
std::string_view record_kind_of(const Command& command);
/// The record's `data`, canonical JSON; what idempotency digests cover as well.
std::string record_data_of(const Command& command);
/// The inverse; nothing where kind or data are not known. `record_data_of` gives back the same bytes.
std::optional<Command> decode_command(std::string_view kind, const JsonValue& data);

/// Changes the register as record `seq`. Reads no clock, no random source and no policy. Requires that `check_state`
/// found nothing; aborts where an invariant would break.
void apply(const Command& command, std::int64_t seq, HouseholdRegister& households);

}  // namespace mingzhang::households
