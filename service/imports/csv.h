// SPDX-License-Identifier: Apache-2.0
// Reading comma-separated files from offices: encodings, quotes, limits, and the line where something is wrong.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "service/imports/voucher_import_outcome.h"

namespace mingzhang::service {

// Limits of one file; each is far beyond what an office writes and keeps memory bounded.
inline constexpr std::size_t kCsvBytesMax = std::size_t{512} << 20;
inline constexpr std::size_t kCsvCellBytesMax = std::size_t{64} << 10;  ///< after the quotes are removed, as UTF-8
inline constexpr std::size_t kCsvColumnsMax = 64;
inline constexpr std::int64_t kCsvRowsMax = 5'000'000;

/// Why a file is no such table, and where.
struct CsvError {
  ImportOutcome outcome = ImportOutcome::Ok;
  std::int64_t line = 0;    ///< physical line from 1; 0: the whole file
  std::int64_t column = 0;  ///< cell from 1; 0: the whole line
  std::string detail;       ///< got and wanted; never the cell's content
};

/// One row. The cells are valid during the call only.
struct CsvRow {
  std::int64_t line = 0;  ///< physical line of its first cell, from 1; a quoted cell may go on over several lines
  std::span<const std::string_view> cells;
};

/// Told every row in the order of the file. Returns false to stop.
using CsvVisitor = std::function<bool(const CsvRow& row)>;

/// The file's text as UTF-8: UTF-8 with or without a byte order mark, or GB18030. Refuses what is larger than
/// `kCsvBytesMax`, holds a NUL byte, is UTF-16, is neither encoding, or is in both.
Result<std::string, CsvError> csv_text(std::string_view file_bytes);

/// Reads RFC 4180 with commas, strictly: a quote inside an unquoted cell or after a quoted one and a file that ends inside
/// quotes are errors. Lines end with CR LF, LF or CR. Blank lines are skipped. Blanks around unquoted cells are dropped.
/// Nothing where every row was read; rows before an error have been told.
/// Example: "a,\"b\"\"c\"\r\n" → one row with the cells a and b"c.
std::optional<CsvError> read_csv(std::string_view utf8, const CsvVisitor& visit);

}  // namespace mingzhang::service
