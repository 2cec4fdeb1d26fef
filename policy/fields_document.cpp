// SPDX-License-Identifier: Apache-2.0
// Prints the tables of fields as Markdown, and lets every example run.
#include "policy/fields_document.h"

#include <algorithm>
#include <vector>

#include "policy/document.h"
#include "policy/kind.h"
#include "policy/load.h"

namespace mingzhang::policy {
namespace {

/// A cell: a bar would end it.
std::string cell(std::string_view text) {
  std::string result;
  for (const char letter : text) result += letter == '|' ? std::string("\\|") : std::string(1, letter);
  return result;
}

std::string type_text(const Field& field) {
  std::string text(type_name(field.type));
  if (field.type == FieldType::Choice) text = std::string(field.choices);
  if (field.type == FieldType::Integer) text += " " + std::to_string(field.least) + " … " + std::to_string(field.most);
  return cell(text);
}

bool is_list(const Field& field) { return field.type == FieldType::Objects || field.type == FieldType::MaybeObjects; }

/// Rows of a table and of the tables below it; a table inside itself is only named.
void add_rows(std::span<const Field> fields, const std::string& prefix, std::vector<FieldTable>& open, std::string& text) {
  for (const Field& field : fields) {
    const std::string path = prefix + std::string(field.key);
    text += "| `" + path + "` | " + type_text(field) + " | " + (field.is_required ? "是 yes" : "") + " | " + cell(field.zh) +
            "<br>" + cell(field.en) + " |\n";
    if (field.fields == nullptr || std::find(open.begin(), open.end(), field.fields) != open.end()) continue;
    open.push_back(field.fields);
    add_rows(field.fields(), path + (is_list(field) ? "[]." : "."), open, text);
    open.pop_back();
  }
}

std::string table_of(std::span<const Field> fields, FieldTable open_table) {
  std::string text = "| 键 key | 类型 type | 必需 required | 说明 meaning |\n|---|---|---|---|\n";
  std::vector<FieldTable> open;
  if (open_table != nullptr) open.push_back(open_table);
  add_rows(fields, "", open, text);
  return text;
}

std::string inputs_table(const std::vector<Input>& inputs) {
  if (inputs.empty()) return "没有输入。No inputs.\n";
  std::string text = "| 输入 input | 类型 type | 单位 unit | 必需 required | 默认 default | 说明 meaning |\n|---|---|---|---|---|---|\n";
  for (const Input& input : inputs) {
    std::string type(type_word(input.type));
    for (std::size_t i = 0; i < input.choices.size(); ++i) type += (i == 0 ? ": " : " | ") + input.choices[i];
    text += "| `" + input.name + "` | " + cell(type) + " | " + cell(input.unit) + " | " + (input.is_required ? "是 yes" : "") +
            " | " + cell(input.otherwise) + " | " + cell(input.zh) + "<br>" + cell(input.en) + " |\n";
  }
  return text;
}

std::string results_table(std::span<const ResultMember> results) {
  std::string text = "| 结果 result | 类型 type | 说明 meaning |\n|---|---|---|\n";
  for (const ResultMember& member : results) {
    text += "| `" + std::string(member.key) + "` | " + cell(member.type) + " | " + cell(member.zh) + "<br>" +
            cell(member.en) + " |\n";
  }
  return text;
}

std::vector<NamedText> example_inputs(std::string_view text) {
  std::vector<NamedText> inputs;
  while (!text.empty()) {
    const std::size_t blank = text.find(' ');
    const std::string_view word = text.substr(0, blank);
    const std::size_t equals = word.find('=');
    inputs.push_back({std::string(word.substr(0, equals)), std::string(word.substr(equals + 1))});
    text = blank == std::string_view::npos ? std::string_view() : text.substr(blank + 1);
  }
  return inputs;
}

/// Inputs, result and an example of one kind, from the example's own parameters.
std::string example_text(const Kind& kind) {
  Problems problems;
  const std::optional<JsonValue> parameters = read_document(kind.example, problems);
  MZ_CHECK(parameters.has_value());
  check_fields(*parameters, kind.fields(), "", problems);
  const std::unique_ptr<const RuleBody> body = kind.read(Parameters(*parameters, "", problems));
  MZ_CHECK(problems.is_empty());
  const Date day = *Date::from_civil(2016, 10, 14);
  const Validity validity{*Date::from_civil(2014, 1, 1)};
  const auto given = read_inputs(Given(std::string(kind.name), day, validity), body->inputs(), example_inputs(kind.example_inputs));
  MZ_CHECK(given.has_value());
  Answer answer = body->evaluate(*given);
  MZ_CHECK(answer.has_value());
  std::string text = inputs_table(body->inputs()) + "\n" + results_table(kind.results) + "\n例 Example:\n\n```json\n" +
                     std::string(kind.example) + "\n```\n\n";
  if (!kind.example_inputs.empty()) text += "`" + std::string(kind.example_inputs) + "` → ";
  text += "`" + JsonValue::make_object(answer->result).bytes() + "`\n\n" + answer->formula + "\n";
  if (answer->rounding != "none") text += "\n舍入 rounding: " + answer->rounding + "\n";
  return text;
}

}  // namespace

std::string fields_document() {
  std::string text =
      "# 规则包写法 How a policy pack is written\n\n"
      "本文由 `mingzhang policy fields` 写成，写的就是装载程序所用的表。规则包是 UTF-8 的 JSON；没有列出的键一律拒绝，不写 null，"
      "金额和比例写成文字。`mingzhang policy check FILE` 列出全部错误及其位置。\n"
      "Written by `mingzhang policy fields` from the tables that the loader uses. A pack is JSON in UTF-8; keys that are not\n"
      "listed are refused, there is no null, amounts and percentages are text. `mingzhang policy check FILE` lists everything\n"
      "that is wrong with its place.\n\n"
      "## 规则包 The pack\n\n";
  text += table_of(pack_fields(), nullptr);
  text += "\n“必需”指所在对象出现时必须有。Required means: wherever the object that holds it stands.\n\n## 种类 Kinds\n";
  for (const Kind& kind : kinds()) {
    text += "\n### `" + std::string(kind.name) + "` " + std::string(kind.zh) + " — " + std::string(kind.en) + "\n\n";
    text += table_of(kind.fields(), kind.fields);
    for (const Variant& variant : kind.variants) {
      text += "\n`check.kind` = `" + std::string(variant.name) + "`:\n\n" + table_of(variant.fields(), variant.fields);
    }
    text += "\n" + example_text(kind);
  }
  return text;
}

}  // namespace mingzhang::policy
