// SPDX-License-Identifier: Apache-2.0
// Closes, locks and reopenings, and the trial balance that a close recorded.
#include <algorithm>

#include "audit/books/books.h"
#include "audit/books/books_findings.h"
#include "base/members.h"

namespace mingzhang::audit {
namespace {

std::optional<BookPeriodState> state_after(std::string_view action) {
  if (action == "close") return BookPeriodState::Closed;
  if (action == "lock") return BookPeriodState::Locked;
  if (action == "reopen") return BookPeriodState::Open;
  return std::nullopt;
}

}  // namespace

BookPeriodState Books::state_of(Month month) const {
  const auto found = periods_.find(month);
  return found == periods_.end() ? BookPeriodState::Open : found->second;
}

void Books::change_period(const JsonValue& data, Findings& findings) {
  Members members(data);
  const std::optional<BookPeriodState> wanted = state_after(members.text("action", true));
  const std::optional<Month> month = parse_month(members.text("period", true));
  members.text("reason", false);
  const bool is_close = wanted == BookPeriodState::Closed;
  const std::string digest = is_close ? members.text("trial_balance_sha256", true) : std::string();
  if (!members.is_complete() || !wanted || !month || (is_close && digest.size() != 64)) {
    return findings.add(BooksOutcome::MembersBad, "period/v1");
  }
  check_period_order(*month, *wanted, findings);
  if (is_close) check_trial_balance(*month, digest, findings);
  periods_.insert_or_assign(*month, *wanted);
}

void Books::check_period_order(Month month, BookPeriodState wanted, Findings& findings) {
  if (title_.start && month < *title_.start) return findings.add(BooksOutcome::DateBeforeBook, to_iso(month));
  // Of months before a range nothing is known: only what contradicts the range itself is wrong.
  const bool is_known = start_.from == 0 || periods_.contains(month);
  const BookPeriodState needed = wanted == BookPeriodState::Closed ? BookPeriodState::Open : BookPeriodState::Closed;
  if (is_known && state_of(month) != needed) return findings.add(BooksOutcome::PeriodOrder, to_iso(month));
  if (wanted == BookPeriodState::Open) {
    const bool is_later_closed = std::any_of(periods_.upper_bound(month), periods_.end(), [](const auto& entry) {
      return entry.second != BookPeriodState::Open;
    });
    if (is_later_closed) findings.add(BooksOutcome::PeriodOrder, to_iso(month));
    return;
  }
  if (start_.from > 0 || !title_.start) return;
  for (Month earlier = *title_.start; earlier < month; earlier = earlier.next()) {
    if (state_of(earlier) < wanted) return findings.add(BooksOutcome::PeriodOrder, to_iso(earlier) + " < " + to_iso(month));
  }
}

std::string Books::trial_balance_bytes(Month month) const {
  MZ_CHECK(has_balances());
  const std::optional<Month> in_use = cells_.in_use_at(month);
  if (!in_use) return std::string();
  std::vector<BookBalance> rows = cells_.balances(month);
  const auto names_of_row = [this](const BookBalance& row) {
    const std::string_view fund = row.fund < 0 ? std::string_view() : funds_[static_cast<std::size_t>(row.fund)].code;
    return std::pair<std::string_view, std::string_view>(accounts_[static_cast<std::size_t>(row.account)].code, fund);
  };
  std::sort(rows.begin(), rows.end(), [&names_of_row](const BookBalance& a, const BookBalance& b) {
    return names_of_row(a) < names_of_row(b);
  });
  std::string bytes;
  for (const BookBalance& row : rows) {
    const auto [account, fund] = names_of_row(row);
    JsonWriter writer;
    writer.begin_object();
    writer.key("account");
    writer.text(account);
    writer.key("credit");
    writer.integer(row.movement.credit);
    writer.key("debit");
    writer.integer(row.movement.debit);
    if (!fund.empty()) {
      writer.key("fund");
      writer.text(fund);
    }
    writer.key("opening_credit");
    writer.integer(row.opening.credit);
    writer.key("opening_debit");
    writer.integer(row.opening.debit);
    writer.end_object();
    bytes += writer.bytes();
    bytes += '\n';
  }
  return bytes;
}

void Books::check_trial_balance(Month month, const std::string& digest, Findings& findings) {
  if (!has_balances()) {
    ++unchecked_.trial_balances;
    return;
  }
  const std::string computed = hex_of(sha256_.plain(trial_balance_bytes(month)));
  if (computed != digest) findings.add(BooksOutcome::TrialBalanceDiffers, to_iso(month) + ": " + digest + " ≠ " + computed);
}

}  // namespace mingzhang::audit
