// SPDX-License-Identifier: Apache-2.0
// Reads the words of a report query and calls the report.
#include "service/reading/report.h"

#include <optional>
#include <utility>

#include "base/text.h"
#include "reports/account_statement.h"
#include "reports/fund_statement.h"
#include "reports/general_ledger.h"
#include "reports/journal.h"
#include "reports/journal_export.h"
#include "reports/project_progress.h"
#include "reports/subject_account.h"
#include "reports/trial_balance.h"
#include "service/reading/outcome.h"
#include "service/reading/render.h"
#include "service/reading/voucher.h"

namespace mingzhang::service {
namespace {

template <class T>
using Found = Result<T, Refusal>;

using TableResult = Found<reports::Table>;

Found<Date> read_day(const std::string& text) {
  const std::optional<Date> date = parse_date(text);
  if (!date) return Err(refusal(ReadingOutcome::DateBad, quotable(text)));
  return *date;
}

Found<Month> read_month(const std::string& text) {
  const std::optional<Month> month = parse_month(text);
  if (!month) return Err(refusal(ReadingOutcome::MonthBad, quotable(text)));
  return *month;
}

struct Days {
  Date from;
  Date to;
};

/// A month, or both days.
Found<Days> days_of(const ReportQuery& query) {
  if (!query.period.empty()) {
    const Found<Month> month = read_month(query.period);
    if (!month) return Err(month.error());
    return Days{month->first_day(), month->last_day()};
  }
  if (query.from.empty() || query.to.empty()) return Err(refusal(ReadingOutcome::DayMissing, query.report));
  const Found<Date> from = read_day(query.from);
  if (!from) return Err(from.error());
  const Found<Date> to = read_day(query.to);
  if (!to) return Err(to.error());
  if (*to < *from) return Err(refusal(ReadingOutcome::RangeBad, query.from + " > " + query.to));
  return Days{*from, *to};
}

Found<Date> as_of(const ReportQuery& query) {
  if (query.as_of.empty()) return query.today;
  return read_day(query.as_of);
}

Found<ledger::AccountId> account_of(ledger::LedgerStore& store, const std::string& code) {
  const std::optional<ledger::Account> account = store.account(code);
  if (!account) return Err(refusal(ReadingOutcome::AccountUnknown, quotable(code)));
  return account->id;
}

/// Nothing for all funds.
Found<std::optional<ledger::FundId>> fund_of(ledger::LedgerStore& store, const std::string& code) {
  if (code.empty()) return std::optional<ledger::FundId>();
  if (code == "-") return std::optional<ledger::FundId>(ledger::FundId());
  const std::optional<ledger::Fund> fund = store.fund(code);
  if (!fund) return Err(refusal(ReadingOutcome::FundUnknown, quotable(code)));
  return std::optional<ledger::FundId>(fund->id);
}

TableResult trial_balance(BookReading& book, const ReportQuery& query) {
  if (!query.period.empty()) {
    const Found<Month> month = read_month(query.period);
    if (!month) return Err(month.error());
    return reports::table_of(reports::trial_balance_of(book.store, *month));
  }
  const Found<Date> day = as_of(query);
  if (!day) return Err(day.error());
  return reports::table_of(reports::trial_balance_at(book.store, *day));
}

TableResult statement(BookReading& book, const ReportQuery& query) {
  const Found<Days> days = days_of(query);
  if (!days) return Err(days.error());
  const Found<ledger::AccountId> account = account_of(book.store, query.account);
  if (!account) return Err(account.error());
  const Found<std::optional<ledger::FundId>> fund = fund_of(book.store, query.fund);
  if (!fund) return Err(fund.error());
  LogVouchers vouchers(book.log);
  return reports::account_statement(book.store, vouchers, {*account, *fund, days->from, days->to});
}

TableResult journal(BookReading& book, const ReportQuery& query) {
  const Found<Days> days = days_of(query);
  if (!days) return Err(days.error());
  LogVouchers vouchers(book.log);
  return reports::journal(book.store, vouchers, {days->from, days->to});
}

TableResult general_ledger(BookReading& book, const ReportQuery& query) {
  const Found<Days> days = days_of(query);
  if (!days) return Err(days.error());
  reports::GeneralLedgerRequest request{std::nullopt, Month::of(days->from), Month::of(days->to)};
  if (!query.account.empty()) {
    const Found<ledger::AccountId> account = account_of(book.store, query.account);
    if (!account) return Err(account.error());
    request.account = *account;
  }
  return reports::general_ledger(book.store, request);
}

TableResult subject(BookReading& book, const ReportQuery& query) {
  const std::optional<ledger::Subject> found = book.store.subject(query.subject);
  if (!found) return Err(refusal(ReadingOutcome::SubjectUnknown, ""));  // an id may lead to a person
  LogVouchers vouchers(book.log);
  return reports::subject_account(book.store, vouchers, *found);
}

TableResult project(BookReading& book, const ReportQuery& query) {
  reports::ProjectProgressRequest request;
  if (!query.project.empty()) {
    const std::optional<ledger::Project> found = book.store.project(query.project);
    if (!found) return Err(refusal(ReadingOutcome::ProjectUnknown, quotable(query.project)));
    request.project = found->id;
  }
  if (!query.period.empty()) {
    const Found<Month> month = read_month(query.period);
    if (!month) return Err(month.error());
    request.until = *month;
  }
  return reports::project_progress(book.store, request);
}

TableResult funds(BookReading& book, const ReportQuery& query) {
  const Found<Date> day = as_of(query);
  if (!day) return Err(day.error());
  return reports::fund_statement(book.store, *day);
}

}  // namespace

TextResult run_report(const BookPlace& place, const ReportQuery& query) {
  struct Known {
    std::string_view name;
    TableResult (*build)(BookReading&, const ReportQuery&);
  };
  constexpr Known kReports[] = {{"trial-balance", trial_balance}, {"account", statement},
                                {"journal", journal},             {"general-ledger", general_ledger},
                                {"subject", subject},             {"project", project},
                                {"fund", funds}};
  for (const Known& known : kReports) {
    if (known.name != query.report) continue;
    return read_book(place, [&](BookReading& book) -> TextResult {
      const TableResult table = known.build(book, query);
      if (!table) return Err(table.error());
      return rendered(*table, query.format);
    });
  }
  return Err(refusal(ReadingOutcome::ActionBad, quotable(query.report)));
}

TextResult write_journal_export(const BookPlace& place, std::string_view program,
                                const std::function<void(std::string_view)>& write) {
  const std::optional<reports::JournalFormat> format = reports::parse_journal_format(program);
  if (!format) return Err(refusal(ReadingOutcome::FormatBad, quotable(program)));
  return read_book(place, [&](BookReading& book) -> TextResult {
    LogVouchers vouchers(book.log);
    reports::export_journal(book.store, vouchers, *format, write);
    return std::string();
  });
}

std::string_view journal_ending(std::string_view program) {
  return reports::parse_journal_format(program) ? program : std::string_view();
}

}  // namespace mingzhang::service
