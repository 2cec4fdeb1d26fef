// SPDX-License-Identifier: Apache-2.0
// One row per line of every voucher.
#include "reports/journal.h"

#include <cstddef>
#include <string>
#include <unordered_map>
#include <vector>

#include "reports/heading.h"
#include "reports/names.h"
#include "reports/sums.h"
#include "reports/vouchers_between.h"

namespace mingzhang::reports {

namespace {

std::vector<Column> columns() {
  return {
      {{"date", "日期", "date"}, CellKind::Date},
      {{"voucher", "凭证", "voucher"}, CellKind::Text},
      {{"kind", "类别", "kind"}, CellKind::Text, false, true},
      {{"summary", "摘要", "summary"}, CellKind::Text},
      {{"account", "科目编码", "account"}, CellKind::Text},
      {{"name", "科目名称", "name"}, CellKind::Text},
      {{"fund", "资金", "fund"}, CellKind::Text},
      {{"project", "项目", "project"}, CellKind::Text},
      {{"subject", "对象", "subject"}, CellKind::Text},
      {{"debit", "借方", "debit"}, CellKind::Money, true},
      {{"credit", "贷方", "credit"}, CellKind::Money, true},
      {{"prepared_by", "制单", "prepared by"}, CellKind::Text, false, true},
      {{"approved_by", "审核", "approved by"}, CellKind::Text, false, true},
  };
}

}  // namespace

Table journal(ledger::LedgerStore& store, VoucherReader& reader, const JournalRequest& request) {
  const Names names(store);
  std::unordered_map<std::string, std::string> account_names;
  for (const ledger::Account& account : names.accounts()) account_names.emplace(account.code, account.name);
  Table table({"journal", "序时账", "Journal"}, columns());
  add_book_facts(store, table);
  add_assumed_funds(names, table);
  table.add_fact({"from", "自", "from"}, request.from);
  table.add_fact({"to", "至", "to"}, request.to);
  Sums total;
  std::int64_t vouchers = 0;
  visit_vouchers(store, reader, {request.from, request.to},
                 [&](const ledger::PostedVoucher& posted, const RecordedVoucher& recorded) {
                   const ledger::VoucherRequest& voucher = recorded.voucher.request;
                   const std::string number = ledger::number_text(posted.type, posted.number);
                   ++vouchers;
                   for (const ledger::Line& line : voucher.lines) {
                     const bool is_debit = line.side == ledger::Side::Debit;
                     total.add(line.side, line.amount);
                     table.add_row(RowKind::Line, {posted.date, number, ledger::word_of(posted.kind),
                                                   line.summary.empty() ? voucher.summary : line.summary, line.account,
                                                   account_names[line.account], line.fund, line.project, line.subject,
                                                   is_debit ? line.amount : Money(), is_debit ? Money() : line.amount,
                                                   recorded.by, recorded.approved_by});
                   }
                 });
  table.add_json_fact({"vouchers", "凭证数", "vouchers"}, Value::count(vouchers));
  table.add_row(RowKind::Sum, {Value(), Value(), Value(), "合计 total", Value(), Value(), Value(), Value(), Value(),
                               Value::fen(total.debit), Value::fen(total.credit), Value(), Value()});
  return table;
}

}  // namespace mingzhang::reports
