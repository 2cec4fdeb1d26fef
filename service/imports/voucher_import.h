// SPDX-License-Identifier: Apache-2.0
// The import doctor: a file of vouchers becomes one request, or a list of everything that is wrong with it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "base/outcome.h"
#include "ledger/database.h"
#include "ledger/voucher.h"
#include "service/imports/voucher_import_outcome.h"
#include "service/request.h"
#include "service/writer.h"

namespace mingzhang::service {

/// What is imported where and by whom.
struct ImportOptions {
  std::string book;
  bool create_accounts = false;  ///< unknown codes become unclassified accounts, funds and projects named like the code
  std::string by;                ///< who prepared it
  std::string approved_by;       ///< who approved it; empty and not `is_system`: the vouchers become a draft
  bool is_system = false;        ///< a migration
  bool dry_run = false;          ///< everything is checked, nothing is changed
  ledger::VoucherType type = ledger::VoucherType::General;
};

/// One thing that is wrong, with its place in the file.
struct ImportProblem {
  std::int64_t row = 0;  ///< physical line from 1; 0: the whole file or request
  std::string column;    ///< English name, e.g. "amount"; the header's own word where it is unknown; may be empty
  std::string value;     ///< at most 60 bytes of what stands there; long numbers masked, texts about people left out
  Problem problem;       ///< its place says row and column again
};

/// Most problems that are kept; `ImportResult::problem_count` counts on.
inline constexpr std::size_t kImportProblemsMax = 100'000;

/// What the file holds and what became of it. Where there are problems, nothing at all was changed.
struct ImportResult {
  std::int64_t vouchers = 0;
  std::int64_t lines = 0;
  std::int64_t accounts_created = 0;
  std::int64_t funds_created = 0;
  std::int64_t projects_created = 0;
  /// Of the posted request. `is_repeat`: this very file was imported before, and nothing was booked again.
  std::optional<Receipt> receipt;
  std::optional<std::int64_t> draft;  ///< number of the draft that waits for an approver
  std::vector<ImportProblem> problems;
  std::int64_t problem_count = 0;

  bool is_ok() const { return problem_count == 0; }
};

/// Told the rows read so far, now and then; may be empty.
using ImportProgress = std::function<void(std::int64_t rows)>;

/// Imports a CSV file (service/csv.h) with the header voucher,date,summary,account,side,amount,fund,project,subject
/// (凭证号,日期,摘要,科目,方向,金额,资金,项目,对象) in any order; the last three may be absent.
///
/// Rows of one voucher share its number and stand together; the first row's summary is the voucher's. Sides are debit,
/// credit, 借, 贷. Amounts are positive with at most two decimals ("1,234.50", "¥3", "１２．５"), never rounded. Dates are
/// 2024-03-15, 2024/3/15, 2024.3.15, 20240315 or 2024年3月15日. Totals rows are refused, nothing is repaired.
/// All vouchers are posted in one request, in the order of the file, or none. The idempotency key is made of the file
/// and the book: the same file again gives the first receipt, with other options it is `ImportedBefore`.
ImportResult import_vouchers(std::string_view file_bytes, const ImportOptions& options, ledger::Database& database,
                             Writer& writer, Clock& clock, const ImportProgress& progress);

/// The rows that have problems, as they stand in the file, with one more column 错误 that says what is wrong; a
/// spreadsheet can open it (UTF-8 with a byte order mark, CR LF). Empty where no row can be named.
std::string export_bad_rows(std::string_view file_bytes, std::span<const ImportProblem> problems);

}  // namespace mingzhang::service
