// SPDX-License-Identifier: Apache-2.0
// Columns and rows of schedules.
#include "service/lending/schedule_table.h"

#include <string>
#include <utility>
#include <vector>

#include "loans/policy_words.h"
#include "service/reading/funds_table.h"

namespace mingzhang::service {
namespace {

using loans::Row;
using reports::RowKind;
using reports::Table;
using reports::Value;

std::vector<reports::Column> columns() {
  return {count_column("nr", "期次", "nr"),
          date_column("from", "起息日", "from"),
          date_column("due", "应还日", "due"),
          count_column("days", "天数", "days"),
          money_column("opening", "期初本金", "opening"),
          money_column("principal", "应还本金", "principal"),
          money_column("interest", "应还利息", "interest"),
          money_column("fees", "费用", "fees"),
          money_column("penalties", "违约金", "penalties"),
          money_column("due_total", "应还合计", "due total"),
          money_column("balance", "期末本金", "balance"),
          money_column("paid", "已还", "paid"),
          money_column("outstanding", "未还", "outstanding"),
          date_column("paid_on", "还清日", "paid on")};
}

std::string joined(const std::vector<loans::PolicyWords>& words, bool is_chinese) {
  std::string text;
  for (const loans::PolicyWords& one : words) {
    if (!text.empty()) text += is_chinese ? "；" : "; ";
    text += is_chinese ? one.zh : one.en;
  }
  return text;
}

Value paid_on(const Row& row) {
  return row.paid_on && !row.owed.total().is_zero() ? Value(*row.paid_on) : Value();
}

}  // namespace

Table schedule_table(reports::Caption title) { return Table(std::move(title), columns()); }

void add_schedule(Table& table, const loans::LoanTerms& terms, const loans::Schedule& schedule) {
  const std::vector<loans::PolicyWords> words = loans::policy_in_words(terms);
  table.add_fact({"policy", "计算规则", "rules"}, joined(words, true));
  table.add_fact({"policy_en", "计算规则（英文）", "rules in English"}, joined(words, false));
  for (const Row& row : schedule.rows) {
    table.add_row(RowKind::Line, {Value::count(row.number), row.from, row.due, Value::count(row.days), row.opening, row.owed.principal,
                                  row.owed.interest, row.owed.fees, row.owed.penalties, row.owed.total(), row.balance,
                                  row.paid.total(), row.outstanding(), paid_on(row)});
  }
  table.add_row(RowKind::Sum, {Value(), Value(), Value(), Value(), Value(), schedule.owed.principal, schedule.owed.interest,
                               schedule.owed.fees, schedule.owed.penalties, schedule.owed.total(), Value(), schedule.paid.total(),
                               schedule.owed.total() - schedule.paid.total(), Value()});
}

}  // namespace mingzhang::service
