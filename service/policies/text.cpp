// SPDX-License-Identifier: Apache-2.0
// Writes packs, rules and answers for people.
#include "service/policies/text.h"

namespace mingzhang::service {
namespace {

using policy::Assumption;
using policy::Input;
using policy::Pack;
using policy::Rule;

bool is_simple(const JsonValue& value) {
  return value.kind() != JsonValue::Kind::Object && value.kind() != JsonValue::Kind::Array;
}

std::string word_of(const JsonValue& value) {
  if (value.as_text() != nullptr) return *value.as_text();
  if (const auto flag = value.as_boolean()) return *flag ? "是 true" : "否 false";
  return std::to_string(value.as_integer().value_or(0));
}

std::string document_text(const policy::Document& document) {
  std::string text = "《" + document.title + "》";
  if (!document.number.empty()) text += "（" + document.number + "）";
  return text;
}

std::string assumptions_text(const std::vector<Assumption>& assumptions) {
  std::string text;
  for (const Assumption& one : assumptions) text += "假设 assumption: " + one.reason + "\n  " + one.reason_en + "\n";
  return text;
}

std::string source_text(const Pack* pack, const policy::Source& source) {
  std::string text = "出处 source: ";
  if (pack != nullptr) text += document_text(pack->document);
  return text + source.article + "“" + source.quote + "”\n";
}

std::string inputs_text(const std::vector<Input>& inputs) {
  std::string text;
  for (const Input& input : inputs) {
    text += "  " + input.name + "  " + std::string(policy::type_word(input.type));
    if (!input.unit.empty()) text += " " + input.unit;
    if (input.is_required) text += "  必填 required";
    if (!input.otherwise.empty()) text += "  默认 default " + input.otherwise;
    text += "  " + input.zh + " " + input.en + "\n";
  }
  return text.empty() ? "  无 none\n" : text;
}

/// The rates that were looked up, each with its table and the day from which it is in force.
std::string lookups_text(const JsonValue& explanation) {
  const JsonValue* lookups = explanation.find("lookups");
  if (lookups == nullptr) return {};
  std::string text;
  for (const JsonValue& one : lookups->items()) {
    text += "查表 looked up: " + word_of(*one.find("pack")) + "/" + word_of(*one.find("rule")) + "，" + word_of(*one.find("rate")) +
            "%，自 since " + word_of(*one.find("effective")) + "\n";
  }
  return text;
}

}  // namespace

std::string json_lines(const JsonValue& value, std::size_t indent) {
  const std::string blanks(indent, ' ');
  std::string text;
  for (const auto& [key, member] : value.members()) {
    text += blanks + key + ":";
    text += is_simple(member) ? " " + word_of(member) + "\n" : "\n" + json_lines(member, indent + 2);
  }
  for (const JsonValue& item : value.items()) {
    if (is_simple(item)) {
      text += blanks + "- " + word_of(item) + "\n";
      continue;
    }
    std::string lines = json_lines(item, indent + 2);
    if (lines.size() > indent) lines[indent] = '-';
    text += lines;
  }
  return text;
}

std::string rule_text(const Rule& rule) {
  std::string text = rule.id + "  " + rule.title + " " + rule.title_en + "\n";
  text += "种类 kind: " + std::string(rule.kind->name) + " " + std::string(rule.kind->zh) + "\n";
  text += "有效期 in force: " + policy::to_text(rule.validity) + "\n";
  text += source_text(nullptr, rule.source) + assumptions_text(rule.assumptions);
  text += "输入 inputs:\n" + inputs_text(rule.body->inputs());
  return text + "参数 parameters:\n" + json_lines(rule.parameters, 2);
}

std::string pack_text(const Pack& pack, std::string_view sha256) {
  std::string text = pack.id + "  " + pack.title + " " + pack.title_en + "\n";
  text += "版本 version: " + std::to_string(pack.version) + "\n";
  text += "地方 place: " + pack.place + " " + pack.division + "\n";
  text += "文件 document: " + document_text(pack.document) + pack.document.date + " " + pack.document.issuer + "\n";
  text += "有效期 in force: " + policy::to_text(pack.validity) + "\n";
  text += "sha256: " + std::string(sha256) + "\n" + assumptions_text(pack.assumptions);
  for (const Rule& rule : pack.rules) {
    text += "  " + rule.id + "  " + std::string(rule.kind->name) + "  " + rule.title + " " + rule.title_en + "\n";
  }
  return text;
}

std::string evaluation_text(const Pack& pack, const Rule& rule, const policy::Evaluation& evaluation, Date day) {
  std::string text = rule.title + " " + rule.title_en + "\n" + json_lines(evaluation.result, 2);
  text += "算式 formula: " + evaluation.formula + "\n";
  text += "舍入 rounding: " + *evaluation.explanation.find("rounding")->as_text() + "\n";
  text += "日期 date: " + to_iso(day) + "  " + pack.id + " v" + std::to_string(pack.version) + " " + rule.id + "\n";
  text += lookups_text(evaluation.explanation) + source_text(&pack, rule.source) + assumptions_text(pack.assumptions) + assumptions_text(rule.assumptions);
  for (const policy::Warning& warning : evaluation.warnings) {
    text += "警告 warning: " + warning.zh + "\n  " + warning.en + "\n";
  }
  return text;
}

}  // namespace mingzhang::service
