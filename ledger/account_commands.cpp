// SPDX-License-Identifier: Apache-2.0
// Checks, records and effects of changes to the chart.
#include "ledger/account_commands.h"

#include <algorithm>
#include <array>

#include "base/identifier.h"
#include "base/members.h"
#include "base/text.h"
#include "ledger/text_rules.h"

namespace mingzhang::ledger {
namespace {

constexpr std::array<std::pair<AccountAction, std::string_view>, 5> kActions{{
    {AccountAction::Freeze, "freeze"},
    {AccountAction::Unfreeze, "unfreeze"},
    {AccountAction::Close, "close"},
    {AccountAction::ForbidNegative, "forbid_negative"},
    {AccountAction::AllowNegative, "allow_negative"},
}};

Problem problem(AccountOutcome outcome, std::string_view detail) {
  return Problem{&info_of(outcome), "", std::string(detail)};
}

void check_account_code(std::string_view code, std::vector<Problem>& problems) {
  const bool holds_number = holds_id_card(code);
  const bool may_be_shown = is_plain_text(code) && !holds_number;
  if (!is_good_code(code)) problems.push_back(problem(AccountOutcome::CodeBad, may_be_shown ? code : ""));
  if (holds_number) problems.push_back(problem(AccountOutcome::HoldsIdCard, ""));  // INV-12
}

void check_words(std::string_view text, AccountOutcome missing, std::vector<Problem>& problems) {
  if (text.empty()) problems.push_back(problem(missing, ""));
  if (!is_plain_text(text)) {
    problems.push_back(problem(AccountOutcome::TextNotPlain, ""));
    return;
  }
  if (text.size() > kNameBytes) {
    problems.push_back(problem(AccountOutcome::TextTooLong, std::to_string(text.size()) + " bytes"));
  }
  if (holds_id_card(text)) problems.push_back(problem(AccountOutcome::HoldsIdCard, ""));
}

/// Every line of an account, month by month along its chains.
template <class Visit>
void for_each_line(const Account& account, Book& book, Visit visit) {
  for (const auto& [month, period] : book.balances().periods()) {
    if (!period.in_use) continue;
    for (const Balance& row : book.balances().rows_of(month, account.id)) {
      LineId next = row.last_line;
      while (!next.is_none()) {
        const std::optional<PostedLine> line = book.postings().line(next);
        MZ_CHECK(line.has_value());
        visit(*line);
        next = line->previous_in_account;
      }
    }
  }
}

/// The first day at whose end the account was negative in some fund; nothing where it never was.
std::optional<Date> first_negative_day(const Account& account, Book& book) {
  std::map<FundId, std::map<Date, Money>> movements;
  for_each_line(account, book, [&](const PostedLine& line) {
    Money& movement = movements[line.fund][line.date];
    movement = line.side == account.normal_side ? movement + line.amount : movement - line.amount;
  });
  std::optional<Date> first;
  for (const auto& [fund, days] : movements) {
    Money balance;
    for (const auto& [date, movement] : days) {
      balance += movement;
      if (balance.is_negative() && (!first || date < *first)) first = date;
    }
  }
  return first;
}

bool is_so_already(const Account& account, AccountAction action) {
  switch (action) {
    case AccountAction::Freeze: return account.is_frozen;
    case AccountAction::Unfreeze: return !account.is_frozen;
    case AccountAction::Close: return false;
    case AccountAction::ForbidNegative: return account.never_negative;
    case AccountAction::AllowNegative: return !account.never_negative;
  }
  return false;
}

bool has_balance(const Account& account, Book& book) {
  const std::optional<Month> last = book.balances().last_in_use();
  if (!last) return false;
  const std::vector<Balance> rows = book.balances().rows_of(*last, account.id);
  return std::any_of(rows.begin(), rows.end(), [](const Balance& row) {
    return row.opening_debit + row.debit != row.opening_credit + row.credit;
  });
}

}  // namespace

std::string_view word_of(AccountAction action) {
  const auto index = static_cast<std::size_t>(action) - 1;
  MZ_CHECK(index < kActions.size() && kActions[index].first == action);
  return kActions[index].second;
}

std::optional<AccountAction> parse_account_action(std::string_view word) {
  for (const auto& [action, name] : kActions) {
    if (name == word) return action;
  }
  return std::nullopt;
}

std::vector<Problem> check_request(const AddAccount& command) {
  std::vector<Problem> problems;
  check_account_code(command.code, problems);
  check_words(command.name, AccountOutcome::NameMissing, problems);
  if (!command.parent.empty()) check_account_code(command.parent, problems);
  if (!command.closes_to.empty()) check_account_code(command.closes_to, problems);
  return in_order(std::move(problems));
}

std::vector<Problem> check_request(const ChangeAccount& command) {
  std::vector<Problem> problems;
  check_account_code(command.code, problems);
  check_words(command.reason, AccountOutcome::ReasonMissing, problems);
  return in_order(std::move(problems));
}

std::vector<Problem> check_state(const AddAccount& command, Book& book) {
  std::vector<Problem> problems;
  if (book.accounts().find(command.code) != nullptr) {
    problems.push_back(problem(AccountOutcome::AccountExists, command.code));
  }
  if (command.parent.empty()) return problems;
  const Account* parent = book.accounts().find(command.parent);
  if (parent == nullptr) {
    problems.push_back(problem(AccountOutcome::ParentUnknown, command.parent));
    return in_order(std::move(problems));
  }
  if (book.balances().has_moved(parent->id)) problems.push_back(problem(AccountOutcome::ParentHasLines, parent->code));
  if (parent->is_closed) problems.push_back(problem(AccountOutcome::ParentClosed, parent->code));
  if (entry_set_of(parent->account_class) != entry_set_of(command.account_class)) {
    problems.push_back(problem(AccountOutcome::ParentOfOtherSet, parent->code));
  }
  return in_order(std::move(problems));
}

std::vector<Problem> check_state(const ChangeAccount& command, Book& book) {
  const Account* account = book.accounts().find(command.code);
  if (account == nullptr) return {problem(AccountOutcome::AccountUnknown, command.code)};
  std::vector<Problem> problems;
  if (is_so_already(*account, command.action)) problems.push_back(problem(AccountOutcome::AlreadySo, account->code));
  if (account->is_closed) problems.push_back(problem(AccountOutcome::AccountClosed, account->code));
  if (!problems.empty()) return in_order(std::move(problems));
  if (command.action == AccountAction::Close && has_balance(*account, book)) {
    problems.push_back(problem(AccountOutcome::BalanceNotZero, account->code));
  }
  if (command.action == AccountAction::ForbidNegative) {
    const std::optional<Date> day = first_negative_day(*account, book);
    if (day) problems.push_back(problem(AccountOutcome::WasNegative, account->code + ": " + to_iso(*day)));
  }
  return problems;
}

std::string encode(const AddAccount& command) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("class");
  writer.text(word_of(command.account_class));
  if (!command.closes_to.empty()) {
    writer.key("closes_to");
    writer.text(command.closes_to);
  }
  writer.key("code");
  writer.text(command.code);
  writer.key("name");
  writer.text(command.name);
  if (command.never_negative) {
    writer.key("never_negative");
    writer.boolean(true);
  }
  writer.key("normal_side");
  writer.text(word_of(command.normal_side));
  if (!command.parent.empty()) {
    writer.key("parent");
    writer.text(command.parent);
  }
  writer.end_object();
  return writer.take();
}

std::string encode(const ChangeAccount& command) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("action");
  writer.text(word_of(command.action));
  writer.key("code");
  writer.text(command.code);
  writer.key("reason");
  writer.text(command.reason);
  writer.end_object();
  return writer.take();
}

std::optional<AddAccount> decode_add_account(const JsonValue& data) {
  Members members(data);
  AddAccount command;
  const std::optional<AccountClass> account_class = parse_account_class(members.text("class", true));
  command.closes_to = members.text("closes_to", false);
  command.code = members.text("code", true);
  command.name = members.text("name", true);
  command.never_negative = members.boolean("never_negative", false);
  const std::optional<Side> side = parse_side(members.text("normal_side", true));
  command.parent = members.text("parent", false);
  if (!members.is_complete() || !account_class || !side) return std::nullopt;
  command.account_class = *account_class;
  command.normal_side = *side;
  return command;
}

std::optional<ChangeAccount> decode_change_account(const JsonValue& data) {
  Members members(data);
  ChangeAccount command;
  const std::optional<AccountAction> action = parse_account_action(members.text("action", true));
  command.code = members.text("code", true);
  command.reason = members.text("reason", true);
  if (!members.is_complete() || !action) return std::nullopt;
  command.action = *action;
  return command;
}

void apply(const AddAccount& command, Book& book) {
  Account account;
  account.code = command.code;
  account.name = command.name;
  account.account_class = command.account_class;
  account.normal_side = command.normal_side;
  account.closes_to = command.closes_to;
  account.never_negative = command.never_negative;
  account.keeps_days = command.never_negative;
  if (!command.parent.empty()) {
    const Account* parent = book.accounts().find(command.parent);
    MZ_CHECK(parent != nullptr);
    account.parent = parent->id;
    if (!parent->has_children) book.accounts().change(parent->id.value).has_children = true;
  }
  book.accounts().add(std::move(account));
}

void apply(const ChangeAccount& command, Book& book) {
  const Account* found = book.accounts().find(command.code);
  MZ_CHECK(found != nullptr);
  Account& account = book.accounts().change(found->id.value);
  switch (command.action) {
    case AccountAction::Freeze: account.is_frozen = true; break;
    case AccountAction::Unfreeze: account.is_frozen = false; break;
    case AccountAction::Close: account.is_closed = true; break;
    case AccountAction::ForbidNegative: account.never_negative = true; break;
    case AccountAction::AllowNegative: account.never_negative = false; break;
  }
  // From the first time on the account's days are kept; those of the past are made up for once.
  if (!account.never_negative || account.keeps_days) return;
  account.keeps_days = true;
  for_each_line(account, book, [&book](const PostedLine& line) { book.balances().add_day(line); });
}

}  // namespace mingzhang::ledger
