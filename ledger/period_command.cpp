// SPDX-License-Identifier: Apache-2.0
// Checks, records and effects of closing, locking and reopening.
#include "ledger/period_command.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/identifier.h"
#include "base/text.h"
#include "base/members.h"
#include "ledger/text_rules.h"

namespace mingzhang::ledger {
namespace {

constexpr std::array<std::pair<PeriodAction, std::string_view>, 3> kActions{{
    {PeriodAction::Close, "close"},
    {PeriodAction::Lock, "lock"},
    {PeriodAction::Reopen, "reopen"},
}};

Problem problem(PeriodOutcome outcome, std::string_view detail) {
  return Problem{&info_of(outcome), "", std::string(detail)};
}

/// The first month before `month`, from the book's start, whose state is below `wanted`; nothing where there is none.
std::optional<Month> earlier_below(PeriodState wanted, Month month, Book& book) {
  for (Month earlier = book.head().start; earlier < month; earlier = earlier.next()) {
    if (book.balances().state(earlier) < wanted) return earlier;
  }
  return std::nullopt;
}

bool is_later_closed(Month month, Book& book) {
  const auto& periods = book.balances().periods();
  return std::any_of(periods.upper_bound(month), periods.end(),
                     [](const auto& entry) { return entry.second.state != PeriodState::Open; });
}

}  // namespace

std::string_view word_of(PeriodAction action) {
  const auto index = static_cast<std::size_t>(action) - 1;
  MZ_CHECK(index < kActions.size() && kActions[index].first == action);
  return kActions[index].second;
}

std::vector<Problem> check_request(const ChangePeriod& command) {
  std::vector<Problem> problems;
  if (command.action == PeriodAction::Reopen && command.reason.empty()) {
    problems.push_back(problem(PeriodOutcome::ReasonMissing, ""));
  }
  if (!is_plain_text(command.reason)) {
    problems.push_back(problem(PeriodOutcome::TextNotPlain, ""));
    return problems;
  }
  if (command.reason.size() > kNameBytes) problems.push_back(problem(PeriodOutcome::TextTooLong, ""));
  if (holds_id_card(command.reason)) problems.push_back(problem(PeriodOutcome::HoldsIdCard, ""));
  return problems;
}

std::vector<Problem> check_state(const ChangePeriod& command, Date today, Book& book) {
  const Month month = command.month;
  if (month < book.head().start) return {problem(PeriodOutcome::BeforeBook, to_iso(month))};
  const PeriodState state = book.balances().state(month);
  if (command.action == PeriodAction::Close && state == PeriodState::Closed) {
    return {problem(PeriodOutcome::AlreadyClosed, to_iso(month))};
  }
  if (state == PeriodState::Locked) return {problem(PeriodOutcome::AlreadyLocked, to_iso(month))};
  if (command.action != PeriodAction::Close && state == PeriodState::Open) {
    return {problem(PeriodOutcome::NotClosed, to_iso(month))};
  }
  if (command.action != PeriodAction::Reopen) {
    const PeriodState wanted = command.action == PeriodAction::Close ? PeriodState::Closed : PeriodState::Locked;
    const std::optional<Month> earlier = earlier_below(wanted, month, book);
    if (earlier) return {problem(PeriodOutcome::EarlierOpen, to_iso(*earlier))};
  }
  if (command.action == PeriodAction::Reopen && is_later_closed(month, book)) {
    return {problem(PeriodOutcome::LaterClosed, to_iso(month))};
  }
  if (command.action == PeriodAction::Close && today <= month.last_day()) {
    return {problem(PeriodOutcome::NotOver, to_iso(month.last_day()))};
  }
  return {};
}

std::string trial_balance_bytes(Month month, Book& book) {
  const std::optional<Month> in_use = book.balances().in_use_at(month);
  if (!in_use) return std::string();
  std::map<std::pair<std::string, std::string>, Balance> rows;
  for (const Balance& row : book.balances().rows(*in_use)) {
    const Fund* fund = row.fund.is_none() ? nullptr : book.funds().find_id(row.fund.value);
    const std::string& code = book.accounts().find_id(row.account.value)->code;
    rows.emplace(std::pair(code, fund == nullptr ? std::string() : fund->code), row);
  }
  std::string bytes;
  for (const auto& [names, row] : rows) {
    // A month after the last one in use has no movement of its own: everything is opening.
    const bool is_own = *in_use == month;
    JsonWriter writer;
    writer.begin_object();
    writer.key("account");
    writer.text(names.first);
    writer.key("credit");
    writer.integer(is_own ? row.credit.fen() : 0);
    writer.key("debit");
    writer.integer(is_own ? row.debit.fen() : 0);
    if (!names.second.empty()) {
      writer.key("fund");
      writer.text(names.second);
    }
    writer.key("opening_credit");
    writer.integer((is_own ? row.opening_credit : row.opening_credit + row.credit).fen());
    writer.key("opening_debit");
    writer.integer((is_own ? row.opening_debit : row.opening_debit + row.debit).fen());
    writer.end_object();
    bytes += writer.bytes();
    bytes += '\n';
  }
  return bytes;
}

PeriodDigest period_digest(Month month, Book& book, const std::function<std::string(std::string_view)>& sha256_hex) {
  return PeriodDigest{sha256_hex(trial_balance_bytes(month, book))};
}

std::string encode(const ChangePeriod& command, const std::optional<PeriodDigest>& digest) {
  MZ_CHECK(digest.has_value() == (command.action == PeriodAction::Close));
  JsonWriter writer;
  writer.begin_object();
  writer.key("action");
  writer.text(word_of(command.action));
  writer.key("period");
  writer.text(to_iso(command.month));
  if (!command.reason.empty()) {
    writer.key("reason");
    writer.text(command.reason);
  }
  if (digest) {
    writer.key("trial_balance_sha256");
    writer.text(digest->sha256);
  }
  writer.end_object();
  return writer.take();
}

std::optional<DecodedChangePeriod> decode_change_period(const JsonValue& data) {
  Members members(data);
  DecodedChangePeriod decoded;
  const std::string action = members.text("action", true);
  const auto found = std::find_if(kActions.begin(), kActions.end(),
                                  [&action](const auto& entry) { return entry.second == action; });
  const std::optional<Month> month = parse_month(members.text("period", true));
  decoded.command.reason = members.text("reason", false);
  if (found == kActions.end() || !month) return std::nullopt;
  decoded.command.action = found->first;
  decoded.command.month = *month;
  if (found->first == PeriodAction::Close) {
    decoded.digest = PeriodDigest{members.text("trial_balance_sha256", true)};
    if (decoded.digest->sha256.size() != 64 || !from_hex(decoded.digest->sha256)) return std::nullopt;
  }
  return members.is_complete() ? std::optional(std::move(decoded)) : std::nullopt;
}

void apply(const ChangePeriod& command, Book& book) {
  switch (command.action) {
    case PeriodAction::Close: book.balances().set_state(command.month, PeriodState::Closed); return;
    case PeriodAction::Lock: book.balances().set_state(command.month, PeriodState::Locked); return;
    case PeriodAction::Reopen: book.balances().set_state(command.month, PeriodState::Open); return;
  }
}

}  // namespace mingzhang::ledger
