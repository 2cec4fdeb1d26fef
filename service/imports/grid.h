// SPDX-License-Identifier: Apache-2.0
// A CSV file whose columns are found by their names, in any order, each of one kind.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "loans/reconciliation.h"
#include "service/request.h"

namespace mingzhang::service {

/// What the cells of a column are read as. A status in words that are not known stays text.
enum class CellType : std::uint8_t { Code, Amount, Day, Count, Status };

/// A column that may stand in a file.
struct ColumnSpec {
  std::string_view word;                   ///< its English name, by which problems name it
  std::array<std::string_view, 4> others;  ///< Chinese names
  CellType type;
  bool is_required;  ///< the column and every cell of it
};

/// The rows of one file as cells, in the order of the specs; empty cells are `monostate`.
struct Grid {
  std::vector<std::vector<loans::ReconciliationCell>> rows;
  std::vector<std::int64_t> lines;   ///< of the file, one for each row
  std::vector<bool> has;             ///< whether the column is there, one for each spec
  std::vector<std::string> ignored;  ///< names of columns that no spec has
};

/// Reads UTF-8, GBK or UTF-16 as the other imports do; lines without content and sums at the end are left out. Every bad cell
/// is told with its line and column, at most 1,000; a missing column with its names. Only values that are no names of people
/// are repeated.
/// Example: "本金余额（元）,贷款编号" are the columns balance and loan.
Result<Grid, Refusal> read_grid(std::string_view file_bytes, std::span<const ColumnSpec> specs);

}  // namespace mingzhang::service
