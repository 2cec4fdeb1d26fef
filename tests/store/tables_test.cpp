// SPDX-License-Identifier: Apache-2.0
// The tables that the program names are the tables that the migrations make.
#include "store/tables.h"

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "store/funds_tables.h"
#include "store/guarantee_tables.h"
#include "store/loans_tables.h"
#include "store/policy_tables.h"
#include "store/reconciliation_tables.h"
#include "store/register_tables.h"
#include "store/seal_tables.h"
#include "store/subsidy_tables.h"
#include "tests/support/catch.h"

namespace mingzhang::store {
namespace {

constexpr auto kTables = std::to_array<const Table*>({&kBookTable, &kRecordTable, &kLogNodeTable, &kAccountTable,
                                                      &kFundTable, &kProjectTable, &kSubjectTable, &kPeriodTable,
                                                      &kBalanceTable, &kDetailTable, &kAccountDayTable, &kVoucherTable,
                                                      &kLineTable, &kGrantTable, &kRequestTable, &kDraftTable});
constexpr auto kRegisterTables =
    std::to_array<const Table*>({&kDivisionTable, &kSpellTable, &kStayTable, &kPersonTable, &kStepTable, &kScoreTable,
                                 &kItemTable, &kErasureTable, &kPersonalTable});

/// The tables of one migration, and how many more it makes that are not a book's own.
struct Made {
  std::string migration;
  std::vector<const Table*> tables;
  std::size_t others;
};

std::vector<Made> made() {
  // book_name and seen_log are no book's own.
  return {{"0001_books", {kTables.begin(), kTables.end()}, 1},
          {"0002_households", {kRegisterTables.begin(), kRegisterTables.end()}, 0},
          {"0003_funds", {kFundsProjections.begin(), kFundsProjections.end()}, 0},
          {"0004_adoptions", {kPolicyProjections.begin(), kPolicyProjections.end()}, 0},
          {"0005_loans", {kLoansProjections.begin(), kLoansProjections.end()}, 0},
          {"0006_guarantee", {kGuaranteeProjections.begin(), kGuaranteeProjections.end()}, 0},
          {"0007_subsidy", {kSubsidyProjections.begin(), kSubsidyProjections.end()}, 0},
          {"0008_reconciliation", {kReconciliationProjections.begin(), kReconciliationProjections.end()}, 0},
          {"0009_seals", {&kLogKeyTable, &kLogCheckpointTable}, 1}};
}

/// What the migration must say about the table: a line per column, then the line of the key.
std::string declaration_of(const Table& table) {
  std::string text = "CREATE TABLE " + std::string(table.name) + " (\n";
  for (std::size_t column = 0; column < table.columns.size(); ++column) {
    const char letter = table.types[column];
    text += "  " + std::string(table.columns[column]);
    text += letter == 'i' ? " INTEGER\n" : letter == 't' ? " TEXT\n" : " BLOB\n";
  }
  text += "  PRIMARY KEY (";
  for (std::size_t column = 0; column < table.key_columns; ++column)
    text += (column == 0 ? "" : ", ") + std::string(table.columns[column]);
  return text + ")";
}

/// The migration without comments, NOT NULL and the commas at the ends of lines.
std::string simplified(const std::string& migration) {
  std::ifstream file(MINGZHANG_SOURCE_DIR "/store/migrations/" + migration + "/up.sql");
  REQUIRE(file.is_open());
  std::string text;
  for (std::string line; std::getline(file, line);) {
    line.erase(std::min(line.find("  --"), line.size()));
    if (line.ends_with(',')) line.pop_back();
    if (line.ends_with(" NOT NULL")) line.erase(line.size() - 9);
    text += line + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("every table has the columns, types and key that its migration gives it", "[store]") {
  for (const Made& one : made()) {
    const std::string migration = simplified(one.migration);
    for (const Table* table : one.tables) {
      INFO(declaration_of(*table));
      CHECK(migration.find(declaration_of(*table)) != std::string::npos);
    }
  }
}

TEST_CASE("the migrations make no table that the program does not name", "[store]") {
  for (const Made& one : made()) {
    const std::string migration = simplified(one.migration);
    std::size_t count = 0;
    for (std::size_t at = migration.find("CREATE TABLE"); at != std::string::npos;
         at = migration.find("CREATE TABLE", at + 1))
      ++count;
    CHECK(count == one.tables.size() + one.others);
  }
}

TEST_CASE("the head row of the projections is the head row without its counter of writes", "[store]") {
  std::vector<std::string_view> columns(kBookColumns.begin(), kBookColumns.end());
  std::erase(columns, "writes");
  CHECK(columns == std::vector<std::string_view>(kBookHeadColumns.begin(), kBookHeadColumns.end()));
}

}  // namespace mingzhang::store
