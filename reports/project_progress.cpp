// SPDX-License-Identifier: Apache-2.0
// Adding up a project's detail rows.
#include "reports/project_progress.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "reports/heading.h"
#include "reports/names.h"
#include "reports/sums.h"

namespace mingzhang::reports {

namespace {

std::vector<Column> columns() {
  return {
      {{"project", "项目", "project"}, CellKind::Text},
      {{"project_name", "项目名称", "project name"}, CellKind::Text},
      {{"class", "要素", "class"}, CellKind::Text, false, true},
      {{"account", "科目编码", "account"}, CellKind::Text},
      {{"name", "科目名称", "name"}, CellKind::Text},
      {{"fund", "资金", "fund"}, CellKind::Text},
      {{"debit", "借方累计", "debit"}, CellKind::Money, true},
      {{"credit", "贷方累计", "credit"}, CellKind::Money, true},
      {{"balance_side", "方向", "side"}, CellKind::Side},
      {{"balance", "余额", "balance"}, CellKind::Money},
  };
}

struct Total {
  ledger::AccountId account;
  ledger::FundId fund;
  Sums sums;
};

void write_project(ledger::LedgerStore& store, const Names& names, const ledger::Project& project,
                   std::optional<Month> until, Table& table) {
  std::map<std::pair<std::size_t, std::size_t>, Total> totals;  // by code of account and fund
  std::map<ledger::AccountClass, Sums> classes;
  for (const ledger::Detail& row : store.details_of(project.id)) {
    if (until && row.period > *until) continue;
    const std::pair key(names.account_place(row.account), names.fund_place(row.fund));
    const Sums moved(row.debit.fen(), row.credit.fen());
    totals.try_emplace(key, Total{row.account, row.fund, Sums()}).first->second.sums.add(moved);
    classes[names.account(row.account).account_class].add(moved);
  }
  for (const auto& [key, total] : totals) {
    const ledger::Account& account = names.account(total.account);
    const SidedBalance balance = balance_of(total.sums, account.normal_side);
    table.add_row(RowKind::Line, {project.code, project.name, ledger::word_of(account.account_class), account.code,
                                  account.name, names.fund_code(total.fund), Value::fen(total.sums.debit),
                                  Value::fen(total.sums.credit), balance.side, Value::fen(balance.fen)});
  }
  for (const auto& [account_class, sums] : classes) {
    const SidedBalance balance = balance_of(sums, ledger::usual_side_of(account_class));
    const std::string label = std::string(ledger::chinese_of(account_class)) + "合计 total";
    table.add_row(RowKind::Sum,
                  {project.code, project.name, ledger::word_of(account_class), Value(), label, Value(),
                   Value::fen(sums.debit), Value::fen(sums.credit), balance.side, Value::fen(balance.fen)});
  }
}

}  // namespace

Table project_progress(ledger::LedgerStore& store, const ProjectProgressRequest& request) {
  const Names names(store);
  std::vector<ledger::Project> projects = store.projects();
  std::sort(projects.begin(), projects.end(),
            [](const ledger::Project& a, const ledger::Project& b) { return a.code < b.code; });
  Table table({"project-progress", "项目进度", "Project progress"}, columns());
  add_book_facts(store, table);
  add_assumed_funds(names, table);
  if (request.until) table.add_fact({"until", "截至", "until"}, to_iso(*request.until));
  for (const ledger::Project& project : projects) {
    if (!request.project || project.id == *request.project) {
      write_project(store, names, project, request.until, table);
    }
  }
  return table;
}

}  // namespace mingzhang::reports
