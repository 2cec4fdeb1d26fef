// SPDX-License-Identifier: Apache-2.0
// data/journal/: plain-text journals for hledger and ledger (one file that both read) and for beancount, so that balances can
// be computed by programs that are not ours.
//
// Every account and fund is one account, Root:A<account>:F<fund>, declared right before the first voucher that uses it. Debits
// are positive. Vouchers stand in the order of their records. One with a withheld line cannot balance and is a comment only.
#include "audit/books/derived_parts.h"
#include "audit/books/file_text.h"

namespace mingzhang::audit {
namespace {

bool is_plain_letter(char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

/// U+4E00–U+9FFF in UTF-8: letters for all three programs.
bool is_ideograph_at(std::string_view text) {
  if (text.size() < 3) return false;
  const auto first = static_cast<unsigned char>(text[0]);
  const auto second = static_cast<unsigned char>(text[1]);
  if (first == 0xE4) return second >= 0xB8;
  return first >= 0xE5 && first <= 0xE9;
}

/// Any other byte becomes '-' and two hexadecimal digits: different codes stay different, and no name can hold a blank, a
/// colon or a comment.
std::string journal_code(std::string_view code) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string text;
  for (std::size_t at = 0; at < code.size();) {
    if (is_plain_letter(code[at])) {
      text += code[at++];
    } else if (is_ideograph_at(code.substr(at))) {
      text += code.substr(at, 3);
      at += 3;
    } else {
      const auto byte = static_cast<unsigned char>(code[at++]);
      text += '-';
      text += kDigits[byte >> 4];
      text += kDigits[byte & 15];
    }
  }
  return text;
}

std::string_view journal_root(BookClass account_class) {
  switch (account_class) {
    case BookClass::Asset: return "Assets";
    case BookClass::Liability: return "Liabilities";
    case BookClass::NetAssets: return "Equity";
    case BookClass::Income: return "Income";
    case BookClass::Expense: return "Expenses";
    case BookClass::BudgetIncome: return "Income:Budget";
    case BookClass::BudgetExpense: return "Expenses:Budget";
    case BookClass::BudgetBalance: return "Equity:Budget";
    case BookClass::Unclassified: return "Assets:Unclassified";
  }
  return "Assets:Unclassified";
}

std::string journal_account(const Books& books, const BookLine& line) {
  const BookClass account_class = account_at(books, line.account_index).account_class;
  return std::string(journal_root(account_class)) + ":A" + journal_code(line.account) + ":F" + journal_code(line.fund);
}

std::string journal_amount(const BookLine& line) {
  return (line.side == BookSide::Debit ? "" : "-") + yuan_text(line.fen) + " CNY";
}

/// What hledger or ledger would take for a comment, a tag or a date becomes its full-width form.
std::string journal_text(std::string_view text) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case ';': result += "；"; break;
      case ':': result += "："; break;
      case '[': result += "［"; break;
      case ']': result += "］"; break;
      default: result += c;
    }
  }
  return result;
}

std::string quoted_text(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result += '"';
}

/// The first day on which any account can be used.
std::string first_day_of(const Books& books) {
  const Date first = books.title().start ? books.title().start->first_day() : *Date::from_civil(1900, 1, 1);
  return to_iso(first);
}

/// Stands in the place of a voucher that would not balance, because its lines are withheld or not those of a voucher.
void append_skipped_voucher(const BookVoucher& voucher, std::string& text) {
  text += "\n; " + to_iso(voucher.date) + ' ' + number_text(voucher.name) + ' ';
  text += voucher.has_withheld ? withheld_text() : "不完整 incomplete";
  text += '\n';
}

bool is_journal_ready(const BookVoucher& voucher) {
  if (voucher.has_withheld) return false;
  for (const BookLine& line : voucher.lines) {
    const bool is_named = line.account_index >= 0 && (line.fund.empty() || line.fund_index >= 0);
    if (!line.is_amount_good || !is_named) return false;
  }
  return true;
}

/// What a reader of a range must know before the first balance.
void append_openings_note(const Books& books, std::string& text) {
  if (books.unchecked().openings_unknown) text += "; 期初余额不在本包内 openings are not in this package\n";
}

void append_meta(std::string_view indent, std::string_view key, std::string_view value, std::string& text) {
  if (value.empty()) return;
  text.append(indent).append(key).append(": ").append(quoted_text(value)).append("\n");
}

void append_journal_tag(std::string_view tag, std::string_view code, std::string& text) {
  if (!code.empty()) text.append("        ; ").append(tag).append(": ").append(journal_code(code)).append("\n");
}

}  // namespace

void begin_journal(const Books& books, std::string& text) {
  text += "; " + journal_text(books.title().name) + ' ' + journal_text(books.title().title) +
          "\ncommodity CNY\n    format 1000.00 CNY\ntag project\ntag subject\n";
  append_openings_note(books, text);
}

void add_journal(const DerivedVoucher& entry, std::string& text) {
  const BookVoucher& voucher = entry.voucher;
  for (const BookLine& line : voucher.lines) {
    if (!line.opens_cell) continue;
    const std::string name = journal_text(account_at(entry.books, line.account_index).name);
    text += "\naccount " + journal_account(entry.books, line) + '\n';
    if (!name.empty()) text += "    note " + name + '\n';
  }
  if (!is_journal_ready(voucher)) return append_skipped_voucher(voucher, text);
  text += '\n' + to_iso(voucher.date) + " (" + number_text(voucher.name) + ") " + journal_text(voucher.summary) + '\n';
  for (const BookLine& line : voucher.lines) {
    text += "    " + journal_account(entry.books, line) + "  " + journal_amount(line) + '\n';
    append_journal_tag("project", line.project, text);
    append_journal_tag("subject", line.subject, text);
    if (!line.summary.empty()) text += "        ; " + journal_text(line.summary) + '\n';
  }
}

void begin_beancount(const Books& books, std::string& text) {
  text += "option \"title\" " + quoted_text(books.title().name + ' ' + books.title().title) +
          "\noption \"operating_currency\" \"CNY\"\n";
  append_openings_note(books, text);
}

void add_beancount(const DerivedVoucher& entry, std::string& text) {
  const BookVoucher& voucher = entry.voucher;
  for (const BookLine& line : voucher.lines) {
    if (!line.opens_cell) continue;
    text += '\n' + first_day_of(entry.books) + " open " + journal_account(entry.books, line) + " CNY\n";
    append_meta("  ", "account", line.account, text);
    append_meta("  ", "fund", line.fund, text);
    append_meta("  ", "name", account_at(entry.books, line.account_index).name, text);
  }
  if (!is_journal_ready(voucher)) return append_skipped_voucher(voucher, text);
  text += '\n' + to_iso(voucher.date) + " * " + quoted_text(voucher.summary) + '\n';
  append_meta("  ", "voucher", number_text(voucher.name), text);
  for (const BookLine& line : voucher.lines) {
    text += "  " + journal_account(entry.books, line) + "  " + journal_amount(line) + '\n';
    append_meta("    ", "project", line.project, text);
    append_meta("    ", "subject", line.subject, text);
    append_meta("    ", "summary", line.summary, text);
  }
}

}  // namespace mingzhang::audit
