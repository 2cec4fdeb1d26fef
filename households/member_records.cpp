// SPDX-License-Identifier: Apache-2.0
// The records of changes to members and their values.
#include "households/member_commands.h"

#include "base/record_members.h"

namespace mingzhang::households {

std::string encode(const ChangeMember& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "change", word_of(command.change));
  write_date(writer, "date", command.date);
  write_text(writer, "digest", command.digest);
  if (command.is_head) {
    writer.key("head");
    writer.boolean(true);
  }
  write_text(writer, "household", command.household);
  write_text(writer, "new_head", command.new_head);
  write_text(writer, "person", command.person);
  write_text(writer, "reason", command.reason);
  write_text(writer, "relation", command.relation);
  write_text(writer, "to_household", command.to_household);
  writer.end_object();
  return writer.take();
}

std::string encode(const UpdatePerson& command) {
  JsonWriter writer;
  writer.begin_object();
  write_date(writer, "date", command.date);
  write_text(writer, "digest", command.digest);
  write_text(writer, "person", command.person);
  writer.end_object();
  return writer.take();
}

std::string encode(const ErasePerson& command) {
  JsonWriter writer;
  writer.begin_object();
  write_date(writer, "date", command.date);
  write_text(writer, "person", command.person);
  write_text(writer, "reason", command.reason);
  writer.end_object();
  return writer.take();
}

std::optional<ChangeMember> decode_change_member(const JsonValue& data) {
  Members members(data);
  ChangeMember command;
  const std::string word = members.text("change", true);
  const std::optional<MemberChange> change = parse_member_change(word);
  command.date = read_date(members, "date");
  command.digest = members.text("digest", false);
  command.is_head = members.boolean("head", false);
  command.household = members.text("household", true);
  command.new_head = members.text("new_head", false);
  command.person = members.text("person", true);
  command.reason = members.text("reason", true);
  command.relation = members.text("relation", false);
  command.to_household = members.text("to_household", false);
  // One form only: English words, and no member that says what is so anyway.
  const bool is_canonical = command.is_head || data.find("head") == nullptr;
  if (!members.is_complete() || !is_canonical || !change || word_of(*change) != word) return std::nullopt;
  command.change = *change;
  return command;
}

std::optional<UpdatePerson> decode_update_person(const JsonValue& data) {
  Members members(data);
  UpdatePerson command;
  command.date = read_date(members, "date");
  command.digest = members.text("digest", true);
  command.person = members.text("person", true);
  return members.is_complete() ? std::optional(command) : std::nullopt;
}

std::optional<ErasePerson> decode_erase_person(const JsonValue& data) {
  Members members(data);
  ErasePerson command;
  command.date = read_date(members, "date");
  command.person = members.text("person", true);
  command.reason = members.text("reason", true);
  return members.is_complete() ? std::optional(command) : std::nullopt;
}

}  // namespace mingzhang::households
