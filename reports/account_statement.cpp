// SPDX-License-Identifier: Apache-2.0
// Reading month by month along the chains, counting as it goes.
#include "reports/account_statement.h"

#include <string_view>
#include <utility>
#include <vector>

#include "base/check.h"
#include "reports/account_scope.h"
#include "reports/heading.h"
#include "reports/line_chain.h"
#include "reports/line_texts.h"

namespace mingzhang::reports {

namespace {

std::vector<Column> columns() {
  return {
      {{"date", "日期", "date"}, CellKind::Date},
      {{"voucher", "凭证", "voucher"}, CellKind::Text},
      {{"summary", "摘要", "summary"}, CellKind::Text},
      {{"account", "科目编码", "account"}, CellKind::Text, false, true},
      {{"fund", "资金", "fund"}, CellKind::Text},
      {{"project", "项目", "project"}, CellKind::Text},
      {{"subject", "对象", "subject"}, CellKind::Text},
      {{"debit", "借方", "debit"}, CellKind::Money, true},
      {{"credit", "贷方", "credit"}, CellKind::Money, true},
      {{"balance_side", "方向", "side"}, CellKind::Side},
      {{"balance", "余额", "balance"}, CellKind::Money},
  };
}

class Writer {
 public:
  Writer(ledger::LedgerStore& store, VoucherReader& reader, const AccountStatementRequest& request)
      : store_(store),
        request_(request),
        names_(store),
        account_(names_.account(request.account)),
        scope_(scope_of(names_, request.account, request.fund)),
        texts_(store, reader),
        table_({"account-statement", "明细账", "Account statement"}, columns()) {}

  Table write() {
    const Month first = Month::of(request_.from);
    const Month last = Month::of(request_.to);
    balance_ = sums_before(store_, scope_, first);
    year_start_ = sums_before(store_, scope_, january_of(first));
    add_heading();
    bool is_opened = false;
    for (const Month month : months_in_use(store_, first, last)) {
      if (january_of(month) != january_of(year_)) year_start_ = balance_;
      year_ = month;
      month_start_ = balance_;
      std::vector<ledger::PostedLine> lines = lines_of(month);
      auto line = lines.begin();
      for (; line != lines.end() && line->date < request_.from; ++line) balance_.add(line->side, line->amount);
      if (!std::exchange(is_opened, true)) write_opening();
      if (line == lines.end()) continue;
      for (; line != lines.end(); ++line) write_line(*line);
      write_sum("本月合计 month", month_start_);
      write_sum("本年累计 year", year_start_);
    }
    if (!is_opened) write_opening();
    add_closing();
    return std::move(table_);
  }

 private:
  static Month january_of(Month month) { return Month::from_number(month.year() * 100 + 1); }

  // The month's lines up to the last day wanted.
  std::vector<ledger::PostedLine> lines_of(Month month) {
    std::vector<ledger::PostedLine> lines;
    for (const ledger::Balance& row : balances_in(store_, scope_, month)) append_lines(store_, row, lines);
    std::erase_if(lines, [&](const ledger::PostedLine& line) { return line.date > request_.to; });
    sort_by_date(lines);
    return lines;
  }

  void add_heading() {
    year_ = Month::of(request_.from);
    add_book_facts(store_, table_);
    add_assumed_funds(names_, table_);
    add_account_facts(account_, table_);
    if (request_.fund) table_.add_fact({"fund", "资金", "fund"}, names_.fund_code(*request_.fund));
    table_.add_fact({"from", "自", "from"}, request_.from);
    table_.add_fact({"to", "至", "to"}, request_.to);
  }

  void write_opening() {
    const SidedBalance opening = balance_of(balance_, account_.normal_side);
    table_.add_json_fact({"opening", "期初余额", "opening"}, Value::fen(opening.fen));
    table_.add_json_fact({"opening_side", "期初方向", "opening side"}, opening.side);
    table_.add_row(RowKind::Sum, {Value(), Value(), "期初余额 opening", Value(), Value(), Value(), Value(), Value(),
                                  Value(), opening.side, Value::fen(opening.fen)});
  }

  void write_line(const ledger::PostedLine& line) {
    balance_.add(line.side, line.amount);
    shown_.add(line.side, line.amount);
    const SidedBalance balance = balance_of(balance_, account_.normal_side);
    const bool is_debit = line.side == ledger::Side::Debit;
    table_.add_row(
        RowKind::Line,
        {line.date, texts_.voucher(line), texts_.summary(line), names_.account(line.account).code,
         names_.fund_code(line.fund), texts_.project(line.project), texts_.subject(line.subject),
         is_debit ? line.amount : Money(), is_debit ? Money() : line.amount, balance.side, Value::fen(balance.fen)});
  }

  void write_sum(std::string_view label, const Sums& since) {
    const SidedBalance balance = balance_of(balance_, account_.normal_side);
    table_.add_row(RowKind::Sum, {Value(), Value(), label, Value(), Value(), Value(), Value(),
                                  Value::fen(balance_.debit - since.debit), Value::fen(balance_.credit - since.credit),
                                  balance.side, Value::fen(balance.fen)});
  }

  void add_closing() {
    const SidedBalance closing = balance_of(balance_, account_.normal_side);
    table_.add_json_fact({"closing", "期末余额", "closing"}, Value::fen(closing.fen));
    table_.add_json_fact({"closing_side", "期末方向", "closing side"}, closing.side);
    table_.add_json_fact({"total_debit", "借方合计", "total debit"}, Value::fen(shown_.debit));
    table_.add_json_fact({"total_credit", "贷方合计", "total credit"}, Value::fen(shown_.credit));
  }

  ledger::LedgerStore& store_;
  const AccountStatementRequest& request_;
  Names names_;
  const ledger::Account& account_;
  AccountScope scope_;
  LineTexts texts_;
  Table table_;
  Month year_;        // any month of the year that is counted
  Sums balance_;      // everything so far
  Sums month_start_;  // everything before the month
  Sums year_start_;   // everything before the year
  Sums shown_;        // the lines of this report
};

}  // namespace

Table account_statement(ledger::LedgerStore& store, VoucherReader& reader, const AccountStatementRequest& request) {
  MZ_CHECK(request.from <= request.to);
  return Writer(store, reader, request).write();
}

}  // namespace mingzhang::reports
