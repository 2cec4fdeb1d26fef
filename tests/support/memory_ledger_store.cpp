// SPDX-License-Identifier: Apache-2.0
// The maps, their keys, and every row as text.
#include "tests/support/memory_ledger_store.h"

#include <algorithm>
#include <type_traits>
#include <utility>

#include "base/check.h"

namespace mingzhang::tests {

namespace {

std::string part(const std::string& text) { return text; }
std::string part(bool value) { return value ? "yes" : "no"; }
std::string part(std::int64_t value) { return std::to_string(value); }
std::string part(Money amount) { return std::to_string(amount.fen()); }
std::string part(Date date) { return to_iso(date); }
std::string part(Month month) { return to_iso(month); }
template <class Tag>
std::string part(Id<Tag> id) {
  return std::to_string(id.value);
}
template <class Word>
requires std::is_enum_v<Word> std::string part(Word word) { return std::to_string(static_cast<int>(word)); }

template <class... Parts>
std::string joined(std::string_view table, const Parts&... parts) {
  std::string text(table);
  ((text += "|" + part(parts)), ...);
  return text;
}

std::string text_of(const ledger::Account& row) {
  return joined("account", row.id, row.code, row.name, row.account_class, row.normal_side, row.parent, row.closes_to,
                row.has_children, row.never_negative, row.keeps_days, row.is_frozen, row.is_closed);
}
std::string text_of(const ledger::Fund& row) {
  return joined("fund", row.id, row.code, row.name, row.document, row.is_assumption);
}
std::string text_of(const ledger::Project& row) { return joined("project", row.id, row.code, row.name); }
std::string text_of(const ledger::Subject& row) { return joined("subject", row.id, row.code); }
std::string text_of(const ledger::Period& row) { return joined("period", row.month, row.state, row.in_use); }
std::string text_of(const ledger::Balance& row) {
  return joined("balance", row.period, row.account, row.fund, row.opening_debit, row.opening_credit, row.debit,
                row.credit, row.last_line);
}
std::string text_of(const ledger::Detail& row) {
  return joined("detail", row.subject, row.project, row.account, row.fund, row.period, row.debit, row.credit,
                row.last_line);
}
std::string text_of(const ledger::DayMovement& row) {
  return joined("day", row.account, row.fund, row.date, row.debit, row.credit);
}
std::string text_of(const ledger::PostedVoucher& row) {
  return joined("voucher", row.period, row.type, row.number, row.kind, row.seq, row.date, row.first_line,
                row.line_count, row.reversed_by);
}
std::string text_of(const ledger::PostedLine& row) {
  return joined("line", row.id, row.seq, row.date, row.account, row.fund, row.project, row.subject, row.side,
                row.amount, row.previous_in_account, row.previous_in_detail);
}
std::string text_of(const ledger::Grant& row) { return joined("grant", row.user, row.role, row.active); }
std::string text_of(const ledger::RequestEntry& row) {
  return joined("request", row.key, row.digest, row.first_seq, row.records);
}

template <class Rows>
void append_texts(const Rows& rows, std::vector<std::string>& texts) {
  for (const auto& [key, row] : rows) texts.push_back(text_of(row));
}

template <class Rows, class Key>
auto found(const Rows& rows, const Key& key) -> std::optional<typename Rows::mapped_type> {
  const auto at = rows.find(key);
  return at == rows.end() ? std::nullopt : std::optional(at->second);
}

template <class Rows>
auto found_code(const Rows& rows, std::string_view code) -> std::optional<typename Rows::mapped_type> {
  for (const auto& [id, row] : rows) {
    if (row.code == code) return row;
  }
  return std::nullopt;
}

template <class Rows>
auto all(const Rows& rows) {
  std::vector<typename Rows::mapped_type> result;
  for (const auto& [key, row] : rows) result.push_back(row);
  return result;
}

template <class Rows>
std::int64_t largest_id(const Rows& rows) {
  return rows.empty() ? 0 : rows.rbegin()->first;
}

constexpr auto kById = [](const auto& row) { return row.id.value; };
constexpr auto kByMonth = [](const ledger::Period& row) { return row.month; };
constexpr auto kByCell = [](const ledger::Balance& row) { return std::tuple(row.period, row.account, row.fund); };
constexpr auto kByDetail = [](const ledger::Detail& row) {
  return std::tuple(row.subject, row.project, row.account, row.fund, row.period);
};
constexpr auto kByDay = [](const ledger::DayMovement& row) { return std::tuple(row.account, row.fund, row.date); };
constexpr auto kByNumber = [](const ledger::PostedVoucher& row) {
  return std::tuple(row.period, row.type, row.number);
};
constexpr auto kByUser = [](const ledger::Grant& row) { return std::pair(row.user, row.role); };
constexpr auto kByKey = [](const ledger::RequestEntry& row) { return row.key; };

}  // namespace

template <class Rows, class Row, class KeyOf>
void MemoryLedgerStore::insert(Rows& rows, std::span<const Row> added, KeyOf key_of) {
  writes_ += added.empty() ? 0 : 1;
  for (const Row& row : added) MZ_CHECK(rows.emplace(key_of(row), row).second);
}

template <class Rows, class Row, class KeyOf>
void MemoryLedgerStore::update(Rows& rows, std::span<const Row> changed, KeyOf key_of) {
  writes_ += changed.empty() ? 0 : 1;
  for (const Row& row : changed) {
    const auto at = rows.find(key_of(row));
    MZ_CHECK(at != rows.end());
    at->second = row;
  }
}

std::vector<std::string> MemoryLedgerStore::dump() const {
  std::vector<std::string> texts;
  if (head_) {
    texts.push_back(joined("head", head_->id, head_->name, head_->title, head_->start, head_->records, head_->lines,
                           head_->frontier_sha256, head_->frontier_sm3));
  }
  append_texts(accounts_, texts);
  append_texts(funds_, texts);
  append_texts(projects_, texts);
  append_texts(subjects_, texts);
  append_texts(periods_, texts);
  append_texts(balances_, texts);
  append_texts(details_, texts);
  append_texts(days_, texts);
  append_texts(vouchers_, texts);
  append_texts(lines_, texts);
  append_texts(grants_, texts);
  append_texts(requests_, texts);
  return texts;
}

std::optional<ledger::BookHead> MemoryLedgerStore::head() { return head_; }
bool MemoryLedgerStore::lock(std::int64_t records) { return head_ && head_->records == records; }
void MemoryLedgerStore::insert_head(const ledger::BookHead& head) {
  MZ_CHECK(!head_);
  head_ = head;
}
void MemoryLedgerStore::update_head(const ledger::BookHead& head) {
  MZ_CHECK(head_.has_value());
  head_ = head;
}

std::optional<ledger::Account> MemoryLedgerStore::account(std::string_view code) { return found_code(accounts_, code); }
std::optional<ledger::Account> MemoryLedgerStore::account(ledger::AccountId id) { return found(accounts_, id.value); }
std::vector<ledger::Account> MemoryLedgerStore::accounts() {
  std::vector<ledger::Account> rows = all(accounts_);
  std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
  return rows;
}
std::optional<ledger::Fund> MemoryLedgerStore::fund(std::string_view code) { return found_code(funds_, code); }
std::optional<ledger::Fund> MemoryLedgerStore::fund(ledger::FundId id) { return found(funds_, id.value); }
std::vector<ledger::Fund> MemoryLedgerStore::funds() { return all(funds_); }
std::optional<ledger::Project> MemoryLedgerStore::project(std::string_view code) { return found_code(projects_, code); }
std::optional<ledger::Project> MemoryLedgerStore::project(ledger::ProjectId id) { return found(projects_, id.value); }
std::vector<ledger::Project> MemoryLedgerStore::projects() { return all(projects_); }
std::optional<ledger::Subject> MemoryLedgerStore::subject(std::string_view code) { return found_code(subjects_, code); }
std::optional<ledger::Subject> MemoryLedgerStore::subject(ledger::SubjectId id) { return found(subjects_, id.value); }
std::int64_t MemoryLedgerStore::account_count() { return largest_id(accounts_); }
std::int64_t MemoryLedgerStore::fund_count() { return largest_id(funds_); }
std::int64_t MemoryLedgerStore::project_count() { return largest_id(projects_); }
std::int64_t MemoryLedgerStore::subject_count() { return largest_id(subjects_); }

std::vector<ledger::Period> MemoryLedgerStore::periods() { return all(periods_); }
std::optional<ledger::Balance> MemoryLedgerStore::balance(Month period, ledger::AccountId account,
                                                          ledger::FundId fund) {
  return found(balances_, BalanceKey(period, account, fund));
}
void MemoryLedgerStore::balances(Month period, const std::function<void(const ledger::Balance&)>& visit) {
  for (const auto& [key, row] : balances_) {
    if (row.period == period) visit(row);
  }
}
std::vector<ledger::Balance> MemoryLedgerStore::balances_of(Month period, ledger::AccountId account) {
  std::vector<ledger::Balance> rows;
  for (const auto& [key, row] : balances_) {
    if (row.period == period && row.account == account) rows.push_back(row);
  }
  return rows;
}
std::optional<ledger::Detail> MemoryLedgerStore::detail(ledger::SubjectId subject, ledger::ProjectId project,
                                                        ledger::AccountId account, ledger::FundId fund, Month period) {
  return found(details_, DetailKey(subject, project, account, fund, period));
}
std::vector<ledger::Detail> MemoryLedgerStore::details_of(ledger::SubjectId subject) {
  std::vector<ledger::Detail> rows;
  for (const auto& [key, row] : details_) {
    if (row.subject == subject) rows.push_back(row);
  }
  return rows;
}
std::vector<ledger::Detail> MemoryLedgerStore::details_of(ledger::ProjectId project) {
  std::vector<ledger::Detail> rows;
  for (const auto& [key, row] : details_) {
    if (row.project == project) rows.push_back(row);
  }
  return rows;
}
std::vector<ledger::DayMovement> MemoryLedgerStore::days(ledger::AccountId account, ledger::FundId fund, Date from) {
  std::vector<ledger::DayMovement> rows;
  for (const auto& [key, row] : days_) {
    if (row.account == account && row.fund == fund && row.date >= from) rows.push_back(row);
  }
  return rows;
}
std::int64_t MemoryLedgerStore::last_number(Month period, ledger::VoucherType type) {
  std::int64_t last = 0;
  for (const auto& [key, row] : vouchers_) {
    if (row.period == period && row.type == type) last = std::max(last, row.number);
  }
  return last;
}
std::optional<ledger::PostedVoucher> MemoryLedgerStore::voucher(Month period, ledger::VoucherType type,
                                                                std::int64_t number) {
  return found(vouchers_, VoucherKey(period, type, number));
}
void MemoryLedgerStore::vouchers(Month period, const std::function<void(const ledger::PostedVoucher&)>& visit) {
  for (const auto& [key, row] : vouchers_) {
    if (row.period == period) visit(row);
  }
}
std::optional<ledger::PostedLine> MemoryLedgerStore::line(ledger::LineId id) { return found(lines_, id.value); }
void MemoryLedgerStore::lines(ledger::LineId from, ledger::LineId to,
                              const std::function<void(const ledger::PostedLine&)>& visit) {
  for (auto row = lines_.lower_bound(from.value); row != lines_.end() && row->first < to.value; ++row) {
    visit(row->second);
  }
}
void MemoryLedgerStore::voucher_spans(Month period, const std::function<void(const ledger::VoucherSpan&)>& visit) {
  vouchers(period, [&](const ledger::PostedVoucher& row) { visit({row.date, row.first_line, row.line_count}); });
}
void MemoryLedgerStore::movements(ledger::LineId from, ledger::LineId to, Date first, Date last,
                                  const std::function<void(const ledger::Movement&)>& visit) {
  lines(from, to, [&](const ledger::PostedLine& row) {
    if (first <= row.date && row.date <= last) visit({row.account, row.fund, row.side, row.amount});
  });
}
std::vector<ledger::Grant> MemoryLedgerStore::grants() { return all(grants_); }
std::optional<ledger::RequestEntry> MemoryLedgerStore::request(std::string_view key) {
  return found(requests_, std::string(key));
}

void MemoryLedgerStore::insert_accounts(std::span<const ledger::Account> rows) { insert(accounts_, rows, kById); }
void MemoryLedgerStore::update_accounts(std::span<const ledger::Account> rows) { update(accounts_, rows, kById); }
void MemoryLedgerStore::insert_funds(std::span<const ledger::Fund> rows) { insert(funds_, rows, kById); }
void MemoryLedgerStore::insert_projects(std::span<const ledger::Project> rows) { insert(projects_, rows, kById); }
void MemoryLedgerStore::insert_subjects(std::span<const ledger::Subject> rows) { insert(subjects_, rows, kById); }
void MemoryLedgerStore::insert_periods(std::span<const ledger::Period> rows) { insert(periods_, rows, kByMonth); }
void MemoryLedgerStore::update_periods(std::span<const ledger::Period> rows) { update(periods_, rows, kByMonth); }
void MemoryLedgerStore::insert_balances(std::span<const ledger::Balance> rows) { insert(balances_, rows, kByCell); }
void MemoryLedgerStore::update_balances(std::span<const ledger::Balance> rows) { update(balances_, rows, kByCell); }
void MemoryLedgerStore::insert_details(std::span<const ledger::Detail> rows) { insert(details_, rows, kByDetail); }
void MemoryLedgerStore::update_details(std::span<const ledger::Detail> rows) { update(details_, rows, kByDetail); }
void MemoryLedgerStore::insert_days(std::span<const ledger::DayMovement> rows) { insert(days_, rows, kByDay); }
void MemoryLedgerStore::update_days(std::span<const ledger::DayMovement> rows) { update(days_, rows, kByDay); }
void MemoryLedgerStore::insert_vouchers(std::span<const ledger::PostedVoucher> rows) {
  insert(vouchers_, rows, kByNumber);
}
void MemoryLedgerStore::update_vouchers(std::span<const ledger::PostedVoucher> rows) {
  update(vouchers_, rows, kByNumber);
}
void MemoryLedgerStore::insert_lines(std::span<const ledger::PostedLine> rows) { insert(lines_, rows, kById); }
void MemoryLedgerStore::insert_grants(std::span<const ledger::Grant> rows) { insert(grants_, rows, kByUser); }
void MemoryLedgerStore::update_grants(std::span<const ledger::Grant> rows) { update(grants_, rows, kByUser); }
void MemoryLedgerStore::insert_requests(std::span<const ledger::RequestEntry> rows) { insert(requests_, rows, kByKey); }

}  // namespace mingzhang::tests
