// SPDX-License-Identifier: Apache-2.0
// Reads the header and then row after row, and goes on after a bad one.
#include "service/imports/disbursement_import.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "audit/hash.h"
#include "base/masking.h"
#include "base/text.h"
#include "funds/funds_outcome.h"
#include "service/imports/csv.h"
#include "service/imports/voucher_import_cells.h"
#include "service/imports/voucher_import_outcome.h"

namespace mingzhang::service {
namespace {

enum class ListColumn : std::uint8_t { Household, Amount, Person, Note };
constexpr std::size_t kColumns = 4;
constexpr std::size_t kColumnsRequired = 2;
constexpr std::array<std::string_view, kColumns> kWords = {"household", "amount", "person", "note"};
constexpr std::array<std::string_view, kColumns> kChinese = {"户编号", "金额", "人编号", "备注"};
constexpr std::size_t kKeyDigits = 40;

std::string place_of(std::int64_t line, std::string_view column) {
  std::string place = line == 0 ? std::string() : "row " + std::to_string(line);
  if (!column.empty()) place += (place.empty() ? "column " : ", column ") + std::string(column);
  return place;
}

std::optional<ListColumn> column_named(std::string_view cell) {
  std::string word(trimmed(cell));
  for (char& c : word) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  for (std::size_t i = 0; i < kColumns; ++i) {
    if (word == kWords[i] || word == kChinese[i]) return static_cast<ListColumn>(i);
  }
  return std::nullopt;
}

/// What may be shown of a cell: no name, no number of a person.
std::string shown(ListColumn column, std::string_view value) {
  if (column == ListColumn::Note) return std::string();
  std::string text = shown_value(value);
  const bool is_code = column != ListColumn::Amount;
  if (is_code && text.find('*') == std::string::npos) return mask_name(text);
  return text;
}

/// The rows of one file while they come in.
class ListReader {
 public:
  ListReader() { places_.fill(-1); }

  /// False where reading on makes no sense.
  bool take(const CsvRow& row) {
    row_ = &row;
    const bool is_blank =
        std::all_of(row.cells.begin(), row.cells.end(), [](std::string_view cell) { return trimmed(cell).empty(); });
    if (is_blank) return true;
    if (!has_header_) return take_header();
    take_row();
    return problems_.size() < kListProblemsMax && rows_.size() <= funds::kRowsMax;
  }

  void finish(const std::optional<CsvError>& error) {
    if (error) {
      add(error->outcome, error->line, error->column > 0 ? std::to_string(error->column) : "", error->detail);
    } else if (!has_header_) {
      add(ImportOutcome::FileEmpty, 0, "", "");
    } else if (rows_.empty() && problems_.empty()) {
      add(ImportOutcome::NoRows, 0, "", "");
    }
  }

  const std::vector<funds::SubmittedRow>& rows() const { return rows_; }
  const std::vector<std::int64_t>& lines() const { return lines_; }
  std::vector<CommandProblem>& problems() { return problems_; }

 private:
  bool take_header() {
    has_header_ = true;
    width_ = row_->cells.size();
    for (std::size_t i = 0; i < width_; ++i) {
      const std::optional<ListColumn> column = column_named(row_->cells[i]);
      const std::string cell = shown_value(row_->cells[i]);
      if (!column) {
        add(ImportOutcome::ColumnUnknown, row_->line, cell, "“" + cell + "”");
      } else if (places_[static_cast<std::size_t>(*column)] >= 0) {
        add(ImportOutcome::ColumnTwice, row_->line, cell, "“" + cell + "”");
      } else {
        places_[static_cast<std::size_t>(*column)] = static_cast<int>(i);
      }
    }
    for (std::size_t i = 0; i < kColumnsRequired; ++i) {
      if (places_[i] >= 0) continue;
      add(ImportOutcome::ColumnMissing, row_->line, kWords[i], std::string(kChinese[i]) + " / " + std::string(kWords[i]));
    }
    return problems_.empty();  // without a header that is understood the rows mean nothing
  }

  std::string_view cell(ListColumn column) const {
    const int at = places_[static_cast<std::size_t>(column)];
    if (at < 0 || static_cast<std::size_t>(at) >= row_->cells.size()) return std::string_view();
    return trimmed(row_->cells[static_cast<std::size_t>(at)]);
  }

  void take_row() {
    for (const ListColumn column : {ListColumn::Household, ListColumn::Person, ListColumn::Note}) {
      if (is_totals_word(cell(column))) return add_cell(ImportOutcome::TotalsRow, column);
    }
    for (std::size_t i = width_; i < row_->cells.size(); ++i) {
      if (trimmed(row_->cells[i]).empty()) continue;
      return add(ImportOutcome::RowTooWide, row_->line, "",
                 std::to_string(row_->cells.size()) + " > " + std::to_string(width_));
    }
    funds::SubmittedRow row;
    row.household = code(ListColumn::Household);
    row.person = code(ListColumn::Person);
    if (row.household.empty()) add_cell(ImportOutcome::CellMissing, ListColumn::Household);
    const Result<Money, ImportOutcome> amount = read_amount(cell(ListColumn::Amount));
    if (amount) row.amount = *amount;
    if (!amount) add_cell(amount.error(), ListColumn::Amount);
    rows_.push_back(std::move(row));
    lines_.push_back(row_->line);
  }

  std::string code(ListColumn column) {
    const std::string_view value = cell(column);
    if (is_destroyed_number(value)) add_cell(ImportOutcome::NumberDestroyed, column);
    return read_code(value);
  }

  void add_cell(ImportOutcome outcome, ListColumn column) {
    const std::string value = shown(column, cell(column));
    add(outcome, row_->line, kWords[static_cast<std::size_t>(column)], value.empty() ? "" : "“" + value + "”");
  }

  void add(ImportOutcome outcome, std::int64_t line, std::string_view column, std::string detail) {
    problems_.push_back(CommandProblem{0, Problem{&info_of(outcome), place_of(line, column), std::move(detail)}});
  }

  std::array<int, kColumns> places_{};  // where each column stands; −1: nowhere
  std::size_t width_ = 0;
  bool has_header_ = false;
  const CsvRow* row_ = nullptr;
  std::vector<funds::SubmittedRow> rows_;
  std::vector<std::int64_t> lines_;  // of the rows
  std::vector<CommandProblem> problems_;
};

/// "row 3" of a list as the line in which it stands.
std::string place_in_file(const std::string& place, const std::vector<std::int64_t>& lines) {
  constexpr std::string_view kRow = "row ";
  if (!place.starts_with(kRow)) return place;
  std::size_t number = 0;
  std::from_chars(place.data() + kRow.size(), place.data() + place.size(), number);
  if (number == 0 || number > lines.size()) return place;
  return place_of(lines[number - 1], "");
}

}  // namespace

NewFundCommand read_disbursement(std::string_view file_bytes, const NewList& list, Date today) {
  NewFundCommand words = submit_list(list);
  ListReader reader;
  const Result<std::string, CsvError> text = csv_text(file_bytes);
  if (text) {
    reader.finish(read_csv(*text, [&reader](const CsvRow& row) { return reader.take(row); }));
  } else {
    reader.finish(text.error());
  }
  Refusal found{std::move(reader.problems())};
  if (!words) found.problems.insert(found.problems.begin(), words.error().problems.begin(), words.error().problems.end());
  if (!found.problems.empty()) return Err(std::move(found));
  auto command = std::get<funds::SubmitList>(std::move(words).value());
  command.rows = reader.rows();
  seal_list(command);
  for (Problem& problem : funds::check_request(funds::Command(command), today)) {
    const std::string first = place_in_file(problem.place, reader.lines());
    if (problem.info == &funds::info_of(funds::FundsOutcome::HouseholdTwice)) {
      problem.detail = place_in_file(problem.detail, reader.lines());
    }
    found.problems.push_back(CommandProblem{0, Problem{problem.info, first, problem.detail}});
  }
  if (!found.problems.empty()) return Err(std::move(found));
  return funds::Command(std::move(command));
}

std::vector<ImportProblem> problems_of_rows(const Refusal& refusal) {
  constexpr std::string_view kRow = "row ";
  constexpr std::string_view kColumn = ", column ";
  std::vector<ImportProblem> result;
  for (const CommandProblem& one : refusal.problems) {
    const std::string& place = one.problem.place;
    if (!place.starts_with(kRow)) continue;
    ImportProblem problem;
    std::from_chars(place.data() + kRow.size(), place.data() + place.size(), problem.row);
    const std::size_t column = place.find(kColumn);
    if (column != std::string::npos) problem.column = place.substr(column + kColumn.size());
    problem.problem = one.problem;
    if (problem.row > 0) result.push_back(std::move(problem));
  }
  return result;
}

std::string disbursement_key(std::string_view file_bytes, const std::string& book, const std::string& code) {
  audit::Hasher sha256(audit::Suite::Sha256);
  const std::string file = audit::hex_of(sha256.plain(file_bytes));
  return "list-" + audit::hex_of(sha256.plain(book + "\n" + code + "\n" + file)).substr(0, kKeyDigits);
}

}  // namespace mingzhang::service
