// SPDX-License-Identifier: Apache-2.0
// Parsed JSON values.
#include <algorithm>

#include "base/check.h"
#include "base/json.h"
#include "base/text.h"

namespace mingzhang {

JsonValue JsonValue::make_integer(std::int64_t value) {
  MZ_CHECK(value >= -kJsonIntegerMax && value <= kJsonIntegerMax);
  JsonValue made;
  made.state_ = value;
  return made;
}

JsonValue JsonValue::make_boolean(bool value) {
  JsonValue made;
  made.state_ = value;
  return made;
}

JsonValue JsonValue::make_text(std::string value) {
  MZ_CHECK(is_plain_text(value));
  JsonValue made;
  made.state_ = std::move(value);
  return made;
}

JsonValue JsonValue::make_array(std::vector<JsonValue> items) {
  JsonValue made;
  made.state_ = std::move(items);
  return made;
}

JsonValue JsonValue::make_object(std::vector<std::pair<std::string, JsonValue>> members) {
  const auto by_key = [](const auto& a, const auto& b) { return a.first < b.first; };
  if (!std::is_sorted(members.begin(), members.end(), by_key)) std::sort(members.begin(), members.end(), by_key);
  const auto same_key = [](const auto& a, const auto& b) { return a.first == b.first; };
  MZ_CHECK(std::adjacent_find(members.begin(), members.end(), same_key) == members.end());
  JsonValue made;
  made.state_ = std::move(members);
  return made;
}

const std::vector<std::pair<std::string, JsonValue>>& JsonValue::members() const {
  static const Members none;
  const auto* members = std::get_if<Members>(&state_);
  return members == nullptr ? none : *members;
}

const std::vector<JsonValue>& JsonValue::items() const {
  static const std::vector<JsonValue> none;
  const auto* items = std::get_if<std::vector<JsonValue>>(&state_);
  return items == nullptr ? none : *items;
}

const JsonValue* JsonValue::find(std::string_view name) const {
  const Members& all = members();
  const auto before = [](const auto& member, std::string_view wanted) { return member.first < wanted; };
  const auto found = std::lower_bound(all.begin(), all.end(), name, before);
  return found == all.end() || found->first != name ? nullptr : &found->second;
}

std::optional<std::int64_t> JsonValue::as_integer() const {
  const auto* value = std::get_if<std::int64_t>(&state_);
  return value == nullptr ? std::nullopt : std::optional(*value);
}

std::optional<bool> JsonValue::as_boolean() const {
  const auto* value = std::get_if<bool>(&state_);
  return value == nullptr ? std::nullopt : std::optional(*value);
}

const std::string* JsonValue::as_text() const {
  return std::get_if<std::string>(&state_);
}

void JsonValue::write(JsonWriter& writer) const {
  switch (kind()) {
    case Kind::Integer:
      writer.integer(*as_integer());
      return;
    case Kind::Boolean:
      writer.boolean(*as_boolean());
      return;
    case Kind::Text:
      writer.text(*as_text());
      return;
    case Kind::Array:
      writer.begin_array();
      for (const JsonValue& item : items()) item.write(writer);
      writer.end_array();
      return;
    case Kind::Object:
      writer.begin_object();
      for (const auto& [name, value] : members()) {
        writer.key(name);
        value.write(writer);
      }
      writer.end_object();
      return;
  }
}

std::string JsonValue::bytes() const {
  JsonWriter writer;
  write(writer);
  return writer.take();
}

}  // namespace mingzhang
