// SPDX-License-Identifier: Apache-2.0
// The bad rows of a file as a file of their own, for the person who corrects them.
#include <algorithm>
#include <map>
#include <string>

#include "base/text.h"
#include "reports/table_csv.h"
#include "service/imports/csv.h"
#include "service/imports/voucher_import.h"

namespace mingzhang::service {
namespace {

std::string sentence_of(const ImportProblem& problem) {
  std::string text;
  if (!problem.column.empty()) text += problem.column + "：";
  text += std::string(problem.problem.info->zh) + "（" + std::string(problem.problem.info->code);
  if (!problem.problem.detail.empty()) text += "，" + problem.problem.detail;
  return text + "）。" + std::string(problem.problem.info->remedy_zh);
}

/// A negative amount is no formula and stays as it is.
std::string cell_of(std::string_view cell) {
  const bool is_number = cell.size() > 1 && cell.find_first_not_of("0123456789.,", 1) == std::string_view::npos;
  const bool is_signed = is_number && cell.front() == '-';
  if (!is_signed) return reports::csv_text_cell(cell);
  const bool is_quoted = cell.find(',') != std::string_view::npos;
  return is_quoted ? '"' + std::string(cell) + '"' : std::string(cell);
}

}  // namespace

std::string export_bad_rows(std::string_view file_bytes, std::span<const ImportProblem> problems) {
  std::map<std::int64_t, std::string> sentences;
  for (const ImportProblem& problem : problems) {
    if (problem.row == 0) continue;
    std::string& text = sentences[problem.row];
    if (!text.empty()) text += ' ';
    text += sentence_of(problem);
  }
  const Result<std::string, CsvError> text = csv_text(file_bytes);
  if (sentences.empty() || !text) return std::string();
  std::string csv = "\xEF\xBB\xBF";
  std::size_t width = 0;
  bool has_header = false;
  // A row behind an error of the file itself cannot be read, and is not in the list.
  static_cast<void>(read_csv(*text, [&](const CsvRow& row) {
    if (std::all_of(row.cells.begin(), row.cells.end(), [](std::string_view cell) { return trimmed(cell).empty(); })) {
      return true;
    }
    const auto found = sentences.find(row.line);
    if (has_header && found == sentences.end()) return true;
    if (!has_header) width = row.cells.size();
    for (std::size_t i = 0; i < row.cells.size(); ++i) csv += (i > 0 ? "," : "") + cell_of(row.cells[i]);
    for (std::size_t i = row.cells.size(); i < width; ++i) csv += ',';
    csv += ',';
    // A problem of the header stands in the header's own row.
    std::string error = has_header ? "" : "错误";
    if (found != sentences.end()) error += (has_header ? "" : "：") + found->second;
    csv += reports::csv_text_cell(error);
    csv += "\r\n";
    has_header = true;
    return true;
  }));
  return has_header ? csv : std::string();
}

}  // namespace mingzhang::service
