// SPDX-License-Identifier: Apache-2.0
// A table of lines with what belongs above and below it.
#include "reports/voucher_form.h"

#include <optional>
#include <string_view>
#include <vector>

#include "base/words.h"
#include "reports/heading.h"
#include "reports/sums.h"
#include "reports/table.h"
#include "reports/table_text.h"

namespace mingzhang::reports {

namespace {

std::vector<Column> columns() {
  return {
      {{"summary", "摘要", "summary"}, CellKind::Text},    {{"account", "科目编码", "account"}, CellKind::Text},
      {{"name", "科目名称", "name"}, CellKind::Text},      {{"fund", "资金", "fund"}, CellKind::Text},
      {{"project", "项目", "project"}, CellKind::Text},    {{"subject", "对象", "subject"}, CellKind::Text},
      {{"debit", "借方", "debit"}, CellKind::Money, true}, {{"credit", "贷方", "credit"}, CellKind::Money, true},
  };
}

std::string_view chinese_kind(ledger::VoucherKind kind) {
  switch (kind) {
    case ledger::VoucherKind::Ordinary:
      return "";
    case ledger::VoucherKind::Reversal:
      return "冲销 reversal";
    case ledger::VoucherKind::CarryForward:
      return "年度结转 carry-forward";
  }
  return "";
}

// The words of a total: only amounts that Money holds have any.
std::string words_of(std::int64_t fen) {
  if (fen < 0 || fen > Money::kFenMax) return amount_text(fen, true);
  return amount_in_words(Money::from_fen(fen));
}

}  // namespace

std::string voucher_form(ledger::LedgerStore& store, const RecordedVoucher& recorded) {
  const ledger::VoucherRequest& voucher = recorded.voucher.request;
  Table table({"voucher", "记账凭证", "Voucher"}, columns());
  add_book_facts(store, table);
  table.add_fact({"number", "编号", "number"}, ledger::number_text(voucher.type, recorded.voucher.number));
  table.add_fact({"date", "日期", "date"}, voucher.date);
  table.add_fact({"kind", "类别", "kind"}, chinese_kind(voucher.kind));
  if (voucher.reverses) {
    table.add_fact({"reverses", "冲销凭证", "reverses"}, ledger::to_text(*voucher.reverses));
    table.add_fact({"reason", "原因", "reason"}, voucher.reason);
  }
  table.add_fact({"source", "来源号", "source"}, voucher.source);
  Sums total;
  for (const ledger::Line& line : voucher.lines) {
    const bool is_debit = line.side == ledger::Side::Debit;
    total.add(line.side, line.amount);
    const std::optional<ledger::Account> account = store.account(line.account);
    table.add_row(RowKind::Line, {line.summary.empty() ? voucher.summary : line.summary, line.account,
                                  account ? account->name : std::string(), line.fund, line.project, line.subject,
                                  is_debit ? line.amount : Money(), is_debit ? Money() : line.amount});
  }
  table.add_row(RowKind::Sum, {"合计 total", Value(), Value(), Value(), Value(), Value(), Value::fen(total.debit),
                               Value::fen(total.credit)});
  std::string form = to_text(table);
  form += "\n大写 in words: " + words_of(total.debit);
  form += "\n附件 attachments: " + std::to_string(voucher.attachments.size()) + " 张\n";
  for (const std::string& digest : voucher.attachments) form += "  " + digest + '\n';
  form += "制单 prepared by: " + recorded.by + "    审核 approved by: " + recorded.approved_by +
          "    记账 posted at: " + recorded.at + '\n';
  return form;
}

}  // namespace mingzhang::reports
