// SPDX-License-Identifier: Apache-2.0
// Quoting, and keeping spreadsheets from computing what we wrote.
#include "reports/table_csv.h"

#include <cstddef>

namespace mingzhang::reports {

std::string csv_text_cell(std::string_view text) {
  constexpr std::string_view kFormulaStarts = "=+-@\t\r";
  const bool is_risky = !text.empty() && kFormulaStarts.find(text.front()) != std::string_view::npos;
  const bool is_quoted = text.find_first_of(",\"\r\n") != std::string_view::npos;
  std::string cell;
  if (is_quoted) cell += '"';
  if (is_risky) cell += '\'';
  for (const char c : text) {
    if (c == '"') cell += '"';
    cell += c;
  }
  if (is_quoted) cell += '"';
  return cell;
}

std::string to_csv(const Table& table) {
  std::string csv = "\xEF\xBB\xBF";
  for (const Column& column : table.columns()) {
    if (&column != table.columns().data()) csv += ',';
    csv += csv_text_cell(column.caption.zh + ' ' + column.caption.en);
  }
  csv += "\r\n";
  for (std::size_t row = 0; row < table.row_count(); ++row) {
    if (table.kind_of(row) == RowKind::Group) continue;
    for (std::size_t column = 0; column < table.columns().size(); ++column) {
      if (column > 0) csv += ',';
      const Value value = table.value(row, column);
      csv += value.kind == CellKind::Text ? csv_text_cell(value.text) : file_text(value);
    }
    csv += "\r\n";
  }
  return csv;
}

}  // namespace mingzhang::reports
