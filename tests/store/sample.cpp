// SPDX-License-Identifier: Apache-2.0
// The rows of the contract tests and their texts.
#include "tests/store/sample.h"

#include <type_traits>

namespace mingzhang::contract {

namespace {

std::string part(const std::string& text) {
  return text;
}
std::string part(bool value) {
  return value ? "yes" : "no";
}
std::string part(std::int64_t value) {
  return std::to_string(value);
}
std::string part(Money amount) {
  return std::to_string(amount.fen());
}
std::string part(Date date) {
  return to_iso(date);
}
std::string part(Month value) {
  return to_iso(value);
}
std::string part(Instant instant) {
  return std::to_string(instant.microseconds);
}

template <class Tag>
std::string part(Id<Tag> id) {
  return std::to_string(id.value);
}

template <class Word>
requires std::is_enum_v<Word> std::string part(Word word) {
  return "#" + std::to_string(static_cast<int>(word));
}

template <class First, class... Rest>
std::string joined(const First& first, const Rest&... rest) {
  std::string text = part(first);
  ((text += "|" + part(rest)), ...);
  return text;
}

}  // namespace

std::string text_of(const ledger::BookHead& head) {
  return joined(head.id, head.name, head.title, head.start, head.records, head.lines, head.frontier_sha256,
                head.frontier_sm3);
}

std::string text_of(const ledger::Account& account) {
  return joined(account.id, account.code, account.name, account.account_class, account.normal_side, account.parent,
                account.closes_to, account.has_children, account.never_negative, account.keeps_days, account.is_frozen,
                account.is_closed);
}

std::string text_of(const ledger::Fund& fund) {
  return joined(fund.id, fund.code, fund.name, fund.document, fund.is_assumption);
}

std::string text_of(const ledger::Project& project) {
  return joined(project.id, project.code, project.name);
}

std::string text_of(const ledger::Subject& subject) {
  return joined(subject.id, subject.code);
}

std::string text_of(const ledger::Period& period) {
  return joined(period.month, period.state, period.in_use);
}

std::string text_of(const ledger::Balance& balance) {
  return joined(balance.period, balance.account, balance.fund, balance.opening_debit, balance.opening_credit,
                balance.debit, balance.credit, balance.last_line);
}

std::string text_of(const ledger::Detail& detail) {
  return joined(detail.subject, detail.project, detail.account, detail.fund, detail.period, detail.debit, detail.credit,
                detail.last_line);
}

std::string text_of(const ledger::DayMovement& movement) {
  return joined(movement.account, movement.fund, movement.date, movement.debit, movement.credit);
}

std::string text_of(const ledger::PostedVoucher& voucher) {
  return joined(voucher.period, voucher.type, voucher.number, voucher.kind, voucher.seq, voucher.date,
                voucher.first_line, voucher.line_count, voucher.reversed_by);
}

std::string text_of(const ledger::PostedLine& line) {
  return joined(line.id, line.seq, line.date, line.account, line.fund, line.project, line.subject, line.side,
                line.amount, line.previous_in_account, line.previous_in_detail);
}

std::string text_of(const ledger::Grant& grant) {
  return joined(grant.user, grant.role, grant.active);
}

std::string text_of(const ledger::RequestEntry& request) {
  return joined(request.key, request.digest, request.first_seq, request.records);
}

std::string text_of(const ledger::Draft& draft) {
  return joined(draft.id, draft.state, draft.prepared_by, draft.prepared_at, draft.title, draft.content,
                draft.decided_by, draft.decided_at, draft.reason);
}

Month month(int year, unsigned number) {
  return Month::from_civil(year, number).value();
}

Date day(int year, unsigned number, unsigned of_month) {
  return Date::from_civil(year, number, of_month).value();
}

Money fen(std::int64_t amount) {
  return Money::from_fen(amount);
}

ledger::BookHead empty_head(ledger::BookId book, const std::string& name) {
  ledger::BookHead head;
  head.id = book;
  head.name = name;
  head.title = "合成县扶贫资金账";
  head.start = month(2016, 1);
  head.frontier_sha256 = std::string("\0\xff\x01", 3);
  head.frontier_sm3 = std::string("\0\0\0\0", 4);
  return head;
}

ledger::Account account_of(std::int64_t id, const std::string& code, const std::string& name) {
  ledger::Account account;
  account.id = {id};
  account.code = code;
  account.name = name;
  account.account_class = ledger::AccountClass::Asset;
  return account;
}

ledger::Balance balance_of(Month period, std::int64_t account, std::int64_t fund, std::int64_t debit) {
  ledger::Balance balance;
  balance.period = period;
  balance.account = {account};
  balance.fund = {fund};
  balance.opening_debit = fen(11);
  balance.opening_credit = fen(12);
  balance.debit = fen(debit);
  balance.credit = fen(14);
  balance.last_line = {15};
  return balance;
}

ledger::Detail detail_of(std::int64_t subject, std::int64_t project, std::int64_t account, Month period) {
  ledger::Detail detail;
  detail.subject = {subject};
  detail.project = {project};
  detail.account = {account};
  detail.fund = {3};
  detail.period = period;
  detail.debit = fen(21);
  detail.credit = fen(22);
  detail.last_line = {23};
  return detail;
}

ledger::DayMovement movement_of(std::int64_t account, std::int64_t fund, Date date, std::int64_t debit) {
  ledger::DayMovement movement;
  movement.account = {account};
  movement.fund = {fund};
  movement.date = date;
  movement.debit = fen(debit);
  movement.credit = fen(32);
  return movement;
}

ledger::PostedVoucher voucher_of(Month period, ledger::VoucherType type, std::int64_t number) {
  ledger::PostedVoucher voucher;
  voucher.period = period;
  voucher.type = type;
  voucher.number = number;
  voucher.seq = number + 100;
  voucher.date = period.last_day();
  voucher.first_line = {number * 2 + 1};
  voucher.line_count = 2;
  voucher.kind = ledger::VoucherKind::Reversal;
  return voucher;
}

ledger::PostedLine line_of(std::int64_t id) {
  ledger::PostedLine line;
  line.id = {id};
  line.seq = id / 2 + 7;
  line.date = day(2016, 10, 14);
  line.account = {id % 50 + 1};
  line.fund = {id % 5};
  line.project = {id % 3};
  line.subject = {id};
  line.side = id % 2 == 1 ? ledger::Side::Debit : ledger::Side::Credit;
  line.amount = fen(id * 101);
  line.previous_in_account = {id > 50 ? id - 50 : 0};
  line.previous_in_detail = {id > 60 ? id - 60 : 0};
  return line;
}

ledger::Draft draft_of(std::int64_t id) {
  ledger::Draft draft;
  draft.id = id;
  draft.prepared_by = "synthetic-preparer";
  draft.prepared_at = {1'480'000'000'000'000 + id};
  draft.title = "拨付合成村道路款";
  draft.content = R"({"kind":"voucher"})";
  return draft;
}

audit::Digest digest_of(unsigned char value) {
  audit::Digest digest;
  digest.fill(value);
  return digest;
}

}  // namespace mingzhang::contract
