// SPDX-License-Identifier: Apache-2.0
// Builds the tables of payment lists and benefits.
#include "base/text.h"
#include "service/reading/funds.h"
#include "service/reading/funds_table.h"
#include "service/reading/render.h"

namespace mingzhang::service {
namespace {

using funds::FundsOutcome;
using reports::RowKind;
using reports::Table;
using reports::Value;

std::string state_of(const funds::DisbursementList& list) {
  if (list.is_withdrawn) return "已撤回 withdrawn";
  return list.submitted.is_zero() ? "已发放 paid" : "待发放 submitted";
}

Table lists_table(funds::FundsStore& store) {
  Table table({"disbursements", "发放清单", "Payment lists"},
              {text_column("list", "清单", "list"), text_column("indicator", "指标", "indicator"),
               text_column("title", "名称", "title"), date_column("date", "日期", "date"),
               text_column("state", "状态", "state"), count_column("rows", "行数", "rows"),
               money_column("total", "合计", "total"), money_column("submitted", "待发放", "waiting"),
               money_column("paid", "已发放", "paid"), money_column("returned", "退回", "returned"),
               money_column("repaid", "重发", "paid again"), money_column("cancelled", "不再发放", "cancelled")});
  for (const funds::DisbursementList& list : store.lists()) {
    const std::optional<funds::Indicator> indicator = store.indicator(list.indicator);
    const std::string code = indicator ? indicator->code : std::string();
    table.add_row(RowKind::Line, {list.code, code, list.title, list.date, state_of(list), Value::count(list.rows),
                                  list.total, list.submitted, list.paid, list.returned, list.repaid, list.cancelled});
  }
  return table;
}

Table rows_table(const funds::DisbursementList& list, funds::FundsStore& store) {
  Table table({"disbursement", "发放清单", "Payment list"},
              {count_column("row", "行号", "row"), text_column("household", "户", "household"),
               text_column("person", "人", "person"), money_column("amount", "金额", "amount"),
               text_column("state", "状态", "state"), date_column("changed", "状态日期", "since"),
               text_column("reason", "退回原因", "why returned")});
  table.add_fact({"list", "清单", "list"}, list.code);
  table.add_fact({"list_title", "名称", "title"}, list.title);
  table.add_fact({"state", "状态", "state"}, state_of(list));
  table.add_fact({"publicity_end", "公示至", "publicity ends"}, list.publicity_end);
  table.add_json_fact({"digest", "摘要值", "digest"}, list.digest);
  table.add_fact({"total", "合计", "total"}, list.total);
  for (const funds::RowState state : {funds::RowState::Submitted, funds::RowState::Paid, funds::RowState::Returned,
                                      funds::RowState::Repaid, funds::RowState::Cancelled}) {
    const std::string word(funds::word_of(state));
    table.add_json_fact({"sum_" + word, std::string(funds::chinese_of(state)), word}, list.sum_of(state));
  }
  store.rows_of(list.id, [&table](const funds::ListRow& row) {
    const std::string state = std::string(funds::chinese_of(row.state)) + " " + std::string(funds::word_of(row.state));
    table.add_row(RowKind::Line, {Value::count(row.key.number), row.household, filled(row.person), row.amount, state,
                                  row.changed, filled(row.reason)});
  });
  return table;
}

Table totals_table(funds::FundsStore& store) {
  Table table({"benefits", "到人补助", "Benefits"},
              {text_column("programme", "规则", "programme"), text_column("person", "人", "person"),
               count_column("year", "年度", "year"), money_column("amount", "金额", "amount")});
  for (const funds::BenefitTotal& total : store.benefit_totals()) {
    table.add_row(RowKind::Line,
                  {total.key.programme, total.key.person, Value::count(total.key.year), total.paid});
  }
  return table;
}

Table claims_table(const std::string& household, funds::FundsStore& store) {
  Table table({"benefits", "到人补助", "Benefits"},
              {date_column("date", "日期", "date"), text_column("benefit", "单号", "benefit"),
               text_column("programme", "规则", "programme"), text_column("person", "人", "person"),
               count_column("year", "年度", "year"), money_column("eligible", "费用", "cost"),
               money_column("amount", "补助", "amount"), money_column("taken_back", "追回", "taken back")});
  if (is_plain_text(household)) table.add_fact({"household", "户", "household"}, household);
  for (const funds::Benefit& one : store.benefits_of_household(household)) {
    const std::optional<funds::Movement> movement = store.movement(one.movement);
    const std::string code = movement ? movement->code : std::string();
    table.add_row(RowKind::Line, {one.date, code, one.programme, one.person, Value::count(one.year), one.eligible,
                                  one.amount, movement ? movement->taken_back : Money()});
  }
  return table;
}

}  // namespace

TextResult list_disbursements(const BookPlace& place, Format format) {
  return read_funds(place, [&](funds::FundsStore& store, BookReading&) -> TextResult {
    return rendered(lists_table(store), format);
  });
}

TextResult show_disbursement(const BookPlace& place, const std::string& code, Format format) {
  return read_funds(place, [&](funds::FundsStore& store, BookReading&) -> TextResult {
    const std::optional<funds::DisbursementList> list = store.list(code);
    if (!list) return Err(unknown(FundsOutcome::ListUnknown, code));
    return rendered(rows_table(*list, store), format);
  });
}

TextResult list_benefits(const BookPlace& place, const std::string& household, Format format) {
  return read_funds(place, [&](funds::FundsStore& store, BookReading&) -> TextResult {
    return rendered(household.empty() ? totals_table(store) : claims_table(household, store), format);
  });
}

}  // namespace mingzhang::service
