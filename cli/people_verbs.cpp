// SPDX-License-Identifier: Apache-2.0
// Who may do what in a book, and the months that are closed.
#include "cli/desk.h"
#include "cli/listing.h"
#include "cli/published.h"
#include "cli/verb.h"
#include "service/reading/lists.h"
#include "service/setup/setup.h"

namespace mingzhang::cli {
namespace {

int change_role(Desk& desk, const Values& values, bool active) {
  return desk.submit(service::change_role(service::RoleChange{values.text("USER"), values.text("--role"), active}));
}

int change_period(Desk& desk, const Values& values, const char* action, const std::string& reason) {
  return desk.submit(service::change_period(values.text("MONTH"), action, reason));
}

OptionSpec month_argument() { return {"MONTH", ValueKind::Argument, true, "", "月份，如 2016-10 month"}; }

}  // namespace

std::vector<Verb> people_verbs() {
  const std::vector<OptionSpec> role_options{
      {"USER", ValueKind::Argument, true, "", "用户 user"},
      {"--role", ValueKind::Text, true, "ROLE",
       "preparer 制单, approver 审核, cashier 出纳, loan_officer 信贷员, auditor 审计, administrator 管理员"}};
  std::vector<OptionSpec> closing = closing_options();
  closing.insert(closing.begin(), month_argument());
  return {
      {"user", "add", "授予角色 give a role", role_options,
       [](Desk& desk, const Values& values) { return change_role(desk, values, true); }},
      {"user", "remove", "撤销角色 take a role away", role_options,
       [](Desk& desk, const Values& values) { return change_role(desk, values, false); }},
      {"user", "list", "列出用户与角色 list users and roles", {},
       [](Desk& desk, const Values&) { return show_list(desk, service::list_users); }},
      {"period", "list", "列出会计期间 list the months", {},
       [](Desk& desk, const Values&) { return show_list(desk, service::list_periods); }},
      {"period", "close", "结账 close a month", closing,
       [](Desk& desk, const Values& values) {
         return closed_with_checkpoint(desk, values, [&] { return change_period(desk, values, "close", ""); });
       }},
      {"period", "lock", "锁定，不再反结账 lock a closed month for ever", {month_argument()},
       [](Desk& desk, const Values& values) { return change_period(desk, values, "lock", ""); }},
      {"period", "reopen", "反结账（须两人） reopen a closed month; two people", {month_argument(), reason_option(true)},
       [](Desk& desk, const Values& values) {
         return change_period(desk, values, "reopen", values.text("--reason"));
       }},
  };
}

}  // namespace mingzhang::cli
