// SPDX-License-Identifier: Apache-2.0
// Shares of the register.
#include "reports/register_structure.h"

#include <utility>
#include <vector>

#include "reports/heading.h"
#include "reports/percent.h"

namespace mingzhang::reports {
namespace {

using households::Count;

households::HouseholdFilter listed_in(const std::string& division) {
  return {division, "", households::listed_statuses(), ""};
}

Table table_of(const Caption& title, const Column& first, const ledger::BookHead& book, Date as_of,
               const std::string& division, std::vector<Column> more) {
  std::vector<Column> columns{first,
                              {{"households", "户数", "households"}, CellKind::Count},
                              {{"household_share", "占户数", "of households"}, CellKind::Text},
                              {{"persons", "人数", "persons"}, CellKind::Count},
                              {{"person_share", "占人数", "of persons"}, CellKind::Text}};
  columns.insert(columns.end(), more.begin(), more.end());
  Table table(title, std::move(columns));
  table.add_fact({"book", "账套", "book"}, book.name);
  table.add_fact({"as_of", "截至", "as of"}, as_of);
  if (!division.empty()) table.add_fact({"division", "区划", "division"}, division);
  return table;
}

/// A row with the shares of `count`; `more` are the cells behind them.
void add_shares(Table& table, const std::string& name, const Count& count, const Count& whole,
                const std::vector<Value>& more) {
  // A value only refers to its text, which must live until the row has been added.
  const std::string of_households = percent_text(households::share_of(count.households, whole.households));
  const std::string of_persons = percent_text(households::share_of(count.persons, whole.persons));
  std::vector<Value> cells{name, Value::count(count.households), of_households, Value::count(count.persons), of_persons};
  cells.insert(cells.end(), more.begin(), more.end());
  table.add_row(RowKind::Line, cells);
}

}  // namespace

Table cause_table(const ledger::BookHead& book, households::RegisterStore& store, Date as_of, const std::string& division) {
  const std::vector<households::CauseCount> causes = households::cause_table(store, as_of, listed_in(division));
  Table table = table_of({"causes", "致贫原因结构表", "Causes of poverty"}, {{"cause", "主要致贫原因", "main cause"}, CellKind::Text},
                         book, as_of, division,
                         {{{"mentioned_households", "提及户", "mentioned by households"}, CellKind::Count},
                          {{"mentioned_persons", "提及人", "persons in them"}, CellKind::Count}});
  Count whole;
  for (const households::CauseCount& cause : causes) whole += cause.main;
  if (whole.persons == 0) return table;
  for (const households::CauseCount& cause : causes) {
    add_shares(table, cause.cause, cause.main, whole,
               {Value::count(cause.mentioned.households), Value::count(cause.mentioned.persons)});
  }
  table.add_row(RowKind::Sum, {"合计 total", Value::count(whole.households), Value(), Value::count(whole.persons), Value(),
                               Value(), Value()});
  return table;
}

Table class_table(const ledger::BookHead& book, households::RegisterStore& store, Date as_of, const std::string& division) {
  const std::vector<households::ClassCount> classes = households::class_table(store, as_of, listed_in(division));
  Table table = table_of({"classes", "类别结构表", "Classes of households"}, {{"class", "类别", "class"}, CellKind::Text}, book,
                         as_of, division, {});
  Count whole;
  for (const households::ClassCount& row : classes) whole += row.count;
  if (whole.persons == 0) return table;
  for (const households::ClassCount& row : classes) {
    add_shares(table, row.household_class, row.count, whole, {});
  }
  table.add_row(RowKind::Sum, {"合计 total", Value::count(whole.households), Value(), Value::count(whole.persons), Value()});
  return table;
}

}  // namespace mingzhang::reports
