// SPDX-License-Identifier: Apache-2.0
// Renders packs and answers.
#include "service/policies/reading.h"

#include <utility>

#include "base/text.h"
#include "policy/diff.h"
#include "policy/evaluate.h"
#include "policy/fields_document.h"
#include "policy/load.h"
#include "reports/column.h"
#include "reports/table.h"
#include "service/policies/text.h"
#include "service/reading/outcome.h"
#include "service/reading/render.h"

namespace mingzhang::service {
namespace {

using policy::Input;
using policy::JsonMembers;
using policy::Pack;
using policy::PolicyOutcome;
using policy::Rule;
using reports::CellKind;
using reports::Column;
using reports::RowKind;
using reports::Table;
using reports::Value;
using reports::text_column;

Refusal refusal_of(const Problem& problem) { return service::refusal_of(std::vector<Problem>{problem}); }

Value number(std::size_t count) { return Value::count(static_cast<std::int64_t>(count)); }

JsonValue inputs_json(const std::vector<Input>& inputs) {
  std::vector<JsonValue> items;
  for (const Input& input : inputs) {
    JsonMembers members{{"name", policy::json_text(input.name)},
                        {"type", policy::json_text(policy::type_word(input.type))},
                        {"required", policy::json_flag(input.is_required)},
                        {"title", policy::json_text(input.zh)},
                        {"title_en", policy::json_text(input.en)}};
    if (!input.unit.empty()) members.emplace_back("unit", policy::json_text(input.unit));
    if (!input.otherwise.empty()) members.emplace_back("default", policy::json_text(input.otherwise));
    if (!input.choices.empty()) members.emplace_back("choices", policy::json_texts(input.choices));
    if (input.type == policy::InputType::Number) members.emplace_back("places", policy::json_of(std::int64_t{input.places}));
    items.push_back(JsonValue::make_object(std::move(members)));
  }
  return JsonValue::make_array(std::move(items));
}

JsonValue rule_json(const Rule& rule) {
  std::vector<JsonValue> assumptions;
  for (const policy::Assumption& one : rule.assumptions) {
    assumptions.push_back(JsonValue::make_object(
        {{"reason", policy::json_text(one.reason)}, {"reason_en", policy::json_text(one.reason_en)}}));
  }
  JsonMembers source{{"quote", policy::json_text(rule.source.quote)}};
  if (!rule.source.article.empty()) source.emplace_back("article", policy::json_text(rule.source.article));
  JsonMembers members{{"assumptions", JsonValue::make_array(std::move(assumptions))},
                      {"id", policy::json_text(rule.id)},
                      {"inputs", inputs_json(rule.body->inputs())},
                      {"kind", policy::json_text(rule.kind->name)},
                      {"parameters", rule.parameters},
                      {"source", JsonValue::make_object(std::move(source))},
                      {"title", policy::json_text(rule.title)},
                      {"title_en", policy::json_text(rule.title_en)},
                      {"valid_from", policy::json_text(to_iso(rule.validity.from))}};
  if (rule.validity.to) members.emplace_back("valid_to", policy::json_text(to_iso(*rule.validity.to)));
  return JsonValue::make_object(std::move(members));
}

Result<std::optional<Date>, Refusal> day_of(const RuleQuestion& question) {
  const std::optional<Date> day = parse_date(question.date);
  if (day || question.date.empty()) return day;
  return Err(refusal(ReadingOutcome::DateBad, is_plain_text(question.date) ? shortened(question.date, 40) : ""));
}

/// Asks and shows. Without a date it is the day in force that is nearest to today.
TextResult answer_of(const Pack& pack, const RuleQuestion& question, std::optional<Date> asked, Format format) {
  if (!asked) asked = policy::nearest_day_in_force(pack, question.rule, question.today);
  const Date day = asked.value_or(question.today);
  const Result<policy::Evaluation, Refusal> evaluation = ask_pack(pack, pack_digest(pack), question, day);
  if (!evaluation) return Err(evaluation.error());
  if (format == Format::Json) {
    return JsonValue::make_object({{"explanation", evaluation->explanation}, {"result", evaluation->result}}).bytes();
  }
  const Rule& rule = **policy::rule_in_force(pack, question.rule, day);
  const std::string text = evaluation_text(pack, rule, *evaluation, day);
  if (!question.date.empty() || day == question.today) return text;
  return text + "提示 note: 今天不在有效期内，按最近的 " + to_iso(day) + " 计算；可用 --date 指定\n  not in force today; computed for the nearest day, " +
         to_iso(day) + "; --date names another\n";
}

}  // namespace

TextResult check_pack(const PackFile& file, Format format) {
  const Result<Pack, std::vector<Problem>> pack = policy::load_pack(file.text, file.name);
  if (!pack) return Err(service::refusal_of(pack.error()));
  const std::string digest = pack_digest(*pack);
  const std::size_t rules = pack->rules.size();
  if (format == Format::Json) {
    return JsonValue::make_object({{"ok", policy::json_flag(true)},
                                   {"pack", policy::json_text(pack->id)},
                                   {"rules", policy::json_of(static_cast<std::int64_t>(rules))},
                                   {"sha256", policy::json_text(digest)},
                                   {"version", policy::json_of(pack->version)}})
        .bytes();
  }
  return "无误 no problems: " + pack->id + " v" + std::to_string(pack->version) + "，" + std::to_string(rules) +
         " 条规则 rules\nsha256: " + digest + "\n";
}

TextResult list_packs(const std::vector<PackFile>& site, Format format, std::vector<Problem>& left_out) {
  const PolicyShelf shelf(site, "");
  left_out = shelf.problems();
  Table table({"packs", "规则包", "Policy packs"},
              {text_column("pack", "规则包", "pack"), Column{{"version", "版本", "version"}, CellKind::Count, false, false},
               text_column("title", "名称", "title"), text_column("title_en", "英文名称", "English title"),
               text_column("valid", "有效期", "in force"),
               Column{{"rules", "规则", "rules"}, CellKind::Count, false, false},
               Column{{"sha256", "摘要", "digest"}, CellKind::Text, false, true}});
  for (const Pack& pack : shelf.packs()) {
    const std::string valid = policy::to_text(pack.validity);
    const std::string digest = pack_digest(pack);
    table.add_row(RowKind::Line, {pack.id, Value::count(pack.version), pack.title, pack.title_en, valid,
                                  number(pack.rules.size()), digest});
  }
  return rendered(table, format);
}

TextResult show_pack(const PackChoice& choice, Format format) {
  const Result<Pack, std::vector<Problem>> pack = choose_pack(choice, std::nullopt);
  if (!pack) return Err(service::refusal_of(pack.error()));
  if (format != Format::Json) return pack_text(*pack, pack_digest(*pack));
  return JsonValue::make_object({{"pack", pack->source}, {"sha256", policy::json_text(pack_digest(*pack))}}).bytes();
}

TextResult diff_packs(const PackChoice& before, const PackChoice& after, Format format) {
  const Result<Pack, std::vector<Problem>> old_pack = choose_pack(before, std::nullopt);
  if (!old_pack) return Err(service::refusal_of(old_pack.error()));
  const Result<Pack, std::vector<Problem>> new_pack = choose_pack(after, std::nullopt);
  if (!new_pack) return Err(service::refusal_of(new_pack.error()));
  const std::vector<policy::Change> changes = policy::diff(*old_pack, *new_pack);
  std::string text;
  std::vector<JsonValue> items;
  for (const policy::Change& change : changes) {
    text += change.path + "\n  - " + (change.before.empty() ? "无 nothing" : change.before) + "\n  + " +
            (change.after.empty() ? "无 nothing" : change.after) + "\n";
    JsonMembers members{{"path", policy::json_text(change.path)}};
    if (!change.before.empty()) members.emplace_back("before", *parse_canonical_json(change.before));
    if (!change.after.empty()) members.emplace_back("after", *parse_canonical_json(change.after));
    items.push_back(JsonValue::make_object(std::move(members)));
  }
  if (format != Format::Json) return text.empty() ? std::string("没有不同 no difference\n") : text;
  return JsonValue::make_object({{"changes", JsonValue::make_array(std::move(items))}}).bytes();
}

std::string policy_fields() { return policy::fields_document(); }

TextResult list_rules(const PackChoice& choice, Format format) {
  const Result<Pack, std::vector<Problem>> pack = choose_pack(choice, std::nullopt);
  if (!pack) return Err(service::refusal_of(pack.error()));
  Table table({"rules", "规则", "Rules"}, {text_column("rule", "规则", "rule"), text_column("kind", "种类", "kind"),
                                           text_column("title", "名称", "title"),
                                           text_column("title_en", "英文名称", "English title"),
                                           text_column("valid", "有效期", "in force")});
  for (const Rule& rule : pack->rules) {
    const std::string valid = policy::to_text(rule.validity);
    table.add_row(RowKind::Line, {rule.id, Value(rule.kind->name), rule.title, rule.title_en, valid});
  }
  return rendered(table, format);
}

TextResult show_rule(const PackChoice& choice, const std::string& rule, Format format) {
  const Result<Pack, std::vector<Problem>> pack = choose_pack(choice, std::nullopt);
  if (!pack) return Err(service::refusal_of(pack.error()));
  std::string text;
  std::vector<JsonValue> versions;
  for (const Rule& one : pack->rules) {
    if (one.id != rule) continue;
    text += (text.empty() ? "" : "\n") + rule_text(one);
    versions.push_back(rule_json(one));
  }
  if (versions.empty()) return Err(refusal_of(policy::rule_in_force(*pack, rule, Date()).error()));
  if (format != Format::Json) return text;
  if (versions.size() == 1) return versions.front().bytes();
  return JsonValue::make_object({{"versions", JsonValue::make_array(std::move(versions))}}).bytes();
}

TextResult evaluate_rule(const PackChoice& choice, const RuleQuestion& question, Format format) {
  const Result<std::optional<Date>, Refusal> day = day_of(question);
  if (!day) return Err(day.error());
  const Result<Pack, std::vector<Problem>> chosen = choose_pack(choice, *day);
  if (!chosen) return Err(service::refusal_of(chosen.error()));
  RuleQuestion asked = question;
  asked.tables = shelf_tables(choice.site);
  return answer_of(*chosen, asked, *day, format);
}

TextResult evaluate_rule(const BookPlace& place, const RuleQuestion& question, Format format) {
  const Result<std::optional<Date>, Refusal> day = day_of(question);
  if (!day) return Err(day.error());
  RuleQuestion asked = question;
  const Date on = day->value_or(question.today);
  const Result<Pack, Refusal> pack = adopted_pack_of(place, asked.rule, on);
  if (!pack) return Err(pack.error());
  asked.tables = adopted_tables(place);
  return answer_of(*pack, asked, on, format);
}

}  // namespace mingzhang::service
