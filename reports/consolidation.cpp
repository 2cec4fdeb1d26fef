// SPDX-License-Identifier: Apache-2.0
// Adding trial balances up by account code.
#include "reports/consolidation.h"

#include <string_view>
#include <utility>

#include "base/check.h"

namespace mingzhang::reports {

std::string Consolidation::stranger_in(const TrialBalance& balance) const {
  for (const TrialBalanceRow& row : balance.rows) {
    const ledger::Account& account = balance.names.account(row.account);
    const auto known = entries_.find(account.code);
    if (known != entries_.end() && known->second.account_class != account.account_class) return account.code;
  }
  return {};
}

void Consolidation::add(const std::string& group, const TrialBalance& balance) {
  MZ_CHECK(balance.period == period_);
  ++books_;
  ledger::AccountId last;
  for (const TrialBalanceRow& row : balance.rows) {
    const ledger::Account& account = balance.names.account(row.account);
    const auto [place, is_new] = entries_.try_emplace(account.code);
    Entry& entry = place->second;
    if (is_new) {
      entry.name = account.name;
      entry.account_class = account.account_class;
      entry.normal_side = account.normal_side;
    }
    MZ_CHECK(entry.account_class == account.account_class);
    const bool is_first_fund = row.account != last;  // rows of one account stand together, one per fund
    last = row.account;
    for (Part* part : {&entry.all, &entry.groups[group]}) {
      part->opening.add(row.opening);
      part->movement.add(row.movement);
      part->books += is_first_fund ? 1 : 0;
    }
  }
}

void Consolidation::leave_out(const std::string& book, const std::string& reason) {
  left_out_.push_back(book + "：" + reason);
}

void Consolidation::add_row(Table& table, RowKind kind, const std::string& code, const Entry& entry,
                            const std::string& group, const Part& part) {
  const SidedBalance before = balance_of(part.opening, entry.normal_side);
  const SidedBalance after = balance_of(part.opening + part.movement, entry.normal_side);
  table.add_row(kind,
                {Value(code), Value(entry.name), Value(ledger::word_of(entry.account_class)), Value(group),
                 Value::count(part.books), Value(before.side), Value::fen(before.fen), Value::fen(part.movement.debit),
                 Value::fen(part.movement.credit), Value(after.side), Value::fen(after.fen)},
                group.empty() ? 0 : 1);
}

Table Consolidation::table() const {
  Table table({"consolidation", "合并科目余额表", "Consolidated trial balance"},
              {{{"account", "科目编码", "account"}, CellKind::Text},
               {{"name", "科目名称", "name"}, CellKind::Text},
               {{"class", "要素", "class"}, CellKind::Text, false, true},
               {{"group", "分组", "group"}, CellKind::Text},
               {{"books", "账套数", "books"}, CellKind::Count},
               {{"opening_side", "方向", "side"}, CellKind::Side},
               {{"opening", "期初余额", "opening"}, CellKind::Money},
               {{"debit", "本期借方", "debit"}, CellKind::Money, true},
               {{"credit", "本期贷方", "credit"}, CellKind::Money, true},
               {{"balance_side", "方向", "side"}, CellKind::Side},
               {{"balance", "期末余额", "balance"}, CellKind::Money}});
  table.add_fact({"period", "期间", "period"}, to_iso(period_));
  table.add_fact({"books", "账套", "books"}, Value::count(books_));
  std::string left_out;
  for (const std::string& one : left_out_) left_out += (left_out.empty() ? "" : "；") + one;
  if (!left_out.empty()) table.add_fact({"left_out", "未计入", "left out"}, left_out);
  Sums total;
  for (const auto& [code, entry] : entries_) {
    const bool has_groups = entry.groups.size() > 1 || !entry.groups.begin()->first.empty();
    add_row(table, has_groups ? RowKind::Group : RowKind::Line, code, entry, "", entry.all);
    if (has_groups) {
      for (const auto& [group, part] : entry.groups) add_row(table, RowKind::Line, code, entry, group, part);
    }
    total.add(entry.all.movement);
  }
  table.add_row(RowKind::Sum, {Value("合计 total"), Value(), Value(), Value(), Value(), Value(), Value(),
                               Value::fen(total.debit), Value::fen(total.credit), Value(), Value()});
  table.add_json_fact({"total_debit", "借方合计", "total debit"}, Value::fen(total.debit));
  table.add_json_fact({"total_credit", "贷方合计", "total credit"}, Value::fen(total.credit));
  return table;
}

}  // namespace mingzhang::reports
