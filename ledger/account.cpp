// SPDX-License-Identifier: Apache-2.0
// The words of accounts, in one table per enum.
#include "ledger/account.h"

#include <array>

namespace mingzhang::ledger {
namespace {

struct ClassWords {
  AccountClass account_class;
  std::string_view word;
  std::string_view chinese;
  Side usual_side;
};

constexpr std::array kClasses{
    ClassWords{AccountClass::Asset, "asset", "资产", Side::Debit},
    ClassWords{AccountClass::Liability, "liability", "负债", Side::Credit},
    ClassWords{AccountClass::NetAssets, "net_assets", "净资产", Side::Credit},
    ClassWords{AccountClass::Income, "income", "收入", Side::Credit},
    ClassWords{AccountClass::Expense, "expense", "费用", Side::Debit},
    ClassWords{AccountClass::BudgetIncome, "budget_income", "预算收入", Side::Credit},
    ClassWords{AccountClass::BudgetExpense, "budget_expense", "预算支出", Side::Debit},
    ClassWords{AccountClass::BudgetBalance, "budget_balance", "预算结余", Side::Credit},
    ClassWords{AccountClass::Unclassified, "unclassified", "未分类", Side::Debit},
};

const ClassWords& words_of(AccountClass account_class) {
  const auto index = static_cast<std::size_t>(account_class) - 1;
  MZ_CHECK(index < kClasses.size());
  MZ_CHECK(kClasses[index].account_class == account_class);
  return kClasses[index];
}

}  // namespace

Side opposite(Side side) { return side == Side::Debit ? Side::Credit : Side::Debit; }
std::string_view word_of(Side side) { return side == Side::Debit ? "debit" : "credit"; }
std::string_view chinese_of(Side side) { return side == Side::Debit ? "借" : "贷"; }

std::optional<Side> parse_side(std::string_view text) {
  if (text == "debit" || text == "借") return Side::Debit;
  if (text == "credit" || text == "贷") return Side::Credit;
  return std::nullopt;
}

EntrySet entry_set_of(AccountClass account_class) {
  const bool is_budget = account_class == AccountClass::BudgetIncome ||
                         account_class == AccountClass::BudgetExpense || account_class == AccountClass::BudgetBalance;
  return is_budget ? EntrySet::Budget : EntrySet::Financial;
}

std::string_view word_of(AccountClass account_class) { return words_of(account_class).word; }
std::string_view chinese_of(AccountClass account_class) { return words_of(account_class).chinese; }
Side usual_side_of(AccountClass account_class) { return words_of(account_class).usual_side; }

std::optional<AccountClass> parse_account_class(std::string_view word) {
  for (const ClassWords& words : kClasses) {
    if (words.word == word || words.chinese == word) return words.account_class;
  }
  return std::nullopt;
}

}  // namespace mingzhang::ledger
