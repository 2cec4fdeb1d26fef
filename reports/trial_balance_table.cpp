// SPDX-License-Identifier: Apache-2.0
// The trial balance as a table: roll-ups of higher accounts, and totals per entry set.
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reports/heading.h"
#include "reports/trial_balance.h"

namespace mingzhang::reports {

namespace {

// What the totals are made of. Balances of both sides are kept apart: that they agree is what the report proves.
struct SetSums {
  Sums opening;  // sums of all debits and credits
  Sums movement;
  Sums opening_balances;  // sums of the balances that stand on each side
  Sums closing_balances;
  bool occurs = false;

  void add(const TrialBalanceRow& row, ledger::Side normal_side) {
    occurs = true;
    opening.add(row.opening);
    movement.add(row.movement);
    add_balance(opening_balances, balance_of(row.opening, normal_side));
    add_balance(closing_balances, balance_of(row.closing(), normal_side));
  }

  static void add_balance(Sums& sums, const SidedBalance& balance) {
    sums.add(balance.side == ledger::Side::Debit ? Sums(balance.fen, 0) : Sums(0, balance.fen));
  }
};

std::vector<Column> columns_of(bool has_opening) {
  std::vector<Column> columns = {
      {{"account", "科目编码", "account"}, CellKind::Text},
      {{"name", "科目名称", "name"}, CellKind::Text},
      {{"class", "要素", "class"}, CellKind::Text, false, true},
      {{"fund", "资金", "fund"}, CellKind::Text},
  };
  if (has_opening) {
    columns.push_back({{"opening_side", "方向", "side"}, CellKind::Side});
    columns.push_back({{"opening", "期初余额", "opening"}, CellKind::Money});
  }
  columns.push_back({{"debit", has_opening ? "本期借方" : "借方累计", "debit"}, CellKind::Money, true});
  columns.push_back({{"credit", has_opening ? "本期贷方" : "贷方累计", "credit"}, CellKind::Money, true});
  columns.push_back({{"balance_side", "方向", "side"}, CellKind::Side});
  columns.push_back({{"balance", has_opening ? "期末余额" : "余额", "balance"}, CellKind::Money});
  return columns;
}

class Writer {
 public:
  explicit Writer(const TrialBalance& trial_balance)
      : trial_balance_(trial_balance),
        has_opening_(trial_balance.period.has_value()),
        table_({"trial-balance", "科目余额表", "Trial balance"}, columns_of(has_opening_)) {}

  Table write() {
    add_book_facts(trial_balance_.book, table_);
    add_assumed_funds(trial_balance_.names, table_);
    if (has_opening_) table_.add_fact({"period", "期间", "period"}, to_iso(*trial_balance_.period));
    table_.add_fact({"as_of", "截至", "as of"}, trial_balance_.as_of);
    table_.reserve(trial_balance_.rows.size() + trial_balance_.names.accounts().size());
    sum_groups();
    write_rows();
    write_sums();
    return std::move(table_);
  }

 private:
  struct Group {
    Sums opening, movement;
    bool occurs = false;
  };

  void sum_groups() {
    const Names& names = trial_balance_.names;
    groups_.resize(names.accounts().size());
    for (const TrialBalanceRow& row : trial_balance_.rows) {
      for (ledger::AccountId above = names.account(row.account).parent; !above.is_none();
           above = names.account(above).parent) {
        Group& group = groups_[names.account_place(above)];
        group.opening.add(row.opening);
        group.movement.add(row.movement);
        group.occurs = true;
      }
    }
  }

  void write_rows() {
    auto row = trial_balance_.rows.begin();
    for (std::size_t place = 0; place < groups_.size(); ++place) {
      const ledger::Account& account = trial_balance_.names.accounts()[place];
      if (groups_[place].occurs) {
        write_row(RowKind::Group, account, {}, groups_[place].opening, groups_[place].movement);
      }
      for (; row != trial_balance_.rows.end() && row->account == account.id; ++row) {
        const std::string_view fund = trial_balance_.names.fund_code(row->fund);
        write_row(RowKind::Line, account, fund, row->opening, row->movement);
        sets_[ledger::entry_set_of(account.account_class) == ledger::EntrySet::Budget].add(*row, account.normal_side);
        all_.add(*row, account.normal_side);
      }
    }
  }

  void write_row(RowKind kind, const ledger::Account& account, std::string_view fund, const Sums& opening,
                 const Sums& movement) {
    const SidedBalance before = balance_of(opening, account.normal_side);
    const SidedBalance after = balance_of(opening + movement, account.normal_side);
    values_ = {account.code, account.name, ledger::word_of(account.account_class), fund};
    if (has_opening_) {
      values_.push_back(before.side);
      values_.push_back(Value::fen(before.fen));
    }
    values_.push_back(Value::fen(movement.debit));
    values_.push_back(Value::fen(movement.credit));
    values_.push_back(after.side);
    values_.push_back(Value::fen(after.fen));
    table_.add_row(kind, values_, trial_balance_.names.level_of(account.id));
  }

  void write_sums() {
    if (sets_[0].occurs && sets_[1].occurs) {
      write_sum("财务会计合计 financial", sets_[0]);
      write_sum("预算会计合计 budget", sets_[1]);
    }
    write_sum("合计 total", all_);
    table_.add_json_fact({"total_debit", "借方合计", "total debit"}, Value::fen(all_.movement.debit));
    table_.add_json_fact({"total_credit", "贷方合计", "total credit"}, Value::fen(all_.movement.credit));
    add_balance_facts("balance", all_.closing_balances);
    if (has_opening_) add_balance_facts("opening", all_.opening_balances);
  }

  void write_sum(std::string_view label, const SetSums& sums) {
    values_ = {label, Value(), Value(), Value()};
    if (has_opening_) push_difference(sums.opening);
    values_.push_back(Value::fen(sums.movement.debit));
    values_.push_back(Value::fen(sums.movement.credit));
    push_difference(sums.opening + sums.movement);
    table_.add_row(RowKind::Sum, values_);
  }

  // Debits and credits agree, so a balance of all accounts together is nothing; if not, it must be seen.
  void push_difference(const Sums& sums) {
    const SidedBalance difference = balance_of(sums, ledger::Side::Debit);
    values_.push_back(difference.fen == 0 ? Value() : Value(difference.side));
    values_.push_back(Value::fen(difference.fen));
  }

  void add_balance_facts(const std::string& what, const Sums& balances) {
    table_.add_json_fact({"total_" + what + "_debit", "借方余额合计", "debit balances"}, Value::fen(balances.debit));
    table_.add_json_fact({"total_" + what + "_credit", "贷方余额合计", "credit balances"}, Value::fen(balances.credit));
  }

  const TrialBalance& trial_balance_;
  bool has_opening_;
  Table table_;
  std::vector<Group> groups_;    // by place of the account
  std::array<SetSums, 2> sets_;  // financial, budget
  SetSums all_;
  std::vector<Value> values_;
};

}  // namespace

Table table_of(const TrialBalance& trial_balance) {
  return Writer(trial_balance).write();
}

}  // namespace mingzhang::reports
