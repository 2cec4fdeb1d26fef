// SPDX-License-Identifier: Apache-2.0
// The records of procedures, scores and checklists.
#include <utility>

#include "base/record_members.h"
#include "households/procedure_commands.h"

namespace mingzhang::households {
namespace {

void encode_step(JsonWriter& writer, const PlannedStep& step) {
  writer.begin_object();
  write_text(writer, "name", step.name);
  if (step.wait_days != 0) {
    writer.key("wait_days");
    writer.integer(step.wait_days);
  }
  writer.end_object();
}

std::optional<PlannedStep> decode_step(const JsonValue& data) {
  Members members(data);
  PlannedStep step;
  step.name = members.text("name", true);
  step.wait_days = members.integer("wait_days", 0, false);
  // No wait is not written: one form only.
  const bool is_canonical = step.wait_days != 0 || data.find("wait_days") == nullptr;
  return members.is_complete() && is_canonical ? std::optional(step) : std::nullopt;
}

void encode_item(JsonWriter& writer, const CheckedItem& item) {
  writer.begin_object();
  write_text(writer, "answer", word_of(item.answer));
  write_text(writer, "evidence", item.evidence);
  write_text(writer, "item", item.item);
  writer.end_object();
}

std::optional<CheckedItem> decode_item(const JsonValue& data) {
  Members members(data);
  CheckedItem item;
  const std::string word = members.text("answer", true);
  const std::optional<Answer> answer = parse_answer(word);
  item.evidence = members.text("evidence", false);
  item.item = members.text("item", true);
  if (!members.is_complete() || !answer || word_of(*answer) != word) return std::nullopt;
  item.answer = *answer;
  return item;
}

/// The items of a list, each read by `decode`; nothing where one cannot be read.
template <class Item>
std::optional<std::vector<Item>> decode_list(const JsonValue* list, std::optional<Item> (*decode)(const JsonValue&)) {
  if (list == nullptr || list->kind() != JsonValue::Kind::Array) return std::nullopt;
  std::vector<Item> items;
  for (const JsonValue& value : list->items()) {
    std::optional<Item> item = decode(value);
    if (!item) return std::nullopt;
    items.push_back(std::move(*item));
  }
  return items;
}

}  // namespace

std::string encode(const StartProcedure& command) {
  JsonWriter writer;
  writer.begin_object();
  write_date(writer, "date", command.date);
  write_text(writer, "household", command.household);
  write_text(writer, "procedure", command.procedure);
  writer.key("steps");
  writer.begin_array();
  for (const PlannedStep& step : command.steps) encode_step(writer, step);
  writer.end_array();
  writer.end_object();
  return writer.take();
}

std::string encode(const TakeStep& command) {
  JsonWriter writer;
  writer.begin_object();
  write_date(writer, "date", command.date);
  write_text(writer, "evidence", command.evidence);
  write_text(writer, "household", command.household);
  writer.key("passed");
  writer.boolean(command.passed);
  write_text(writer, "procedure", command.procedure);
  write_text(writer, "step", command.step);
  writer.end_object();
  return writer.take();
}

std::string encode(const RecordScore& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "band", command.band);
  write_date(writer, "date", command.date);
  write_text(writer, "evidence", command.evidence);
  write_text(writer, "household", command.household);
  write_text(writer, "rule", command.rule);
  writer.key("score_hundredths");
  writer.integer(command.score_hundredths);
  writer.end_object();
  return writer.take();
}

std::string encode(const RecordChecklist& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "checklist", command.checklist);
  write_date(writer, "date", command.date);
  write_text(writer, "household", command.household);
  writer.key("items");
  writer.begin_array();
  for (const CheckedItem& item : command.items) encode_item(writer, item);
  writer.end_array();
  writer.end_object();
  return writer.take();
}

std::optional<StartProcedure> decode_start_procedure(const JsonValue& data) {
  Members members(data);
  StartProcedure command;
  command.date = read_date(members, "date");
  command.household = members.text("household", true);
  command.procedure = members.text("procedure", true);
  std::optional<std::vector<PlannedStep>> steps = decode_list<PlannedStep>(members.take("steps", true), decode_step);
  if (!members.is_complete() || !steps) return std::nullopt;
  command.steps = std::move(*steps);
  return command;
}

std::optional<TakeStep> decode_take_step(const JsonValue& data) {
  Members members(data);
  TakeStep command;
  command.date = read_date(members, "date");
  command.evidence = members.text("evidence", false);
  command.household = members.text("household", true);
  command.passed = members.boolean("passed", true);
  command.procedure = members.text("procedure", true);
  command.step = members.text("step", true);
  return members.is_complete() ? std::optional(command) : std::nullopt;
}

std::optional<RecordScore> decode_record_score(const JsonValue& data) {
  Members members(data);
  RecordScore command;
  command.band = members.text("band", true);
  command.date = read_date(members, "date");
  command.evidence = members.text("evidence", false);
  command.household = members.text("household", true);
  command.rule = members.text("rule", true);
  command.score_hundredths = members.integer("score_hundredths", 0, true);
  return members.is_complete() ? std::optional(command) : std::nullopt;
}

std::optional<RecordChecklist> decode_record_checklist(const JsonValue& data) {
  Members members(data);
  RecordChecklist command;
  command.checklist = members.text("checklist", true);
  command.date = read_date(members, "date");
  command.household = members.text("household", true);
  std::optional<std::vector<CheckedItem>> items = decode_list<CheckedItem>(members.take("items", true), decode_item);
  if (!members.is_complete() || !items) return std::nullopt;
  command.items = std::move(*items);
  return command;
}

}  // namespace mingzhang::households
