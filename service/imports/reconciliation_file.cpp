// SPDX-License-Identifier: Apache-2.0
// The columns of banks' lists, and what their rows mean.
#include "service/imports/reconciliation_file.h"

#include <array>
#include <iterator>
#include <utility>

#include "service/imports/grid.h"
#include "service/imports/voucher_import_outcome.h"

namespace mingzhang::service {
namespace {

using loans::ReconciliationCell;

constexpr std::array kRegisterColumns{
    ColumnSpec{"loan", {"贷款编号", "借据号", "借据编号", "贷款"}, CellType::Code, true},
    ColumnSpec{"household", {"户编号", "户号", "户", ""}, CellType::Code, false},
    ColumnSpec{"borrower", {"借款人编号", "人编号", "客户号", ""}, CellType::Code, false},
    ColumnSpec{"status", {"状态", "贷款状态", "", ""}, CellType::Status, false},
    ColumnSpec{"start", {"放款日", "放款日期", "发放日期", "起始日期"}, CellType::Day, false},
    ColumnSpec{"maturity", {"到期日", "到期日期", "", ""}, CellType::Day, false},
    ColumnSpec{"overdue_days", {"逾期天数", "", "", ""}, CellType::Count, false},
    ColumnSpec{"disbursed", {"发放金额", "贷款金额", "放款金额", ""}, CellType::Amount, false},
    ColumnSpec{"balance", {"本金余额", "贷款余额", "余额", ""}, CellType::Amount, true},
    ColumnSpec{"principal_paid", {"已还本金", "累计还本", "", ""}, CellType::Amount, false},
    ColumnSpec{"interest_paid", {"已还利息", "累计付息", "已付利息", ""}, CellType::Amount, false},
};

constexpr std::array kSubsidyColumns{
    ColumnSpec{"loan", {"贷款编号", "借据号", "借据编号", "贷款"}, CellType::Code, true},
    ColumnSpec{"from", {"起息日", "计息起日", "起", ""}, CellType::Day, false},
    ColumnSpec{"interest", {"利息", "应付利息", "", ""}, CellType::Amount, false},
    ColumnSpec{"subsidy", {"贴息金额", "贴息", "应贴利息", ""}, CellType::Amount, true},
};

constexpr std::array kStatementColumns{
    ColumnSpec{"date", {"日期", "交易日期", "记账日期", ""}, CellType::Day, true},
    ColumnSpec{"in", {"收入", "贷方", "贷方发生额", "收入金额"}, CellType::Amount, false},
    ColumnSpec{"out", {"支出", "借方", "借方发生额", "支出金额"}, CellType::Amount, false},
    ColumnSpec{"balance", {"余额", "账户余额", "", ""}, CellType::Amount, true},
};

constexpr std::array kSubsidyFields{
    loans::ReconciliationField{"interest", "利息", "interest", loans::DifferenceKind::Amount},
    loans::ReconciliationField{"subsidy", "贴息", "subsidy", loans::DifferenceKind::Amount},
};

ReconciliationFile file_of(Grid grid, std::span<const ColumnSpec> specs) {
  ReconciliationFile file;
  file.ignored = std::move(grid.ignored);
  for (std::size_t i = 0; i < specs.size(); ++i) {
    if (grid.has[i]) file.columns.emplace_back(specs[i].word);
  }
  return file;
}

std::vector<std::string> headings_of(std::span<const ColumnSpec> specs) {
  std::vector<std::string> headings;
  for (const ColumnSpec& spec : specs) headings.emplace_back(spec.others.front());
  return headings;
}

Money money_or_zero(const ReconciliationCell& cell) {
  const auto* amount = std::get_if<Money>(&cell);
  return amount == nullptr ? Money() : *amount;
}

}  // namespace

std::span<const loans::ReconciliationField> subsidy_fields() { return kSubsidyFields; }

Result<ReconciliationFile, Refusal> read_register_file(std::string_view file_bytes) {
  Result<Grid, Refusal> grid = read_grid(file_bytes, kRegisterColumns);
  if (!grid) return Err(grid.error());
  auto rows = std::move(grid->rows);
  const auto lines = std::move(grid->lines);
  ReconciliationFile file = file_of(std::move(grid).value(), kRegisterColumns);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    loans::ReconciliationRow row;
    row.key = std::get<std::string>(rows[i].front());
    row.cells.assign(std::make_move_iterator(rows[i].begin() + 1), std::make_move_iterator(rows[i].end()));
    row.number = lines[i];
    file.rows.push_back(std::move(row));
  }
  return file;
}

Result<ReconciliationFile, Refusal> read_subsidy_file(std::string_view file_bytes) {
  Result<Grid, Refusal> grid = read_grid(file_bytes, kSubsidyColumns);
  if (!grid) return Err(grid.error());
  const bool has_days = grid->has[1];
  auto rows = std::move(grid->rows);
  const auto lines = std::move(grid->lines);
  ReconciliationFile file = file_of(std::move(grid).value(), kSubsidyColumns);
  file.has_days = has_days;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    std::string key = std::get<std::string>(rows[i][0]);
    if (has_days) key += " " + loans::text_of(rows[i][1]);
    file.rows.push_back({std::move(key), {rows[i][2], rows[i][3]}, lines[i]});
  }
  return file;
}

std::vector<std::string> register_headings() { return headings_of(kRegisterColumns); }

std::vector<std::string> subsidy_headings() { return headings_of(kSubsidyColumns); }

Result<std::vector<loans::StatementRow>, Refusal> read_statement_file(std::string_view file_bytes) {
  Result<Grid, Refusal> grid = read_grid(file_bytes, kStatementColumns);
  if (!grid) return Err(grid.error());
  if (!grid->has[1] && !grid->has[2]) {
    return Err(refusal(info_of(ImportOutcome::ColumnMissing), "收入 / in, 支出 / out"));
  }
  std::vector<loans::StatementRow> rows;
  for (std::size_t i = 0; i < grid->rows.size(); ++i) {
    const auto& cells = grid->rows[i];
    rows.push_back({std::get<Date>(cells[0]), money_or_zero(cells[1]), money_or_zero(cells[2]), money_or_zero(cells[3]), grid->lines[i]});
  }
  return rows;
}

}  // namespace mingzhang::service
