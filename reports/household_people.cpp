// SPDX-License-Identifier: Apache-2.0
// Masks what names people, and lists the members of one day.
#include "reports/household_people.h"

#include <utility>
#include <vector>

#include "base/masking.h"
#include "households/divisions.h"
#include "households/household.h"
#include "reports/column.h"

namespace mingzhang::reports {
namespace {

using households::HouseholdState;

std::vector<Column> columns() {
  return {{{"person", "人员编号", "person"}, CellKind::Text},
          {{"relation", "与户主关系", "relation"}, CellKind::Text},
          {{"head", "户主", "head"}, CellKind::Text},
          {{"since", "起", "since"}, CellKind::Date},
          {{"name", "姓名", "name"}, CellKind::Text},
          {{"id_number", "身份证号", "ID number"}, CellKind::Text},
          {{"card", "银行卡号", "card"}, CellKind::Text},
          {{"phone", "电话", "phone"}, CellKind::Text},
          {{"note", "说明", "note"}, CellKind::Text}};
}

void add_state(const households::Household& household, const households::Divisions& divisions, Date date, Table& table) {
  const HouseholdState& state = household.on(date);
  std::string path;
  const households::Division* division = divisions.on_day(state.division, date);
  table.add_fact({"division", "区划", "division"}, division == nullptr ? state.division : division->code);
  for (; division != nullptr; division = divisions.parent_on(*division, date)) {
    path = division->name + (path.empty() ? "" : " ") + path;
  }
  if (!path.empty()) table.add_fact({"address", "所在", "in"}, path);
  table.add_fact({"class", "类别", "class"}, state.household_class);
  table.add_fact({"status", "状态", "status"}, households::chinese_of(state.status));
  if (!state.status_reason.empty()) table.add_fact({"status_reason", "状态原因", "reason"}, state.status_reason);
  table.add_fact({"causes", "致贫原因", "causes"}, state.causes);
  if (!state.responsible_person.empty()) {
    table.add_fact({"responsible_person", "帮扶责任人", "responsible"}, state.responsible_person);
  }
  if (!state.responsible_unit.empty()) table.add_fact({"responsible_unit", "帮扶单位", "unit"}, state.responsible_unit);
  table.add_fact({"registered", "登记日期", "registered"}, household.registered());
  table.add_fact({"persons", "人口", "persons"}, Value::count(state.persons));
}

}  // namespace

ShownPerson shown_person(const RegisterStores& stores, const std::string& person, bool is_unmasked) {
  ShownPerson shown;
  const std::optional<households::PersonalValues> values = stores.personal.get(person);
  if (!values) {
    shown.is_erased = stores.store.erasure(person).has_value();
    return shown;
  }
  if (is_unmasked) return ShownPerson{values->name, values->id_number, values->card, values->phone, false};
  shown.name = mask_name(values->name);
  shown.id_number = mask_id_card(values->id_number);
  shown.card = mask_bank_card(values->card);
  shown.phone = mask_phone(values->phone);
  return shown;
}

std::optional<Table> household_people(const RegisterStores& stores, const HouseholdQuestion& question) {
  const households::Household household(stores.store.spells_of(question.code));
  if (!household.exists() || question.date < household.registered()) return std::nullopt;
  const households::Divisions divisions(stores.store.divisions());
  Table table({"household", "户", "Household"}, columns());
  table.add_fact({"household", "户编号", "household"}, question.code);
  table.add_fact({"as_of", "截至", "as of"}, question.date);
  add_state(household, divisions, question.date, table);
  for (const households::Stay& stay : stores.store.stays_in(question.code)) {
    if (!stay.is_on(question.date)) continue;
    const ShownPerson person = shown_person(stores, stay.person, question.is_unmasked);
    table.add_row(RowKind::Line,
                  {stay.person, stay.relation, stay.is_head ? Value("是 yes") : Value(), stay.from, filled(person.name),
                   filled(person.id_number), filled(person.card), filled(person.phone),
                   person.is_erased ? Value("已抹除 erased") : Value()});
  }
  return table;
}

}  // namespace mingzhang::reports
