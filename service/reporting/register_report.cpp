// SPDX-License-Identifier: Apache-2.0
// Reads the words of a report of the register and calls the report.
#include "service/reporting/register_report.h"

#include <optional>
#include <utility>

#include "households/codes.h"
#include "households/divisions.h"
#include "households/register_outcome.h"
#include "reports/household_file.h"
#include "reports/register_report.h"
#include "reports/register_structure.h"
#include "service/reading/outcome.h"
#include "service/reading/register_place.h"
#include "service/reading/render.h"
#include "service/reading/voucher.h"

namespace mingzhang::service {
namespace {

std::vector<std::string> or_else(const std::vector<std::string>& words, const char* word) {
  return words.empty() ? std::vector<std::string>{word} : words;
}

/// The refusal for a division that the register does not know; nothing where none was given, or it does.
std::optional<Refusal> division_unknown(RegisterReading& reading, const std::string& code) {
  if (code.empty() || households::Divisions(reading.store.divisions()).find(code) != nullptr) return std::nullopt;
  return refusal(households::info_of(households::RegisterOutcome::DivisionUnknown),
                 households::is_division_code(code) ? code : std::string());
}

using StructureTable = reports::Table (*)(const ledger::BookHead&, households::RegisterStore&, Date, const std::string&);

TextResult report_structure(const BookPlace& place, const RegisterReportQuery& query, Format format, StructureTable table) {
  const Result<Date, Refusal> as_of = day_of(query.as_of, query.today);
  if (!as_of) return Err(as_of.error());
  return read_register(place, [&](RegisterReading& reading) -> TextResult {
    if (std::optional<Refusal> unknown = division_unknown(reading, query.division)) return Err(std::move(*unknown));
    return rendered(table(reading.book.head, reading.store, *as_of, query.division), format);
  });
}

}  // namespace

TextResult report_register(const BookPlace& place, const RegisterReportQuery& query, Format format) {
  const Result<Date, Refusal> as_of = day_of(query.as_of, query.today);
  if (!as_of) return Err(as_of.error());
  return read_register(place, [&](RegisterReading& reading) -> TextResult {
    return rendered(reports::register_table(reading.book.head, reading.store, *as_of), format);
  });
}

TextResult report_causes(const BookPlace& place, const RegisterReportQuery& query, Format format) {
  return report_structure(place, query, format, reports::cause_table);
}

TextResult report_classes(const BookPlace& place, const RegisterReportQuery& query, Format format) {
  return report_structure(place, query, format, reports::class_table);
}

TextResult report_dynamic(const BookPlace& place, const RegisterReportQuery& query, Format format) {
  if (query.from.empty() || query.to.empty()) return Err(refusal(ReadingOutcome::DayMissing, "--from, --to"));
  const Result<Date, Refusal> from = day_of(query.from, query.today);
  if (!from) return Err(from.error());
  const Result<Date, Refusal> to = day_of(query.to, query.today);
  if (!to) return Err(to.error());
  if (*to < *from) return Err(refusal(ReadingOutcome::RangeBad, query.from + " > " + query.to));
  return read_register(place, [&](RegisterReading& reading) -> TextResult {
    if (std::optional<Refusal> unknown = division_unknown(reading, query.division)) return Err(std::move(*unknown));
    reports::DynamicQuestion question{*from, plus_days(*to, 1), query.division, {}};
    question.mistakes.missed = or_else(query.missed, "漏评");
    question.mistakes.wrongly_out = or_else(query.wrongly_out, "错退");
    return rendered(reports::dynamic_table(reading.book.head, reading.store, question), format);
  });
}

TextResult report_household(const BookPlace& place, const RegisterReportQuery& query, Format format) {
  return read_register(place, [&](RegisterReading& reading) -> TextResult {
    LogVouchers vouchers(reading.book.log);
    const std::optional<reports::Table> table = reports::household_file(
        {reading.store, reading.personal}, reading.book.store, vouchers, query.household);
    if (!table) return Err(household_unknown(query.household));
    return rendered(*table, format);
  });
}

}  // namespace mingzhang::service
