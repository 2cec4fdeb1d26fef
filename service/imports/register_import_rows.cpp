// SPDX-License-Identifier: Apache-2.0
// Reads the header and then row after row, and goes on after a bad one so that all of them are told.
#include "service/imports/register_import_rows.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/masking.h"
#include "base/text.h"
#include "base/text_damage.h"
#include "households/codes.h"
#include "service/imports/csv.h"
#include "service/imports/register_import_cells.h"
#include "service/imports/voucher_import_cells.h"
#include "service/personal_values.h"

namespace mingzhang::service {
namespace {

using enum RosterColumn;

constexpr std::array<std::string_view, kRosterColumns> kWords = {
    "household", "division", "class", "status", "date", "causes", "person",
    "name", "id_number", "relation", "is_head", "card", "phone"};
constexpr std::array<std::string_view, kRosterColumns> kChinese = {
    "户编号", "区划", "类别", "状态", "日期", "致贫原因", "人员编号", "姓名", "身份证号", "与户主关系", "户主", "银行卡号", "电话"};
constexpr std::int64_t kRowsBetweenProgress = 20'000;

std::optional<RosterColumn> column_named(std::string_view cell) {
  std::string word(trimmed(cell));
  std::transform(word.begin(), word.end(), word.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  for (std::size_t i = 0; i < kRosterColumns; ++i) {
    if (word == kWords[i] || word == kChinese[i]) return static_cast<RosterColumn>(i);
  }
  return std::nullopt;
}

/// What may leave the file of a cell.
std::string value_to_show(RosterColumn column, std::string_view value) {
  if (!is_plain_text(value)) return "?";
  if (is_totals_word(value)) return std::string(value);
  switch (column) {
    case Name: return mask_name(shortened(value, 30));
    case IdNumber: return mask_id_card_strict(shortened(value, 60));
    case Card: return mask_bank_card(shortened(value, 60));
    case Phone: return mask_phone(shortened(value, 60));
    // A name or a number that has slipped into the column of a code is nobody's business either.
    case Household:
    case Person: return households::is_opaque_code(value) ? shown_value(value) : mask_name(shortened(value, 30));
    case Division: return households::is_division_code(value) && value.size() < 13 ? std::string(value) : shown_value(value);
    default: return shown_value(value);
  }
}

/// Lower-case x and X are the same number.
std::string compared(std::string_view id_number) {
  std::string text(id_number);
  if (!text.empty() && text.back() == 'x') text.back() = 'X';
  return text;
}

std::string rows_text(std::int64_t first, std::int64_t second) {
  return "第 " + std::to_string(first) + " 行和第 " + std::to_string(second) + " 行 rows " + std::to_string(first) +
         " and " + std::to_string(second);
}

/// The households of one file while its rows come in.
class RosterReader {
 public:
  RosterReader(const std::string& only, const ImportProgress& progress) : only_(only), progress_(progress) {
    places_.fill(-1);
  }

  /// False where reading on makes no sense.
  bool take(const CsvRow& row) {
    const bool is_blank = std::all_of(row.cells.begin(), row.cells.end(),
                                      [](std::string_view cell) { return trimmed(cell).empty(); });
    if (is_blank) return true;
    row_ = &row;
    if (!std::exchange(has_header_, true)) return take_header();
    ++roster_.persons;
    if (progress_ && roster_.persons % kRowsBetweenProgress == 0) progress_(roster_.persons);
    take_person();
    return true;
  }

  ImportedRoster finish(const std::optional<CsvError>& error) {
    ImportProblems& problems = roster_.problems.problems();
    const auto add = [&problems](std::int64_t line, ImportOutcome outcome, const std::string& detail) {
      problems.add(line, "", "", Problem{&info_of(outcome), "", detail});
    };
    if (error) {
      add(error->line, error->outcome, error->detail);
    } else if (!has_header_) {
      add(0, ImportOutcome::FileEmpty, "");
    } else if (roster_.persons == 0 && problems.count() == 0) {
      add(0, ImportOutcome::NoRows, "");
    }
    if (progress_ && roster_.persons > 0) progress_(roster_.persons);
    return std::move(roster_);
  }

 private:
  bool take_header() {
    ImportProblems& problems = roster_.problems.problems();
    width_ = row_->cells.size();
    // Where fewer than half of the words are known this is no header but perhaps the first person, who may well be a 户主.
    const auto known = std::count_if(row_->cells.begin(), row_->cells.end(),
                                     [](std::string_view cell) { return column_named(cell).has_value(); });
    const bool is_header = static_cast<std::size_t>(known) * 2 >= width_;
    for (std::size_t i = 0; i < width_; ++i) {
      const std::optional<RosterColumn> column = column_named(row_->cells[i]);
      const std::string shown = is_header ? shown_value(row_->cells[i]) : mask_name(shown_value(row_->cells[i]));
      if (!column) {
        problems.add(row_->line, shown, shown,
                     Problem{&info_of(RosterOutcome::ColumnUnknown), "",
                             "第 " + std::to_string(i + 1) + " 列 column " + std::to_string(i + 1)});
      } else if (place(*column) >= 0) {
        problems.add(row_->line, word_of(*column), shown, Problem{&info_of(ImportOutcome::ColumnTwice), "", ""});
      } else {
        places_[static_cast<std::size_t>(*column)] = static_cast<int>(i);
      }
    }
    for (std::size_t i = 0; i < kRosterColumnsRequired; ++i) {
      const auto column = static_cast<RosterColumn>(i);
      if (place(column) >= 0) continue;
      problems.add(row_->line, word_of(column), "",
                   Problem{&info_of(RosterOutcome::ColumnMissing), "",
                           std::string(chinese_of(column)) + " / " + std::string(word_of(column))});
    }
    return problems.count() == 0;  // without a header that is understood the rows mean nothing
  }

  int place(RosterColumn column) const { return places_[static_cast<std::size_t>(column)]; }

  std::string_view cell(RosterColumn column) const {
    const int at = place(column);
    if (at < 0 || static_cast<std::size_t>(at) >= row_->cells.size()) return std::string_view();
    return trimmed(row_->cells[static_cast<std::size_t>(at)]);
  }

  void tell(RosterOutcome outcome, RosterColumn column, std::string_view detail = "") {
    if (outcome == RosterOutcome::Ok) return;
    roster_.problems.add_cell(outcome, row_->line, column, cell(column), detail);
    if (!is_note(outcome)) is_row_good_ = false;
  }

  bool fits_header() const {
    for (std::size_t i = width_; i < row_->cells.size(); ++i) {
      if (!trimmed(row_->cells[i]).empty()) return false;
    }
    return true;
  }

  void take_person() {
    is_row_good_ = true;
    for (const RosterColumn column : {Household, Division, Person, Name}) {
      if (is_totals_word(cell(column))) return tell(RosterOutcome::TotalsRow, column);
    }
    ImportedHousehold* household = find_household();
    if (!fits_header()) {
      // The cells are out of step: what they seem to say is not worth reporting.
      roster_.problems.problems().add(row_->line, "", "",
                                      Problem{&info_of(ImportOutcome::RowTooWide), "",
                                              std::to_string(row_->cells.size()) + " > " + std::to_string(width_)});
      if (household != nullptr) household->is_whole = false;
      return;
    }
    read_household(household);
    households::NewMember member;
    households::PersonalValues values;
    read_member(member, values);
    if (household == nullptr) return;
    household->is_whole = household->is_whole && is_row_good_;
    household->command.members.push_back(std::move(member));
    household->people.push_back(std::move(values));
    household->rows.push_back(row_->line);
  }

  /// The household that the row belongs to; a new one where its code is new; null where there is no code.
  ImportedHousehold* find_household() {
    const std::string code = text(Household, true);
    if (code.empty()) return nullptr;
    std::vector<ImportedHousehold>& households = roster_.households;
    is_first_row_ = households.empty() || households.back().command.code != code;
    if (!is_first_row_) return &households.back();
    const auto [known, is_new] = household_rows_.try_emplace(code, row_->line);
    if (!is_new) tell(RosterOutcome::HouseholdComesBack, Household, rows_text(known->second, row_->line));
    if (!only_.empty() && code != only_) tell(RosterOutcome::OtherHousehold, Household);
    households.emplace_back().command.code = code;
    return &households.back();
  }

  /// A text as it stands; full-width codes are refused where `is_code`.
  std::string text(RosterColumn column, bool is_code) {
    const std::string_view value = cell(column);
    if (value.empty()) tell(RosterOutcome::CellMissing, column);
    if (value.size() > kPersonalBytesMax || !is_plain_text(value)) tell(RosterOutcome::TextBad, column);
    if (!is_code && is_damaged(value)) tell(RosterOutcome::TextDamaged, column);
    if (is_code && is_destroyed_number(value)) tell(RosterOutcome::NumberDestroyed, column);
    if (is_code && fold_full_width(value) != value) tell(RosterOutcome::FullWidth, column);
    return std::string(value);
  }

  /// A row that says something else about its household than the first one.
  void compare(bool is_same, RosterColumn column) {
    if (!is_same) tell(RosterOutcome::RowsDiffer, column, rows_text(first_row_, row_->line));
  }

  void read_household(ImportedHousehold* household) {
    households::RegisterHousehold said;
    said.division = text(Division, true);
    said.household_class = text(Class, false);
    const std::optional<households::Status> status = households::parse_status(text(Status, false));
    if (!status && !cell(Status).empty()) tell(RosterOutcome::StatusBad, Status);
    said.status = status.value_or(said.status);
    said.date = read_date_cell(household != nullptr && is_first_row_);
    if (!text(Causes, false).empty()) said.causes = read_causes(cell(Causes));
    if (household == nullptr) return;
    if (is_first_row_) {
      said.code = household->command.code;
      household->command = std::move(said);
      first_row_ = row_->line;
      return;
    }
    const households::RegisterHousehold& first = household->command;
    compare(said.division == first.division, Division);
    compare(said.household_class == first.household_class, Class);
    compare(said.status == first.status, Status);
    compare(said.date == first.date, RosterColumn::Date);
    compare(said.causes == first.causes, Causes);
  }

  mingzhang::Date read_date_cell(bool is_told) {
    const std::string_view value = cell(RosterColumn::Date);
    const std::optional<mingzhang::Date> date = read_date(value);
    if (!date) {
      roster_.problems.add_cell(info_of(value.empty() ? ImportOutcome::CellMissing : ImportOutcome::DateBad), row_->line,
                                RosterColumn::Date, value, "");
      is_row_good_ = false;
    }
    if (date && is_told && to_iso(*date) != value) tell(RosterOutcome::DateRead, RosterColumn::Date, to_iso(*date));
    return date.value_or(mingzhang::Date());
  }

  void read_member(households::NewMember& member, households::PersonalValues& values) {
    member.person = text(Person, true);
    member.relation = text(Relation, false);
    const std::optional<bool> is_head = read_flag(cell(IsHead));
    if (!is_head) tell(RosterOutcome::HeadBad, IsHead);
    member.is_head = is_head.value_or(false);
    values.person = member.person;
    values.name = text(Name, false);
    values.id_number = std::string(cell(IdNumber));
    values.card = std::string(cell(Card));
    values.phone = std::string(cell(Phone));
    tell(look_at_id_number(values.id_number), IdNumber);
    tell(look_at_card(values.card), Card);
    tell(look_at_phone(values.phone), Phone);
    tell_twice(person_rows_, member.person, RosterOutcome::PersonTwice, Person);
    tell_twice(id_rows_, compared(values.id_number), RosterOutcome::IdNumberTwice, IdNumber);
  }

  using RowsByText = std::unordered_map<std::string, std::int64_t>;

  void tell_twice(RowsByText& rows, const std::string& text, RosterOutcome outcome, RosterColumn column) {
    if (text.empty()) return;
    const auto [known, is_new] = rows.try_emplace(text, row_->line);
    if (!is_new) tell(outcome, column, rows_text(known->second, row_->line));
  }

  const std::string& only_;
  const ImportProgress& progress_;
  ImportedRoster roster_;
  std::array<int, kRosterColumns> places_{};  // where each column stands; −1: nowhere
  std::size_t width_ = 0;
  bool has_header_ = false;
  RowsByText household_rows_;
  RowsByText person_rows_;
  RowsByText id_rows_;
  const CsvRow* row_ = nullptr;
  bool is_row_good_ = true;
  bool is_first_row_ = false;   // of its household
  std::int64_t first_row_ = 0;  // of the last household
};

}  // namespace

std::string_view word_of(RosterColumn column) { return kWords[static_cast<std::size_t>(column)]; }

std::string_view chinese_of(RosterColumn column) { return kChinese[static_cast<std::size_t>(column)]; }

void RosterProblems::add_cell(RosterOutcome outcome, std::int64_t row, RosterColumn column, std::string_view value,
                              std::string_view detail) {
  if (!is_note(outcome)) return add_cell(info_of(outcome), row, column, value, detail);
  notes_.add(row, word_of(column), value_to_show(column, value), Problem{&info_of(outcome), "", std::string(detail)});
}

void RosterProblems::add_cell(const OutcomeInfo& info, std::int64_t row, RosterColumn column, std::string_view value,
                              std::string_view detail) {
  std::string shown = value_to_show(column, value);
  std::string told(detail);
  if (told.empty() && !shown.empty()) told = "“" + shown + "”";
  problems_.add(row, word_of(column), std::move(shown), Problem{&info, "", std::move(told)});
}

ImportedRoster read_roster(std::string_view file_bytes, const std::string& only, const ImportProgress& progress) {
  RosterReader reader(only, progress);
  const Result<std::string, CsvError> text = csv_text(file_bytes);
  if (!text) return reader.finish(text.error());
  return reader.finish(read_csv(*text, [&reader](const CsvRow& row) { return reader.take(row); }));
}

}  // namespace mingzhang::service
