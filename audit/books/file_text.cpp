// SPDX-License-Identifier: Apache-2.0
// Quoting and escaping, the same bytes everywhere.
#include "audit/books/file_text.h"

#include <algorithm>

#include "base/money.h"

namespace mingzhang::audit {
namespace {

void append_csv_cell(std::string_view cell, std::string& text) {
  constexpr std::string_view kFormulaBegins = "=+-@\t\r";
  const bool is_risky = !cell.empty() && kFormulaBegins.find(cell.front()) != std::string_view::npos;
  const bool is_quoted = cell.find_first_of(",\"\r\n") != std::string_view::npos;
  if (is_quoted) text += '"';
  if (is_risky) text += '\'';
  for (const char c : cell) {
    if (c == '"') text += '"';
    text += c;
  }
  if (is_quoted) text += '"';
}

void append_escaped(std::string_view value, std::string& text) {
  constexpr std::string_view kNoCharacter = "\xEF\xBF";  // and BE or BF: U+FFFE, U+FFFF
  for (std::size_t at = 0; at < value.size(); ++at) {
    const std::string_view rest = value.substr(at);
    if (rest.size() >= 3 && rest.starts_with(kNoCharacter) && (rest[2] == '\xBE' || rest[2] == '\xBF')) {
      text += "\xEF\xBF\xBD";
      at += 2;
      continue;
    }
    switch (value[at]) {
      case '&': text += "&amp;"; break;
      case '<': text += "&lt;"; break;
      case '>': text += "&gt;"; break;
      default: text += value[at];
    }
  }
}

}  // namespace

void append_csv_row(const std::vector<std::string_view>& cells, std::string& text) {
  for (std::size_t at = 0; at < cells.size(); ++at) {
    if (at > 0) text += ',';
    append_csv_cell(cells[at], text);
  }
  text += "\r\n";
}

void append_tab_row(const std::vector<std::string_view>& cells, std::string& text) {
  for (std::size_t at = 0; at < cells.size(); ++at) {
    if (at > 0) text += '\t';
    text += cells[at];
  }
  text += '\n';
}

void append_element(std::string_view name, std::string_view value, std::string& text) {
  text += '<';
  text += name;
  if (value.empty()) {
    text += "/>\n";
    return;
  }
  text += '>';
  append_escaped(value, text);
  text += "</";
  text += name;
  text += ">\n";
}

std::string yuan_text(std::int64_t fen) { return to_yuan(Money::from_fen(fen)); }

SidedBalance sided_balance(std::int64_t debit, std::int64_t credit) {
  if (debit == credit) return {"平", yuan_text(0)};
  return debit > credit ? SidedBalance{"借", yuan_text(debit - credit)} : SidedBalance{"贷", yuan_text(credit - debit)};
}

std::string compact_date(Date date) {
  std::string text = to_iso(date);
  std::erase(text, '-');
  return text;
}

}  // namespace mingzhang::audit
