// SPDX-License-Identifier: Apache-2.0
// Adds up the progress of indicators by level.
#include "reports/fund_progress.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <vector>

#include "base/ratio.h"
#include "funds/indicator_progress.h"
#include "funds/progress.h"
#include "reports/heading.h"
#include "reports/percent.h"

namespace mingzhang::reports {
namespace {

using funds::IndicatorProgress;

std::vector<Column> columns() {
  const auto text = [](const char* key, const char* zh, const char* en) { return Column{{key, zh, en}, CellKind::Text}; };
  const auto money = [](const char* key, const char* zh, const char* en) {
    return Column{{key, zh, en}, CellKind::Money, true};
  };
  return {text("indicator", "指标", "indicator"),
          text("document", "文号", "document"),
          text("level", "层级", "level"),
          text("purpose", "用途", "purpose"),
          money("granted", "下达", "granted"),
          money("changed", "追加调减", "changed"),
          money("carried_in", "上年转入", "carried in"),
          money("total", "指标数", "total"),
          money("allocated", "拨付净额", "allocated"),
          money("returned", "其间收回", "returned"),
          money("paid", "清单发放", "paid"),
          money("reimbursed", "报账", "reported"),
          money("benefits", "到人补助", "benefits"),
          money("spent", "已支出", "spent"),
          text("percent", "执行率", "percent"),
          money("advances", "预付未结", "advances"),
          money("waiting", "清单待付", "waiting"),
          money("held", "对象结存", "held"),
          money("left", "指标结余", "left"),
          money("carried", "已结转", "carried"),
          money("recovered", "已缴回", "recovered")};
}

/// Fen, in the order of the columns; sums may lie beyond Money's range.
struct Sums {
  std::int64_t granted = 0, changed = 0, carried_in = 0, total = 0, allocated = 0, returned = 0, paid = 0, reimbursed = 0,
               benefits = 0, spent = 0, advances = 0, waiting = 0, held = 0, left = 0, carried = 0, recovered = 0;

  void add(const IndicatorProgress& one) {
    granted += one.granted.fen();
    changed += one.increased.fen() - one.decreased.fen();
    carried_in += one.carried_in.fen();
    total += one.total().fen();
    allocated += one.allocated.fen();
    returned += one.returned.fen();
    paid += one.paid.fen();
    reimbursed += one.reimbursed.fen();
    benefits += one.benefits.fen();
    spent += one.spent().fen();
    advances += one.advanced.fen();
    waiting += one.waiting.fen();
    held += one.held.fen();
    left += one.left.fen();
    carried += one.carried.fen();
    recovered += one.recovered.fen();
  }
};

void write_row(RowKind kind, std::vector<Value> cells, const Sums& sums, Table& table) {
  for (const std::int64_t fen : {sums.granted, sums.changed, sums.carried_in, sums.total, sums.allocated, sums.returned,
                                 sums.paid, sums.reimbursed, sums.benefits, sums.spent}) {
    cells.push_back(Value::fen(fen));
  }
  const std::string percent = percent_of(sums.spent, sums.total, Rounding::Down);
  cells.push_back(percent.empty() ? Value() : Value(percent));
  for (const std::int64_t fen :
       {sums.advances, sums.waiting, sums.held, sums.left, sums.carried, sums.recovered}) {
    cells.push_back(Value::fen(fen));
  }
  table.add_row(kind, cells);
}

bool is_asked_for(const IndicatorProgress& one, const FundProgressQuestion& question) {
  if (!question.document.empty() && one.indicator.document != question.document) return false;
  return question.indicator.empty() || one.indicator.code == question.indicator;
}

/// Whether what every pot and list held that day is what the movements say.
bool agrees(const std::vector<IndicatorProgress>& all, funds::FundsStore& store, Date date) {
  std::map<funds::IndicatorId, std::int64_t> idle;
  for (const funds::IdleMoney& one : funds::idle_money(store, date)) idle[one.indicator] += one.amount.fen();
  return std::all_of(all.begin(), all.end(), [&idle](const IndicatorProgress& one) {
    return idle[one.indicator.id] == one.unspent().fen();
  });
}

}  // namespace

Table fund_progress(const ledger::BookHead& book, funds::FundsStore& store, const FundProgressQuestion& question) {
  Table table({"fund-progress", "资金执行进度", "Progress of indicators"}, columns());
  add_book_facts(book, table);
  table.add_fact({"as_of", "截至", "as of"}, question.as_of);
  table.add_fact({"rounding", "执行率取两位，舍去", "percent rounded"}, "down");
  std::vector<IndicatorProgress> all = funds::indicator_progress(store, question.as_of);
  table.add_fact({"agrees", "与逐笔结存核对", "agrees with what lies still"},
                 agrees(all, store, question.as_of) ? "一致 yes" : "不一致 NO");
  std::sort(all.begin(), all.end(), [](const IndicatorProgress& a, const IndicatorProgress& b) {
    return a.indicator.code < b.indicator.code;
  });
  std::map<funds::Level, Sums> levels;
  Sums whole;
  for (const IndicatorProgress& one : all) {
    if (!is_asked_for(one, question)) continue;
    Sums row;
    row.add(one);
    write_row(RowKind::Line, {one.indicator.code, one.indicator.document, chinese_of(one.indicator.level),
                              one.indicator.purpose}, row, table);
    levels[one.indicator.level].add(one);
    whole.add(one);
  }
  for (const auto& [level, sums] : levels) {
    const std::string label = std::string(chinese_of(level)) + "小计 " + std::string(word_of(level));
    write_row(RowKind::Sum, {label, Value(), chinese_of(level), Value()}, sums, table);
  }
  write_row(RowKind::Sum, {"合计 total", Value(), Value(), Value()}, whole, table);
  return table;
}

}  // namespace mingzhang::reports
