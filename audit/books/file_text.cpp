// SPDX-License-Identifier: Apache-2.0
// Quoting and escaping, the same bytes everywhere.
#include "audit/books/file_text.h"

#include <algorithm>

#include "base/money.h"

namespace mingzhang::audit {
namespace {

/// True where `text` has one of four bytes. No early way out: cells are short, and the loop becomes a few wide instructions.
bool has_any(std::string_view text, const char (&wanted)[5]) {
  unsigned found = 0;
  for (const char c : text) {
    found |= static_cast<unsigned>(c == wanted[0]) | static_cast<unsigned>(c == wanted[1]) |
             static_cast<unsigned>(c == wanted[2]) | static_cast<unsigned>(c == wanted[3]);
  }
  return found != 0;
}

void append_csv_cell(std::string_view cell, std::string& text) {
  constexpr std::string_view kFormulaBegins = "=+-@\t\r";
  const bool is_risky = !cell.empty() && kFormulaBegins.find(cell.front()) != std::string_view::npos;
  const bool is_quoted = has_any(cell, ",\"\r\n");
  if (is_quoted) text += '"';
  if (is_risky) text += '\'';
  if (!is_quoted) {
    text += cell;
    return;
  }
  for (const char c : cell) {
    if (c == '"') text += '"';
    text += c;
  }
  text += '"';
}

void append_escaped(std::string_view value, std::string& text) {
  constexpr std::string_view kNoCharacter = "\xEF\xBF";  // and BE or BF: U+FFFE, U+FFFF
  if (!has_any(value, "&<>\xEF")) {
    text += value;
    return;
  }
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

void append_csv_cells(std::initializer_list<std::string_view> cells, std::string& text) {
  bool is_first = true;
  for (const std::string_view cell : cells) {
    if (!is_first) text += ',';
    is_first = false;
    append_csv_cell(cell, text);
  }
}

void append_csv_row(std::initializer_list<std::string_view> cells, std::string& text) {
  append_csv_cells(cells, text);
  text += "\r\n";
}

void append_tab_row(std::span<const std::string_view> cells, std::string& text) {
  bool is_first = true;
  for (const std::string_view cell : cells) {
    if (!is_first) text += '\t';
    is_first = false;
    text += cell;
  }
  text += '\n';
}

void append_tab_row(std::initializer_list<std::string_view> cells, std::string& text) {
  append_tab_row(std::span(cells.begin(), cells.size()), text);
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
