// SPDX-License-Identifier: Apache-2.0
// The limits of an imported file that take millions of rows to reach.
#include <string>

#include "service/imports/csv.h"
#include "service/imports/voucher_import_rows.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

using service::CsvError;
using service::CsvRow;
using service::ImportOutcome;

TEST_CASE("five million rows pass and one more does not", "[service][csv]") {
  std::string text;
  for (std::int64_t i = 0; i <= service::kCsvRowsMax; ++i) text += "x\n";
  std::int64_t rows = 0;
  const std::optional<CsvError> error = service::read_csv(text, [&rows](const CsvRow&) { return ++rows > 0; });
  REQUIRE(error);
  CHECK(error->outcome == ImportOutcome::TooManyRows);
  CHECK(error->line == service::kCsvRowsMax + 1);
  CHECK(rows == service::kCsvRowsMax);
}

TEST_CASE("200,000 vouchers pass and one more is told", "[service][import]") {
  std::string text = "voucher,date,summary,account,side,amount\n";
  for (int i = 1; i <= 200'000; ++i) text += std::to_string(i) + ",2024-03-15,s,1002,debit,1\n";
  CHECK(service::read_voucher_rows(text, ledger::VoucherType::General, {}).problems.count() == 0);
  text += "200001,2024-03-15,s,1002,debit,1\n";
  service::ImportedRows rows = service::read_voucher_rows(text, ledger::VoucherType::General, {});
  const std::vector<service::ImportProblem> problems = rows.problems.take();
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].row == 200'002);
  CHECK(problems[0].problem.info == &service::info_of(ImportOutcome::TooManyVouchers));
}

TEST_CASE("so many problems are kept and all of them counted", "[service][import]") {
  std::string text = "voucher,date,summary,account,side,amount\n";
  const auto rows = static_cast<std::int64_t>(service::kImportProblemsMax) + 5;
  for (std::int64_t i = 0; i < rows; ++i) text += "1,2024-03-15,s,1002,debit,x\n";
  service::ImportedRows read_rows = service::read_voucher_rows(text, ledger::VoucherType::General, {});
  CHECK(read_rows.problems.count() == rows);
  CHECK(read_rows.problems.take().size() == service::kImportProblemsMax);
}

}  // namespace
}  // namespace mingzhang::tests
