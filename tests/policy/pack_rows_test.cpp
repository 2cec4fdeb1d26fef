// SPDX-License-Identifier: Apache-2.0
// Nothing of the five documents is left out: each row of facts about them stands in a rule, and each rule quotes its words.
#include <algorithm>
#include <iostream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/json.h"
#include "policy/pack.h"
#include "tests/policy/pack_files.h"
#include "tests/support/catch.h"

namespace {

using mingzhang::JsonValue;
using mingzhang::policy::Pack;
using mingzhang::policy::Rule;
using mingzhang::tests::list_lines;
using mingzhang::tests::pieces_of;
using mingzhang::tests::project_file;
using mingzhang::tests::rules_named;
using mingzhang::tests::seed_packs;
using mingzhang::tests::without_spaces;

struct PackRow {
  std::string table;
  std::string item;
  std::string rules;  ///< "pack/rule,pack/rule", or "– reason"

  bool has_rules() const { return rules.rfind("–", 0) != 0; }
};

std::vector<PackRow> listed_rows() {
  std::vector<PackRow> rows;
  for (const std::string& line : list_lines("pack_rows.txt")) {
    const std::vector<std::string> cells = pieces_of(line, "|");
    CAPTURE(line);
    REQUIRE(cells.size() == 3);
    rows.push_back({cells[0], cells[1], cells[2]});
  }
  return rows;
}

/// The first cell of each row of the tables 1.1 to 1.5, without emphasis, as "table|item".
std::vector<std::string> rows_of_tables(const std::string& text) {
  std::vector<std::string> rows;
  std::string table;
  for (const std::string& line : pieces_of(text, "\n")) {
    if (line.rfind("## ", 0) == 0) table.clear();
    if (line.rfind("### ", 0) == 0) table = line.substr(4, 3);
    const bool is_wanted = table >= "1.1" && table <= "1.5" && line.rfind("| ", 0) == 0;
    if (!is_wanted || line.rfind("| item |", 0) == 0) continue;
    std::string item = pieces_of(line, "|")[1];
    item.erase(std::remove(item.begin(), item.end(), '*'), item.end());
    rows.push_back(table + "|" + item);
  }
  return rows;
}

}  // namespace

TEST_CASE("every row of facts about the five documents has its rules in the packs", "[policy][packs]") {
  // Rows of the five tables, counted by hand.
  const std::map<std::string, int> kRows{{"1.1", 20}, {"1.2", 28}, {"1.3", 8}, {"1.4", 8}, {"1.5", 11}};
  std::map<std::string, int> counted;
  std::set<std::string> seen;
  int without_rules = 0;
  for (const PackRow& row : listed_rows()) {
    CAPTURE(row.table, row.item);
    CHECK(seen.insert(row.table + "|" + row.item).second);
    ++counted[row.table];
    if (!row.has_rules()) {
      ++without_rules;
      CHECK(row.rules.size() > std::string("– ").size());
      continue;
    }
    for (const std::string& name : pieces_of(row.rules, ",")) {
      CAPTURE(name);
      const std::vector<const Rule*> rules = rules_named(name);
      CHECK(!rules.empty());
      for (const Rule* rule : rules) CHECK(!rule->source.quote.empty());
    }
  }
  CHECK(counted == kRows);
  // The slip of numbering in the report of Fengqing is the only row that is neither a rule nor a figure.
  CHECK(without_rules == 1);
}

TEST_CASE("every rule of the seed packs belongs to a row of facts", "[policy][packs]") {
  std::set<std::string> named;
  for (const PackRow& row : listed_rows()) {
    for (const std::string& name : pieces_of(row.rules, ",")) named.insert(name);
  }
  for (const Pack& pack : seed_packs()) {
    for (const Rule& rule : pack.rules) {
      CAPTURE(pack.id, rule.id);
      CHECK(named.count(pack.id + "/" + rule.id) == 1);
    }
  }
}

TEST_CASE("the seed packs quote their documents word for word", "[policy][packs]") {
  // Two quotes held here, so that the claim means something where the documents are not at hand.
  const std::vector<const Rule*> fund = rules_named("kundulun-2016/district-fund");
  REQUIRE(fund.size() == 1);
  CHECK(fund.front()->source.quote == "设立区专项扶贫基金100万元,由政府出资70%,募集20%,社会捐赠10%");
  const std::vector<const Rule*> budget = rules_named("weining-2016/county-budget");
  REQUIRE(budget.size() == 1);
  CHECK(budget.front()->source.quote == "县财政每年按每个贫困人口150元的标准预算专项财政扶贫资金");
  for (const Pack& pack : seed_packs()) {
    const auto document = project_file("../shared/seeds/" + pack.document.file);
    if (!document) continue;
    const std::string words = without_spaces(*document);
    for (const Rule& rule : pack.rules) {
      CAPTURE(pack.id, rule.id, rule.source.quote);
      CHECK(words.find(without_spaces(rule.source.quote)) != std::string::npos);
    }
  }
}

TEST_CASE("the exit lists of Dingxi carry 19, 17 and 12 items in the document's words", "[policy][packs]") {
  // 定发﹝2015﹞13号 三(二): 县区脱贫目标(19项), 贫困村脱贫目标(17项), 贫困户脱贫目标(共12项).
  const std::map<std::string, std::size_t> kItems{{"exit-county", 19}, {"exit-village", 17}, {"exit-household", 12}};
  for (const auto& [id, count] : kItems) {
    const std::vector<const Rule*> rules = rules_named("dingxi-2015-13/" + id);
    REQUIRE(rules.size() == 1);
    const JsonValue* items = rules.front()->parameters.find("items");
    REQUIRE(items != nullptr);
    CHECK(items->items().size() == count);
    const auto document = project_file("../shared/seeds/001_ae2a47cac8515411.txt");
    if (!document) continue;
    const std::string words = without_spaces(*document);
    for (const JsonValue& item : items->items()) {
      const std::string* title = item.find("title")->as_text();
      REQUIRE(title != nullptr);
      CAPTURE(id, *title);
      CHECK(words.find(without_spaces(*title)) != std::string::npos);
    }
  }
}

TEST_CASE("every row of the tables of facts is listed once", "[policy][packs]") {
  const auto tables = project_file("../shared/reference/policy.md");
  if (!tables) return;
  std::vector<std::string> listed;
  for (const PackRow& row : listed_rows()) listed.push_back(row.table + "|" + row.item);
  const std::vector<std::string> wanted = rows_of_tables(*tables);
  std::cout << "rows of facts: " << wanted.size() << ", listed: " << listed.size() << "\n";
  CHECK(listed == wanted);
}
