// SPDX-License-Identifier: Apache-2.0
// The subject's detail rows lead to its lines.
#include "reports/subject_account.h"

#include <map>
#include <utility>
#include <vector>

#include "reports/heading.h"
#include "reports/line_chain.h"
#include "reports/line_texts.h"
#include "reports/names.h"
#include "reports/sums.h"

namespace mingzhang::reports {

namespace {

std::vector<Column> columns() {
  return {
      {{"date", "日期", "date"}, CellKind::Date},
      {{"voucher", "凭证", "voucher"}, CellKind::Text},
      {{"summary", "摘要", "summary"}, CellKind::Text},
      {{"account", "科目编码", "account"}, CellKind::Text},
      {{"name", "科目名称", "name"}, CellKind::Text},
      {{"fund", "资金", "fund"}, CellKind::Text},
      {{"project", "项目", "project"}, CellKind::Text},
      {{"debit", "借方", "debit"}, CellKind::Money, true},
      {{"credit", "贷方", "credit"}, CellKind::Money, true},
  };
}

}  // namespace

Table subject_account(ledger::LedgerStore& store, VoucherReader& reader, const ledger::Subject& subject) {
  const Names names(store);
  LineTexts texts(store, reader);
  std::vector<ledger::PostedLine> lines;
  for (const ledger::Detail& row : store.details_of(subject.id)) append_lines(store, row, lines);
  sort_by_date(lines);

  Table table({"subject-account", "一户一台账", "Subject account"}, columns());
  add_book_facts(store, table);
  add_assumed_funds(names, table);
  table.add_fact({"subject", "对象", "subject"}, subject.code);
  std::map<std::pair<std::size_t, std::size_t>, std::pair<ledger::PostedLine, Sums>> totals;  // by code of both
  for (const ledger::PostedLine& line : lines) {
    const ledger::Account& account = names.account(line.account);
    const bool is_debit = line.side == ledger::Side::Debit;
    table.add_row(RowKind::Line, {line.date, texts.voucher(line), texts.summary(line), account.code, account.name,
                                  names.fund_code(line.fund), texts.project(line.project),
                                  is_debit ? line.amount : Money(), is_debit ? Money() : line.amount});
    const std::pair key(names.account_place(line.account), names.fund_place(line.fund));
    totals.try_emplace(key, line, Sums()).first->second.second.add(line.side, line.amount);
  }
  for (const auto& [key, total] : totals) {
    const ledger::Account& account = names.account(total.first.account);
    table.add_row(RowKind::Sum,
                  {Value(), Value(), "合计 total", account.code, account.name, names.fund_code(total.first.fund),
                   Value(), Value::fen(total.second.debit), Value::fen(total.second.credit)});
  }
  return table;
}

}  // namespace mingzhang::reports
