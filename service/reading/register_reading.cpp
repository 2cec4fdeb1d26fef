// SPDX-License-Identifier: Apache-2.0
// Builds the lists of the register.
#include "service/reading/register_reading.h"

#include <utility>

#include "base/text.h"
#include "households/census.h"
#include "households/codes.h"
#include "households/register_outcome.h"
#include "reports/column.h"
#include "reports/household_people.h"
#include "reports/table.h"
#include "service/reading/outcome.h"
#include "service/reading/register_place.h"
#include "service/reading/render.h"

namespace mingzhang::service {
namespace {

using households::DivisionCount;
using households::HouseholdFilter;
using reports::CellKind;
using reports::Column;
using reports::RowKind;
using reports::Table;
using reports::Value;
using reports::count_column;
using reports::date_column;
using reports::filled;
using reports::text_column;

Result<HouseholdFilter, Refusal> filter_of(const RegisterQuery& query) {
  HouseholdFilter filter;
  filter.division = query.division;
  filter.household_class = query.household_class;
  filter.main_cause = query.cause;
  for (const std::string& word : query.statuses) {
    const std::optional<households::Status> status = households::parse_status(word);
    if (!status) return Err(refusal(ReadingOutcome::StatusBad, quotable(word)));
    filter.statuses.push_back(*status);
  }
  return filter;
}

Table household_table(Date date, const std::vector<households::ListedHousehold>& listed) {
  Table table({"households", "户", "Households"},
              {text_column("household", "户编号", "household"), text_column("division", "区划", "division"),
               text_column("class", "类别", "class"), text_column("status", "状态", "status"),
               text_column("causes", "致贫原因", "causes"), count_column("persons", "人口", "persons"),
               text_column("responsible_person", "帮扶责任人", "responsible"),
               text_column("responsible_unit", "帮扶单位", "unit")});
  table.add_fact({"as_of", "截至", "as of"}, date);
  table.reserve(listed.size() + 1);
  std::int64_t persons = 0;
  for (const households::ListedHousehold& one : listed) {
    persons += one.state.persons;
    table.add_row(RowKind::Line,
                  {one.household, filled(one.division), one.state.household_class,
                   households::chinese_of(one.state.status), one.state.causes, Value::count(one.state.persons),
                   filled(one.state.responsible_person), filled(one.state.responsible_unit)});
  }
  const std::string total = "合计 total " + std::to_string(listed.size());
  table.add_row(RowKind::Sum,
                {total, Value(), Value(), Value(), Value(), Value::count(persons), Value(), Value()});
  return table;
}

}  // namespace

TextResult read_register(const BookPlace& place, const std::function<TextResult(RegisterReading&)>& body) {
  return read_book(place, [&](BookReading& book) {
    const auto store = place.opened.registers->register_of(book.head.id.value);
    const auto personal = place.opened.registers->personal_of(book.head.id.value);
    RegisterReading reading{book, *store, *personal};
    return body(reading);
  });
}

Result<Date, Refusal> day_of(const std::string& text, Date today) {
  if (text.empty()) return today;
  const std::optional<Date> date = parse_date(text);
  if (!date) return Err(refusal(ReadingOutcome::DateBad, quotable(text)));
  return *date;
}

Refusal household_unknown(std::string_view code) {
  return refusal(households::info_of(households::RegisterOutcome::HouseholdUnknown),
                 households::is_opaque_code(code) ? std::string(code) : std::string());
}

TextResult list_divisions(const BookPlace& place, const RegisterQuery& query, Format format) {
  const Result<Date, Refusal> date = day_of(query.as_of, query.today);
  if (!date) return Err(date.error());
  return read_register(place, [&](RegisterReading& reading) -> TextResult {
    Table table({"divisions", "行政区划", "Divisions"},
                {text_column("division", "代码", "code"), text_column("name", "名称", "name"),
                 text_column("level", "级别", "level"), text_column("parent", "上级", "above"),
                 date_column("from", "启用", "from"), date_column("to", "停用", "to"),
                 text_column("merged_into", "并入", "merged into")});
    table.add_fact({"as_of", "截至", "as of"}, *date);
    for (const DivisionCount& row : households::roll_up(reading.store, *date, HouseholdFilter())) {
      const households::Division& division = row.division;
      table.add_row(RowKind::Line,
                    {division.code, division.name, households::chinese_of(division.level), filled(division.parent),
                     division.from, division.to == households::open_end() ? Value() : Value(division.to),
                     filled(division.merged_into)},
                    static_cast<int>(division.level) - 1);
    }
    return rendered(table, format);
  });
}

TextResult list_households(const BookPlace& place, const RegisterQuery& query, Format format) {
  const Result<Date, Refusal> date = day_of(query.as_of, query.today);
  if (!date) return Err(date.error());
  const Result<HouseholdFilter, Refusal> filter = filter_of(query);
  if (!filter) return Err(filter.error());
  return read_register(place, [&](RegisterReading& reading) -> TextResult {
    const households::Divisions divisions(reading.store.divisions());
    if (!query.division.empty() && divisions.on_day(query.division, *date) == nullptr) {
      return Err(refusal(households::info_of(households::RegisterOutcome::DivisionUnknown),
                         households::is_division_code(query.division) ? query.division : std::string()));
    }
    return rendered(household_table(*date, households::households_in(reading.store, *date, *filter)), format);
  });
}

TextResult show_household(const BookPlace& place, const std::string& code, const RegisterQuery& query,
                          Format format) {
  const Result<Date, Refusal> date = day_of(query.as_of, query.today);
  if (!date) return Err(date.error());
  return read_register(place, [&](RegisterReading& reading) -> TextResult {
    const std::optional<Table> table = reports::household_people(
        {reading.store, reading.personal}, {code, *date, query.is_unmasked});
    if (!table) return Err(household_unknown(code));
    return rendered(*table, format);
  });
}

}  // namespace mingzhang::service
