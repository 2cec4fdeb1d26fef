// SPDX-License-Identifier: Apache-2.0
// The records of changes to indicators.
#include "funds/indicator_commands.h"
#include "funds/record_parts.h"

namespace mingzhang::funds {

std::string encode(const AddIndicator& command) {
  JsonWriter writer;
  writer.begin_object();
  write_accounts(writer, command.accounts);
  write_amount(writer, "amount", command.amount);
  write_flag(writer, "arrives", command.arrives);
  write_text(writer, "assumption", command.assumption);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  if (command.deadline != no_day()) write_date(writer, "deadline", command.deadline);
  write_text(writer, "document", command.document);
  write_text(writer, "level", word_of(command.level));
  write_text(writer, "purpose", command.purpose);
  writer.end_object();
  return writer.take();
}

std::string encode(const ChangeIndicator& command) {
  JsonWriter writer;
  writer.begin_object();
  write_accounts(writer, command.accounts);
  write_amount(writer, "amount", command.amount);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_text(writer, "direction", word_of(command.direction));
  write_text(writer, "document", command.document);
  write_text(writer, "indicator", command.indicator);
  write_text(writer, "reason", command.reason);
  writer.end_object();
  return writer.take();
}

std::string encode(const CarryOver& command) {
  JsonWriter writer;
  writer.begin_object();
  write_accounts(writer, command.accounts);
  write_text(writer, "action", word_of(command.action));
  write_amount(writer, "amount", command.amount);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_json(writer, "explanation", command.explanation);
  write_text(writer, "indicator", command.indicator);
  write_text(writer, "into", command.into);
  write_number(writer, "year", command.year);
  writer.end_object();
  return writer.take();
}

std::optional<AddIndicator> decode_add_indicator(const JsonValue& data) {
  Members members(data);
  AddIndicator command;
  command.accounts = read_accounts(members);
  command.amount = read_amount(members, "amount");
  command.arrives = members.boolean("arrives", false);
  command.assumption = members.text("assumption", false);
  command.is_assumption = !command.assumption.empty();
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.deadline = read_date(members, "deadline", no_day());
  command.document = members.text("document", true);
  const std::optional<Level> level = parse_level(members.text("level", true));
  command.purpose = members.text("purpose", true);
  if (!members.is_complete() || !level) return std::nullopt;
  command.level = *level;
  return command;
}

std::optional<ChangeIndicator> decode_change_indicator(const JsonValue& data) {
  Members members(data);
  ChangeIndicator command;
  command.accounts = read_accounts(members);
  command.amount = read_amount(members, "amount");
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  const std::optional<Direction> direction = parse_direction(members.text("direction", true));
  command.document = members.text("document", true);
  command.indicator = members.text("indicator", true);
  command.reason = members.text("reason", true);
  if (!members.is_complete() || !direction) return std::nullopt;
  command.direction = *direction;
  return command;
}

std::optional<CarryOver> decode_carry_over(const JsonValue& data) {
  Members members(data);
  CarryOver command;
  command.accounts = read_accounts(members);
  const std::optional<CarryAction> action = parse_carry_action(members.text("action", true));
  command.amount = read_amount(members, "amount");
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.explanation = read_json(members, "explanation");
  command.indicator = members.text("indicator", true);
  command.into = members.text("into", false);
  command.year = members.integer("year", 0, true);
  if (!members.is_complete() || !action) return std::nullopt;
  command.action = *action;
  return command;
}

}  // namespace mingzhang::funds
