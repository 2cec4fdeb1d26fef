// SPDX-License-Identifier: Apache-2.0
// From the bytes of a file to vouchers whose lines know their rows; looks at the file alone.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/voucher.h"
#include "service/imports/voucher_import.h"

namespace mingzhang::service {

/// The columns of a file of vouchers.
enum class ImportColumn : std::uint8_t { Voucher, Date, Summary, Account, Side, Amount, Fund, Project, Subject };

inline constexpr std::size_t kImportColumns = 9;
/// Columns that every file has.
inline constexpr std::size_t kImportColumnsRequired = 6;

/// The Writer's limit of commands in one request (service/writer.cpp), looked at early because of the memory.
inline constexpr std::size_t kImportCommandsMax = 200'000;

/// "voucher", "date" …
std::string_view word_of(ImportColumn column);
/// 凭证号, 日期 …
std::string_view chinese_of(ImportColumn column);

/// Problems in the order in which they are found; keeps the first `kImportProblemsMax`.
class ImportProblems {
 public:
  /// Problem of one cell; `value` is shortened and masked here, and left out where the column is about people.
  void add_cell(const OutcomeInfo& info, std::int64_t row, ImportColumn column, std::string_view value,
                std::string_view detail);
  void add(std::int64_t row, std::string_view column, std::string value, Problem problem);

  std::int64_t count() const { return count_; }
  std::vector<ImportProblem> take() { return std::move(kept_); }

 private:
  std::vector<ImportProblem> kept_;
  std::int64_t count_ = 0;
};

/// A voucher and the rows of its lines.
struct ImportedVoucher {
  ledger::VoucherRequest request;
  std::vector<std::int64_t> rows;  ///< as many as lines
  bool is_whole = true;            ///< every one of its rows could be read
};

struct ImportedRows {
  std::vector<ImportedVoucher> vouchers;  ///< in the order of the file; holes where rows are bad
  ImportProblems problems;
};

/// Reads the whole file. Where there are no problems, every voucher is whole, with positive amounts and one date.
ImportedRows read_voucher_rows(std::string_view file_bytes, ledger::VoucherType type, const ImportProgress& progress);

}  // namespace mingzhang::service
