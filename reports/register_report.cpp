// SPDX-License-Identifier: Apache-2.0
// Counts the register in independent ways and compares them.
#include "reports/register_report.h"

#include <array>
#include <string_view>
#include <unordered_set>

#include "households/census.h"
#include "reports/heading.h"
#include "reports/percent.h"

namespace mingzhang::reports {
namespace {

using households::Count;
using households::Division;
using households::DivisionLevel;

/// The same whole, counted in five ways.
struct Totals {
  Count by_person;  ///< households that have members, and their members one by one
  Count by_household;
  std::array<Count, 3> by_level;  ///< county, township, village

  bool agrees() const {
    bool is_same = by_person == by_household;
    for (const Count& count : by_level) is_same = is_same && count == by_household;
    return is_same;
  }
};

/// Persons are counted in their stays, not in what the households say of them.
void count_one_by_one(households::RegisterStore& store, Date date, Totals& totals) {
  std::unordered_set<std::string> listed;
  store.spells_on(date, [&](const households::Spell& spell) {
    if (!households::is_listed(spell.state.status)) return;
    totals.by_household.add(spell.state);
    listed.insert(spell.household);
  });
  std::string last;
  store.stays_on(date, [&](const households::Stay& stay) {
    if (!listed.contains(stay.household)) return;
    ++totals.by_person.persons;
    if (stay.household != last) ++totals.by_person.households;
    last = stay.household;
  });
}

void add_sum(Table& table, const char* words, const Count& count) {
  table.add_row(RowKind::Sum, {Value(), words, Value(), Value::count(count.households), Value::count(count.persons)});
}

void add_count(Table& table, RowKind kind, const std::string& item, const std::string& reason, const Count& count) {
  table.add_row(kind, {item, reason.empty() ? Value() : Value(reason), Value::count(count.households),
                       Value::count(count.persons), Value(), Value(), Value(), Value()});
}

void add_movement(Table& table, const households::MovementTable& movements, households::Movement movement) {
  const std::string item = (is_inward(movement) ? "＋ " : "－ ") + std::string(chinese_of(movement)) + " " +
                           std::string(word_of(movement));
  add_count(table, RowKind::Line, item, "", movements.of(movement));
  const auto reasons = movements.reasons.find(movement);
  if (reasons == movements.reasons.end()) return;
  for (const auto& [reason, count] : reasons->second) {
    add_count(table, RowKind::Line, "其中 of these", reason.empty() ? "未写明 not given" : reason, count);
  }
}

void add_rate(Table& table, const char* item, const households::MistakeRate& rate) {
  const bool has_base = rate.base.households > 0 && rate.base.persons > 0;
  const std::string of_households = has_base ? percent_text(rate.household_share) : std::string("无基数 no base");
  const std::string of_persons = has_base ? percent_text(rate.person_share) : std::string("无基数 no base");
  table.add_row(RowKind::Line, {item, Value(), Value::count(rate.mistakes.households), Value::count(rate.mistakes.persons),
                                Value::count(rate.base.households), Value::count(rate.base.persons), of_households,
                                of_persons});
}

}  // namespace

Table register_table(const ledger::BookHead& book, households::RegisterStore& store, Date as_of) {
  Totals totals;
  count_one_by_one(store, as_of, totals);
  const std::vector<households::DivisionCount> rows =
      households::roll_up(store, as_of, {"", "", households::listed_statuses(), ""});
  for (const households::DivisionCount& row : rows) {
    const auto level = static_cast<std::size_t>(row.division.level) - 1;
    if (level >= totals.by_level.size()) continue;  // groups stand inside their villages
    totals.by_level[level].households += row.count.households;
    totals.by_level[level].persons += row.count.persons;
  }
  Table table({"register", "建档立卡户分级汇总", "Register by division"},
              {{{"division", "区划", "division"}, CellKind::Text},
               {{"name", "名称", "name"}, CellKind::Text},
               {{"level", "级别", "level"}, CellKind::Text},
               {{"households", "户数", "households"}, CellKind::Count},
               {{"persons", "人数", "persons"}, CellKind::Count}});
  table.add_fact({"book", "账套", "book"}, book.name);
  table.add_fact({"as_of", "截至", "as of"}, as_of);
  table.add_fact({"agrees", "逐级核对", "levels agree"}, totals.agrees() ? "一致 yes" : "不一致 NO");
  for (const households::DivisionCount& row : rows) {
    const int level = static_cast<int>(row.division.level) - 1;
    table.add_row(RowKind::Line,
                  {row.division.code, row.division.name, chinese_of(row.division.level),
                   Value::count(row.count.households), Value::count(row.count.persons)},
                  level);
  }
  add_sum(table, "逐人 person by person", totals.by_person);
  add_sum(table, "逐户 household by household", totals.by_household);
  add_sum(table, "各村 villages", totals.by_level[2]);
  add_sum(table, "各乡镇 townships", totals.by_level[1]);
  add_sum(table, "各县 counties", totals.by_level[0]);
  return table;
}

Table dynamic_table(const ledger::BookHead& book, households::RegisterStore& store, const DynamicQuestion& question) {
  using households::Movement;
  const households::MovementTable movements =
      households::movement_table(store, question.from, question.to, question.division);
  Table table({"dynamic", "动态管理", "Dynamic management"},
              {{{"item", "项目", "item"}, CellKind::Text},
               {{"reason", "原因", "reason"}, CellKind::Text},
               {{"households", "户数", "households"}, CellKind::Count},
               {{"persons", "人数", "persons"}, CellKind::Count},
               {{"base_households", "基数户", "of households"}, CellKind::Count},
               {{"base_persons", "基数人", "of persons"}, CellKind::Count},
               {{"household_rate", "户比例", "rate of households"}, CellKind::Text},
               {{"person_rate", "人比例", "rate of persons"}, CellKind::Text}});
  table.add_fact({"book", "账套", "book"}, book.name);
  table.add_fact({"from", "自", "from"}, question.from);
  table.add_fact({"to", "至", "to"}, plus_days(question.to, -1));
  if (!question.division.empty()) table.add_fact({"division", "区划", "division"}, question.division);
  add_count(table, RowKind::Line, "期初在册 listed at the opening", "", movements.opening);
  for (const Movement movement : {Movement::Entered, Movement::Returned, Movement::MovedIn, Movement::Joined,
                                  Movement::Exited, Movement::Removed, Movement::MovedOut, Movement::Left}) {
    add_movement(table, movements, movement);
  }
  add_count(table, RowKind::Line, "净变动 net", "", movements.net());
  add_count(table, RowKind::Sum, "期末在册 listed at the end", "", movements.closing);
  const households::MistakeRates rates = households::mistake_rates(movements, question.mistakes);
  add_rate(table, "错评 wrongly in", rates.wrongly_in);
  add_rate(table, "漏评 missed", rates.missed);
  add_rate(table, "错退 wrongly out", rates.wrongly_out);
  return table;
}

}  // namespace mingzhang::reports
