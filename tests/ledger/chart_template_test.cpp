// SPDX-License-Identifier: Apache-2.0
// The chart templates are whole, can be built, and can be posted to.
#include "ledger/chart_template.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "ledger/text_rules.h"
#include "tests/ledger/charted_book.h"
#include "tests/support/catch.h"

namespace {

using mingzhang::ledger::AccountClass;
using mingzhang::ledger::accounts_of;
using mingzhang::ledger::AddAccount;
using mingzhang::ledger::chart_templates;
using mingzhang::ledger::ChartTemplate;
using mingzhang::ledger::entry_set_of;
using mingzhang::ledger::find_chart_template;
using mingzhang::ledger::parent_code_of;
using mingzhang::ledger::Side;
using mingzhang::tests::ChartedBook;
using mingzhang::tests::credit;
using mingzhang::tests::debit;

/// The chart's accounts by code, and the codes that have children.
struct Chart {
  std::map<std::string, AddAccount> accounts;
  std::set<std::string> parents;
};

Chart chart_of(const ChartTemplate& chart) {
  Chart result;
  for (const AddAccount& account : accounts_of(chart)) {
    result.accounts.emplace(account.code, account);
    if (!account.parent.empty()) result.parents.insert(account.parent);
  }
  return result;
}

bool is_income_or_expense(AccountClass account_class) {
  return account_class == AccountClass::Income || account_class == AccountClass::Expense ||
         account_class == AccountClass::BudgetIncome || account_class == AccountClass::BudgetExpense;
}

TEST_CASE("five chart templates are found by name", "[ledger][chart]") {
  const std::map<std::string, std::string> titles{{"special-fund", "财政专项扶贫资金专账"},
                                                  {"risk-fund", "风险补偿基金"},
                                                  {"guarantee-fund", "担保基金"},
                                                  {"loan-register", "信用社贷款台账"},
                                                  {"mutual-fund", "村互助资金"}};
  CHECK(chart_templates().size() == titles.size());
  for (const auto& [name, title] : titles) {
    INFO(name);
    const ChartTemplate* chart = find_chart_template(name);
    REQUIRE(chart != nullptr);
    CHECK(chart->name == name);
    CHECK(chart->title_zh == title);
    CHECK_FALSE(chart->title_en.empty());
    CHECK_FALSE(chart->note.empty());
  }
  CHECK(find_chart_template("") == nullptr);
  CHECK(find_chart_template("special") == nullptr);
}

TEST_CASE("the parent of a code is the code without its last level", "[ledger][chart]") {
  CHECK(parent_code_of("") == "");
  CHECK(parent_code_of("1002") == "");
  CHECK(parent_code_of("100201") == "1002");
  CHECK(parent_code_of("71010101") == "710101");
}

TEST_CASE("codes are unique and names are good", "[ledger][chart]") {
  for (const ChartTemplate& chart : chart_templates()) {
    std::set<std::string> codes;
    for (const AddAccount& account : accounts_of(chart)) {
      INFO(chart.name << " " << account.code);
      CHECK(codes.insert(account.code).second);
      CHECK(std::all_of(account.code.begin(), account.code.end(), [](char c) { return c >= '0' && c <= '9'; }));
      CHECK((account.code.size() == 4 || account.code.size() == 6 || account.code.size() == 8));
      CHECK_FALSE(account.name.empty());
      CHECK(account.name.size() <= mingzhang::ledger::kNameBytes);
      CHECK(account.account_class != AccountClass::Unclassified);
    }
  }
}

TEST_CASE("siblings have different names", "[ledger][chart]") {
  for (const ChartTemplate& chart : chart_templates()) {
    std::set<std::pair<std::string, std::string>> names;
    for (const AddAccount& account : accounts_of(chart)) {
      INFO(chart.name << " " << account.code << " " << account.name);
      CHECK(names.emplace(account.parent, account.name).second);
    }
  }
}

TEST_CASE("a parent stands before its children and shares their class", "[ledger][chart]") {
  for (const ChartTemplate& chart : chart_templates()) {
    std::map<std::string, AccountClass> earlier;
    for (const AddAccount& account : accounts_of(chart)) {
      INFO(chart.name << " " << account.code);
      if (!account.parent.empty()) {
        REQUIRE(earlier.contains(account.parent));
        CHECK(earlier.at(account.parent) == account.account_class);
      }
      earlier.emplace(account.code, account.account_class);
    }
  }
}

TEST_CASE("only contra accounts and the budget's money stand on the unusual side", "[ledger][chart]") {
  // 坏账准备, 贷款损失准备 and 借款损失准备 reduce assets; 资金结存 is the money of the budget entries.
  const std::set<std::string> unusual{"1219", "1304", "8001", "800101", "800102", "800103"};
  for (const ChartTemplate& chart : chart_templates()) {
    for (const AddAccount& account : accounts_of(chart)) {
      INFO(chart.name << " " << account.code);
      const bool is_usual = account.normal_side == mingzhang::ledger::usual_side_of(account.account_class);
      CHECK(is_usual != unusual.contains(account.code));
    }
  }
}

TEST_CASE("an account closes to a leaf of its own entry set", "[ledger][chart]") {
  for (const ChartTemplate& chart : chart_templates()) {
    const Chart all = chart_of(chart);
    for (const auto& [code, account] : all.accounts) {
      INFO(chart.name << " " << code);
      const bool is_leaf = !all.parents.contains(code);
      if (is_income_or_expense(account.account_class)) CHECK(account.closes_to.empty() != is_leaf);
      if (account.closes_to.empty()) continue;
      CHECK(is_leaf);
      REQUIRE(all.accounts.contains(account.closes_to));
      CHECK_FALSE(all.parents.contains(account.closes_to));
      const AddAccount& target = all.accounts.at(account.closes_to);
      CHECK(entry_set_of(target.account_class) == entry_set_of(account.account_class));
      CHECK_FALSE(is_income_or_expense(target.account_class));
    }
  }
}

TEST_CASE("closing ends after few steps", "[ledger][chart]") {
  for (const ChartTemplate& chart : chart_templates()) {
    const Chart all = chart_of(chart);
    for (const auto& [code, account] : all.accounts) {
      INFO(chart.name << " " << code);
      int steps = 0;
      for (std::string at = code; !all.accounts.at(at).closes_to.empty() && steps < 10; ++steps) {
        at = all.accounts.at(at).closes_to;
      }
      CHECK(steps <= 2);
    }
  }
}

TEST_CASE("every chart has a deposit that is never negative", "[ledger][chart]") {
  for (const ChartTemplate& chart : chart_templates()) {
    INFO(chart.name);
    const Chart all = chart_of(chart);
    CHECK(all.accounts.at("100201").never_negative);
    for (const auto& [code, account] : all.accounts) {
      INFO(code);
      if (!account.never_negative) continue;
      CHECK_FALSE(all.parents.contains(code));
      CHECK(account.account_class == AccountClass::Asset);
    }
    // Every leaf below 银行存款 holds money that is really there.
    for (const auto& [code, account] : all.accounts) {
      INFO(code);
      if (account.parent == "1002") CHECK(account.never_negative);
    }
  }
}

TEST_CASE("every chart has a pair for money that crosses funds", "[ledger][chart]") {
  for (const ChartTemplate& chart : chart_templates()) {
    std::map<std::string, AccountClass> classes;
    for (const AddAccount& account : accounts_of(chart)) classes.emplace(account.name, account.account_class);
    INFO(chart.name);
    CHECK(classes.at("应收其他资金款") == AccountClass::Asset);
    CHECK(classes.at("应付其他资金款") == AccountClass::Liability);
  }
}

TEST_CASE("every chart can be built by commands that are accepted", "[ledger][chart]") {
  for (const ChartTemplate& chart : chart_templates()) {
    INFO(chart.name);
    ChartedBook built(chart.name);  // checks every command
    const Chart all = chart_of(chart);
    for (const auto& [code, account] : all.accounts) {
      INFO(code);
      const mingzhang::ledger::Account* found = built.book().accounts().find(code);
      REQUIRE(found != nullptr);
      CHECK(found->has_children == all.parents.contains(code));
    }
  }
}

TEST_CASE("the set-up of a risk fund fits its chart", "[ledger][chart]") {
  // Policy case AC-07: 17,204,400.00 = 6,021,540.00 + 6,021,540.00 + 5,161,320.00.
  ChartedBook fund("risk-fund");
  fund.post("2016-03-01", {debit("100201", "17204400.00"), credit("310101", "6021540.00"),
                           credit("310102", "6021540.00"), credit("310103", "5161320.00")});
  CHECK(fund.balance("2016-03", "100201") == "17204400.00");
  CHECK(fund.balance("2016-03", "310103") == "5161320.00");
}

}  // namespace
