// SPDX-License-Identifier: Apache-2.0
// Checks, records and effects of changes to the divisions.
#include "households/division_commands.h"

#include <utility>

#include "base/record_members.h"
#include "households/refusals.h"

namespace mingzhang::households {
namespace {

bool is_one_above(DivisionLevel parent, DivisionLevel child) {
  return static_cast<int>(parent) + 1 == static_cast<int>(child);
}

void check_merger(const EndDivision& command, const Division& division, const Divisions& divisions,
                  Refusals& refusals) {
  const Division* target = divisions.find(command.merged_into);
  if (target == nullptr) {
    refusals.add(RegisterOutcome::TargetUnknown, command.merged_into);
    return;
  }
  if (target->level != division.level) refusals.add(RegisterOutcome::LevelBad, command.merged_into);
  const bool is_itself = target->code == division.code;
  if (is_itself || !target->is_in_force(command.date) ||
      !divisions.holds_during(target->code, command.date, open_end())) {
    refusals.add(RegisterOutcome::DivisionNotInForce, command.merged_into + " " + to_iso(command.date));
  }
}

}  // namespace

std::vector<Problem> check_request(const AddDivision& command) {
  Refusals refusals;
  refusals.check_division_code(command.code, "code");
  refusals.check_name(command.name, "name");
  const bool is_county = command.level == DivisionLevel::County;
  if (is_county != command.parent.empty()) refusals.add(RegisterOutcome::ParentBad, "");
  if (!command.parent.empty()) refusals.check_division_code(command.parent, "parent");
  refusals.check_date(command.from, "valid_from");
  if (command.to != open_end()) refusals.check_date(command.to, "valid_to");
  if (command.to <= command.from) {
    refusals.add(RegisterOutcome::DateBad, to_iso(command.from) + " – " + to_iso(command.to));
  }
  return refusals.in_order();
}

std::vector<Problem> check_request(const EndDivision& command) {
  Refusals refusals;
  refusals.check_division_code(command.code, "code");
  if (!command.merged_into.empty()) refusals.check_division_code(command.merged_into, "merged_into");
  refusals.check_date(command.date, "date");
  return refusals.in_order();
}

std::vector<Problem> check_state(const AddDivision& command, HouseholdRegister& households) {
  Refusals refusals;
  const Divisions& divisions = households.divisions();
  if (divisions.find(command.code) != nullptr) refusals.add(RegisterOutcome::DivisionExists, command.code);
  if (command.parent.empty()) return refusals.in_order();
  const Division* parent = divisions.find(command.parent);
  if (parent == nullptr) {
    refusals.add(RegisterOutcome::ParentUnknown, command.parent);
    return refusals.in_order();
  }
  if (!is_one_above(parent->level, command.level)) refusals.add(RegisterOutcome::LevelBad, command.parent);
  if (!parent->is_in_force(command.from) || !divisions.holds_during(command.parent, command.from, command.to)) {
    refusals.add(RegisterOutcome::DivisionNotInForce, command.parent + " " + to_iso(command.from));
  }
  return refusals.in_order();
}

std::vector<Problem> check_state(const EndDivision& command, HouseholdRegister& households) {
  Refusals refusals;
  const Divisions& divisions = households.divisions();
  const Division* division = divisions.find(command.code);
  if (division == nullptr) {
    refusals.add(RegisterOutcome::DivisionUnknown, command.code);
    return refusals.in_order();
  }
  if (division->to != open_end()) refusals.add(RegisterOutcome::DivisionEnded, to_iso(division->to));
  const std::optional<Date> merger = divisions.last_merger_into(command.code);
  if (command.date <= division->from || (merger && command.date <= *merger)) {
    refusals.add(RegisterOutcome::EndTooEarly, to_iso(command.date));
  }
  if (!command.merged_into.empty()) {
    check_merger(command, *division, divisions, refusals);
    return refusals.in_order();
  }
  if (divisions.has_parts(command.code, command.date)) refusals.add(RegisterOutcome::DivisionHasParts, command.code);
  if (households.is_inhabited(divisions.merged_codes(command.code), command.date)) {
    refusals.add(RegisterOutcome::DivisionInhabited, command.code);
  }
  return refusals.in_order();
}

std::string encode(const AddDivision& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "code", command.code);
  write_text(writer, "level", word_of(command.level));
  write_text(writer, "name", command.name);
  write_text(writer, "parent", command.parent);
  write_date(writer, "valid_from", command.from);
  if (command.to != open_end()) write_date(writer, "valid_to", command.to);
  writer.end_object();
  return writer.take();
}

std::string encode(const EndDivision& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_text(writer, "merged_into", command.merged_into);
  writer.end_object();
  return writer.take();
}

std::optional<AddDivision> decode_add_division(const JsonValue& data) {
  Members members(data);
  AddDivision command;
  command.code = members.text("code", true);
  const std::string level_word = members.text("level", true);
  const std::optional<DivisionLevel> level = parse_division_level(level_word);
  command.name = members.text("name", true);
  command.parent = members.text("parent", false);
  command.from = read_date(members, "valid_from");
  command.to = open_end();
  if (data.find("valid_to") != nullptr) command.to = read_date(members, "valid_to");
  // The Chinese word is for files; a record has one form only.
  if (!members.is_complete() || !level || word_of(*level) != level_word) return std::nullopt;
  if (data.find("valid_to") != nullptr && command.to == open_end()) return std::nullopt;
  command.level = *level;
  return command;
}

std::optional<EndDivision> decode_end_division(const JsonValue& data) {
  Members members(data);
  EndDivision command;
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.merged_into = members.text("merged_into", false);
  return members.is_complete() ? std::optional(command) : std::nullopt;
}

void apply(const AddDivision& command, std::int64_t seq, HouseholdRegister& households) {
  households.divisions().add(
      Division{command.code, command.name, command.level, command.parent, command.from, command.to, "", seq});
}

void apply(const EndDivision& command, std::int64_t seq, HouseholdRegister& households) {
  households.divisions().end(command.code, command.date, command.merged_into, seq);
}

}  // namespace mingzhang::households
