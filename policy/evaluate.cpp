// SPDX-License-Identifier: Apache-2.0
// Writes answers down with inputs, rule, document, formula and rounding.
#include "policy/evaluate.h"

#include <utility>

namespace mingzhang::policy {
namespace {

JsonValue document_json(const Document& document) {
  JsonMembers members{{"title", json_text(document.title)}};
  if (!document.number.empty()) members.emplace_back("number", json_text(document.number));
  return JsonValue::make_object(std::move(members));
}

void add_assumptions(const std::vector<Assumption>& assumptions, std::vector<JsonValue>& items) {
  for (const Assumption& assumption : assumptions) {
    items.push_back(JsonValue::make_object(
        {{"reason", json_text(assumption.reason)}, {"reason_en", json_text(assumption.reason_en)}}));
  }
}

/// Every input that was used. What is personal is named without its value.
JsonValue inputs_json(const std::vector<Input>& inputs, const Given& given) {
  std::vector<JsonValue> items;
  for (const Input& input : inputs) {
    const Given::Value* value = given.find(input.name);
    if (value == nullptr) continue;
    JsonMembers members{{"name", json_text(input.name)}};
    if (input.type != InputType::Secret) members.emplace_back("value", json_text(value->text));
    if (!input.unit.empty()) members.emplace_back("unit", json_text(input.unit));
    if (!value->is_given) members.emplace_back("default", json_flag(true));
    items.push_back(JsonValue::make_object(std::move(members)));
  }
  return JsonValue::make_array(std::move(items));
}

JsonValue warnings_json(const std::vector<Warning>& warnings) {
  std::vector<JsonValue> items;
  for (const Warning& warning : warnings) {
    items.push_back(JsonValue::make_object({{"sentence", json_text(warning.zh)}, {"sentence_en", json_text(warning.en)}}));
  }
  return JsonValue::make_array(std::move(items));
}

}  // namespace

std::optional<Lookup> lookup_for(const Rule& rule, const std::vector<NamedText>& inputs, Date day) {
  MZ_CHECK(rule.body != nullptr);
  const Result<Given, std::vector<Problem>> given = read_inputs(Given(rule.id, day, rule.validity), rule.body->inputs(), inputs);
  if (!given) return std::nullopt;
  std::optional<Lookup> lookup = rule.body->lookup(*given);
  return lookup && !given->has(lookup->input) ? lookup : std::nullopt;
}

Result<Evaluation, std::vector<Problem>> evaluate(const Pack& pack, const Rule& rule, const std::vector<NamedText>& inputs,
                                                  Date day) {
  MZ_CHECK(rule.body != nullptr);
  const std::vector<Input> asked = rule.body->inputs();
  const Result<Given, std::vector<Problem>> given = read_inputs(Given(rule.id, day, rule.validity), asked, inputs);
  if (!given) return Err(given.error());
  Answer answer = rule.body->evaluate(*given);
  if (!answer) return Err(answer.error());
  Computation computation = std::move(answer).value();

  Evaluation evaluation;
  evaluation.result = JsonValue::make_object(std::move(computation.result));
  std::vector<JsonValue> assumptions;
  add_assumptions(pack.assumptions, assumptions);
  add_assumptions(rule.assumptions, assumptions);
  JsonMembers members{{"assumptions", JsonValue::make_array(std::move(assumptions))},
                      {"date", json_text(to_iso(day))},
                      {"document", document_json(pack.document)},
                      {"formula", json_text(computation.formula)},
                      {"inputs", inputs_json(asked, *given)},
                      {"kind", json_text(rule.kind->name)},
                      {"pack", json_text(pack.id)},
                      {"quote", json_text(rule.source.quote)},
                      {"result", evaluation.result},
                      {"rounding", json_text(computation.rounding)},
                      {"rule", json_text(rule.id)},
                      {"version", json_of(pack.version)},
                      {"warnings", warnings_json(computation.warnings)}};
  if (!rule.source.article.empty()) members.emplace_back("article", json_text(rule.source.article));
  evaluation.explanation = JsonValue::make_object(std::move(members));
  evaluation.formula = std::move(computation.formula);
  evaluation.warnings = std::move(computation.warnings);
  return evaluation;
}

}  // namespace mingzhang::policy
