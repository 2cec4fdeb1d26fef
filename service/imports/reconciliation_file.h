// SPDX-License-Identifier: Apache-2.0
// Reading the files that a bank sends for reconciliation: any order of columns, Chinese or English names.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "loans/bank_statement.h"
#include "loans/reconciliation.h"
#include "service/request.h"

namespace mingzhang::service {

/// A bank's list of loans or of subsidies.
struct ReconciliationFile {
  std::vector<loans::ReconciliationRow> rows;
  std::vector<std::string> columns;  ///< words of the columns that were understood
  std::vector<std::string> ignored;  ///< names of those that were not: they are not compared
  bool has_days = false;             ///< of subsidies: the column `from` is there, and keys are "D1 2016-05-15"
};

/// loan (贷款编号) and balance (本金余额) must be there; household, borrower, status, start, maturity, overdue_days,
/// disbursed, principal_paid and interest_paid may be, with the Chinese names of docs/GLOSSARY.md's register. Rows as
/// `loans::register_fields`. Every bad cell is told with its line and column; a missing column with its names.
Result<ReconciliationFile, Refusal> read_register_file(std::string_view file_bytes);

/// Fields of a subsidy list: interest (利息), subsidy (贴息金额).
std::span<const loans::ReconciliationField> subsidy_fields();
/// loan and subsidy must be there; from (起息日) and interest may be.
Result<ReconciliationFile, Refusal> read_subsidy_file(std::string_view file_bytes);

/// The columns of both lists in Chinese, in the order in which they are written: what the readers above take.
std::vector<std::string> register_headings();
std::vector<std::string> subsidy_headings();

/// date (日期), balance (余额) and at least one of in (收入, 贷方) and out (支出, 借方).
Result<std::vector<loans::StatementRow>, Refusal> read_statement_file(std::string_view file_bytes);

}  // namespace mingzhang::service
