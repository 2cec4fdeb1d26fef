// SPDX-License-Identifier: Apache-2.0
// Builds the tables of indicators, allocations and projects.
#include "service/reading/funds.h"

#include "base/text.h"
#include "funds/funds_outcome.h"
#include "service/reading/funds_table.h"
#include "service/reading/render.h"

namespace mingzhang::service {
namespace {

using funds::FundsOutcome;
using reports::RowKind;
using reports::Table;
using reports::Value;

Table indicators_table(funds::FundsStore& store) {
  Table table({"indicators", "指标", "Indicators"},
              {text_column("indicator", "指标", "indicator"), text_column("document", "文号", "document"),
               text_column("level", "层级", "level"), text_column("purpose", "用途", "purpose"),
               date_column("date", "下达日期", "granted on"), money_column("amount", "指标数", "amount"),
               money_column("allocated", "已拨付", "allocated"), money_column("returned", "已收回", "returned"),
               money_column("listed", "列入清单", "on lists"), money_column("benefits", "到人补助", "benefits"),
               money_column("left", "可用", "left"), money_column("spent", "已支出", "spent")});
  Money amount, left, spent;
  for (const funds::Indicator& one : store.indicators()) {
    table.add_row(RowKind::Line, {one.code, one.document, funds::chinese_of(one.level), one.purpose, one.date, one.amount,
                                  one.allocated, one.returned, one.listed, one.benefits, one.left(), one.spent()});
    amount += one.amount;
    left += one.left();
    spent += one.spent();
  }
  table.add_row(RowKind::Sum, {"合计 total", Value(), Value(), Value(), Value(), amount, Value(), Value(), Value(),
                               Value(), left, spent});
  return table;
}

Table movements_table(const funds::Indicator& indicator, funds::FundsStore& store) {
  Table table({"indicator", "指标台账", "Indicator"},
              {date_column("date", "日期", "date"), text_column("movement", "单号", "movement"),
               text_column("kind", "业务", "kind"), text_column("project", "项目", "project"),
               money_column("amount", "金额", "amount"), count_column("record", "记录", "record"),
               count_column("vouchers", "凭证数", "vouchers")});
  table.add_fact({"indicator", "指标", "indicator"}, indicator.code);
  table.add_fact({"document", "文号", "document"}, indicator.document);
  if (!indicator.assumption.empty()) table.add_fact({"assumption", "假设", "assumption"}, indicator.assumption);
  table.add_fact({"granted", "指标数", "granted"}, indicator.amount);
  table.add_fact({"left", "可用", "left"}, indicator.left());
  table.add_fact({"spent", "已支出", "spent"}, indicator.spent());
  store.movements_of(indicator.id, [&table](const funds::Movement& one) {
    const std::string kind = std::string(funds::chinese_of(one.kind)) + " " + std::string(funds::word_of(one.kind));
    table.add_row(RowKind::Line, {one.date, one.code, kind, filled(one.project), one.amount, Value::count(one.seq),
                                  Value::count(one.vouchers)});
  });
  return table;
}

Table targets_table(funds::FundsStore& store) {
  Table table({"allocations", "拨付", "Allocations"},
              {text_column("target", "拨付对象", "target"), text_column("indicator", "指标", "indicator"),
               text_column("kind", "类别", "kind"), text_column("subject", "单位", "subject"),
               text_column("project", "项目", "project"), date_column("date", "日期", "date"),
               money_column("amount", "拨付", "amount"), money_column("returned", "收回", "returned"),
               money_column("reimbursed", "报账", "reported"), money_column("advanced", "预付", "advances"),
               money_column("listed", "列入清单", "on lists"), money_column("left", "结存", "left")});
  for (const funds::Target& one : store.targets()) {
    const std::optional<funds::Movement> allocation = store.movement(one.key.allocation);
    const std::optional<funds::Indicator> indicator = store.indicator(one.indicator);
    const std::string name = allocation ? allocation->code + "/" + std::to_string(one.key.number) : std::string();
    const std::string code = indicator ? indicator->code : std::string();
    table.add_row(RowKind::Line, {name, code, funds::chinese_of(one.kind), one.subject, filled(one.project), one.date,
                                  one.amount, one.returned, one.reimbursed, one.advanced, one.listed, one.left()});
  }
  return table;
}

Table gates_table(const funds::ProjectPlan& plan, funds::FundsStore& store) {
  Table table({"project", "项目与关口", "Project and gates"},
              {count_column("gate", "序号", "number"), text_column("name", "关口", "gate"),
               text_column("state", "状态", "state"), date_column("signed_on", "签认日期", "signed on"),
               text_column("signed_by", "签认单位", "signed by"), text_column("evidence", "凭据", "evidence")});
  table.add_fact({"project", "项目", "project"}, plan.code);
  table.add_fact({"project_title", "名称", "title"}, plan.title);
  table.add_fact({"place", "地点", "place"}, plan.place);
  table.add_fact({"budget", "预算", "budget"}, plan.budget);
  for (const funds::Gate& gate : store.gates_of(plan.id)) {
    const bool is_signed = !gate.signed_by.empty();
    std::string state = is_signed ? "已签认 signed" : "未签认 open";
    if (gate.number == plan.money_gate) state += "（报账关口 money）";
    table.add_row(RowKind::Line, {Value::count(gate.number), gate.name, state,
                                  is_signed ? Value(gate.signed_on) : Value(), filled(gate.signed_by),
                                  filled(gate.evidence)});
  }
  return table;
}

}  // namespace

TextResult read_funds(const BookPlace& place, const ReadFunds& body) {
  return read_book(place, [&](BookReading& reading) -> TextResult {
    const auto store = place.opened.funds->funds_of(reading.head.id);
    return body(*store, reading);
  });
}

Refusal unknown(FundsOutcome outcome, std::string_view code) {
  return refusal(funds::info_of(outcome), is_plain_text(code) ? shortened(code, 60) : std::string());
}

TextResult list_indicators(const BookPlace& place, Format format) {
  return read_funds(place, [&](funds::FundsStore& store, BookReading&) -> TextResult {
    return rendered(indicators_table(store), format);
  });
}

TextResult show_indicator(const BookPlace& place, const std::string& code, Format format) {
  return read_funds(place, [&](funds::FundsStore& store, BookReading&) -> TextResult {
    const std::optional<funds::Indicator> indicator = store.indicator(code);
    if (!indicator) return Err(unknown(FundsOutcome::IndicatorUnknown, code));
    return rendered(movements_table(*indicator, store), format);
  });
}

TextResult list_allocations(const BookPlace& place, Format format) {
  return read_funds(place, [&](funds::FundsStore& store, BookReading&) -> TextResult {
    return rendered(targets_table(store), format);
  });
}

TextResult show_project(const BookPlace& place, const std::string& code, Format format) {
  return read_funds(place, [&](funds::FundsStore& store, BookReading&) -> TextResult {
    const std::optional<funds::ProjectPlan> plan = store.plan(code);
    if (!plan) return Err(unknown(FundsOutcome::ProjectNotPlanned, code));
    return rendered(gates_table(*plan, store), format);
  });
}

}  // namespace mingzhang::service
