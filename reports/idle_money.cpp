// SPDX-License-Identifier: Apache-2.0
// Sorts idle money by age and adds it up by band.
#include "reports/idle_money.h"

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#include "base/world_error.h"
#include "funds/indicator_progress.h"
#include "funds/progress.h"
#include "reports/heading.h"

namespace mingzhang::reports {
namespace {

using funds::IdleMoney;

constexpr std::int64_t kYear = 365;

struct Band {
  std::string name;
  std::int64_t fen = 0;
};
/// By the fewest days that were seen in it, so in the order of age.
using Bands = std::vector<Band>;

void add_to_band(const std::string& name, std::int64_t fen, Bands& bands) {
  const auto found = std::find_if(bands.begin(), bands.end(), [&](const Band& band) { return band.name == name; });
  if (found == bands.end()) {
    bands.push_back({name, fen});
  } else {
    found->fen += fen;
  }
}

std::int64_t all_unspent(funds::FundsStore& store, Date date) {
  std::int64_t fen = 0;
  for (const funds::IndicatorProgress& one : funds::indicator_progress(store, date)) fen += one.unspent().fen();
  return fen;
}

std::vector<Column> columns() {
  return {{{"band", "账龄", "age"}, CellKind::Text},
          {{"place", "所在", "where"}, CellKind::Text},
          {{"code", "编号", "code"}, CellKind::Text},
          {{"subject", "单位", "subject"}, CellKind::Text},
          {{"indicator", "指标", "indicator"}, CellKind::Text},
          {{"document", "文号", "document"}, CellKind::Text},
          {{"granted", "指标下达日", "granted on"}, CellKind::Date},
          {{"since", "到账（拨付）日", "since"}, CellKind::Date},
          {{"days", "闲置天数", "days"}, CellKind::Count},
          {{"amount", "金额", "amount"}, CellKind::Money}};
}

void write_row(const IdleMoney& one, const std::string& band, const funds::Indicator& indicator, Table& table) {
  const std::string place = std::string(chinese_of(one.place)) + " " + std::string(word_of(one.place));
  const std::string code = one.target == 0 ? one.code : one.code + "/" + std::to_string(one.target);
  table.add_row(RowKind::Line, {band, place, code, one.subject.empty() ? Value() : Value(one.subject), indicator.code,
                                indicator.document, indicator.date, one.since, Value::count(one.days), one.amount});
}

void write_sum(const std::string& label, std::int64_t fen, Table& table) {
  table.add_row(RowKind::Sum, {label, Value(), Value(), Value(), Value(), Value(), Value(), Value(), Value(),
                               Value::fen(fen)});
}

}  // namespace

AgeBands default_age_bands() {
  const auto name_of = [](std::int64_t days) -> std::string {
    if (days < kYear) return "不满1年 <1 year";
    return days < 2 * kYear ? "1年以上不满2年 1–2 years" : "2年以上 2 years and more";
  };
  return {name_of, "预算法（2014年修正）第四十二条；国办发〔2014〕70号"};
}

Table idle_money_table(const ledger::BookHead& book, funds::FundsStore& store, const IdleMoneyQuestion& question) {
  std::map<funds::IndicatorId, funds::Indicator> indicators;
  for (funds::Indicator& one : store.indicators()) indicators.emplace(one.id, one);
  std::vector<IdleMoney> idle = funds::idle_money(store, question.as_of);
  std::stable_sort(idle.begin(), idle.end(), [](const IdleMoney& a, const IdleMoney& b) { return a.since < b.since; });
  Table table({"idle-money", "闲置资金", "Idle money"}, columns());
  add_book_facts(book, table);
  table.add_fact({"as_of", "截至", "as of"}, question.as_of);
  table.add_fact({"bands", "账龄依据", "age bands by"}, question.bands.source);
  if (question.older_than > 0) table.add_fact({"older_than", "只列超过天数", "more days than"}, Value::count(question.older_than));
  Bands bands;
  std::int64_t all = 0;
  std::int64_t shown = 0;
  for (const IdleMoney& one : idle) {
    const auto indicator = indicators.find(one.indicator);
    if (indicator == indicators.end()) throw WorldError(WorldFault::Damaged, "money of an indicator that is not there; run verify");
    const std::string band = question.bands.name_of(one.days);
    add_to_band(band, one.amount.fen(), bands);
    all += one.amount.fen();
    if (one.days <= question.older_than && question.older_than > 0) continue;
    shown += one.amount.fen();
    write_row(one, band, indicator->second, table);
  }
  table.add_fact({"agrees", "与执行进度核对", "agrees with the progress"},
                 all == all_unspent(store, question.as_of) ? "一致 yes" : "不一致 NO");
  if (question.older_than > 0) write_sum("所列合计 shown", shown, table);
  for (const Band& band : bands) write_sum("小计 " + band.name, band.fen, table);
  write_sum("合计 total", all, table);
  return table;
}

}  // namespace mingzhang::reports
