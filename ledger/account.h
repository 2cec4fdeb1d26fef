// SPDX-License-Identifier: Apache-2.0
// Accounts (科目) and the words they are described with.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/money.h"
#include "ledger/ids.h"

namespace mingzhang::ledger {

/// Which side of an account a line stands on (借 / 贷).
enum class Side : std::uint8_t { Debit = 1, Credit = 2 };

/// The other side.
Side opposite(Side side);
/// "debit" or "credit": the word in records and files.
std::string_view word_of(Side side);
/// 借 or 贷.
std::string_view chinese_of(Side side);
/// Reads "debit", "credit", "借" or "贷".
std::optional<Side> parse_side(std::string_view text);

/// Account elements (会计要素) of the government accounting system, 财会〔2017〕25号: five financial, three budgetary.
enum class AccountClass : std::uint8_t {
  Asset = 1,          ///< 资产
  Liability = 2,      ///< 负债
  NetAssets = 3,      ///< 净资产 (also 所有者权益)
  Income = 4,         ///< 收入
  Expense = 5,        ///< 费用
  BudgetIncome = 6,   ///< 预算收入
  BudgetExpense = 7,  ///< 预算支出
  BudgetBalance = 8,  ///< 预算结余
  Unclassified = 9,   ///< 未分类: made by an import, carries no constraint
};

/// Financial and budget accounts may stand in one voucher (平行记账); each set balances by itself.
enum class EntrySet : std::uint8_t { Financial = 1, Budget = 2 };

EntrySet entry_set_of(AccountClass account_class);
/// "asset", "budget_income" …: the word in records and files.
std::string_view word_of(AccountClass account_class);
std::string_view chinese_of(AccountClass account_class);
std::optional<AccountClass> parse_account_class(std::string_view word);
/// Debit for assets, expenses, budget expenses and unclassified accounts, credit for the others.
Side usual_side_of(AccountClass account_class);

/// One account of a book's chart, as of now.
struct Account {
  AccountId id;
  std::string code;                ///< unique in the book, e.g. "100201"
  std::string name;
  AccountClass account_class = AccountClass::Unclassified;
  Side normal_side = Side::Debit;  ///< the side on which its balance is positive
  AccountId parent;                ///< none for an account of the first level
  std::string closes_to;           ///< code of the account that takes its balance at the year's end; may be empty
  bool has_children = false;       ///< lines stand on leaves only
  bool never_negative = false;     ///< per fund, at the end of every day
  bool keeps_days = false;         ///< was never-negative at some time: its movement per day is kept since its first line
  bool is_frozen = false;          ///< refuses lines for the time being
  bool is_closed = false;          ///< refuses lines for ever
};

}  // namespace mingzhang::ledger
