// SPDX-License-Identifier: Apache-2.0
// Sends each kind of command to its own checks, record and effects.
#include "households/command.h"

#include <array>
#include <utility>

#include "base/check.h"

namespace mingzhang::households {
namespace {

template <class Decoded>
std::optional<Command> command_of(std::optional<Decoded> decoded) {
  if (!decoded) return std::nullopt;
  return Command(std::move(*decoded));
}

struct RecordKind {
  std::string_view name;
  std::optional<Command> (*decode)(const JsonValue& data);
};

/// In the order of the alternatives of `Command`.
constexpr std::array<RecordKind, std::variant_size_v<Command>> kKinds{{
    {"division/v1", [](const JsonValue& data) { return command_of(decode_add_division(data)); }},
    {"division_end/v1", [](const JsonValue& data) { return command_of(decode_end_division(data)); }},
    {"household/v1", [](const JsonValue& data) { return command_of(decode_register_household(data)); }},
    {"household_move/v1", [](const JsonValue& data) { return command_of(decode_move_household(data)); }},
    {"household_class/v1", [](const JsonValue& data) { return command_of(decode_classify_household(data)); }},
    {"household_cause/v1", [](const JsonValue& data) { return command_of(decode_change_causes(data)); }},
    {"responsible/v1", [](const JsonValue& data) { return command_of(decode_assign_responsible(data)); }},
    {"household_status/v1", [](const JsonValue& data) { return command_of(decode_change_status(data)); }},
    {"member_change/v1", [](const JsonValue& data) { return command_of(decode_change_member(data)); }},
    {"person/v1", [](const JsonValue& data) { return command_of(decode_update_person(data)); }},
    {"erasure/v1", [](const JsonValue& data) { return command_of(decode_erase_person(data)); }},
    {"procedure/v1", [](const JsonValue& data) { return command_of(decode_start_procedure(data)); }},
    {"procedure_step/v1", [](const JsonValue& data) { return command_of(decode_take_step(data)); }},
    {"score/v1", [](const JsonValue& data) { return command_of(decode_record_score(data)); }},
    {"checklist/v1", [](const JsonValue& data) { return command_of(decode_record_checklist(data)); }},
}};

}  // namespace

std::vector<Problem> check_request(const Command& command) {
  return std::visit([](const auto& one) { return check_request(one); }, command);
}

std::vector<Problem> check_state(const Command& command, HouseholdRegister& households) {
  return std::visit([&](const auto& one) { return check_state(one, households); }, command);
}

std::string_view record_kind_of(const Command& command) { return kKinds[command.index()].name; }

std::string record_data_of(const Command& command) {
  return std::visit([](const auto& one) { return encode(one); }, command);
}

std::optional<Command> decode_command(std::string_view kind, const JsonValue& data) {
  for (std::size_t index = 0; index < kKinds.size(); ++index) {
    if (kKinds[index].name != kind) continue;
    std::optional<Command> command = kKinds[index].decode(data);
    MZ_CHECK(!command || command->index() == index);  // the table is in the order of the alternatives
    return command;
  }
  return std::nullopt;
}

void apply(const Command& command, std::int64_t seq, HouseholdRegister& households) {
  std::visit([&](const auto& one) { apply(one, seq, households); }, command);
}

}  // namespace mingzhang::households
