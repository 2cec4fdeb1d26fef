// SPDX-License-Identifier: Apache-2.0
// Walks two documents side by side.
#include "policy/diff.h"

#include <array>
#include <map>
#include <optional>
#include <set>

#include "policy/document.h"

namespace mingzhang::policy {
namespace {

using Children = std::map<std::string, const JsonValue*>;

/// The items of a list by what names them; nothing where some item has no such member or two have the same.
std::optional<Children> named_items(const JsonValue& list) {
  constexpr std::array<std::string_view, 6> kNames{"id", "name", "class", "code", "field", "from"};
  for (const std::string_view key : kNames) {
    Children children;
    for (const JsonValue& item : list.items()) {
      const JsonValue* name = item.find(key);
      if (name == nullptr || name->as_text() == nullptr) break;
      // Versions of one rule differ in the day from which they are in force.
      const JsonValue* from = item.find("valid_from");
      const bool is_version = key == "id" && from != nullptr && from->as_text() != nullptr;
      children.emplace(*name->as_text() + (is_version ? "@" + *from->as_text() : ""), &item);
    }
    if (children.size() == list.items().size()) return children;
  }
  return std::nullopt;
}

Children children_of(const JsonValue& value, bool by_name) {
  Children children;
  for (const auto& [key, member] : value.members()) children.emplace(key, &member);
  if (value.kind() != JsonValue::Kind::Array) return children;
  if (by_name) return *named_items(value);
  for (std::size_t i = 0; i < value.items().size(); ++i) {
    const std::string number = std::to_string(i);
    children.emplace(number, &value.items()[i]);
  }
  return children;
}

void compare(const JsonValue* before, const JsonValue* after, const std::string& path, std::vector<Change>& changes) {
  const bool can_descend = before != nullptr && after != nullptr && before->kind() == after->kind() &&
                           (before->kind() == JsonValue::Kind::Object || before->kind() == JsonValue::Kind::Array);
  if (!can_descend) {
    const std::string old_text = before == nullptr ? "" : before->bytes();
    const std::string new_text = after == nullptr ? "" : after->bytes();
    if (old_text != new_text) changes.push_back({path, old_text, new_text});
    return;
  }
  const bool is_list = before->kind() == JsonValue::Kind::Array;
  const bool by_name = is_list && named_items(*before) && named_items(*after);
  const Children old_children = children_of(*before, by_name);
  const Children new_children = children_of(*after, by_name);
  std::set<std::string> keys;
  for (const auto& [key, child] : old_children) keys.insert(key);
  for (const auto& [key, child] : new_children) keys.insert(key);
  for (const std::string& key : keys) {
    const auto old_child = old_children.find(key);
    const auto new_child = new_children.find(key);
    compare(old_child == old_children.end() ? nullptr : old_child->second,
            new_child == new_children.end() ? nullptr : new_child->second, below(path, key), changes);
  }
}

}  // namespace

std::vector<Change> diff(const Pack& before, const Pack& after) {
  std::vector<Change> changes;
  compare(&before.source, &after.source, "", changes);
  return changes;
}

}  // namespace mingzhang::policy
