// SPDX-License-Identifier: Apache-2.0
// Finds kinds and makes the values of results.
#include "policy/kind.h"

#include <algorithm>
#include <array>

namespace mingzhang::policy {

const Kind* find_kind(std::string_view name) {
  const std::span<const Kind> all = kinds();
  const auto found = std::find_if(all.begin(), all.end(), [name](const Kind& kind) { return kind.name == name; });
  return found == all.end() ? nullptr : &*found;
}

std::optional<Lookup> RuleBody::lookup(const Given&) const { return std::nullopt; }

Answer refused(Problem problem) { return Err(std::vector<Problem>{std::move(problem)}); }

JsonValue json_of(Money amount) { return JsonValue::make_text(to_yuan(amount)); }
JsonValue json_of(std::int64_t number) { return JsonValue::make_integer(number); }
JsonValue json_text(std::string_view text) { return JsonValue::make_text(std::string(text)); }
JsonValue json_flag(bool value) { return JsonValue::make_boolean(value); }

JsonValue json_texts(const std::vector<std::string>& texts) {
  std::vector<JsonValue> items;
  for (const std::string& text : texts) items.push_back(JsonValue::make_text(text));
  return JsonValue::make_array(std::move(items));
}

JsonValue json_of(const std::vector<Reason>& reasons) {
  std::vector<JsonValue> items;
  for (const Reason& reason : reasons) {
    items.push_back(JsonValue::make_object(
        {{"reason", json_text(reason.word)}, {"sentence", json_text(reason.zh)}, {"sentence_en", json_text(reason.en)}}));
  }
  return JsonValue::make_array(std::move(items));
}

}  // namespace mingzhang::policy
