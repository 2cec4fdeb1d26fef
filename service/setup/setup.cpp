// SPDX-License-Identifier: Apache-2.0
// Builds requests for books, charts, people and months.
#include "service/setup/setup.h"

#include <utility>

#include "audit/salt.h"
#include "base/text.h"
#include "ledger/chart_template.h"
#include "service/reading/outcome.h"

namespace mingzhang::service {
namespace {

/// What was typed, as far as it may be repeated.
}  // namespace

Result<Request, Refusal> opening_of(const NewBook& book) {
  std::optional<Month> start = parse_month(book.from);
  if (const std::optional<Date> date = parse_date(book.from)) start = Month::of(*date);
  if (!start) return Err(refusal(ReadingOutcome::DateBad, quotable(book.from)));
  Request request;
  request.book = book.name;
  request.by = book.by;
  request.is_system = book.by.empty();
  request.commands.emplace_back(ledger::OpenBook{book.name, book.title, *start, book.chart});
  if (const ledger::ChartTemplate* chart = ledger::find_chart_template(book.chart)) {
    for (ledger::AddAccount& account : ledger::accounts_of(*chart)) request.commands.emplace_back(std::move(account));
  }
  if (!book.by.empty()) request.commands.emplace_back(ledger::GrantRole{book.by, "administrator", true});
  return request;
}

NewCommand add_account(const NewAccount& account) {
  ledger::AddAccount command;
  if (!account.account_class.empty()) {
    const std::optional<ledger::AccountClass> parsed = ledger::parse_account_class(account.account_class);
    if (!parsed) return Err(refusal(ReadingOutcome::ClassBad, quotable(account.account_class)));
    command.account_class = *parsed;
  }
  command.normal_side = ledger::usual_side_of(command.account_class);
  if (!account.side.empty()) {
    const std::optional<ledger::Side> side = ledger::parse_side(account.side);
    if (!side) return Err(refusal(ReadingOutcome::SideBad, quotable(account.side)));
    command.normal_side = *side;
  }
  command.code = account.code;
  command.name = account.name;
  command.parent = account.parent;
  command.closes_to = account.closes_to;
  command.never_negative = account.never_negative;
  return Command(std::move(command));
}

NewCommand change_account(const std::string& code, std::string_view action, const std::string& reason) {
  std::string word(action);
  for (char& letter : word) letter = letter == '-' ? '_' : letter;
  const std::optional<ledger::AccountAction> parsed = ledger::parse_account_action(word);
  if (!parsed) return Err(refusal(ReadingOutcome::ActionBad, quotable(action)));
  return Command(ledger::ChangeAccount{code, *parsed, reason});
}

NewCommand add_fund(const NewFund& fund) {
  return Command(ledger::AddFund{fund.code, fund.name, fund.document, fund.is_assumption});
}

NewCommand add_project(const std::string& code, const std::string& name) {
  return Command(ledger::AddProject{code, name});
}

NewCommand change_role(const RoleChange& change) {
  return Command(ledger::GrantRole{change.user, change.role, change.active});
}

NewCommand change_period(std::string_view month, std::string_view action, const std::string& reason) {
  const std::optional<Month> parsed = parse_month(month);
  if (!parsed) return Err(refusal(ReadingOutcome::MonthBad, quotable(month)));
  for (const ledger::PeriodAction known :
       {ledger::PeriodAction::Close, ledger::PeriodAction::Lock, ledger::PeriodAction::Reopen}) {
    if (ledger::word_of(known) == action) return Command(ledger::ChangePeriod{*parsed, known, reason});
  }
  return Err(refusal(ReadingOutcome::ActionBad, quotable(action)));
}

std::string random_key() { return std::string(audit::random_salts(1)[0]); }

}  // namespace mingzhang::service
