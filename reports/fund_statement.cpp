// SPDX-License-Identifier: Apache-2.0
// Balances by fund and account class, without the year-end carry-forwards.
#include "reports/fund_statement.h"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "reports/account_scope.h"
#include "reports/day_totals.h"
#include "reports/heading.h"
#include "reports/names.h"
#include "reports/sums.h"

namespace mingzhang::reports {

namespace {

std::vector<Column> columns() {
  return {
      {{"fund", "资金", "fund"}, CellKind::Text},
      {{"name", "名称", "name"}, CellKind::Text},
      {{"document", "文号", "document"}, CellKind::Text},
      {{"received", "收入", "received"}, CellKind::Money},
      {{"direct", "直接计入净资产", "direct"}, CellKind::Money, true},
      {{"spent", "支出", "spent"}, CellKind::Money},
      {{"left", "结余", "left"}, CellKind::Money},
      {{"money", "其中货币资金", "money"}, CellKind::Money},
      {{"other_assets", "其他资产", "other assets"}, CellKind::Money, true},
      {{"liabilities", "负债", "liabilities"}, CellKind::Money, true},
      {{"budget_received", "预算收入", "budget received"}, CellKind::Money, true},
      {{"budget_spent", "预算支出", "budget spent"}, CellKind::Money, true},
      {{"unclassified", "未分类", "unclassified"}, CellKind::Money, true},
  };
}

// Fen, each positive in its usual direction.
struct Progress {
  std::int64_t received = 0, direct = 0, spent = 0;
  std::int64_t money = 0, other_assets = 0, liabilities = 0;
  std::int64_t budget_received = 0, budget_spent = 0, unclassified = 0;

  void add(const ledger::Account& account, std::int64_t net_debit) {
    switch (account.account_class) {
      case ledger::AccountClass::Asset:
        (account.never_negative ? money : other_assets) += net_debit;
        return;
      case ledger::AccountClass::Liability:
        liabilities -= net_debit;
        return;
      case ledger::AccountClass::NetAssets:
        direct -= net_debit;
        return;
      case ledger::AccountClass::Income:
        received -= net_debit;
        return;
      case ledger::AccountClass::Expense:
        spent += net_debit;
        return;
      case ledger::AccountClass::BudgetIncome:
        budget_received -= net_debit;
        return;
      case ledger::AccountClass::BudgetExpense:
        budget_spent += net_debit;
        return;
      case ledger::AccountClass::BudgetBalance:
        return;  // the other side of both, nothing of its own
      case ledger::AccountClass::Unclassified:
        unclassified += net_debit;
        return;
    }
  }
};

// Carry-forwards are 转 vouchers of December, and what undoes them is 转 too; so only those are looked at, not every
// voucher of the book.
class CarryForwards {
 public:
  CarryForwards(ledger::LedgerStore& store, Date as_of) : store_(store), as_of_(as_of) {}

  /// Every line of a carry-forward, and of a reversal of one, up to the day.
  template <class Visit>
  void visit_lines(Visit visit) {
    const std::optional<ledger::BookHead> book = store_.head();
    if (!book) return;
    std::set<std::int64_t> undone_by;
    for (const Month month : months_in_use(store_, book->start, Month::of(as_of_))) {
      // Reversals stand in the same or a later month.
      if (month.month() != 12 && undone_by.empty()) continue;
      const std::int64_t last = store_.last_number(month, ledger::VoucherType::Transfer);
      for (std::int64_t number = 1; number <= last; ++number) {
        const auto voucher = store_.voucher(month, ledger::VoucherType::Transfer, number);
        if (!voucher || voucher->date > as_of_) continue;
        const bool is_undoing = undone_by.erase(voucher->seq) > 0;
        if (voucher->kind != ledger::VoucherKind::CarryForward && !is_undoing) continue;
        if (voucher->reversed_by >= 0) undone_by.insert(voucher->reversed_by);
        const ledger::LineId end{voucher->first_line.value + voucher->line_count};
        store_.lines(voucher->first_line, end, visit);
      }
    }
  }

 private:
  ledger::LedgerStore& store_;
  Date as_of_;
};

void write_row(RowKind kind, const std::vector<Value>& head, const Progress& fund, Table& table) {
  std::vector<Value> values = head;
  for (const std::int64_t fen :
       {fund.received, fund.direct, fund.spent, fund.money + fund.other_assets - fund.liabilities, fund.money,
        fund.other_assets, fund.liabilities, fund.budget_received, fund.budget_spent, fund.unclassified}) {
    values.push_back(Value::fen(fen));
  }
  table.add_row(kind, values);
}

}  // namespace

Table fund_statement(ledger::LedgerStore& store, Date as_of) {
  const Names names(store);
  std::map<std::size_t, Progress> funds;  // by place of the fund
  Progress all;
  const auto add = [&](ledger::AccountId account, ledger::FundId fund, std::int64_t net_debit) {
    funds[names.fund_place(fund)].add(names.account(account), net_debit);
    all.add(names.account(account), net_debit);
  };
  for (const ledger::Fund& fund : names.funds()) {
    if (!fund.id.is_none()) funds[names.fund_place(fund.id)];
  }
  for (const CellTotals& cell : day_totals(store, as_of)) {
    if (!cell.sums.is_zero()) add(cell.cell.account, cell.cell.fund, cell.sums.debit - cell.sums.credit);
  }
  CarryForwards(store, as_of).visit_lines([&](const ledger::PostedLine& line) {
    const std::int64_t net_debit = line.side == ledger::Side::Debit ? line.amount.fen() : -line.amount.fen();
    add(line.account, line.fund, -net_debit);
  });
  Table table({"fund-statement", "资金收支表", "Statement of funds"}, columns());
  add_book_facts(store, table);
  add_assumed_funds(names, table);
  table.add_fact({"as_of", "截至", "as of"}, as_of);
  for (const auto& [place, progress] : funds) {
    const ledger::Fund& fund = names.funds()[place];
    write_row(RowKind::Line, {fund.code, fund.name, fund.document}, progress, table);
  }
  write_row(RowKind::Sum, {"合计 total", Value(), Value()}, all, table);
  return table;
}

}  // namespace mingzhang::reports
