// SPDX-License-Identifier: Apache-2.0
// The records of changes to households.
#include <utility>

#include "base/record_members.h"
#include "households/household_commands.h"

namespace mingzhang::households {
namespace {

void encode_member(JsonWriter& writer, const NewMember& member) {
  writer.begin_object();
  write_text(writer, "code", member.person);
  write_text(writer, "digest", member.digest);
  if (member.is_head) {
    writer.key("head");
    writer.boolean(true);
  }
  write_text(writer, "relation", member.relation);
  writer.end_object();
}

std::optional<NewMember> decode_member(const JsonValue& data) {
  Members members(data);
  NewMember member;
  member.person = members.text("code", true);
  member.digest = members.text("digest", false);
  member.is_head = members.boolean("head", false);
  member.relation = members.text("relation", true);
  // A member that is not the head says nothing about it: one form only.
  const bool is_canonical = member.is_head || data.find("head") == nullptr;
  return members.is_complete() && is_canonical ? std::optional(member) : std::nullopt;
}

/// A status by its word; the Chinese is for files, a record has one form only.
std::optional<Status> status_of(const std::string& word) {
  const std::optional<Status> status = parse_status(word);
  return status && word_of(*status) == word ? status : std::nullopt;
}

}  // namespace

std::string encode(const RegisterHousehold& command) {
  JsonWriter writer;
  writer.begin_object();
  write_words(writer, "causes", command.causes);
  write_text(writer, "class", command.household_class);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_text(writer, "division", command.division);
  writer.key("members");
  writer.begin_array();
  for (const NewMember& member : command.members) encode_member(writer, member);
  writer.end_array();
  write_text(writer, "reason", command.reason);
  write_text(writer, "status", word_of(command.status));
  writer.end_object();
  return writer.take();
}

std::string encode(const MoveHousehold& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_text(writer, "division", command.division);
  write_text(writer, "reason", command.reason);
  writer.end_object();
  return writer.take();
}

std::string encode(const ClassifyHousehold& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "class", command.household_class);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  writer.end_object();
  return writer.take();
}

std::string encode(const ChangeCauses& command) {
  JsonWriter writer;
  writer.begin_object();
  write_words(writer, "causes", command.causes);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  writer.end_object();
  return writer.take();
}

std::string encode(const AssignResponsible& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_text(writer, "person", command.person);
  write_text(writer, "unit", command.unit);
  writer.end_object();
  return writer.take();
}

std::string encode(const ChangeStatus& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_text(writer, "reason", command.reason);
  write_text(writer, "status", word_of(command.status));
  writer.end_object();
  return writer.take();
}

std::optional<RegisterHousehold> decode_register_household(const JsonValue& data) {
  Members members(data);
  RegisterHousehold command;
  command.causes = read_words(members, "causes");
  command.household_class = members.text("class", true);
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.division = members.text("division", true);
  const JsonValue* list = members.take("members", true);
  command.reason = members.text("reason", false);
  const std::optional<Status> status = status_of(members.text("status", true));
  if (!members.is_complete() || !status || list->kind() != JsonValue::Kind::Array) return std::nullopt;
  command.status = *status;
  for (const JsonValue& item : list->items()) {
    std::optional<NewMember> member = decode_member(item);
    if (!member) return std::nullopt;
    command.members.push_back(std::move(*member));
  }
  return command;
}

std::optional<MoveHousehold> decode_move_household(const JsonValue& data) {
  Members members(data);
  MoveHousehold command;
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.division = members.text("division", true);
  command.reason = members.text("reason", true);
  return members.is_complete() ? std::optional(command) : std::nullopt;
}

std::optional<ClassifyHousehold> decode_classify_household(const JsonValue& data) {
  Members members(data);
  ClassifyHousehold command;
  command.household_class = members.text("class", true);
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  return members.is_complete() ? std::optional(command) : std::nullopt;
}

std::optional<ChangeCauses> decode_change_causes(const JsonValue& data) {
  Members members(data);
  ChangeCauses command;
  command.causes = read_words(members, "causes");
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  return members.is_complete() && !command.causes.empty() ? std::optional(command) : std::nullopt;
}

std::optional<AssignResponsible> decode_assign_responsible(const JsonValue& data) {
  Members members(data);
  AssignResponsible command;
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.person = members.text("person", false);
  command.unit = members.text("unit", false);
  return members.is_complete() ? std::optional(command) : std::nullopt;
}

std::optional<ChangeStatus> decode_change_status(const JsonValue& data) {
  Members members(data);
  ChangeStatus command;
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.reason = members.text("reason", true);
  const std::optional<Status> status = status_of(members.text("status", true));
  if (!members.is_complete() || !status) return std::nullopt;
  command.status = *status;
  return command;
}

}  // namespace mingzhang::households
