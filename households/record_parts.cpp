// SPDX-License-Identifier: Apache-2.0
// Writing and reading the shared parts of records.
#include "households/record_parts.h"

namespace mingzhang::households {

void write_text(JsonWriter& writer, std::string_view key, std::string_view value) {
  if (value.empty()) return;
  writer.key(key);
  writer.text(value);
}

void write_date(JsonWriter& writer, std::string_view key, Date date) { write_text(writer, key, to_iso(date)); }

void write_words(JsonWriter& writer, std::string_view key, const std::vector<std::string>& words) {
  if (words.empty()) return;
  writer.key(key);
  writer.begin_array();
  for (const std::string& word : words) writer.text(word);
  writer.end_array();
}

Date read_date(Members& members, std::string_view key) {
  const std::optional<Date> date = parse_date(members.text(key, true));
  if (!date) members.fail();
  return date.value_or(Date());
}

std::vector<std::string> read_words(Members& members, std::string_view key) {
  std::vector<std::string> words;
  const JsonValue* list = members.take(key, false);
  if (list == nullptr) return words;
  if (list->items().empty()) members.fail();  // an empty list is left out
  for (const JsonValue& item : list->items()) {
    const std::string* word = item.as_text();
    if (word == nullptr || word->empty()) members.fail();
    words.push_back(word == nullptr ? std::string() : *word);
  }
  return words;
}

}  // namespace mingzhang::households
