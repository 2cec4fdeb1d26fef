// SPDX-License-Identifier: Apache-2.0
// What an auditor asks of every voucher: names, numbers, period, balance and, where it reverses another, its mirror.
#include <map>

#include "audit/books/books.h"
#include "audit/books/books_findings.h"
#include "base/money.h"

namespace mingzhang::audit {
namespace {

/// Sums of both sides; each stops growing once it is out of range, and then is.
struct VoucherSums {
  std::int64_t debit = 0;
  std::int64_t credit = 0;

  void add(const BookLine& line) {
    std::int64_t& sum = line.side == BookSide::Debit ? debit : credit;
    if (sum <= Money::kFenMax) sum += line.fen;
  }
  bool is_too_large() const { return debit > Money::kFenMax || credit > Money::kFenMax; }
  std::string text() const {
    return "借 debit " + to_yuan(Money::from_fen(debit)) + ", 贷 credit " + to_yuan(Money::from_fen(credit));
  }
};

void append_field(std::string_view field, std::string& text) {
  text += field;
  text += '\n';  // stands in no text of a record
}

}  // namespace

void Books::add_voucher(Findings& findings) {
  ++vouchers_;
  if (!voucher_) {
    are_totals_good_ = false;
    return;
  }
  BookVoucher& voucher = *voucher_;
  lines_ += static_cast<std::int64_t>(voucher.lines.size());
  if (voucher.has_withheld) ++unchecked_.vouchers_with_withheld;
  if (voucher.lines.size() < 2) findings.add(BooksOutcome::TooFewLines, std::to_string(voucher.lines.size()));
  check_voucher_head(voucher, findings);
  find_names(voucher, findings);
  check_balanced(voucher, findings);
  if (voucher.reverses) check_reversal(voucher, findings);
  remember(voucher);
  add_lines(voucher, findings);
}

void Books::check_voucher_head(const BookVoucher& voucher, Findings& findings) {
  const Month period = voucher.name.period;
  if (title_.start && period < *title_.start) findings.add(BooksOutcome::DateBeforeBook, to_iso(voucher.date));
  if (state_of(period) != BookPeriodState::Open) findings.add(BooksOutcome::PeriodNotOpen, to_iso(period));
  const auto [last, is_first] = numbers_.try_emplace({period, voucher.name.type}, 0);
  const bool is_known = !is_first || start_.from == 0;
  if (is_known && voucher.name.number - 1 != last->second) {
    const BookVoucherName wanted{period, voucher.name.type, last->second + 1};
    findings.add(BooksOutcome::NumberGap, to_text(voucher.name) + " ≠ " + number_text(wanted));
  }
  if (is_first || voucher.name.number > last->second) last->second = voucher.name.number;
}

void Books::find_account(BookLine& line, std::size_t number, Findings& findings) {
  auto place = account_places_.find(line.account);
  if (place == account_places_.end() && start_.from == 0) {
    return findings.add(BooksOutcome::AccountUnknown, line.account, number);
  }
  if (place == account_places_.end()) {
    BookAccount assumed;
    assumed.code = line.account;
    assumed.is_assumed = true;
    place = account_places_.emplace(line.account, static_cast<std::int32_t>(accounts_.size())).first;
    accounts_.push_back(std::move(assumed));
  }
  line.account_index = place->second;
  const BookAccount& account = accounts_[static_cast<std::size_t>(place->second)];
  if (!account.is_leaf || account.is_frozen || account.is_closed) {
    findings.add(BooksOutcome::AccountUnusable, account.code, number);
  }
}

void Books::find_fund(BookLine& line, std::size_t number, Findings& findings) {
  auto place = fund_places_.find(line.fund);
  if (place == fund_places_.end() && start_.from == 0) return findings.add(BooksOutcome::FundUnknown, line.fund, number);
  if (place == fund_places_.end()) {
    BookFund assumed;
    assumed.code = line.fund;
    assumed.is_assumed = true;
    place = fund_places_.emplace(line.fund, static_cast<std::int32_t>(funds_.size())).first;
    funds_.push_back(std::move(assumed));
  }
  line.fund_index = place->second;
}

void Books::find_names(BookVoucher& voucher, Findings& findings) {
  std::size_t number = 0;
  for (BookLine& line : voucher.lines) {
    ++number;
    if (line.is_withheld) continue;
    find_account(line, number, findings);
    if (!line.fund.empty()) find_fund(line, number, findings);
    if (!line.project.empty() && start_.from == 0 && !project_codes_.contains(line.project)) {
      findings.add(BooksOutcome::ProjectUnknown, line.project, number);
    }
  }
}

void Books::check_balanced(const BookVoucher& voucher, Findings& findings) {
  if (voucher.has_withheld) return;  // counted in `unchecked_`
  struct OfFund {
    VoucherSums all;
    VoucherSums budget;
  };
  std::map<std::string_view, OfFund> sums;
  bool are_classes_known = true;
  for (const BookLine& line : voucher.lines) {
    OfFund& fund = sums[line.fund];
    fund.all.add(line);
    const BookAccount* account = line.account_index < 0 ? nullptr : &accounts_[static_cast<std::size_t>(line.account_index)];
    are_classes_known = are_classes_known && account != nullptr && !account->is_assumed;
    if (account != nullptr && is_budget(account->account_class)) fund.budget.add(line);
  }
  for (const auto& [code, fund] : sums) {
    const std::string name = code.empty() ? "无资金来源 no fund: " : "资金 fund " + std::string(code) + ": ";
    if (fund.all.is_too_large()) {
      findings.add(BooksOutcome::TotalTooLarge, name);
      continue;
    }
    if (fund.all.debit != fund.all.credit) findings.add(BooksOutcome::FundUnbalanced, name + fund.all.text());
    // Where the budget lines balance, what is left of a balanced fund does too.
    const bool is_set_wrong = fund.budget.debit != fund.budget.credit;
    if (are_classes_known && is_set_wrong) findings.add(BooksOutcome::SetUnbalanced, name + fund.budget.text());
  }
}

/// The lines in order, on their own sides or on the others': equal digests are equal lines.
Digest Books::mirrored(const BookVoucher& voucher, bool turned) {
  std::string text;
  text.reserve(voucher.lines.size() * 64);
  for (const BookLine& line : voucher.lines) {
    append_field(chinese_of(turned ? other_side(line.side) : line.side), text);
    append_field(std::to_string(line.fen), text);
    append_field(line.account, text);
    append_field(line.fund, text);
    append_field(line.project, text);
    append_field(line.subject, text);
  }
  return sha256_.plain(text);
}

void Books::check_reversal(const BookVoucher& voucher, Findings& findings) {
  const std::string name = to_text(*voucher.reverses);
  const auto found = remembered_.find(*voucher.reverses);
  if (found == remembered_.end()) {
    const bool was_looked_for = !start_.reversed || start_.reversed->contains(*voucher.reverses);
    if (start_.from == 0 && was_looked_for) return findings.add(BooksOutcome::ReversedUnknown, name);
    ++unchecked_.reversals;
    return;
  }
  Remembered& original = found->second;
  if (original.kind == BookVoucherKind::Reversal) findings.add(BooksOutcome::ReversedUnknown, name);
  if (original.is_reversed) findings.add(BooksOutcome::ReversedAgain, name);
  original.is_reversed = true;
  if (voucher.date < original.date) {
    findings.add(BooksOutcome::ReversalEarly, to_iso(voucher.date) + " < " + to_iso(original.date));
  }
  if (!original.is_known || voucher.has_withheld) {
    ++unchecked_.reversals;
  } else if (mirrored(voucher, true) != original.lines) {
    findings.add(BooksOutcome::ReversalDiffers, name);
  }
}

void Books::remember(const BookVoucher& voucher) {
  if (start_.reversed && !start_.reversed->contains(voucher.name)) return;
  Remembered remembered;
  remembered.date = voucher.date;
  remembered.kind = voucher.kind;
  remembered.is_known = !voucher.has_withheld;
  if (remembered.is_known) remembered.lines = mirrored(voucher, false);
  remembered_.emplace(voucher.name, remembered);
}

void Books::add_lines(BookVoucher& voucher, Findings& findings) {
  std::size_t number = 0;
  for (BookLine& line : voucher.lines) {
    ++number;
    if (line.is_withheld) {
      ++unchecked_.withheld_lines;
      continue;
    }
    const bool is_placed = line.account_index >= 0 && (line.fund.empty() || line.fund_index >= 0);
    if (!is_placed || !line.is_amount_good) {
      are_totals_good_ = false;
      continue;
    }
    const BookCells::Added added = cells_.add(line.account_index, line.fund_index, voucher.name.period, line.side, line.fen);
    line.opens_cell = added.is_new_cell;
    if (!added.is_too_large) continue;
    are_totals_good_ = false;
    findings.add(BooksOutcome::TotalTooLarge, line.account, number);
  }
}

}  // namespace mingzhang::audit
