// SPDX-License-Identifier: Apache-2.0
// Sends each record to its reader, and keeps title, chart, funds and projects.
#include "audit/books/books.h"

#include "audit/books/books_findings.h"
#include "base/members.h"

namespace mingzhang::audit {

std::optional<BookVoucherName> reversal_named_by(std::string_view record_bytes) {
  if (record_bytes.find("\"reverses\":") == std::string_view::npos) return std::nullopt;
  const auto record = parse_record(record_bytes);
  if (!record || record->kind != "voucher/v1") return std::nullopt;
  std::vector<Problem> ignored;
  const std::optional<BookVoucher> voucher = read_book_voucher(record->data, "", ignored);
  return voucher ? voucher->reverses : std::nullopt;
}

Books::Books(BooksStart start) : start_(std::move(start)) { unchecked_.openings_unknown = start_.from > 0; }

bool Books::has_balances() const {
  return !unchecked_.openings_unknown && unchecked_.withheld_lines == 0 && are_totals_good_;
}

std::vector<Problem> Books::add(const ParsedRecord& record, std::string_view lines_jsonl) {
  Findings findings(record.seq);
  voucher_.reset();
  if (records_++ == 0) {
    title_.name = record.book;
    if (start_.from == 0 && record.kind != "book/v1") findings.add(BooksOutcome::BookMissing, record.kind);
  } else if (record.book != title_.name) {
    findings.add(BooksOutcome::BookOther, record.book);
  }
  const std::string_view kind = record.kind;
  if (!is_known_kind(kind)) {
    findings.add(BooksOutcome::KindUnknown, record.kind);
    return findings.take();
  }
  if (kind == "voucher/v1") {
    std::vector<Problem> problems;
    voucher_ = read_book_voucher(record.data, lines_jsonl, problems);
    for (Problem& problem : problems) findings.add(std::move(problem));
    add_voucher(findings);
    return findings.take();
  }
  if (!lines_jsonl.empty()) findings.add(BooksOutcome::LinesUnexpected, record.kind);
  if (kind == "book/v1") add_book(record, findings);
  if (kind == "account/v1") add_account(record.data, findings);
  if (kind == "account_change/v1") change_account(record.data, findings);
  if (kind == "fund/v1") add_fund(record.data, findings);
  if (kind == "project/v1") add_project(record.data, findings);
  if (kind == "period/v1") change_period(record.data, findings);
  return findings.take();
}

void Books::add_book(const ParsedRecord& record, Findings& findings) {
  if (records_ > 1 || start_.from > 0) return findings.add(BooksOutcome::BookAgain, "");
  Members members(record.data);
  title_.chart = members.text("chart", false);
  const std::string name = members.text("name", true);
  title_.start = parse_month(members.text("start", true));
  title_.title = members.text("title", true);
  if (!members.is_complete() || !title_.start) findings.add(BooksOutcome::MembersBad, record.kind);
  if (!name.empty() && name != record.book) findings.add(BooksOutcome::BookOther, name);
}

void Books::add_account(const JsonValue& data, Findings& findings) {
  Members members(data);
  BookAccount account;
  const std::optional<BookClass> account_class = parse_book_class(members.text("class", true));
  account.closes_to = members.text("closes_to", false);
  account.code = members.text("code", true);
  account.name = members.text("name", true);
  account.never_negative = members.boolean("never_negative", false);
  const std::optional<BookSide> side = parse_book_side(members.text("normal_side", true));
  account.parent = members.text("parent", false);
  if (!members.is_complete() || !account_class || !side) return findings.add(BooksOutcome::MembersBad, "account/v1");
  account.account_class = *account_class;
  account.normal_side = *side;
  const auto [place, is_new] = account_places_.try_emplace(account.code, static_cast<std::int32_t>(accounts_.size()));
  if (!is_new) return findings.add(BooksOutcome::CodeAgain, account.code);
  if (!account.parent.empty()) {
    const auto parent = account_places_.find(account.parent);
    const bool is_there = parent != account_places_.end() && parent != place;
    if (!is_there && start_.from == 0) findings.add(BooksOutcome::AccountUnknown, account.parent);
    if (is_there) {
      BookAccount& above = accounts_[static_cast<std::size_t>(parent->second)];
      above.is_leaf = false;
      account.level = above.level + 1;
    }
  }
  accounts_.push_back(std::move(account));
}

void Books::change_account(const JsonValue& data, Findings& findings) {
  Members members(data);
  const std::string action = members.text("action", true);
  const std::string code = members.text("code", true);
  members.text("reason", true);
  const bool is_action = action == "freeze" || action == "unfreeze" || action == "close" || action == "forbid_negative" ||
                         action == "allow_negative";
  if (!members.is_complete() || !is_action) return findings.add(BooksOutcome::MembersBad, "account_change/v1");
  const auto place = account_places_.find(code);
  if (place == account_places_.end()) {
    if (start_.from == 0) findings.add(BooksOutcome::AccountUnknown, code);
    return;
  }
  BookAccount& account = accounts_[static_cast<std::size_t>(place->second)];
  if (account.is_closed) findings.add(BooksOutcome::AccountUnusable, code);
  if (action == "freeze") account.is_frozen = true;
  if (action == "unfreeze") account.is_frozen = false;
  if (action == "close") account.is_closed = true;
  if (action == "forbid_negative") account.never_negative = true;
  if (action == "allow_negative") account.never_negative = false;
}

void Books::add_fund(const JsonValue& data, Findings& findings) {
  Members members(data);
  BookFund fund;
  fund.is_assumption = members.boolean("assumption", false);
  fund.code = members.text("code", true);
  fund.document = members.text("document", false);
  fund.name = members.text("name", true);
  if (!members.is_complete()) return findings.add(BooksOutcome::MembersBad, "fund/v1");
  const bool is_new = fund_places_.try_emplace(fund.code, static_cast<std::int32_t>(funds_.size())).second;
  if (!is_new) return findings.add(BooksOutcome::CodeAgain, fund.code);
  funds_.push_back(std::move(fund));
}

void Books::add_project(const JsonValue& data, Findings& findings) {
  Members members(data);
  BookProject project{members.text("code", true), members.text("name", true)};
  if (!members.is_complete()) return findings.add(BooksOutcome::MembersBad, "project/v1");
  if (!project_codes_.insert(project.code).second) return findings.add(BooksOutcome::CodeAgain, project.code);
  projects_.push_back(std::move(project));
}

}  // namespace mingzhang::audit
