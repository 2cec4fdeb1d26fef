// SPDX-License-Identifier: Apache-2.0
// Finds rules of a kind and shows them.
#include "service/policies/rule_search.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "policy/evaluate.h"
#include "reports/table.h"
#include "service/policies/asking.h"
#include "service/policies/text.h"
#include "service/reading/outcome.h"
#include "service/reading/register_place.h"
#include "service/reading/render.h"

namespace mingzhang::service {
namespace {

using policy::Pack;
using policy::PolicyOutcome;
using policy::Rule;
using reports::CellKind;
using reports::Column;
using reports::RowKind;
using reports::Table;

struct Found {
  const Pack* pack = nullptr;
  const Rule* rule = nullptr;
};

/// Every version of every rule of the kind, in the order of the packs.
std::vector<Found> rules_of(const PolicyShelf& shelf, std::string_view kind) {
  std::vector<Found> found;
  for (const Pack& pack : shelf.packs()) {
    for (const Rule& rule : pack.rules) {
      if (rule.kind->name == kind) found.push_back({&pack, &rule});
    }
  }
  return found;
}

/// The ids of the packs, each once, in their order.
std::vector<std::string> packs_of(const std::vector<Found>& found) {
  std::vector<std::string> ids;
  for (const Found& one : found) {
    if (std::find(ids.begin(), ids.end(), one.pack->id) == ids.end()) ids.push_back(one.pack->id);
  }
  return ids;
}

std::string joined(const std::vector<std::string>& packs, const std::string& rule) {
  std::string text;
  for (const std::string& pack : packs) text += (text.empty() ? "" : ", ") + pack + "/" + rule;
  return text;
}

Refusal refused(PolicyOutcome outcome, const std::string& detail) { return refusal(policy::info_of(outcome), detail); }

Column column(const char* key, const char* zh, const char* en) { return Column{{key, zh, en}, CellKind::Text, false, false}; }

/// A member of the parameters as text; empty where it is absent.
std::string text_at(const JsonValue& parameters, std::string_view key) {
  const JsonValue* member = parameters.find(key);
  if (member == nullptr) return {};
  return member->as_text() != nullptr ? *member->as_text() : member->bytes();
}

std::string column_names(const JsonValue& parameters) {
  std::string names;
  if (const JsonValue* columns = parameters.find("columns")) {
    for (const JsonValue& one : columns->items()) names += (names.empty() ? "" : " ") + text_at(one, "name");
  }
  return names;
}

JsonValue warnings_json(const std::vector<policy::Warning>& warnings) {
  std::vector<JsonValue> items;
  for (const policy::Warning& one : warnings) {
    items.push_back(JsonValue::make_object({{"sentence", policy::json_text(one.zh)}, {"sentence_en", policy::json_text(one.en)}}));
  }
  return JsonValue::make_array(std::move(items));
}

JsonValue rate_json(const Pack& pack, const std::string& table, const policy::Evaluation& answer, Date day) {
  policy::JsonMembers members{{"date", policy::json_text(to_iso(day))},
                              {"document", policy::json_text(pack.document.title)},
                              {"pack", policy::json_text(pack.id)},
                              {"sha256", policy::json_text(pack_digest(pack))},
                              {"table", policy::json_text(pack.id + "/" + table)},
                              {"version", policy::json_of(pack.version)},
                              {"warnings", warnings_json(answer.warnings)}};
  for (const auto& [key, value] : answer.result.members()) members.emplace_back(key, value);
  return JsonValue::make_object(std::move(members));
}

}  // namespace

Result<RulePlace, Refusal> find_rule(const std::vector<PackFile>& site, std::string_view kind, const std::string& word, Date day) {
  const std::size_t slash = word.rfind('/');
  const std::string pack_id = slash == std::string::npos ? std::string() : word.substr(0, slash);
  const std::string rule_id = slash == std::string::npos ? word : word.substr(slash + 1);
  const PolicyShelf shelf(site, pack_id);
  std::vector<Found> found = rules_of(shelf, kind);
  std::erase_if(found, [&](const Found& one) { return one.rule->id != rule_id || (!pack_id.empty() && one.pack->id != pack_id); });
  if (found.empty()) return Err(refused(PolicyOutcome::RuleUnknown, quotable(word) + "; " + std::string(kind)));
  if (packs_of(found).size() > 1) {
    const std::string all = joined(packs_of(found), rule_id);
    std::erase_if(found, [&](const Found& one) { return !one.pack->validity.holds(day) || !one.rule->validity.holds(day); });
    if (found.empty()) return Err(refused(PolicyOutcome::RuleNotInForce, to_iso(day) + "; " + all));
    if (packs_of(found).size() > 1) return Err(refused(PolicyOutcome::RuleInSeveral, joined(packs_of(found), rule_id)));
  }
  return RulePlace{PackChoice{found.front().pack->id, std::nullopt, site}, rule_id};
}

TextResult look_up_rate(const std::vector<PackFile>& site, const RateWords& words, Format format) {
  const Result<Date, Refusal> day = day_of(words.date, words.today);
  if (!day) return Err(day.error());
  const Result<RulePlace, Refusal> place = find_rule(site, "rate_table", words.table, *day);
  if (!place) return Err(place.error());
  const Result<Pack, std::vector<Problem>> pack = choose_pack(place->pack, *day);
  if (!pack) return Err(refusal_of(pack.error()));
  RuleQuestion question;
  question.rule = place->rule;
  if (!words.term_months.empty()) question.inputs.push_back("term_months=" + words.term_months);
  const Result<policy::Evaluation, Refusal> answer = ask_pack(*pack, pack_digest(*pack), question, *day);
  if (!answer) return Err(answer.error());
  if (format == Format::Json) return rate_json(*pack, place->rule, *answer, *day).bytes();
  return evaluation_text(*pack, **policy::rule_in_force(*pack, place->rule, *day), *answer, *day);
}

TextResult list_rates(const std::vector<PackFile>& site, Format format) {
  const PolicyShelf shelf(site, "");
  Table table({"rates", "利率表", "Rate tables"},
              {column("table", "利率表", "table"), column("title", "名称", "title"), column("title_en", "英文名称", "English title"),
               column("columns", "期限档次", "columns"), column("first", "最早", "first day"), column("latest", "最近变动", "last change"),
               column("known_until", "已知到", "known until")});
  for (const Found& one : rules_of(shelf, "rate_table")) {
    const JsonValue* rows = one.rule->parameters.find("rows");
    if (rows == nullptr || rows->items().empty()) continue;
    const std::string name = one.pack->id + "/" + one.rule->id;
    const std::string columns = column_names(one.rule->parameters);
    const std::string first = text_at(rows->items().front(), "from");
    const std::string latest = text_at(rows->items().back(), "from");
    const std::string known = text_at(one.rule->parameters, "known_until");
    table.add_row(RowKind::Line, {name, one.rule->title, one.rule->title_en, columns, first, latest, known});
  }
  return rendered(table, format);
}

TextResult list_products(const std::vector<PackFile>& site, const std::string& date, Format format) {
  const Result<Date, Refusal> day = day_of(date, Date());
  if (!day) return Err(day.error());
  const PolicyShelf shelf(site, "");
  Table table({"products", "贷款产品", "Loan products"},
              {column("product", "产品", "product"), column("title", "名称", "title"), column("title_en", "英文名称", "English title"),
               column("cap", "最高额", "cap"), column("longest_months", "最长月数", "longest months"), column("signed", "签订日", "signed on"),
               Column{{"place", "地方", "place"}, CellKind::Text, false, true}});
  for (const Found& one : rules_of(shelf, "loan_product")) {
    if (!date.empty() && !(one.pack->validity.holds(*day) && one.rule->validity.holds(*day))) continue;
    const std::string name = one.pack->id + "/" + one.rule->id;
    const std::string cap = text_at(one.rule->parameters, "cap");
    const std::string months = text_at(one.rule->parameters, "longest_months");
    const std::string valid = policy::to_text(one.rule->validity);
    table.add_row(RowKind::Line, {name, one.rule->title, one.rule->title_en, cap, months, valid, one.pack->place});
  }
  return rendered(table, format);
}

}  // namespace mingzhang::service
