// SPDX-License-Identifier: Apache-2.0
// The records of reconciliations.
#include <utility>

#include "base/record_members.h"
#include "loans/reconciliation_commands.h"

namespace mingzhang::loans {
namespace {

/// Hands every item of the array to `read`, which says what is wrong by `fail`.
template <class Read>
void read_rows(Members& members, std::string_view key, Read read) {
  const JsonValue* rows = members.take(key, true);
  if (rows == nullptr) return;
  if (rows->kind() != JsonValue::Kind::Array) return members.fail();
  for (const JsonValue& item : rows->items()) {
    Members inner(item);
    read(inner);
    if (!inner.is_complete()) members.fail();
  }
}

std::optional<DifferenceKind> parse_kind(std::string_view word) {
  for (int value = static_cast<int>(DifferenceKind::MissingHere); value <= static_cast<int>(DifferenceKind::Balance); ++value) {
    if (word == word_of(static_cast<DifferenceKind>(value))) return static_cast<DifferenceKind>(value);
  }
  return std::nullopt;
}

template <class Enum>
void read_word(Members& members, std::string_view key, std::optional<Enum> (*parse)(std::string_view), Enum& into) {
  const std::optional<Enum> read = parse(members.text(key, true));
  if (!read) return members.fail();
  into = *read;
}

void write_item(JsonWriter& writer, const FoundItem& item) {
  writer.begin_object();
  write_text(writer, "field", item.field);
  write_text(writer, "here", item.here);
  write_text(writer, "key", item.key);
  write_text(writer, "kind", word_of(item.kind));
  write_number(writer, "no", item.number);
  write_number(writer, "row", item.row);
  write_text(writer, "there", item.there);
  writer.end_object();
}

FoundItem read_item(Members& members) {
  FoundItem item;
  item.field = members.text("field", false);
  item.here = members.text("here", false);
  item.key = members.text("key", true);
  read_word(members, "kind", parse_kind, item.kind);
  item.number = members.integer("no", 0, true);
  item.row = members.integer("row", 0, false);
  item.there = members.text("there", false);
  return item;
}

}  // namespace

std::string encode(const RecordReconciliation& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "about", command.about);
  write_text(writer, "code", command.code);
  write_words(writer, "columns", command.columns);
  write_date(writer, "date", command.date);
  writer.key("items");
  writer.begin_array();
  for (const FoundItem& item : command.items) write_item(writer, item);
  writer.end_array();
  write_text(writer, "replaces", command.replaces);
  write_number(writer, "rows_here", command.rows_here);
  write_number(writer, "rows_there", command.rows_there);
  write_text(writer, "sha256", command.sha256);
  write_text(writer, "subject", word_of(command.subject));
  writer.key("sums");
  writer.begin_array();
  for (const ReconciliationSum& sum : command.sums) {
    writer.begin_object();
    write_text(writer, "field", sum.field);
    write_amount(writer, "here", sum.here);
    write_amount(writer, "there", sum.there);
    writer.end_object();
  }
  writer.end_array();
  write_amount(writer, "tolerance", command.tolerance);
  writer.end_object();
  return writer.take();
}

std::optional<RecordReconciliation> decode_record_reconciliation(const JsonValue& data) {
  Members members(data);
  RecordReconciliation command;
  command.about = members.text("about", false);
  command.code = members.text("code", true);
  command.columns = read_words(members, "columns");
  command.date = read_date(members, "date");
  read_rows(members, "items", [&command](Members& item) { command.items.push_back(read_item(item)); });
  command.replaces = members.text("replaces", false);
  command.rows_here = members.integer("rows_here", 0, false);
  command.rows_there = members.integer("rows_there", 0, false);
  command.sha256 = members.text("sha256", true);
  read_word(members, "subject", parse_reconciliation_subject, command.subject);
  read_rows(members, "sums", [&command](Members& sum) {
    ReconciliationSum one;
    one.field = sum.text("field", true);
    one.here = read_amount(sum, "here");
    one.there = read_amount(sum, "there");
    command.sums.push_back(std::move(one));
  });
  command.tolerance = read_amount(members, "tolerance");
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::string encode(const HandleItems& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "action", word_of(command.action));
  write_date(writer, "date", command.date);
  writer.key("items");
  writer.begin_array();
  for (const std::int64_t number : command.items) writer.integer(number);
  writer.end_array();
  write_text(writer, "note", command.note);
  write_text(writer, "reconciliation", command.reconciliation);
  write_text(writer, "source", command.source);
  write_text(writer, "to", command.to);
  writer.end_object();
  return writer.take();
}

std::optional<HandleItems> decode_handle_items(const JsonValue& data) {
  Members members(data);
  HandleItems command;
  read_word(members, "action", parse_item_action, command.action);
  command.date = read_date(members, "date");
  if (const JsonValue* items = members.take("items", true); items != nullptr) {
    if (items->kind() != JsonValue::Kind::Array) return std::nullopt;
    for (const JsonValue& item : items->items()) {
      const std::optional<std::int64_t> number = item.as_integer();
      if (!number) return std::nullopt;
      command.items.push_back(*number);
    }
  }
  command.note = members.text("note", false);
  command.reconciliation = members.text("reconciliation", true);
  command.source = members.text("source", false);
  command.to = members.text("to", false);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

std::string encode(const SignReconciliation& command) {
  JsonWriter writer;
  writer.begin_object();
  write_text(writer, "capacity", command.capacity);
  write_date(writer, "date", command.date);
  write_text(writer, "document", command.document);
  write_text(writer, "reconciliation", command.reconciliation);
  write_text(writer, "side", word_of(command.side));
  write_text(writer, "unit", command.unit);
  writer.end_object();
  return writer.take();
}

std::optional<SignReconciliation> decode_sign_reconciliation(const JsonValue& data) {
  Members members(data);
  SignReconciliation command;
  command.capacity = members.text("capacity", true);
  command.date = read_date(members, "date");
  command.document = members.text("document", false);
  command.reconciliation = members.text("reconciliation", true);
  read_word(members, "side", parse_reconciliation_side, command.side);
  command.unit = members.text("unit", true);
  return members.is_complete() ? std::optional(std::move(command)) : std::nullopt;
}

}  // namespace mingzhang::loans
