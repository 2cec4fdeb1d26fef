// SPDX-License-Identifier: Apache-2.0
// Walks over portable SQL and finishes its CREATE TABLE statements.
#include "store/sqlite/sqlite_ddl.h"

#include "store/sql_text.h"

namespace mingzhang::store {
namespace {

constexpr std::string_view kTableOptions = " STRICT, WITHOUT ROWID";
/// A table clustered by its key keeps at most a quarter of a page of each row in place. Rows of a kilobyte and more do
/// not fit there (4,681 bytes of disk for 1,120 of content); a table with this comment in its statement keeps them whole.
constexpr std::string_view kLongRowsMark = "-- long rows";
constexpr std::string_view kLongRowsOptions = " STRICT";

char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

constexpr std::string_view kCreateTable = "CREATE TABLE ";

}  // namespace

std::string sqlite_ddl(std::string_view portable) {
  std::string result;
  std::string words;            // the first words of the current statement, in capitals, single blanks between
  std::size_t end_of_code = 0;  // where the options belong: after the last character that is no blank or comment
  bool has_long_rows = false;
  const auto finish = [&] {
    if (words.starts_with(kCreateTable)) result.insert(end_of_code, has_long_rows ? kLongRowsOptions : kTableOptions);
    words.clear();
    has_long_rows = false;
  };
  for (std::size_t at = 0; at < portable.size();) {
    const std::size_t end = end_of_quiet(portable, at);
    if (end != at) {
      result.append(portable.substr(at, end - at));
      has_long_rows = has_long_rows || portable.substr(at, end - at).starts_with(kLongRowsMark);
      if (portable[at] != '-') end_of_code = result.size();
      at = end;
      continue;
    }
    const char c = portable[at++];
    if (c == ';') finish();
    const bool is_blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (words.size() < kCreateTable.size()) {
      if (is_word(c)) words += upper(c);
      else if (is_blank && !words.empty() && words.back() != ' ') words += ' ';
    }
    result += c;
    if (!is_blank) end_of_code = result.size();
  }
  finish();
  return result;
}

}  // namespace mingzhang::store
