// SPDX-License-Identifier: Apache-2.0
// Cells, elements and amounts as the derived files write them.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "audit/books/words.h"
#include "base/date.h"

namespace mingzhang::audit {

/// Begins every CSV file: UTF-8 with a byte order mark, as Excel in Chinese wants it.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Appends one RFC 4180 row, CR LF at its end. A cell that a spreadsheet would take for a formula (= + - @ TAB CR at its start)
/// gets a leading apostrophe; amounts are never negative here, so numbers stay numbers.
/// Example: {"=A1,x", "5"} → "'=A1,x",5
void append_csv_row(std::initializer_list<std::string_view> cells, std::string& text);
/// The same without a line end: what many rows begin or end with is made once.
void append_csv_cells(std::initializer_list<std::string_view> cells, std::string& text);

/// Appends one row of a GB/T 19581 text file: cells parted by TAB, LF at its end. Texts of records hold neither.
void append_tab_row(std::span<const std::string_view> cells, std::string& text);
void append_tab_row(std::initializer_list<std::string_view> cells, std::string& text);

/// Appends <name>value</name> with what XML needs escaped, and a line feed; <name/> where the value is empty.
/// What XML 1.0 cannot hold (U+FFFE, U+FFFF) becomes U+FFFD. Requires: `name` is an XML name.
void append_element(std::string_view name, std::string_view value, std::string& text);

/// "12345.67", never negative.
std::string yuan_text(std::int64_t fen);

/// A balance without a sign, as Chinese audit data has it: 借, 贷 or 平, and the amount on that side.
struct SidedBalance {
  std::string_view side;
  std::string amount;
};
SidedBalance sided_balance(std::int64_t debit, std::int64_t credit);

/// "20161031", the date form of both standards.
std::string compact_date(Date date);

}  // namespace mingzhang::audit
