// SPDX-License-Identifier: Apache-2.0
// Every refusal of accounts, grants, funds, projects, books and periods, in the order in which they are looked for.
#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "tests/ledger/outcome_list.h"
#include "tests/ledger/sample_book.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

using ledger::AccountAction;
using ledger::AccountClass;
using ledger::AddAccount;
using ledger::AddFund;
using ledger::AddProject;
using ledger::ChangeAccount;
using ledger::ChangePeriod;
using ledger::GrantRole;
using ledger::OpenBook;
using ledger::PeriodAction;

/// The sample ID number of GB 11643-1999; nobody's.
const std::string kIdCard = "11010519491231002X";
const std::string kTooLong = kIdCard + std::string(183, '-');  // 201 bytes
const std::string kControl = "\x01";

/// The command's first problem is `outcome`; `repair` takes it away, so that the next row shows what stood behind it.
template <class Command>
struct Row {
  std::string outcome;
  std::function<void(Command&)> repair;
};

template <class Command>
std::set<std::string> walk(SampleBook& sample, Command command, const std::vector<Row<Command>>& rows) {
  std::set<std::string> seen;
  for (const Row<Command>& row : rows) {
    INFO("row " << row.outcome);
    CHECK(sample.answer(command) == row.outcome);
    seen.insert(row.outcome);
    row.repair(command);
  }
  CHECK(sample.answer(command) == "Ok");
  return seen;
}

void add_account(SampleBook& sample, const std::string& code, AccountClass account_class) {
  sample.run(AddAccount{code, "样例", account_class, ledger::Side::Debit, "", "", false});
}

/// 1901 frozen, closed and once negative; 1902 closed and without lines; 1903 with a balance; 1904 once negative.
void prepare_accounts(SampleBook& sample) {
  for (const char* code : {"1901", "1902", "1903", "1904"}) add_account(sample, code, AccountClass::Asset);
  for (const char* code : {"1901", "1904"}) {
    sample.run(transfer("2016-02-01", "3001", code, 500, "F1"));
    sample.run(transfer("2016-02-02", code, "3001", 500, "F1"));
  }
  sample.run(transfer("2016-02-03", "1903", "3001", 500, "F1"));
  sample.change_account("1901", AccountAction::Freeze);
  sample.change_account("1901", AccountAction::Close);
  sample.change_account("1902", AccountAction::Close);
}

std::set<std::string> walk_add_account(SampleBook& sample) {
  const AddAccount worst{"", "", AccountClass::BudgetIncome, ledger::Side::Debit, "9999", "", false};
  return walk<AddAccount>(sample, worst,
                          {
                              {"CodeBad", [](AddAccount& c) { c.code = "1002"; }},
                              {"NameMissing", [](AddAccount& c) { c.name = kControl; }},
                              {"TextNotPlain", [](AddAccount& c) { c.name = kTooLong; }},
                              {"TextTooLong", [](AddAccount& c) { c.name = kIdCard; }},
                              {"HoldsIdCard", [](AddAccount& c) { c.name = "样例"; }},
                              {"ParentUnknown", [](AddAccount& c) { c.parent = "1901"; }},
                              {"AccountExists", [](AddAccount& c) { c.code = "190101"; }},
                              {"ParentHasLines", [](AddAccount& c) { c.parent = "1902"; }},
                              {"ParentClosed", [](AddAccount& c) { c.parent = "12"; }},
                              {"ParentOfOtherSet", [](AddAccount& c) { c.account_class = AccountClass::Asset; }},
                          });
}

std::set<std::string> walk_change_account(SampleBook& sample) {
  const ChangeAccount worst{"", AccountAction::Freeze, kControl};
  return walk<ChangeAccount>(sample, worst,
                             {
                                 {"CodeBad", [](ChangeAccount& c) { c.code = "9999"; }},
                                 {"TextNotPlain", [](ChangeAccount& c) { c.reason = kTooLong; }},
                                 {"TextTooLong", [](ChangeAccount& c) { c.reason = kIdCard; }},
                                 {"HoldsIdCard", [](ChangeAccount& c) { c.reason = ""; }},
                                 {"ReasonMissing", [](ChangeAccount& c) { c.reason = "样例"; }},
                                 {"AccountUnknown", [](ChangeAccount& c) { c.code = "1901"; }},
                                 {"AlreadySo", [](ChangeAccount& c) { c.action = AccountAction::ForbidNegative; }},
                                 {"AccountClosed", [](ChangeAccount& c) { c = {"1903", AccountAction::Close, "样例"}; }},
                                 {"BalanceNotZero",
                                  [](ChangeAccount& c) { c = {"1904", AccountAction::ForbidNegative, "样例"}; }},
                                 {"WasNegative", [](ChangeAccount& c) { c.action = AccountAction::Close; }},
                             });
}

std::set<std::string> walk_open_book(SampleBook& sample) {
  return walk<OpenBook>(sample, OpenBook{"A", "", month("2016-01"), kControl},
                        {
                            {"NameBad", [](OpenBook& c) { c.name = "a"; }},
                            {"TitleMissing", [](OpenBook& c) { c.title = "样例"; }},
                            {"TextNotPlain", [](OpenBook& c) { c.chart = kTooLong; }},
                            {"TextTooLong", [](OpenBook& c) { c.chart = kIdCard; }},
                            {"HoldsIdCard", [](OpenBook& c) { c.chart = ""; }},
                        });
}

/// The sample asks as "synthetic-user".
std::set<std::string> walk_grant(SampleBook& sample) {
  sample.run(GrantRole{"synthetic-user", "administrator", true});
  sample.run(GrantRole{"synthetic-user", "auditor", true});
  std::set<std::string> seen = walk<GrantRole>(
      sample, GrantRole{kIdCard + " ", "king", true},
      {
          {"NameBad", [](GrantRole& c) { c.user = kIdCard; }},
          {"HoldsIdCard", [](GrantRole& c) { c.user = "synthetic-user"; }},
          {"RoleUnknown", [](GrantRole& c) { c.role = "auditor"; }},
          {"GrantExists", [](GrantRole& c) { c.role = "cashier"; }},
          {"SelfGrant", [](GrantRole& c) { c.active = false; }},
          {"GrantMissing", [](GrantRole& c) { c.role = "administrator"; }},
          {"LastAdministrator", [](GrantRole& c) { c.role = "auditor"; }},
      });
  return seen;
}

std::set<std::string> walk_add_fund(SampleBook& sample) {
  return walk<AddFund>(sample, AddFund{"", "", kControl, false},
                       {
                           {"TitleMissing", [](AddFund& c) { c.name = "样例"; }},
                           {"TextNotPlain", [](AddFund& c) { c.document = kTooLong; }},
                           {"TextTooLong", [](AddFund& c) { c.document = kIdCard; }},
                           {"HoldsIdCard", [](AddFund& c) { c.document = ""; }},
                           {"CodeBad", [](AddFund& c) { c.code = "F1"; }},
                           {"FundExists", [](AddFund& c) { c.code = "F3"; }},
                       });
}

std::set<std::string> walk_add_project(SampleBook& sample) {
  return walk<AddProject>(sample, AddProject{"", ""},
                          {
                              {"TitleMissing", [](AddProject& c) { c.name = kControl; }},
                              {"TextNotPlain", [](AddProject& c) { c.name = kTooLong; }},
                              {"TextTooLong", [](AddProject& c) { c.name = kIdCard; }},
                              {"HoldsIdCard", [](AddProject& c) { c.name = "样例"; }},
                              {"CodeBad", [](AddProject& c) { c.code = "P1"; }},
                              {"ProjectExists", [](AddProject& c) { c.code = "P3"; }},
                          });
}

/// A table of refusals without those that the write path gives (it alone knows the other books and the templates).
std::set<std::string> names_without(std::span<const OutcomeInfo> table, const std::set<std::string>& others) {
  std::set<std::string> names;
  for (const std::string& name : names_of(table)) {
    if (!others.contains(name)) names.insert(name);
  }
  return names;
}

}  // namespace

TEST_CASE("of all that is wrong with a change of the chart the first in precedence order is the answer", "[ledger]") {
  SampleBook sample;
  prepare_accounts(sample);
  std::set<std::string> seen = walk_add_account(sample);
  seen.merge(walk_change_account(sample));
  CHECK(seen == names_without(ledger::account_outcomes(), {}));
  CHECK(sample.difference().empty());
}

TEST_CASE("of all that is wrong with a book, grant, fund or project the first in precedence order is the answer",
          "[ledger]") {
  SampleBook sample;
  std::set<std::string> seen = walk_open_book(sample);
  seen.merge(walk_grant(sample));
  seen.merge(walk_add_fund(sample));
  seen.merge(walk_add_project(sample));
  CHECK(seen == names_without(ledger::book_outcomes(), {"ChartUnknown", "BookExists"}));
}

TEST_CASE("of all that is wrong with a change of a period the first in precedence order is the answer", "[ledger]") {
  SampleBook sample;
  sample.change_period("2016-01", PeriodAction::Close);
  sample.change_period("2016-02", PeriodAction::Close);
  sample.change_period("2016-03", PeriodAction::Close);
  sample.change_period("2016-01", PeriodAction::Lock);
  struct PeriodRow {
    std::string outcome;
    std::string_view month;
    PeriodAction action;
    std::string reason;
    std::string_view today;
  };
  const std::vector<PeriodRow> rows{
      {"ReasonMissing", "2015-12", PeriodAction::Reopen, "", "2016-07-01"},
      {"TextNotPlain", "2015-12", PeriodAction::Reopen, kControl, "2016-07-01"},
      {"TextTooLong", "2015-12", PeriodAction::Reopen, kTooLong, "2016-07-01"},
      {"HoldsIdCard", "2015-12", PeriodAction::Reopen, kIdCard, "2016-07-01"},
      {"BeforeBook", "2015-12", PeriodAction::Reopen, "样例", "2016-07-01"},   // not closed, and later months are
      {"AlreadyClosed", "2016-03", PeriodAction::Close, "", "2016-03-31"},     // not over
      {"AlreadyLocked", "2016-01", PeriodAction::Reopen, "样例", "2016-07-01"},  // later months closed
      {"AlreadyLocked", "2016-01", PeriodAction::Close, "", "2016-01-31"},     // not over
      {"NotClosed", "2016-05", PeriodAction::Lock, "", "2016-07-01"},          // earlier months open
      {"EarlierOpen", "2016-05", PeriodAction::Close, "", "2016-05-31"},       // not over
      {"LaterClosed", "2016-02", PeriodAction::Reopen, "样例", "2016-07-01"},
      {"NotOver", "2016-04", PeriodAction::Close, "", "2016-04-30"},
      {"Ok", "2016-04", PeriodAction::Close, "", "2016-05-01"},
      {"Ok", "2016-02", PeriodAction::Lock, "", "2016-07-01"},
      {"Ok", "2016-03", PeriodAction::Reopen, "样例", "2016-07-01"},
  };
  std::vector<std::string> seen;
  for (const PeriodRow& row : rows) {
    INFO(row.outcome << " " << row.month);
    sample.today = day(row.today);
    CHECK(sample.answer(ChangePeriod{month(row.month), row.action, row.reason}) == row.outcome);
    if (row.outcome != "Ok" && (seen.empty() || seen.back() != row.outcome)) seen.push_back(row.outcome);
  }
  CHECK(seen == names_of(ledger::period_outcomes()));
}

TEST_CASE("every refusal of a command is described in two languages", "[ledger]") {
  check_descriptions(ledger::account_outcomes(), "ledger/account_commands.h", "AccountOutcome", "ACCT-");
  check_descriptions(ledger::book_outcomes(), "ledger/book_commands.h", "BookOutcome", "BOOK-");
  check_descriptions(ledger::period_outcomes(), "ledger/period_command.h", "PeriodOutcome", "PERIOD-");
}

TEST_CASE("INV-12 no name, code or reason that holds an ID card number is recorded", "[ledger]") {
  SampleBook sample;
  const std::string lower = "11010519491231002x";
  CHECK(sample.answer(AddAccount{kIdCard, "样例", AccountClass::Asset, ledger::Side::Debit, "", "", false}) ==
        "HoldsIdCard");
  CHECK(sample.answer(AddFund{kIdCard, "样例", "", false}) == "HoldsIdCard");
  CHECK(sample.answer(AddFund{"F3", "户主" + kIdCard, "", false}) == "HoldsIdCard");
  CHECK(sample.answer(AddProject{"P-" + kIdCard, "样例"}) == "HoldsIdCard");
  CHECK(sample.answer(OpenBook{lower, "样例", month("2016-01"), ""}) == "HoldsIdCard");
  CHECK(sample.answer(GrantRole{lower, "auditor", true}) == "HoldsIdCard");
  CHECK(sample.answer(ChangePeriod{month("2016-01"), PeriodAction::Close, kIdCard}) == "HoldsIdCard");
  ledger::VoucherRequest request = transfer("2016-01-01", "1011", "3001", 1, "");
  for (std::string ledger::Line::*member : {&ledger::Line::subject, &ledger::Line::summary, &ledger::Line::fund,
                                            &ledger::Line::project, &ledger::Line::account}) {
    ledger::VoucherRequest bad = request;
    bad.lines[1].*member = kIdCard;
    CHECK(sample.answer(bad) == "HoldsIdCard");
  }
  for (std::string ledger::VoucherRequest::*member :
       {&ledger::VoucherRequest::summary, &ledger::VoucherRequest::source, &ledger::VoucherRequest::reason}) {
    ledger::VoucherRequest bad = request;
    bad.*member = "证号 " + kIdCard;
    CHECK(sample.answer(bad) == "HoldsIdCard");
  }
  // The refusal itself repeats nothing of it.
  request.lines[0].summary = kIdCard;
  CHECK(to_text(sample.problems(request)).find("1949") == std::string::npos);
}

}  // namespace mingzhang::tests
