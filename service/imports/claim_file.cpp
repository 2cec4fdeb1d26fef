// SPDX-License-Identifier: Apache-2.0
// The columns of a claim.
#include "service/imports/claim_file.h"

#include <array>
#include <utility>

#include "service/imports/grid.h"

namespace mingzhang::service {
namespace {

constexpr std::array kClaimColumns{
    ColumnSpec{"loan", {"贷款编号", "借据号", "借据编号", "贷款"}, CellType::Code, true},
    ColumnSpec{"principal", {"代偿本金", "逾期本金", "本金", ""}, CellType::Amount, true},
    ColumnSpec{"days_overdue", {"逾期天数", "", "", ""}, CellType::Count, true},
    ColumnSpec{"evidence", {"凭据", "凭据摘要", "催收证明", ""}, CellType::Code, true},
    ColumnSpec{"interest", {"代偿利息", "逾期利息", "利息", ""}, CellType::Amount, false},
};

}  // namespace

Result<std::vector<guarantee::ClaimedRow>, Refusal> read_claim_file(std::string_view file_bytes) {
  Result<Grid, Refusal> grid = read_grid(file_bytes, kClaimColumns);
  if (!grid) return Err(grid.error());
  std::vector<guarantee::ClaimedRow> rows;
  for (const std::vector<loans::ReconciliationCell>& cells : grid->rows) {
    guarantee::ClaimedRow row;
    row.loan = std::get<std::string>(cells[0]);
    row.principal = std::get<Money>(cells[1]);
    row.days_overdue = std::get<std::int64_t>(cells[2]);
    row.evidence = std::get<std::string>(cells[3]);
    if (const auto* interest = std::get_if<Money>(&cells[4])) row.interest = *interest;
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace mingzhang::service
