// SPDX-License-Identifier: Apache-2.0
// Reads the header and then row after row, and goes on after a bad one so that all of them are told.
#include "service/imports/voucher_import_rows.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/masking.h"
#include "base/text.h"
#include "service/imports/csv.h"
#include "service/imports/voucher_import_cells.h"

namespace mingzhang::service {
namespace {

constexpr std::array<std::string_view, kImportColumns> kWords = {"voucher", "date", "summary", "account", "side",
                                                                 "amount",  "fund", "project", "subject"};
constexpr std::array<std::string_view, kImportColumns> kChinese = {"凭证号", "日期", "摘要", "科目", "方向",
                                                                   "金额",   "资金", "项目", "对象"};
constexpr std::int64_t kRowsBetweenProgress = 20'000;

std::string place_of(std::int64_t row, std::string_view column) {
  if (row == 0) return std::string(column.empty() ? "" : "column ") + std::string(column);
  return "row " + std::to_string(row) + (column.empty() ? "" : ", column " + std::string(column));
}

std::optional<ImportColumn> column_named(std::string_view cell) {
  std::string word(trimmed(cell));
  for (char& c : word) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  for (std::size_t i = 0; i < kImportColumns; ++i) {
    if (word == kWords[i] || word == kChinese[i]) return static_cast<ImportColumn>(i);
  }
  return std::nullopt;
}

/// Names and free text about people do not leave the file; a totals word is no such text.
std::string value_to_show(ImportColumn column, const OutcomeInfo& info, std::string_view value) {
  if (column == ImportColumn::Summary && &info != &info_of(ImportOutcome::TotalsRow)) return std::string();
  std::string shown = shown_value(value);
  if (column == ImportColumn::Subject && shown.find('*') == std::string::npos) return mask_name(shown);
  return shown;
}

/// The vouchers of one file while its rows come in.
class RowReader {
 public:
  RowReader(ledger::VoucherType type, const ImportProgress& progress) : type_(type), progress_(progress) {
    places_.fill(-1);
  }

  /// False where reading on makes no sense.
  bool take(const CsvRow& row) {
    const bool is_blank = std::all_of(row.cells.begin(), row.cells.end(),
                                      [](std::string_view cell) { return trimmed(cell).empty(); });
    if (is_blank) return true;
    if (!has_header_) return take_header(row);
    ++rows_;
    if (progress_ && rows_ % kRowsBetweenProgress == 0) progress_(rows_);
    row_ = &row;
    take_line();
    if (rows_of_.vouchers.size() <= kImportCommandsMax) return true;
    problem(ImportOutcome::TooManyVouchers, ImportColumn::Voucher, "", "> " + std::to_string(kImportCommandsMax));
    return false;
  }

  ImportedRows finish(const std::optional<CsvError>& error) {
    ImportProblems& problems = rows_of_.problems;
    if (error) {
      const std::string column = column_at(error->column);
      const OutcomeInfo& info = info_of(error->outcome);
      problems.add(error->line, column, "", Problem{&info, "", error->detail});
    } else if (!has_header_) {
      problems.add(0, "", "", Problem{&info_of(ImportOutcome::FileEmpty), "", ""});
    } else if (rows_ == 0 && problems.count() == 0) {
      problems.add(0, "", "", Problem{&info_of(ImportOutcome::NoRows), "", ""});
    }
    if (progress_ && rows_ > 0) progress_(rows_);
    return std::move(rows_of_);
  }

 private:
  bool take_header(const CsvRow& row) {
    has_header_ = true;
    ImportProblems& problems = rows_of_.problems;
    width_ = row.cells.size();
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const std::optional<ImportColumn> column = column_named(row.cells[i]);
      const std::string shown = shown_value(row.cells[i]);
      names_.push_back(column ? std::string(word_of(*column)) : shown);
      if (!column) {
        problems.add(row.line, shown, shown,
                     Problem{&info_of(ImportOutcome::ColumnUnknown), "",
                             "第 " + std::to_string(i + 1) + " 列 column " + std::to_string(i + 1)});
      } else if (place(*column) >= 0) {
        problems.add(row.line, word_of(*column), shown, Problem{&info_of(ImportOutcome::ColumnTwice), "", ""});
      } else {
        places_[static_cast<std::size_t>(*column)] = static_cast<int>(i);
      }
    }
    for (std::size_t i = 0; i < kImportColumnsRequired; ++i) {
      const auto column = static_cast<ImportColumn>(i);
      if (place(column) >= 0) continue;
      problems.add(row.line, word_of(column), "",
                   Problem{&info_of(ImportOutcome::ColumnMissing), "",
                           std::string(chinese_of(column)) + " / " + std::string(word_of(column))});
    }
    return problems.count() == 0;  // without a header that is understood the rows mean nothing
  }

  int place(ImportColumn column) const { return places_[static_cast<std::size_t>(column)]; }

  /// The header's word for the cell numbered from 1.
  std::string column_at(std::int64_t number) const {
    if (number == 0) return std::string();
    const auto index = static_cast<std::size_t>(number - 1);
    return index < names_.size() ? names_[index] : std::to_string(number);
  }

  std::string_view cell(ImportColumn column) const {
    const int at = place(column);
    if (at < 0 || static_cast<std::size_t>(at) >= row_->cells.size()) return std::string_view();
    return trimmed(row_->cells[static_cast<std::size_t>(at)]);
  }

  void problem(ImportOutcome outcome, ImportColumn column, std::string_view value, std::string_view detail) {
    rows_of_.problems.add_cell(info_of(outcome), row_->line, column, value, detail);
    is_row_good_ = false;
  }

  /// True where rows of a spreadsheet end in more commas than the header has, which says nothing.
  bool fits_header() const {
    for (std::size_t i = width_; i < row_->cells.size(); ++i) {
      if (!trimmed(row_->cells[i]).empty()) return false;
    }
    return true;
  }

  void take_line() {
    is_row_good_ = true;
    for (const ImportColumn column : {ImportColumn::Voucher, ImportColumn::Summary}) {
      if (is_totals_word(cell(column))) return problem(ImportOutcome::TotalsRow, column, cell(column), "");
    }
    ImportedVoucher* voucher = find_voucher();
    if (!fits_header()) {
      // The cells are out of step: what they seem to say is not worth reporting.
      rows_of_.problems.add(row_->line, "", "",
                            Problem{&info_of(ImportOutcome::RowTooWide), "",
                                    std::to_string(row_->cells.size()) + " > " + std::to_string(width_)});
      if (voucher != nullptr) voucher->is_whole = false;
      is_first_row_ = false;
      return;
    }
    ledger::Line line = read_line();
    if (voucher == nullptr) {
      read_date_cell(nullptr);
      return;
    }
    read_date_cell(voucher);
    read_summary(*voucher, line);
    voucher->is_whole = voucher->is_whole && is_row_good_;
    if (!is_row_good_) return;
    voucher->request.lines.push_back(std::move(line));
    voucher->rows.push_back(row_->line);
  }

  /// The voucher that the row belongs to; a new one where its number is new; null where there is no number.
  ImportedVoucher* find_voucher() {
    const std::string_view number = cell(ImportColumn::Voucher);
    if (number.empty()) {
      problem(ImportOutcome::CellMissing, ImportColumn::Voucher, "", "");
      return nullptr;
    }
    std::vector<ImportedVoucher>& vouchers = rows_of_.vouchers;
    if (!vouchers.empty() && vouchers.back().request.source == number) return &vouchers.back();
    const auto [known, is_new] = first_rows_.try_emplace(std::string(number), row_->line);
    ImportedVoucher& voucher = vouchers.emplace_back();
    voucher.request.type = type_;
    voucher.request.source = std::string(number);
    has_date_ = false;
    is_first_row_ = true;
    if (is_destroyed_number(number)) problem(ImportOutcome::NumberDestroyed, ImportColumn::Voucher, number, "");
    if (!is_new) {
      // Its rows are still looked at, but its lines are not the ones that stand further up.
      problem(ImportOutcome::VoucherComesBack, ImportColumn::Voucher, number,
              "第 " + std::to_string(known->second) + " 行和第 " + std::to_string(row_->line) + " 行 rows " +
                  std::to_string(known->second) + " and " + std::to_string(row_->line));
      voucher.is_whole = false;
    }
    return &voucher;
  }

  ledger::Line read_line() {
    ledger::Line line;
    line.account = code(ImportColumn::Account);
    if (line.account.empty()) problem(ImportOutcome::CellMissing, ImportColumn::Account, "", "");
    line.fund = code(ImportColumn::Fund);
    line.project = code(ImportColumn::Project);
    line.subject = code(ImportColumn::Subject);
    const std::string_view side = cell(ImportColumn::Side);
    if (const std::optional<ledger::Side> read = ledger::parse_side(side)) {
      line.side = *read;
    } else {
      problem(side.empty() ? ImportOutcome::CellMissing : ImportOutcome::SideBad, ImportColumn::Side, side, "");
    }
    const std::string_view amount = cell(ImportColumn::Amount);
    if (const Result<Money, ImportOutcome> read = read_amount(amount)) {
      line.amount = *read;
    } else {
      problem(read.error(), ImportColumn::Amount, amount, "");
    }
    return line;
  }

  std::string code(ImportColumn column) {
    const std::string_view value = cell(column);
    if (is_destroyed_number(value)) problem(ImportOutcome::NumberDestroyed, column, value, "");
    return column == ImportColumn::Account ? read_code(value) : std::string(value);
  }

  void read_date_cell(ImportedVoucher* voucher) {
    const std::string_view value = cell(ImportColumn::Date);
    const std::optional<Date> date = read_date(value);
    if (!date) {
      return problem(value.empty() ? ImportOutcome::CellMissing : ImportOutcome::DateBad, ImportColumn::Date, value, "");
    }
    if (voucher == nullptr) return;
    if (has_date_ && *date != voucher->request.date) {
      return problem(ImportOutcome::DatesDiffer, ImportColumn::Date, value,
                     to_iso(voucher->request.date) + " ≠ " + to_iso(*date));
    }
    voucher->request.date = *date;
    has_date_ = true;
  }

  void read_summary(ImportedVoucher& voucher, ledger::Line& line) {
    const std::string_view summary = cell(ImportColumn::Summary);
    if (is_first_row_) {
      voucher.request.summary = std::string(summary);
      if (summary.empty()) problem(ImportOutcome::CellMissing, ImportColumn::Summary, "", "");
    } else if (summary != voucher.request.summary) {
      line.summary = std::string(summary);
    }
    is_first_row_ = false;
  }

  ledger::VoucherType type_;
  const ImportProgress& progress_;
  ImportedRows rows_of_;
  std::array<int, kImportColumns> places_{};  // where each column stands; −1: nowhere
  std::vector<std::string> names_;            // the columns as they stand
  std::size_t width_ = 0;
  bool has_header_ = false;
  std::unordered_map<std::string, std::int64_t> first_rows_;  // of every voucher number
  std::int64_t rows_ = 0;
  const CsvRow* row_ = nullptr;
  bool is_row_good_ = true;
  bool has_date_ = false;      // of the last voucher
  bool is_first_row_ = false;  // of the last voucher
};

}  // namespace

std::string_view word_of(ImportColumn column) { return kWords[static_cast<std::size_t>(column)]; }

std::string_view chinese_of(ImportColumn column) { return kChinese[static_cast<std::size_t>(column)]; }

void ImportProblems::add_cell(const OutcomeInfo& info, std::int64_t row, ImportColumn column, std::string_view value,
                              std::string_view detail) {
  std::string shown = value_to_show(column, info, value);
  std::string told(detail);
  if (told.empty() && !shown.empty()) told = "“" + shown + "”";
  add(row, word_of(column), std::move(shown), Problem{&info, "", std::move(told)});
}

void ImportProblems::add(std::int64_t row, std::string_view column, std::string value, Problem problem) {
  if (++count_ > static_cast<std::int64_t>(kImportProblemsMax)) return;
  problem.place = place_of(row, column);
  kept_.push_back(ImportProblem{row, std::string(column), std::move(value), std::move(problem)});
}

ImportedRows read_voucher_rows(std::string_view file_bytes, ledger::VoucherType type, const ImportProgress& progress) {
  RowReader reader(type, progress);
  const Result<std::string, CsvError> text = csv_text(file_bytes);
  if (!text) return reader.finish(text.error());
  return reader.finish(read_csv(*text, [&reader](const CsvRow& row) { return reader.take(row); }));
}

}  // namespace mingzhang::service
