// SPDX-License-Identifier: Apache-2.0
// Accounts, funds and projects.
#include "cli/desk.h"
#include "cli/listing.h"
#include "cli/verb.h"
#include "service/reading/lists.h"
#include "service/setup/setup.h"

namespace mingzhang::cli {
namespace {

int run_account_add(Desk& desk, const Values& values) {
  service::NewAccount account;
  account.code = values.text("CODE");
  account.name = values.text("NAME");
  account.account_class = values.text("--class");
  account.side = values.text("--side");
  account.parent = values.text("--parent");
  account.closes_to = values.text("--closes-to");
  account.never_negative = values.is_given("--never-negative");
  return desk.submit(service::add_account(account));
}

int run_account_change(Desk& desk, const Values& values) {
  return desk.submit(service::change_account(values.text("CODE"), values.text("ACTION"), values.text("--reason")));
}

int run_fund_add(Desk& desk, const Values& values) {
  return desk.submit(service::add_fund(service::NewFund{values.text("CODE"), values.text("NAME"),
                                                        values.text("--document"), values.is_given("--assumption")}));
}

int run_project_add(Desk& desk, const Values& values) {
  return desk.submit(service::add_project(values.text("CODE"), values.text("NAME")));
}

OptionSpec code_argument() { return {"CODE", ValueKind::Argument, true, "", "代号 code"}; }
OptionSpec name_argument() { return {"NAME", ValueKind::Argument, true, "", "名称 name"}; }

}  // namespace

std::vector<Verb> register_verbs() {
  return {
      {"account", "list", "列出科目 list the chart of accounts", {},
       [](Desk& desk, const Values&) { return show_list(desk, service::list_accounts); }},
      {"account", "add", "增设科目 add an account",
       {code_argument(), name_argument(),
        {"--class", ValueKind::Text, false, "CLASS", "类别，如 asset、expense（默认未分类） class; unclassified by default"},
        {"--side", ValueKind::Text, false, "SIDE", "余额方向 借 debit / 贷 credit（默认随类别） side of its balance"},
        {"--parent", ValueKind::Text, false, "CODE", "上级科目 account above it"},
        {"--closes-to", ValueKind::Text, false, "CODE", "年末结转至 account that takes its balance at the year's end"},
        {"--never-negative", ValueKind::Flag, false, "", "不得透支 its balance is never negative"}},
       run_account_add},
      {"account", "change", "冻结、解冻、停用科目，或改变透支控制（须两人） change an account; two people",
       {code_argument(),
        {"ACTION", ValueKind::Argument, true, "", "freeze, unfreeze, close, forbid-negative, allow-negative"},
        reason_option(true)},
       run_account_change},
      {"fund", "list", "列出资金来源 list the funds", {},
       [](Desk& desk, const Values&) { return show_list(desk, service::list_funds); }},
      {"fund", "add", "登记资金来源 register a fund",
       {code_argument(), name_argument(),
        {"--document", ValueKind::Text, false, "TEXT", "文号 number of its document"},
        {"--assumption", ValueKind::Flag, false, "", "文号或金额为假设 document or amount are assumed"}},
       run_fund_add},
      {"project", "list", "列出项目 list the projects", {},
       [](Desk& desk, const Values&) { return show_list(desk, service::list_projects); }},
      {"project", "add", "登记项目 register a project", {code_argument(), name_argument()}, run_project_add},
  };
}

}  // namespace mingzhang::cli
