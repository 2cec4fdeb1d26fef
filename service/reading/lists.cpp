// SPDX-License-Identifier: Apache-2.0
// Builds the tables of the lists.
#include "service/reading/lists.h"

#include <algorithm>

#include "ledger/book_commands.h"
#include "ledger/chart_template.h"
#include "reports/column.h"
#include "reports/table.h"
#include "service/reading/render.h"
#include "service/reading/voucher.h"

namespace mingzhang::service {
namespace {

using reports::CellKind;
using reports::Column;
using reports::RowKind;
using reports::Table;
using reports::Value;
using reports::count_column;
using reports::filled;
using reports::text_column;

Value yes(bool is_so) { return is_so ? Value("是 yes") : Value(); }

std::string state_of(const ledger::Account& account) {
  if (account.is_closed) return "停用 closed";
  return account.is_frozen ? "冻结 frozen" : std::string();
}

std::string_view state_of(ledger::PeriodState state) {
  switch (state) {
    case ledger::PeriodState::Open: return "未结账 open";
    case ledger::PeriodState::Closed: return "已结账 closed";
    case ledger::PeriodState::Locked: return "已锁定 locked";
  }
  return "";
}

/// One list of the book.
TextResult list_of(const BookPlace& place, Format format, const std::function<Table(BookReading&)>& build) {
  return read_book(place, [&](BookReading& reading) -> TextResult { return rendered(build(reading), format); });
}

}  // namespace

TextResult list_books(ledger::Database& database, Format format) {
  return read_database(database, [&]() -> TextResult {
    Table table({"books", "账套", "Books"},
                {text_column("book", "代号", "book"), text_column("title", "名称", "title"),
                 text_column("start", "启用期间", "from"), count_column("records", "记录", "records"),
                 count_column("lines", "分录", "lines")});
    std::string elsewhere;  // said above the list, where there are any
    for (const ledger::BookName& name : database.books()) {
      const auto store = database.ledger(name.id);
      const std::optional<ledger::BookHead> head = store->head();
      const ledger::BookStanding standing = store->standing();
      if (standing.standing != ledger::Standing::Here) {
        elsewhere += (elsewhere.empty() ? "" : "；") + name.name +
                     (standing.standing == ledger::Standing::Moved ? " → " : " ← ") + standing.place;
      }
      if (!head) {
        table.add_row(RowKind::Line, {name.name, "（损坏 damaged）", Value(), Value(), Value()});
        continue;
      }
      const std::string start = to_iso(head->start);
      table.add_row(RowKind::Line,
                    {head->name, filled(head->title), start, Value::count(head->records), Value::count(head->lines)});
    }
    if (!elsewhere.empty()) table.add_fact({"elsewhere", "不在此处记账", "written elsewhere"}, elsewhere);
    return rendered(table, format);
  });
}

TextResult show_book(const BookPlace& place, Format format) {
  return list_of(place, format, [](BookReading& reading) {
    Table table({"book", "账套", "Book"}, {text_column("item", "项目", "item"), text_column("value", "内容", "value")});
    const auto add = [&table](const char* key, const char* zh, const char* en, const std::string& value) {
      table.add_json_fact({key, zh, en}, value);
      table.add_row(RowKind::Line, {std::string(zh) + " " + en, filled(value)});
    };
    add("book", "代号", "book", reading.head.name);
    if (!reading.head.title.empty()) add("book_title", "名称", "title", reading.head.title);
    add("start", "启用期间", "from", to_iso(reading.head.start));
    add("records", "记录", "records", std::to_string(reading.head.records));
    add("lines", "分录", "lines", std::to_string(reading.head.lines));
    add("accounts", "科目", "accounts", std::to_string(reading.store.account_count()));
    add("funds", "资金来源", "funds", std::to_string(reading.store.fund_count()));
    add("projects", "项目", "projects", std::to_string(reading.store.project_count()));
    add("subjects", "户、机构与贷款", "subjects", std::to_string(reading.store.subject_count()));
    return table;
  });
}

TextResult list_templates(Format format) {
  Table table({"templates", "科目表模板", "Charts of accounts"},
              {text_column("template", "模板", "template"), text_column("zh", "名称", "title"),
               text_column("en", "英文名称", "English title"), count_column("accounts", "科目", "accounts"),
               Column{{"note", "来源与假设", "source and assumptions"}, CellKind::Text, false, true}});
  for (const ledger::ChartTemplate& chart : ledger::chart_templates()) {
    table.add_row(RowKind::Line, {chart.name, chart.title_zh, chart.title_en,
                                  Value::count(static_cast<std::int64_t>(chart.rows.size())), filled(chart.note)});
  }
  return rendered(table, format);
}

TextResult list_accounts(const BookPlace& place, Format format) {
  return list_of(place, format, [](BookReading& reading) {
    Table table({"accounts", "科目表", "Chart of accounts"},
                {text_column("account", "科目", "account"), text_column("name", "名称", "name"),
                 text_column("class", "类别", "class"), Column{{"side", "方向", "side"}, CellKind::Side, false, false},
                 text_column("closes_to", "结转至", "closes to"), text_column("never_negative", "不得透支", "never negative"),
                 text_column("state", "状态", "state")});
    for (const ledger::Account& account : reading.store.accounts()) {
      const std::string account_class =
          std::string(chinese_of(account.account_class)) + " " + std::string(word_of(account.account_class));
      const std::string state = state_of(account);
      table.add_row(RowKind::Line, {account.code, account.name, account_class, account.normal_side,
                                    filled(account.closes_to), yes(account.never_negative), filled(state)});
    }
    return table;
  });
}

TextResult list_funds(const BookPlace& place, Format format) {
  return list_of(place, format, [](BookReading& reading) {
    Table table({"funds", "资金来源", "Funds"},
                {text_column("fund", "来源", "fund"), text_column("name", "名称", "name"),
                 text_column("document", "文号", "document"), text_column("is_assumption", "假设", "assumed")});
    std::vector<ledger::Fund> funds = reading.store.funds();
    std::sort(funds.begin(), funds.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
    for (const ledger::Fund& fund : funds) {
      table.add_row(RowKind::Line, {fund.code, fund.name, filled(fund.document), yes(fund.is_assumption)});
    }
    return table;
  });
}

TextResult list_projects(const BookPlace& place, Format format) {
  return list_of(place, format, [](BookReading& reading) {
    Table table({"projects", "项目", "Projects"},
                {text_column("project", "项目", "project"), text_column("name", "名称", "name")});
    std::vector<ledger::Project> projects = reading.store.projects();
    std::sort(projects.begin(), projects.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
    for (const ledger::Project& project : projects) table.add_row(RowKind::Line, {project.code, project.name});
    return table;
  });
}

TextResult list_users(const BookPlace& place, Format format) {
  return list_of(place, format, [](BookReading& reading) {
    Table table({"users", "用户与角色", "Users and roles"},
                {text_column("user", "用户", "user"), text_column("role", "角色", "role"),
                 text_column("role_zh", "角色名称", "in Chinese"), text_column("state", "状态", "state")});
    std::vector<ledger::Grant> grants = reading.store.grants();
    std::sort(grants.begin(), grants.end(), [](const auto& a, const auto& b) {
      return a.user != b.user ? a.user < b.user : a.role < b.role;
    });
    for (const ledger::Grant& grant : grants) {
      table.add_row(RowKind::Line, {grant.user, grant.role, ledger::chinese_of_role(grant.role),
                                    grant.active ? "有效 active" : "已撤销 revoked"});
    }
    return table;
  });
}

TextResult list_periods(const BookPlace& place, Format format) {
  return list_of(place, format, [](BookReading& reading) {
    Table table({"periods", "会计期间", "Months"},
                {text_column("period", "期间", "month"), text_column("state", "状态", "state")});
    for (const ledger::Period& period : reading.store.periods()) {
      table.add_row(RowKind::Line, {to_iso(period.month), state_of(period.state)});
    }
    return table;
  });
}

std::vector<std::string> voucher_names(const BookPlace& place, const Receipt& receipt) {
  std::vector<std::string> names;
  const TextResult text = read_book(place, [&](BookReading& reading) -> TextResult {
    LogVouchers vouchers(reading.log);
    for (std::int64_t seq = receipt.first_seq; seq < receipt.first_seq + receipt.records; ++seq) {
      const std::optional<reports::RecordedVoucher> recorded = vouchers.head_of(seq);
      if (recorded) names.push_back(to_text(recorded->voucher.name()));
    }
    return std::string();
  });
  if (!text) names.clear();  // what was booked is booked; its names are a courtesy
  return names;
}

}  // namespace mingzhang::service
