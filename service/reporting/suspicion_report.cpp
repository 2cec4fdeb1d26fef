// SPDX-License-Identifier: Apache-2.0
// Reads the words and the auditor's list, and runs the tests.
#include "service/reporting/suspicion_report.h"

#include <array>
#include <cstddef>
#include <utility>

#include "base/text.h"
#include "service/imports/csv.h"
#include "service/imports/voucher_import_outcome.h"
#include "service/reading/numbers.h"
#include "service/reading/outcome.h"
#include "service/reading/register_place.h"
#include "service/reading/render.h"
#include "service/reporting/suspicion_findings.h"

namespace mingzhang::service {
namespace {

constexpr std::array<std::string_view, 6> kIdNumberWords = {"id_number", "身份证号", "身份证号码", "公民身份号码", "证件号码", "证件号"};

/// The column of ID numbers in a list while it is read.
class StaffReader {
 public:
  StaffReader(suspicion::StaffList& list, std::int64_t& unreadable) : list_(list), unreadable_(unreadable) {}

  bool take(const CsvRow& row) {
    if (!has_header_) {
      has_header_ = true;
      for (std::size_t i = 0; i < row.cells.size() && !has_column_; ++i) {
        for (const std::string_view word : kIdNumberWords) has_column_ = has_column_ || trimmed(row.cells[i]) == word;
        if (has_column_) column_ = i;
      }
      return has_column_;
    }
    if (column_ >= row.cells.size() || !list_.add(trimmed(row.cells[column_]))) ++unreadable_;
    return true;
  }
  bool has_header() const { return has_header_; }
  bool has_column() const { return has_column_; }

 private:
  suspicion::StaffList& list_;
  std::int64_t& unreadable_;
  bool has_header_ = false;
  bool has_column_ = false;
  std::size_t column_ = 0;
};

/// Nothing where the list was read.
std::optional<Refusal> read_staff(const std::string& bytes, SuspicionSettings& settings) {
  const Result<std::string, CsvError> text = csv_text(bytes);
  if (!text) return refusal(info_of(text.error().outcome), "--staff");
  settings.staff.emplace();
  StaffReader reader(*settings.staff, settings.staff_unreadable);
  const std::optional<CsvError> error = read_csv(*text, [&reader](const CsvRow& row) { return reader.take(row); });
  if (error) return refusal(info_of(error->outcome), "--staff, line " + std::to_string(error->line));
  if (!reader.has_header()) return refusal(info_of(ImportOutcome::FileEmpty), "--staff");
  if (!reader.has_column()) return refusal(info_of(ImportOutcome::ColumnMissing), "--staff: id_number, 身份证号");
  return std::nullopt;
}

/// The words of a query become settings; the first that cannot be read is refused.
class SettingsReader {
 public:
  void number(const char* option, const std::string& text, std::int64_t least, std::int64_t most, std::int64_t& value) {
    if (text.empty() || refusal_) return;
    const std::optional<std::int64_t> number = parse_count(text, most);
    if (!number || *number < least) {
      refusal_ = refusal(ReadingOutcome::NumberBad, std::string(option) + " " + quotable(text));
      return;
    }
    value = *number;
  }
  void amount(const char* option, const std::string& text, std::optional<Money>& value) {
    if (text.empty() || refusal_) return;
    const Result<Money, AmountProblem> amount = parse_yuan(text);
    if (!amount || *amount <= Money()) {
      refusal_ = refusal(ReadingOutcome::AmountBad, std::string(option) + " " + quotable(text));
      return;
    }
    value = *amount;
  }
  void tests(const std::vector<std::string>& names, std::vector<suspicion::Test>& tests) {
    for (const std::string& name : names) {
      const std::optional<suspicion::Test> test = suspicion::parse_test(name);
      if (!test) {
        if (!refusal_) refusal_ = refusal(ReadingOutcome::WordBad, "--test " + quotable(name));
        return;
      }
      tests.push_back(*test);
    }
    if (!names.empty()) return;
    for (const suspicion::TestInfo& info : suspicion::all_tests()) tests.push_back(info.test);
  }
  const std::optional<Refusal>& refused() const { return refusal_; }

 private:
  std::optional<Refusal> refusal_;
};

Result<SuspicionSettings, Refusal> settings_of(const SuspicionQuery& query) {
  constexpr std::int64_t kHouseholdsMax = 1'000'000;
  SuspicionSettings settings;
  SettingsReader reader;
  reader.tests(query.tests, settings.tests);
  suspicion::Thresholds& limits = settings.thresholds;
  reader.amount("--limit", query.limit, settings.limit);
  reader.number("--split-days", query.split_days, 0, kDaysMax, limits.split_days);
  reader.number("--publicity-days", query.publicity_days, 0, kDaysMax, limits.publicity_days);
  reader.number("--idle-days", query.idle_days, 0, kDaysMax, limits.idle_days);
  reader.number("--card-households", query.card_households, 2, kHouseholdsMax, limits.card_households);
  reader.number("--phone-households", query.phone_households, 2, kHouseholdsMax, limits.phone_households);
  if (reader.refused()) return Err(*reader.refused());
  if (query.staff_file) {
    const std::optional<Refusal> refused = read_staff(*query.staff_file, settings);
    if (refused) return Err(*refused);
  }
  return settings;
}

}  // namespace

TextResult report_suspicion(const BookPlace& place, const SuspicionQuery& query, Format format) {
  const Result<Date, Refusal> as_of = day_of(query.as_of, query.today);
  if (!as_of) return Err(as_of.error());
  const Result<SuspicionSettings, Refusal> settings = settings_of(query);
  if (!settings) return Err(settings.error());
  return read_book(place, [&](BookReading& reading) -> TextResult {
    SuspicionBook book(place, reading, *as_of);
    const std::vector<Finding> findings = find_suspicions(book, *settings);
    return rendered(suspicion_table(reading.head, book, *settings, findings), format);
  });
}

std::string suspicion_test_names() {
  std::string names;
  for (const suspicion::TestInfo& info : suspicion::all_tests()) {
    names += (names.empty() ? "" : "、") + std::string(info.name) + " " + std::string(info.zh);
  }
  return names;
}

}  // namespace mingzhang::service
