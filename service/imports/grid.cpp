// SPDX-License-Identifier: Apache-2.0
// Finds columns by their names and reads cells by their kinds.
#include "service/imports/grid.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

#include "base/text.h"
#include "loans/reconciliation_register.h"
#include "service/imports/csv.h"
#include "service/imports/voucher_import_cells.h"
#include "service/imports/voucher_import_outcome.h"

namespace mingzhang::service {
namespace {

using loans::ReconciliationCell;

constexpr std::size_t kProblemsMost = 1'000;

/// A header as banks write it: lower case, without what stands in parentheses, "本金余额（元）" → "本金余额".
std::string plain_name(std::string_view cell) {
  std::string word = fold_full_width(trimmed(cell));
  const std::size_t bracket = word.find('(');
  if (bracket != std::string::npos && bracket > 0) word.resize(bracket);
  for (char& c : word) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return std::string(trimmed(word));
}

class GridReader {
 public:
  explicit GridReader(std::span<const ColumnSpec> specs) : specs_(specs), places_(specs.size(), -1) {}

  Result<Grid, Refusal> read(std::string_view file_bytes) {
    const auto text = csv_text(file_bytes);
    if (!text) {
      add(text.error().outcome, text.error().line, "", text.error().detail);
    } else {
      const auto error = read_csv(*text, [this](const CsvRow& row) { return take(row); });
      if (error) add(error->outcome, error->line, "", error->detail);
      if (!has_header_ && problems_.empty()) add(ImportOutcome::FileEmpty, 0, "", "");
      if (grid_.rows.empty() && problems_.empty()) add(ImportOutcome::NoRows, 0, "", "");
    }
    if (!problems_.empty()) return Err(Refusal{std::move(problems_)});
    for (const int place : places_) grid_.has.push_back(place >= 0);
    return std::move(grid_);
  }

 private:
  void add(ImportOutcome outcome, std::int64_t line, std::string_view column, std::string detail) {
    std::string place = line == 0 ? std::string() : "row " + std::to_string(line);
    if (!column.empty()) place += (place.empty() ? "column " : ", column ") + std::string(column);
    problems_.push_back({0, Problem{&info_of(outcome), std::move(place), std::move(detail)}});
  }

  bool take(const CsvRow& row) {
    const auto is_blank = [](std::string_view cell) { return trimmed(cell).empty(); };
    if (std::all_of(row.cells.begin(), row.cells.end(), is_blank)) return true;
    if (!has_header_) return take_header(row);
    if (!row.cells.empty() && is_totals_word(row.cells.front())) return true;  // banks add a sum below; it is ours to make
    std::vector<ReconciliationCell> cells;
    for (std::size_t i = 0; i < specs_.size(); ++i) cells.push_back(read_cell(row, i));
    grid_.rows.push_back(std::move(cells));
    grid_.lines.push_back(row.line);
    return problems_.size() < kProblemsMost;
  }

  bool take_header(const CsvRow& row) {
    has_header_ = true;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const std::string word = plain_name(row.cells[i]);
      const auto spec = std::find_if(specs_.begin(), specs_.end(), [&word](const ColumnSpec& one) {
        return word == one.word || (!word.empty() && std::find(one.others.begin(), one.others.end(), word) != one.others.end());
      });
      if (spec == specs_.end()) {
        grid_.ignored.push_back(shown_value(row.cells[i]));
        continue;
      }
      int& place = places_[static_cast<std::size_t>(spec - specs_.begin())];
      if (place >= 0) add(ImportOutcome::ColumnTwice, row.line, spec->word, std::string(spec->word));
      place = static_cast<int>(i);
    }
    for (std::size_t i = 0; i < specs_.size(); ++i) {
      if (places_[i] >= 0 || !specs_[i].is_required) continue;
      add(ImportOutcome::ColumnMissing, row.line, specs_[i].word,
          std::string(specs_[i].others.front()) + " / " + std::string(specs_[i].word));
    }
    return problems_.empty();
  }

  ReconciliationCell read_cell(const CsvRow& row, std::size_t column) {
    const ColumnSpec& spec = specs_[column];
    const auto place = static_cast<std::size_t>(std::max(places_[column], 0));
    const bool is_there = places_[column] >= 0 && place < row.cells.size();
    const std::string_view text = is_there ? trimmed(row.cells[place]) : std::string_view();
    if (text.empty()) {
      if (spec.is_required) add(ImportOutcome::CellMissing, row.line, spec.word, "");
      return {};
    }
    switch (spec.type) {
      case CellType::Code:
        if (is_destroyed_number(text)) add(ImportOutcome::NumberDestroyed, row.line, spec.word, shown_value(text));
        return read_code(text);
      case CellType::Amount:
        return amount(row, spec, text);
      case CellType::Day:
        if (const auto date = read_date(text)) return *date;
        add(ImportOutcome::DateBad, row.line, spec.word, shown_value(text));
        return {};
      case CellType::Count:
        return count(row, spec, text);
      case CellType::Status:
        if (const auto status = loans::parse_loan_status(text)) return std::string(*status);
        return shown_value(text);  // a word that we do not know is a difference of status, not a bad file
    }
    return {};
  }

  ReconciliationCell amount(const CsvRow& row, const ColumnSpec& spec, std::string_view text) {
    const Result<Money, ImportOutcome> read = read_amount(text);
    if (read) return *read;
    const auto plain = parse_yuan(fold_full_width(text));
    if (plain && plain->is_zero()) return Money();
    add(read.error(), row.line, spec.word, shown_value(text));
    return {};
  }

  ReconciliationCell count(const CsvRow& row, const ColumnSpec& spec, std::string_view text) {
    const std::string folded = fold_full_width(text);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(folded.data(), folded.data() + folded.size(), number);
    if (error == std::errc() && end == folded.data() + folded.size() && number >= 0) return number;
    add(ImportOutcome::AmountNotANumber, row.line, spec.word, shown_value(text));
    return {};
  }

  std::span<const ColumnSpec> specs_;
  std::vector<int> places_;
  bool has_header_ = false;
  Grid grid_;
  std::vector<CommandProblem> problems_;
};

}  // namespace

Result<Grid, Refusal> read_grid(std::string_view file_bytes, std::span<const ColumnSpec> specs) {
  return GridReader(specs).read(file_bytes);
}

}  // namespace mingzhang::service
