// SPDX-License-Identifier: Apache-2.0
// Joins the spells, the stays and the posted lines of one household.
#include "reports/household_file.h"

#include <utility>
#include <vector>

#include "households/divisions.h"
#include "households/household.h"
#include "reports/heading.h"
#include "reports/line_chain.h"
#include "reports/line_texts.h"
#include "reports/names.h"
#include "reports/sums.h"

namespace mingzhang::reports {
namespace {

constexpr const char* kHistory = "变动 history";
constexpr const char* kMembers = "成员 members";
constexpr const char* kMoney = "资金 money";

std::vector<Column> columns() {
  return {{{"part", "部分", "part"}, CellKind::Text},
          {{"date", "日期", "date"}, CellKind::Date},
          {{"item", "事项", "item"}, CellKind::Text},
          {{"text", "内容", "text"}, CellKind::Text},
          {{"fund", "资金", "fund"}, CellKind::Text},
          {{"debit", "借方", "debit"}, CellKind::Money, true},
          {{"credit", "贷方", "credit"}, CellKind::Money, true}};
}

void add_text(Table& table, const char* part, Date date, const std::string& item, const std::string& text) {
  table.add_row(RowKind::Line, {part, date, item, text.empty() ? Value() : Value(text), Value(), Value(), Value()});
}

std::string status_text(const households::HouseholdState& state) {
  std::string text(chinese_of(state.status));
  if (!state.status_reason.empty()) text += "（" + state.status_reason + "）";
  return text;
}

std::string responsible_text(const households::HouseholdState& state) {
  if (state.responsible_person.empty() && state.responsible_unit.empty()) return "无 none";
  return state.responsible_person + (state.responsible_person.empty() ? "" : " ") + state.responsible_unit;
}

/// Each thing on the days on which it became different from what it was.
void add_history(const households::Household& household, Table& table) {
  const households::HouseholdState nothing;
  for (std::size_t i = 0; i < household.spells().size(); ++i) {
    const households::Spell& spell = household.spells()[i];
    const households::HouseholdState& now = spell.state;
    const households::HouseholdState& before = i == 0 ? nothing : household.spells()[i - 1].state;
    const bool is_first = i == 0;
    const auto add = [&](bool is_changed, const char* item, const std::string& text) {
      if (is_first || is_changed) add_text(table, kHistory, spell.from, item, text);
    };
    add(now.status != before.status || now.status_reason != before.status_reason, "状态 status", status_text(now));
    add(now.household_class != before.household_class, "类别 class", now.household_class);
    add(now.division != before.division, "区划 division", now.division);
    add(now.causes != before.causes, "致贫原因 causes", now.causes);
    const bool has_other = now.responsible_person != before.responsible_person || now.responsible_unit != before.responsible_unit;
    if (has_other) add_text(table, kHistory, spell.from, "帮扶责任 responsible", responsible_text(now));
    add(now.persons != before.persons, "人口 persons", std::to_string(now.persons));
  }
}

void add_members(const RegisterStores& stores, const std::string& code, Table& table) {
  for (const households::Stay& stay : stores.store.stays_in(code)) {
    const ShownPerson person = shown_person(stores, stay.person, false);
    std::string text = stay.person + " " + stay.relation + (stay.is_head ? " 户主 head" : "");
    for (const std::string* value : {&person.name, &person.id_number, &person.card, &person.phone}) {
      if (!value->empty()) text += " " + *value;
    }
    if (person.is_erased) text += " 个人信息已抹除 values erased";
    add_text(table, kMembers, stay.from, "入户 joined" + (stay.reason_in.empty() ? "" : " " + stay.reason_in), text);
    if (stay.to == households::open_end()) continue;
    add_text(table, kMembers, stay.to, "离户 left" + (stay.reason_out.empty() ? "" : " " + stay.reason_out), stay.person);
  }
}

void add_money(ledger::LedgerStore& ledger, VoucherReader& reader, const std::string& code, Table& table) {
  const std::optional<ledger::Subject> subject = ledger.subject(code);
  if (!subject) return;
  const Names names(ledger);
  LineTexts texts(ledger, reader);
  std::vector<ledger::PostedLine> lines;
  for (const ledger::Detail& row : ledger.details_of(subject->id)) append_lines(ledger, row, lines);
  sort_by_date(lines);
  Sums sums;
  for (const ledger::PostedLine& line : lines) {
    const ledger::Account& account = names.account(line.account);
    const bool is_debit = line.side == ledger::Side::Debit;
    const std::string item = std::string(texts.voucher(line)) + " " + std::string(texts.summary(line));
    const std::string text = account.code + " " + account.name;
    table.add_row(RowKind::Line, {kMoney, line.date, item, text, names.fund_code(line.fund),
                                  is_debit ? line.amount : Money(), is_debit ? Money() : line.amount});
    sums.add(line.side, line.amount);
  }
  table.add_row(RowKind::Sum, {kMoney, Value(), "合计 total", Value(), Value(), Value::fen(sums.debit), Value::fen(sums.credit)});
}

}  // namespace

std::optional<Table> household_file(const RegisterStores& stores, ledger::LedgerStore& ledger, VoucherReader& reader,
                                    const std::string& code) {
  const households::Household household(stores.store.spells_of(code));
  if (!household.exists()) return std::nullopt;
  Table table({"household-file", "一户一台账", "Household file"}, columns());
  add_book_facts(ledger, table);
  table.add_fact({"household", "户编号", "household"}, code);
  add_history(household, table);
  add_members(stores, code, table);
  add_money(ledger, reader, code, table);
  return table;
}

}  // namespace mingzhang::reports
