// SPDX-License-Identifier: Apache-2.0
// Asks the shipped packs.
#include "service/demo/rules.h"

#include <charconv>
#include <system_error>
#include <utility>

#include "base/check.h"
#include "service/policies/asking.h"
#include "service/policies/shelf.h"

namespace mingzhang::service {
namespace {

policy::Pack shipped(std::string_view id, Date day) {
  Result<policy::Pack, std::vector<Problem>> pack = choose_pack(PackChoice{std::string(id), std::nullopt, {}}, day);
  MZ_CHECK(pack.has_value());
  return std::move(pack).value();
}

Money money_of(const JsonValue* value) {
  const std::string* text = value == nullptr ? nullptr : value->as_text();
  if (text == nullptr) return Money();
  const auto money = parse_yuan(*text);
  return money ? *money : Money();
}

}  // namespace

DemoRules::DemoRules(std::string_view pack, Date day) : pack_(shipped(pack, day)), digest_(pack_digest(pack_)), day_(day) {}

policy::Evaluation DemoRules::ask(std::string_view id, const std::vector<policy::NamedText>& inputs) {
  RuleQuestion question{std::string(id), {}, "", day_};
  for (const policy::NamedText& input : inputs) question.inputs.push_back(input.name + "=" + input.text);
  Result<policy::Evaluation, Refusal> answer = ask_pack(pack_, digest_, question, day_);
  if (answer) return std::move(answer).value();
  failure_ = answer.error();
  return {};
}

std::int64_t DemoRules::figure(std::string_view id, std::string_view name) const {
  const Result<const policy::Rule*, Problem> rule = policy::rule_in_force(pack_, id, day_);
  MZ_CHECK(rule.has_value());
  const JsonValue* value = (*rule)->parameters.find("value");
  if (const JsonValue* figures = (*rule)->parameters.find("figures"); figures != nullptr) {
    for (const JsonValue& one : figures->items()) {
      if (*one.find("name")->as_text() == name) value = one.find("value");
    }
  }
  MZ_CHECK(value != nullptr && value->as_text() != nullptr);
  std::int64_t number = 0;
  const std::string& text = *value->as_text();
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  MZ_CHECK(error == std::errc() && end == text.data() + text.size());
  return number;
}

std::vector<std::string> DemoRules::warnings() {
  std::vector<std::string> sentences;
  for (const policy::Rule& rule : pack_.rules) {
    if (rule.kind->name != "consistency" || !rule.validity.holds(day_)) continue;
    // A rule that wants figures of the books cannot say what the document does by itself.
    const auto answer = policy::evaluate(pack_, rule, {}, day_);
    if (!answer) continue;
    for (const policy::Warning& warning : answer->warnings) sentences.push_back(warning.zh);
  }
  return sentences;
}

Money amount_of(const policy::Evaluation& answer) { return money_of(answer.result.find("amount")); }

Money component_of(const policy::Evaluation& answer, std::string_view name) {
  const JsonValue* list = answer.result.find("components");
  if (list == nullptr) return Money();
  for (const JsonValue& component : list->items()) {
    const JsonValue* title = component.find("name");
    if (title != nullptr && title->as_text() != nullptr && *title->as_text() == name) return money_of(component.find("amount"));
  }
  return Money();
}

std::vector<std::pair<std::string, Money>> parts_of(const policy::Evaluation& answer) {
  std::vector<std::pair<std::string, Money>> parts;
  const JsonValue* list = answer.result.find("parts");
  if (list == nullptr) return parts;
  for (const JsonValue& part : list->items()) {
    const JsonValue* name = part.find("name");
    MZ_CHECK(name != nullptr && name->as_text() != nullptr);
    parts.emplace_back(*name->as_text(), money_of(part.find("amount")));
  }
  return parts;
}

}  // namespace mingzhang::service
