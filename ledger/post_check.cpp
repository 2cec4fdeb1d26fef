// SPDX-License-Identifier: Apache-2.0
// The checks of a voucher, each in the place that its outcome's number gives it.
#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "base/check.h"
#include "base/identifier.h"
#include "base/text.h"
#include "ledger/post.h"
#include "ledger/text_rules.h"

namespace mingzhang::ledger {
namespace {

constexpr std::size_t kSummaryBytes = 600;
constexpr std::int64_t kDaysAhead = 366;

/// Collects problems and hands them over in precedence order.
class Findings {
 public:
  void add(PostOutcome outcome, std::string place, std::string detail) {
    found_.emplace_back(outcome, Problem{&info_of(outcome), std::move(place), std::move(detail)});
  }
  bool is_empty() const { return found_.empty(); }
  std::vector<Problem> in_order() {
    std::stable_sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Problem> result;
    for (auto& [outcome, problem] : found_) result.push_back(std::move(problem));
    return result;
  }

 private:
  std::vector<std::pair<PostOutcome, Problem>> found_;
};

std::string line_place(std::size_t index) { return "line " + std::to_string(index + 1); }

/// `line` is the index of the line that holds the text; nothing for the voucher's own.
void check_text(const std::string& text, std::size_t most, std::string_view what, std::optional<std::size_t> line,
                Findings& findings) {
  if (text.empty()) return;
  const auto refuse = [&](PostOutcome outcome, const std::string& detail) {
    findings.add(outcome, line ? line_place(*line) : std::string(), detail);
  };
  if (!is_plain_text(text)) refuse(PostOutcome::TextNotPlain, std::string(what));
  if (text.size() > most) {
    refuse(PostOutcome::TextTooLong, std::string(what) + ": " + std::to_string(text.size()) + " bytes");
  }
  // INV-12
  if (text.size() >= 18 && holds_id_card(text)) refuse(PostOutcome::HoldsIdCard, std::string(what));
}

void check_line(const Line& line, std::size_t index, Findings& findings) {
  check_text(line.account, kCodeBytes, "account", index, findings);
  check_text(line.fund, kCodeBytes, "fund", index, findings);
  check_text(line.project, kCodeBytes, "project", index, findings);
  check_text(line.subject, kCodeBytes, "subject", index, findings);
  check_text(line.summary, kSummaryBytes, "summary", index, findings);
  if (line.account.empty()) findings.add(PostOutcome::AccountMissing, line_place(index), "");
  if (line.amount.is_zero()) findings.add(PostOutcome::AmountZero, line_place(index), "");
  if (line.amount.is_negative()) findings.add(PostOutcome::AmountNegative, line_place(index), to_yuan(line.amount));
}

bool is_digest(const std::string& text) { return text.size() == 64 && from_hex(text).has_value(); }

/// Sums of one fund, wide enough for any list of lines.
struct Sums {
  std::int64_t debit = 0;
  std::int64_t credit = 0;
  bool is_too_large() const { return debit > Money::kFenMax || credit > Money::kFenMax; }
};

void add_capped(std::int64_t& sum, std::int64_t fen) {
  if (sum <= Money::kFenMax) sum += fen;
}

/// Sums per key. A voucher has two lines far more often than a thousand, so the lines are collected and sorted once.
template <class Key>
class SumsByKey {
 public:
  explicit SumsByKey(std::size_t lines) { entries_.reserve(lines); }

  void add(const Key& key, const Line& line) {
    const std::int64_t fen = line.amount.fen();
    const bool is_debit = line.side == Side::Debit;
    entries_.emplace_back(key, Sums{is_debit ? fen : 0, is_debit ? 0 : fen});
  }

  /// The sums in the order of their keys, each key once.
  const std::vector<std::pair<Key, Sums>>& merged() {
    const auto by_key = [](const auto& a, const auto& b) { return a.first < b.first; };
    std::sort(entries_.begin(), entries_.end(), by_key);
    std::size_t kept = 0;
    for (std::size_t i = 1; i < entries_.size(); ++i) {
      if (entries_[kept].first == entries_[i].first) {
        add_capped(entries_[kept].second.debit, entries_[i].second.debit);
        add_capped(entries_[kept].second.credit, entries_[i].second.credit);
      } else {
        entries_[++kept] = entries_[i];
      }
    }
    if (!entries_.empty()) entries_.resize(kept + 1);
    return entries_;
  }

 private:
  std::vector<std::pair<Key, Sums>> entries_;
};

std::string difference_text(const std::string& name, const Sums& sums) {
  return name + ": 借 debit " + to_yuan(Money::from_fen(sums.debit)) + ", 贷 credit " +
         to_yuan(Money::from_fen(sums.credit));
}

/// OneSided, TotalTooLarge and FundUnbalanced; only where every single line makes sense.
void check_sums(const VoucherRequest& request, Findings& findings) {
  SumsByKey<std::string_view> funds(request.lines.size());
  bool has_debit = false;
  bool has_credit = false;
  Sums all;
  for (const Line& line : request.lines) {
    const bool is_debit = line.side == Side::Debit;
    (is_debit ? has_debit : has_credit) = true;
    add_capped(is_debit ? all.debit : all.credit, line.amount.fen());
    funds.add(line.fund, line);
  }
  if (!has_debit || !has_credit) findings.add(PostOutcome::OneSided, "", "");
  if (all.is_too_large()) return findings.add(PostOutcome::TotalTooLarge, "", "");
  for (const auto& [fund, sums] : funds.merged()) {
    if (sums.debit == sums.credit) continue;
    const std::string name = fund.empty() ? "无资金来源 no fund" : "资金 fund " + std::string(fund);
    findings.add(PostOutcome::FundUnbalanced, "", difference_text(name, sums));  // INV-01
  }
}

/// What the names of a line stand for; good until the book's registers grow.
struct NamedLine {
  const Account* account = nullptr;
  FundId fund;
  ProjectId project;
};

/// Looks every name up once; a line with an unknown name has a null account or an empty id.
std::vector<NamedLine> check_names(const VoucherRequest& request, Book& book, Findings& findings) {
  std::vector<NamedLine> named(request.lines.size());
  for (std::size_t index = 0; index < request.lines.size(); ++index) {
    const Line& line = request.lines[index];
    const auto missing = [&](PostOutcome outcome, const std::string& code) {
      findings.add(outcome, line_place(index), code);
    };
    named[index].account = book.accounts().find(line.account);
    if (named[index].account == nullptr) missing(PostOutcome::AccountUnknown, line.account);
    if (!line.fund.empty()) {
      const Fund* fund = book.funds().find(line.fund);
      if (fund == nullptr) missing(PostOutcome::FundUnknown, line.fund);
      if (fund != nullptr) named[index].fund = fund->id;
    }
    if (!line.project.empty()) {
      const Project* project = book.projects().find(line.project);
      if (project == nullptr) missing(PostOutcome::ProjectUnknown, line.project);
      if (project != nullptr) named[index].project = project->id;
    }
  }
  if (request.reverses && book.postings().voucher(*request.reverses) == nullptr) {
    findings.add(PostOutcome::VoucherUnknown, "", to_text(*request.reverses));
  }
  return named;
}

void check_period(const VoucherRequest& request, Book& book, Findings& findings) {
  const Month month = Month::of(request.date);
  if (month < book.head().start) {
    findings.add(PostOutcome::DateBeforeBook, "", to_iso(request.date) + " < " + to_iso(book.head().start));
  }
  const PeriodState state = book.balances().state(month);
  // INV-08
  if (state == PeriodState::Locked) findings.add(PostOutcome::PeriodLocked, "", to_iso(month));
  if (state == PeriodState::Closed) findings.add(PostOutcome::PeriodClosed, "", to_iso(month));
}

void check_accounts(const VoucherRequest& request, const std::vector<NamedLine>& named, Findings& findings) {
  SumsByKey<std::pair<EntrySet, FundId>> sets(request.lines.size());
  for (std::size_t index = 0; index < request.lines.size(); ++index) {
    const Account& account = *named[index].account;
    const auto unusable = [&](PostOutcome outcome) {
      findings.add(outcome, line_place(index), account.code + " " + account.name);
    };
    if (account.has_children) unusable(PostOutcome::AccountNotLeaf);
    if (account.is_closed) unusable(PostOutcome::AccountClosed);
    if (account.is_frozen) unusable(PostOutcome::AccountFrozen);
    sets.add({entry_set_of(account.account_class), named[index].fund}, request.lines[index]);
  }
  for (const auto& [key, sums] : sets.merged()) {
    if (sums.debit == sums.credit) continue;
    const std::string name = key.first == EntrySet::Budget ? "预算会计 budget entries" : "财务会计 financial entries";
    findings.add(PostOutcome::EntrySetUnbalanced, "", difference_text(name, sums));  // INV-01
  }
}

/// INV-07: a reversal is its voucher with every line on the other side, in the same order.
bool is_mirror(const VoucherRequest& request, const std::vector<NamedLine>& named, const PostedVoucher& original,
               Book& book) {
  if (static_cast<std::int64_t>(request.lines.size()) != original.line_count) return false;
  for (std::size_t i = 0; i < request.lines.size(); ++i) {
    const Line& line = request.lines[i];
    const auto posted = book.postings().line(LineId{original.first_line.value + static_cast<std::int64_t>(i)});
    MZ_CHECK(posted.has_value());
    const Subject* subject = line.subject.empty() ? nullptr : book.subjects().find(line.subject);
    const bool is_same = posted->account == named[i].account->id && posted->fund == named[i].fund &&
                         posted->project == named[i].project &&
                         posted->subject == (subject == nullptr ? SubjectId{} : subject->id) &&
                         line.subject.empty() == posted->subject.is_none() && posted->amount == line.amount &&
                         posted->side == opposite(line.side);
    if (!is_same) return false;
  }
  return true;
}

void check_reversal(const VoucherRequest& request, const std::vector<NamedLine>& named, Book& book,
                    Findings& findings) {
  if (!request.reverses) return;
  const PostedVoucher& original = *book.postings().voucher(*request.reverses);
  // INV-07: once, and not a reversal.
  if (original.reversed_by >= 0) findings.add(PostOutcome::AlreadyReversed, "", to_text(*request.reverses));
  if (original.kind == VoucherKind::Reversal) {
    findings.add(PostOutcome::ReversalOfReversal, "", to_text(*request.reverses));
  }
  if (!is_mirror(request, named, original, book)) {
    findings.add(PostOutcome::ReversalDiffers, "", to_text(*request.reverses));
  }
  if (request.date < original.date) {
    findings.add(PostOutcome::ReversalBeforeOriginal, "", to_iso(request.date) + " < " + to_iso(original.date));
  }
}

/// The first day on which the balance of `cell` would fall below zero, with that balance; nothing where it stays above.
/// INV-04: looks at the voucher's day and at every later day that is already in the book.
std::optional<std::pair<Date, Money>> first_overdraft(const Account& account, Cell cell, Date date, Money change,
                                                      Book& book) {
  const std::map<Date, Totals> days = book.balances().days_from(cell, date);
  Money at_end = book.balances().totals_now(cell).net(account.normal_side) + change;
  std::optional<std::pair<Date, Money>> first;
  for (auto day = days.rbegin(); day != days.rend(); ++day) {
    if (at_end.is_negative()) first = {day->first, at_end};
    at_end -= day->second.net(account.normal_side);
  }
  if (!days.contains(date) && at_end.is_negative()) first = {date, at_end};
  return first;
}

void check_balances(const VoucherRequest& request, const std::vector<NamedLine>& named, Book& book,
                    Findings& findings) {
  SumsByKey<Cell> moved(request.lines.size());
  for (std::size_t i = 0; i < request.lines.size(); ++i) {
    moved.add(Cell{named[i].account->id, named[i].fund}, request.lines[i]);
  }
  for (const auto& [cell, sums] : moved.merged()) {
    const Account* account = book.accounts().find_id(cell.account.value);
    const FundId fund = cell.fund;
    const Totals now = book.balances().totals_now(cell);
    if (!checked_add(now.debit, Money::from_fen(sums.debit)) || !checked_add(now.credit, Money::from_fen(sums.credit))) {
      findings.add(PostOutcome::BalanceTooLarge, "", account->code + " " + account->name);
      continue;
    }
    if (!account->never_negative) continue;
    const Money change = Totals{Money::from_fen(sums.debit), Money::from_fen(sums.credit)}.net(account->normal_side);
    if (!change.is_negative()) continue;
    const auto overdraft = first_overdraft(*account, cell, request.date, change, book);
    if (!overdraft) continue;
    const Fund* source = fund.is_none() ? nullptr : book.funds().find_id(fund.value);
    findings.add(PostOutcome::Overdraft, "",
                 account->code + " " + account->name + (source ? ", 资金 fund " + source->code : std::string()) + ": " +
                     to_iso(overdraft->first) + " → " + to_yuan(overdraft->second));
  }
}

}  // namespace

std::vector<Problem> check_request(const VoucherRequest& request, Date today) {
  Findings findings;
  check_text(request.summary, kSummaryBytes, "summary", std::nullopt, findings);
  check_text(request.source, kCodeBytes, "source", std::nullopt, findings);
  check_text(request.reason, kSummaryBytes, "reason", std::nullopt, findings);
  if (request.summary.empty()) findings.add(PostOutcome::SummaryMissing, "", "");
  for (const std::string& digest : request.attachments) {
    if (!is_digest(digest)) findings.add(PostOutcome::AttachmentNotADigest, "", "");
  }
  if (request.lines.size() < 2) {
    findings.add(PostOutcome::TooFewLines, "", std::to_string(request.lines.size()));
  }
  if (request.lines.size() > kLinesMax) {
    findings.add(PostOutcome::TooManyLines, "", std::to_string(request.lines.size()));
    return findings.in_order();
  }
  for (std::size_t index = 0; index < request.lines.size(); ++index) check_line(request.lines[index], index, findings);
  if (days_between(today, request.date) > kDaysAhead) {
    findings.add(PostOutcome::DateTooFarAhead, "", to_iso(request.date));
  }
  if ((request.kind == VoucherKind::Reversal) != request.reverses.has_value()) {
    findings.add(PostOutcome::ReversalMalformed, "", "");
  }
  const bool amounts_are_positive = std::all_of(request.lines.begin(), request.lines.end(), [](const Line& line) {
    return line.amount.fen() > 0;
  });
  if (amounts_are_positive && !request.lines.empty()) check_sums(request, findings);
  return findings.in_order();
}

std::vector<Problem> check_state(const VoucherRequest& request, Book& book) {
  Findings findings;
  const std::vector<NamedLine> named = check_names(request, book, findings);
  check_period(request, book, findings);
  if (!findings.is_empty()) return findings.in_order();  // what follows needs every name and an open period
  check_accounts(request, named, findings);
  if (!findings.is_empty()) return findings.in_order();
  check_reversal(request, named, book, findings);
  check_balances(request, named, book, findings);
  return findings.in_order();
}

}  // namespace mingzhang::ledger
