// SPDX-License-Identifier: Apache-2.0
// Bank statements against an account.
#include <map>
#include <optional>
#include <utility>

#include "base/text.h"
#include "loans/bank_statement.h"
#include "service/imports/reconciliation_file.h"
#include "service/banks/reconciliation.h"
#include "service/reading/funds_table.h"
#include "service/reading/outcome.h"
#include "service/reading/render.h"

namespace mingzhang::service {
namespace {

using reports::RowKind;
using reports::Table;
using reports::Value;

std::string voucher_name(const ledger::PostedVoucher& voucher) {
  return ledger::to_text(ledger::VoucherName{voucher.period, voucher.type, voucher.number});
}

/// Every line of the account on the days [from, to], by month, type and number.
std::vector<loans::AccountEntry> entries_of(ledger::LedgerStore& store, ledger::AccountId account, Date from, Date to) {
  std::vector<loans::AccountEntry> entries;
  for (Month month = Month::of(from); month <= Month::of(to); month = month.next()) {
    std::vector<ledger::PostedVoucher> vouchers;
    store.vouchers(month, [&](const ledger::PostedVoucher& voucher) {
      if (voucher.date >= from && voucher.date <= to) vouchers.push_back(voucher);
    });
    for (const ledger::PostedVoucher& voucher : vouchers) {
      const std::string name = voucher_name(voucher);
      const ledger::LineId end{voucher.first_line.value + voucher.line_count};
      store.lines(voucher.first_line, end, [&](const ledger::PostedLine& line) {
        if (line.account != account) return;
        entries.push_back({line.date, line.side == ledger::Side::Debit ? line.amount : Money() - line.amount, name});
      });
    }
  }
  return entries;
}

Table table_of(const std::vector<loans::BalanceBreak>& breaks, const loans::Unmatched& left) {
  Table table({"reconciliation_statement", "银行对账单核对", "Bank statement against the account"},
              {count_column("item", "序号", "item"), text_column("kind", "差异", "kind"), date_column("date", "日期", "date"),
               money_column("amount", "金额", "amount"), money_column("expected", "应为余额", "balance expected"),
               money_column("got", "所列余额", "balance stated"), text_column("voucher", "凭证", "voucher"),
               count_column("row", "对方行号", "row of the file")});
  std::int64_t item = 0;
  for (const loans::BalanceBreak& one : breaks) {
    table.add_row(RowKind::Line, {Value::count(++item), "余额不连续 running balance", Value(), one.got - one.expected, one.expected,
                                  one.got, Value(), Value::count(one.number)});
  }
  for (const loans::StatementRow& row : left.there) {
    table.add_row(RowKind::Line, {Value::count(++item), "本方没有 missing_here", row.date, row.in - row.out, Value(), Value(),
                                  Value(), Value::count(row.number)});
  }
  for (const loans::AccountEntry& entry : left.here) {
    table.add_row(RowKind::Line, {Value::count(++item), "对方没有 missing_there", entry.date, entry.amount, Value(), Value(),
                                  entry.name, Value()});
  }
  return table;
}

/// In the order of the printed list. A balance that does not follow stands here as it should be, there as it is stated.
std::vector<loans::FoundItem> items_of(const std::vector<loans::BalanceBreak>& breaks, const std::vector<loans::StatementRow>& rows,
                                       const loans::Unmatched& left) {
  std::map<std::int64_t, Date> days;
  for (const loans::StatementRow& row : rows) days.emplace(row.number, row.date);
  std::vector<loans::FoundItem> items;
  const auto add = [&items](loans::Difference difference) {
    items.push_back(found_item(difference, static_cast<std::int64_t>(items.size()) + 1, false));
  };
  using Kind = loans::DifferenceKind;
  for (const loans::BalanceBreak& one : breaks) {
    add({to_iso(days.at(one.number)), Kind::Balance, "balance", one.expected, one.got, one.number});
  }
  for (const loans::StatementRow& row : left.there) {
    add({to_iso(row.date), Kind::MissingHere, "amount", {}, row.in - row.out, row.number});
  }
  for (const loans::AccountEntry& entry : left.here) add({entry.name, Kind::MissingThere, "amount", entry.amount, {}, 0});
  return items;
}

}  // namespace

ReconciledResult reconcile_statement(const BookPlace& place, std::string_view file_bytes, const std::string& account,
                                     Format format) {
  auto file = read_statement_file(file_bytes);
  if (!file) return Err(file.error());
  const std::vector<loans::StatementRow> rows = loans::oldest_first(std::move(file).value());
  Date from = rows.front().date;
  Date to = from;
  Money in;
  Money out;
  for (const loans::StatementRow& row : rows) {
    from = std::min(from, row.date);
    to = std::max(to, row.date);
    in += row.in;
    out += row.out;
  }
  loans::RecordReconciliation record;
  record.subject = loans::ReconciliationSubject::Statement;
  record.about = account;
  record.date = to;
  record.sha256 = file_digest(file_bytes);
  record.rows_there = static_cast<std::int64_t>(rows.size());
  TextResult text = read_book(place, [&](BookReading& reading) -> TextResult {
    const auto found = reading.store.account(account);
    if (!found) return Err(refusal(ReadingOutcome::AccountUnknown, is_plain_text(account) ? shortened(account, 40) : ""));
    const auto entries = entries_of(reading.store, found->id, from, to);
    const std::vector<loans::BalanceBreak> breaks = loans::balance_breaks(rows, std::nullopt);
    const loans::Unmatched left = loans::unmatched_of(rows, entries);
    record.items = items_of(breaks, rows, left);
    record.rows_here = static_cast<std::int64_t>(entries.size());
    Table table = table_of(breaks, left);
    Money in_here;
    Money out_here;
    for (const loans::AccountEntry& entry : entries) (entry.amount.is_negative() ? out_here -= entry.amount : in_here += entry.amount);
    record.sums = {{"in", in_here, in}, {"out", out_here, out}};
    table.add_fact({"account", "科目", "account"}, account);
    table.add_fact({"from", "起", "from"}, from);
    table.add_fact({"to", "止", "to"}, to);
    table.add_fact({"in_here", "收入（本方）", "in, here"}, in_here);
    table.add_fact({"in_there", "收入（对方）", "in, there"}, in);
    table.add_fact({"out_here", "支出（本方）", "out, here"}, out_here);
    table.add_fact({"out_there", "支出（对方）", "out, there"}, out);
    return rendered(table, format);
  });
  if (!text) return Err(text.error());
  const auto differences = static_cast<std::int64_t>(record.items.size());
  return Reconciled{std::move(text).value(), differences, std::move(record)};
}

}  // namespace mingzhang::service
