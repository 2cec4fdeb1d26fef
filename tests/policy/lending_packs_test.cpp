// SPDX-License-Identifier: Apache-2.0
// The packs about lending, rates and working days: what holds between them and within them.
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "policy/load.h"
#include "policy/shipped.h"
#include "tests/policy/pack_files.h"
#include "tests/support/catch.h"

namespace {

using mingzhang::JsonValue;
using mingzhang::policy::Pack;
using mingzhang::policy::Rule;
using mingzhang::tests::pieces_of;
using mingzhang::tests::project_file;
using mingzhang::tests::shipped_pack;

std::vector<const Pack*> all_packs() {
  std::vector<const Pack*> packs;
  for (const auto& shipped : mingzhang::policy::shipped_packs()) {
    const std::string name(shipped.file_name);
    packs.push_back(&shipped_pack(name.substr(0, name.find(".json"))));
  }
  return packs;
}

/// Every "table" anywhere in the parameters.
void add_tables(const JsonValue& value, std::set<std::string>& tables) {
  for (const auto& [key, member] : value.members()) {
    if (key == "table" && member.as_text() != nullptr) tables.insert(*member.as_text());
    add_tables(member, tables);
  }
  for (const JsonValue& item : value.items()) add_tables(item, tables);
}

std::vector<std::string> texts_of(const JsonValue* list) {
  std::vector<std::string> texts;
  if (list == nullptr) return texts;
  for (const JsonValue& item : list->items()) texts.push_back(*item.as_text());
  return texts;
}

/// 0 Monday … 6 Sunday; 2001-01-01 was a Monday.
std::int64_t weekday(const std::string& day) {
  const auto days = mingzhang::days_between(*mingzhang::parse_date("2001-01-01"), *mingzhang::parse_date(day));
  return days % 7;
}

const std::vector<JsonValue>& calendar_years() {
  static const std::vector<JsonValue> years = [] {
    const auto& items = shipped_pack("work-calendar-2014").rules.front().parameters.find("years")->items();
    return std::vector<JsonValue>(items.begin(), items.end());
  }();
  return years;
}

}  // namespace

TEST_CASE("every rate table that a shipped rule names is shipped", "[policy][packs]") {
  std::set<std::string> tables;
  for (const Pack* pack : all_packs()) {
    for (const Rule& rule : pack->rules) add_tables(rule.parameters, tables);
  }
  CHECK(tables == std::set<std::string>{"rates-benchmark-2008/benchmark", "rates-lpr-2019/lpr-1y", "rates-lpr-2019/lpr-5y"});
  for (const std::string& table : tables) {
    CAPTURE(table);
    const auto names = pieces_of(table, "/");
    int found = 0;
    for (const Rule& rule : shipped_pack(names[0]).rules) found += rule.id == names[1] && rule.kind->name == "rate_table" ? 1 : 0;
    CHECK(found == 1);
  }
}

TEST_CASE("a quote that is not the document's own words says so, and so does its pack", "[policy][packs]") {
  int summaries = 0;
  for (const Pack* pack : all_packs()) {
    bool has_summary = false;
    for (const Rule& rule : pack->rules) has_summary = has_summary || rule.source.quote.starts_with("（转述）");
    if (!has_summary) continue;
    ++summaries;
    bool is_told = false;
    for (const auto& assumption : pack->assumptions) is_told = is_told || assumption.reason.find("概括") != std::string::npos;
    CAPTURE(pack->id);
    CHECK(is_told);
  }
  CHECK(summaries == 13);
}

TEST_CASE("the three generations of microcredit follow each other", "[policy][packs]") {
  const auto product_on = [](const char* day) {
    std::string found;
    for (const char* id : {"microcredit-2014", "microcredit-2021", "microcredit-2026"}) {
      if (rule_in_force(shipped_pack(id), "microcredit", *mingzhang::parse_date(day))) found += id;
    }
    return found;
  };
  CHECK(product_on("2014-11-30").empty());
  CHECK(product_on("2016-10-14") == "microcredit-2014");
  CHECK(product_on("2020-12-31") == "microcredit-2014");
  CHECK(product_on("2021-01-01") == "microcredit-2021");
  CHECK(product_on("2025-12-31") == "microcredit-2021");
  CHECK(product_on("2026-03-05").empty());
  CHECK(product_on("2026-03-06") == "microcredit-2026");
}

TEST_CASE("as many weekdays are off as holidays and exchanged weekends ask for", "[policy][packs]") {
  // Statutory days: 11 a year until 2024, 13 since 2025; one more in 2015, two more when the Spring Festival of 2020 grew.
  const std::map<std::string, std::size_t> more{{"2015", 1}, {"2020", 2}};
  std::size_t made_up = 0;
  for (const JsonValue& year : calendar_years()) {
    const std::string name = year.find("year")->bytes();
    const auto holidays = texts_of(year.find("holidays"));
    const auto workdays = texts_of(year.find("workdays"));
    CAPTURE(name);
    for (const std::string& day : holidays) CHECK(weekday(day) < 5);
    for (const std::string& day : workdays) CHECK(weekday(day) >= 5);
    CHECK(holidays.size() == workdays.size() + (name >= "2025" ? 13U : 11U) + (more.count(name) == 1 ? more.at(name) : 0U));
    made_up += workdays.size();
  }
  CHECK(calendar_years().size() == 13);
  CHECK(made_up == 80);
}

TEST_CASE("the weekends worked are those of the interbank calendar", "[policy][packs]") {
  const auto shared = project_file("../shared/cases/loan_schedules.json");
  if (!shared) return;
  const std::size_t start = shared->find("quantlib-china-IB-working-weekends");
  REQUIRE(start != std::string::npos);
  const std::size_t list = shared->find("\"expected\"", start);
  const std::string expected = shared->substr(list, shared->find(']', list) - list);
  std::size_t listed = 0;
  for (const JsonValue& year : calendar_years()) {
    for (const std::string& day : texts_of(year.find("workdays"))) {
      CAPTURE(day);
      CHECK(expected.find("\"" + day + "\"") != std::string::npos);
      ++listed;
    }
  }
  CHECK(listed == pieces_of(expected, ",").size());
}
