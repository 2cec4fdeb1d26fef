// SPDX-License-Identifier: Apache-2.0
// Writing and reading the shared members of records.
#include "base/record_members.h"

#include <optional>

namespace mingzhang {

void write_text(JsonWriter& writer, std::string_view key, std::string_view value) {
  if (value.empty()) return;
  writer.key(key);
  writer.text(value);
}

void write_number(JsonWriter& writer, std::string_view key, std::int64_t value) {
  if (value == 0) return;
  writer.key(key);
  writer.integer(value);
}

void write_amount(JsonWriter& writer, std::string_view key, Money amount) {
  writer.key(key);
  writer.integer(amount.fen());
}

void write_date(JsonWriter& writer, std::string_view key, Date date) { write_text(writer, key, to_iso(date)); }

void write_flag(JsonWriter& writer, std::string_view key, bool flag) {
  if (!flag) return;
  writer.key(key);
  writer.boolean(true);
}

void write_words(JsonWriter& writer, std::string_view key, const std::vector<std::string>& words) {
  if (words.empty()) return;
  writer.key(key);
  writer.begin_array();
  for (const std::string& word : words) writer.text(word);
  writer.end_array();
}

void write_json(JsonWriter& writer, std::string_view key, std::string_view canonical) {
  if (canonical.empty()) return;
  writer.key(key);
  writer.raw(canonical);
}

Money read_amount(Members& members, std::string_view key) {
  const std::int64_t fen = members.integer(key, 0, true);
  if (fen >= -Money::kFenMax && fen <= Money::kFenMax) return Money::from_fen(fen);
  members.fail();
  return Money();
}

Date read_date(Members& members, std::string_view key) {
  const std::optional<Date> date = parse_date(members.text(key, true));
  if (!date) members.fail();
  return date.value_or(Date());
}

Date read_date(Members& members, std::string_view key, Date otherwise) {
  const std::string text = members.text(key, false);
  if (text.empty()) return otherwise;
  const std::optional<Date> date = parse_date(text);
  if (!date) members.fail();
  return date.value_or(otherwise);
}

std::vector<std::string> read_words(Members& members, std::string_view key) {
  std::vector<std::string> words;
  const JsonValue* list = members.take(key, false);
  if (list == nullptr) return words;
  if (list->kind() != JsonValue::Kind::Array || list->items().empty()) members.fail();  // an empty list is left out
  for (const JsonValue& item : list->items()) {
    const std::string* word = item.as_text();
    if (word == nullptr || word->empty()) members.fail();
    words.push_back(word == nullptr ? std::string() : *word);
  }
  return words;
}

std::string read_json(Members& members, std::string_view key) {
  const JsonValue* value = members.take(key, false);
  return value == nullptr ? std::string() : value->bytes();
}

}  // namespace mingzhang
