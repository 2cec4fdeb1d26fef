// SPDX-License-Identifier: Apache-2.0
// The records of allocations and their returns.
#include <utility>

#include "funds/allocation_commands.h"
#include "funds/record_parts.h"

namespace mingzhang::funds {
namespace {

void encode_target(JsonWriter& writer, const AllocatedTarget& target) {
  writer.begin_object();
  write_amount(writer, "amount", target.amount);
  write_text(writer, "project", target.project);
  write_text(writer, "subject", target.subject);
  writer.end_object();
}

std::optional<AllocatedTarget> decode_target(const JsonValue& data) {
  Members members(data);
  AllocatedTarget target;
  target.amount = read_amount(members, "amount");
  target.project = members.text("project", false);
  target.subject = members.text("subject", true);
  return members.is_complete() ? std::optional(std::move(target)) : std::nullopt;
}

}  // namespace

std::string encode(const Allocate& command) {
  JsonWriter writer;
  writer.begin_object();
  write_accounts(writer, command.accounts);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_json(writer, "explanation", command.explanation);
  write_text(writer, "indicator", command.indicator);
  write_text(writer, "kind", word_of(command.kind));
  writer.key("targets");
  writer.begin_array();
  for (const AllocatedTarget& target : command.targets) encode_target(writer, target);
  writer.end_array();
  write_amount(writer, "total", command.total);
  writer.end_object();
  return writer.take();
}

std::string encode(const ReturnAllocation& command) {
  JsonWriter writer;
  writer.begin_object();
  write_accounts(writer, command.accounts);
  write_text(writer, "allocation", command.target.allocation);
  write_amount(writer, "amount", command.amount);
  write_text(writer, "code", command.code);
  write_date(writer, "date", command.date);
  write_text(writer, "reason", command.reason);
  write_number(writer, "target", command.target.number);
  writer.end_object();
  return writer.take();
}

std::optional<Allocate> decode_allocate(const JsonValue& data) {
  Members members(data);
  Allocate command;
  command.accounts = read_accounts(members);
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.explanation = read_json(members, "explanation");
  command.indicator = members.text("indicator", true);
  const std::optional<TargetKind> kind = parse_target_kind(members.text("kind", true));
  const JsonValue* targets = members.take("targets", true);
  command.total = read_amount(members, "total");
  if (!members.is_complete() || !kind || targets->kind() != JsonValue::Kind::Array) return std::nullopt;
  command.kind = *kind;
  for (const JsonValue& item : targets->items()) {
    std::optional<AllocatedTarget> target = decode_target(item);
    if (!target) return std::nullopt;
    command.targets.push_back(std::move(*target));
  }
  return command;
}

std::optional<ReturnAllocation> decode_return_allocation(const JsonValue& data) {
  Members members(data);
  ReturnAllocation command;
  command.accounts = read_accounts(members);
  command.target.allocation = members.text("allocation", true);
  command.amount = read_amount(members, "amount");
  command.code = members.text("code", true);
  command.date = read_date(members, "date");
  command.reason = members.text("reason", true);
  command.target.number = members.integer("target", 0, true);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

}  // namespace mingzhang::funds
