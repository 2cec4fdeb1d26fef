// SPDX-License-Identifier: Apache-2.0
// One scan of each month's balances, summed up the chart.
#include "reports/general_ledger.h"

#include <cstddef>
#include <utility>
#include <vector>

#include "base/check.h"
#include "reports/account_scope.h"
#include "reports/day_totals.h"
#include "reports/heading.h"
#include "reports/names.h"
#include "reports/sums.h"

namespace mingzhang::reports {

namespace {

std::vector<Column> columns() {
  return {
      {{"account", "科目编码", "account"}, CellKind::Text},
      {{"name", "科目名称", "name"}, CellKind::Text},
      {{"period", "期间", "period"}, CellKind::Text},
      {{"debit", "本月借方", "debit"}, CellKind::Money, true},
      {{"credit", "本月贷方", "credit"}, CellKind::Money, true},
      {{"year_debit", "本年累计借方", "year debit"}, CellKind::Money, true},
      {{"year_credit", "本年累计贷方", "year credit"}, CellKind::Money, true},
      {{"balance_side", "方向", "side"}, CellKind::Side},
      {{"balance", "余额", "balance"}, CellKind::Money},
  };
}

enum class Counted { BeforeMonth, Month };

// By place of the account; a row counts for its account and for every account above it.
std::vector<Sums> sums_by_account(ledger::LedgerStore& store, const Names& names, Month month, Counted counted) {
  std::vector<Sums> sums(names.accounts().size());
  const std::optional<Month> in_use = month_in_use(store, month);
  if (!in_use || (counted == Counted::Month && *in_use != month)) return sums;
  store.balances(*in_use, [&](const ledger::Balance& row) {
    Sums added(row.debit.fen(), row.credit.fen());
    if (counted == Counted::BeforeMonth) {
      if (*in_use == month) added = Sums();
      added.add(Sums(row.opening_debit.fen(), row.opening_credit.fen()));
    }
    for (ledger::AccountId id = row.account; !id.is_none(); id = names.account(id).parent) {
      sums[names.account_place(id)].add(added);
    }
  });
  return sums;
}

Month january_of(Month month) {
  return Month::from_number(month.year() * 100 + 1);
}

struct Numbers {
  std::vector<Sums> year_start;  // before January of the first month's year
  std::vector<Sums> opening;     // before the first month
  std::vector<Month> months;
  std::vector<std::vector<Sums>> movements;  // per month
};

void write_account(const ledger::Account& account, std::size_t place, const Numbers& numbers, Table& table) {
  Sums balance = numbers.opening[place];
  Sums year_start = numbers.year_start[place];
  const SidedBalance opening = balance_of(balance, account.normal_side);
  table.add_row(RowKind::Sum, {account.code, account.name, "期初余额 opening", Value(), Value(), Value(), Value(),
                               opening.side, Value::fen(opening.fen)});
  for (std::size_t i = 0; i < numbers.months.size(); ++i) {
    const Month month = numbers.months[i];
    if (i > 0 && numbers.months[i - 1].year() != month.year()) year_start = balance;
    const Sums& movement = numbers.movements[i][place];
    balance.add(movement);
    const SidedBalance closing = balance_of(balance, account.normal_side);
    table.add_row(RowKind::Line,
                  {account.code, account.name, to_iso(month), Value::fen(movement.debit), Value::fen(movement.credit),
                   Value::fen(balance.debit - year_start.debit), Value::fen(balance.credit - year_start.credit),
                   closing.side, Value::fen(closing.fen)});
  }
}

bool has_any_total(const Numbers& numbers, std::size_t place) {
  if (!numbers.opening[place].is_zero()) return true;
  for (const std::vector<Sums>& movement : numbers.movements) {
    if (!movement[place].is_zero()) return true;
  }
  return false;
}

}  // namespace

Table general_ledger(ledger::LedgerStore& store, const GeneralLedgerRequest& request) {
  MZ_CHECK(request.from <= request.to);
  const Names names(store);
  Numbers numbers;
  numbers.year_start = sums_by_account(store, names, january_of(request.from), Counted::BeforeMonth);
  numbers.opening = sums_by_account(store, names, request.from, Counted::BeforeMonth);
  numbers.months = months_in_use(store, request.from, request.to);
  // Months that were not used between two years would leave the year's start behind; it is the opening then.
  if (!numbers.months.empty() && numbers.months.front().year() != request.from.year()) {
    numbers.year_start = numbers.opening;
  }
  for (const Month month : numbers.months) {
    numbers.movements.push_back(sums_by_account(store, names, month, Counted::Month));
  }
  Table table({"general-ledger", "总账", "General ledger"}, columns());
  add_book_facts(store, table);
  table.add_fact({"from", "自", "from"}, to_iso(request.from));
  table.add_fact({"to", "至", "to"}, to_iso(request.to));
  for (std::size_t place = 0; place < names.accounts().size(); ++place) {
    const ledger::Account& account = names.accounts()[place];
    const bool is_wanted = request.account ? account.id == *request.account : account.parent.is_none();
    if (is_wanted && has_any_total(numbers, place)) write_account(account, place, numbers, table);
  }
  return table;
}

}  // namespace mingzhang::reports
