// SPDX-License-Identifier: Apache-2.0
// Reports by the words that a person types.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "service/reading/lists.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

/// What a report is asked for. Empty texts were not given.
struct ReportQuery {
  std::string report;   ///< "trial-balance", "account", "journal", "general-ledger", "subject", "project" or "fund"
  std::string as_of;    ///< a day
  std::string period;   ///< a month
  std::string from;     ///< first day
  std::string to;       ///< last day
  std::string account;  ///< code
  std::string fund;     ///< code; "-": money without a source
  std::string subject;  ///< id
  std::string project;  ///< code
  Format format = Format::Text;
  Date today;           ///< stands in where a report may go without a day
};

/// The rendered report. A trial balance or the funds without a day are as of today; account, journal and general ledger
/// need --period or --from and --to.
TextResult run_report(const BookPlace& place, const ReportQuery& query);

/// The vouchers of one month, or of all: name, date, kind, people and summary.
TextResult list_vouchers(const BookPlace& place, std::string_view period, Format format);
/// One posted voucher: text as it is printed and signed, or a table.
TextResult show_voucher(const BookPlace& place, std::string_view name, Format format);

/// Hands a whole book to `write` as a journal for "hledger", "ledger" or "beancount". The text of the result is empty.
TextResult write_journal_export(const BookPlace& place, std::string_view program,
                                const std::function<void(std::string_view)>& write);

/// The file ending of such a journal: the program's name. Empty for another word.
std::string_view journal_ending(std::string_view program);

}  // namespace mingzhang::service
