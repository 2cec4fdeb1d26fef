// SPDX-License-Identifier: Apache-2.0
// The CSV reader: quotes, line ends, limits, and the line and cell of whatever is wrong.
#include "service/imports/csv.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

using service::CsvError;
using service::CsvRow;
using service::ImportOutcome;

struct ReadRow {
  std::int64_t line = 0;
  std::vector<std::string> cells;
  friend bool operator==(const ReadRow&, const ReadRow&) = default;
};

struct ReadFile {
  std::vector<ReadRow> rows;
  std::optional<CsvError> error;
};

ReadFile read(std::string_view text) {
  ReadFile file;
  file.error = service::read_csv(text, [&file](const CsvRow& row) {
    file.rows.push_back(ReadRow{row.line, {row.cells.begin(), row.cells.end()}});
    return true;
  });
  return file;
}

std::vector<ReadRow> rows_of(std::string_view text) {
  ReadFile file = read(text);
  REQUIRE_FALSE(file.error);
  return file.rows;
}

TEST_CASE("rows are told with their physical lines whatever the line ends are", "[service][csv]") {
  const std::vector<ReadRow> expected = {{1, {"a", "b"}}, {3, {"c", "d"}}};
  CHECK(rows_of("a,b\r\n\r\nc,d\r\n") == expected);
  CHECK(rows_of("a,b\n\nc,d\n") == expected);
  CHECK(rows_of("a,b\r\rc,d\r") == expected);
  CHECK(rows_of("a,b\n  \nc,d") == expected);
  CHECK(rows_of("").empty());
  CHECK(rows_of("\n\n").empty());
}

TEST_CASE("quoted cells keep commas, quotes, blanks and line ends, and their row its first line", "[service][csv]") {
  const std::vector<ReadRow> rows = rows_of("\"a,1\",\" b \",\"c\"\"d\"\n\"e\n\nf\",g\nh,i\n");
  REQUIRE(rows.size() == 3);
  CHECK(rows[0] == ReadRow{1, {"a,1", " b ", "c\"d"}});
  CHECK(rows[1] == ReadRow{2, {"e\n\nf", "g"}});
  CHECK(rows[2] == ReadRow{5, {"h", "i"}});
}

TEST_CASE("blanks around unquoted cells are dropped and empty cells are kept", "[service][csv]") {
  CHECK(rows_of(" a , b,,\n,\n") == std::vector<ReadRow>{{1, {"a", "b", "", ""}}, {2, {"", ""}}});
}

TEST_CASE("a quote in a wrong place is refused with line, cell and byte", "[service][csv]") {
  const ReadFile inside = read("a,b\nc,d\"e\n");
  REQUIRE(inside.error);
  CHECK(inside.error->outcome == ImportOutcome::StrayQuote);
  CHECK(inside.error->line == 2);
  CHECK(inside.error->column == 2);
  CHECK(inside.error->detail == "byte 4 of the line");
  CHECK(inside.rows.size() == 1);
  const ReadFile behind = read("\"a\"b,c\n");
  REQUIRE(behind.error);
  CHECK(behind.error->outcome == ImportOutcome::StrayQuote);
  CHECK(behind.error->column == 1);
}

TEST_CASE("a file that ends inside quotes is refused with the row where the quote opened", "[service][csv]") {
  for (const char* text : {"a,b\nc,\"d\ne,f\n", "a,b\nc,\"d\ne,f"}) {
    const ReadFile file = read(text);
    REQUIRE(file.error);
    CHECK(file.error->outcome == ImportOutcome::UnterminatedQuote);
    CHECK(file.error->line == 2);
    CHECK(file.error->column == 2);
    CHECK(file.rows.size() == 1);
  }
}

TEST_CASE("a cell of 64 KiB passes and a longer one is named by row and column", "[service][csv]") {
  CHECK(rows_of("a," + std::string(service::kCsvCellBytesMax, 'x') + "\n").size() == 1);
  for (const std::size_t size : {service::kCsvCellBytesMax + 1, std::size_t{10} << 20}) {
    for (const char* quote : {"", "\""}) {
      const ReadFile file = read("a,b\nc,d," + (quote + std::string(size, 'x')) + quote + ",e\nf\n");
      REQUIRE(file.error);
      CHECK(file.error->outcome == ImportOutcome::CellTooLong);
      CHECK(file.error->line == 2);
      CHECK(file.error->column == 3);
      CHECK(file.rows.size() == 1);
    }
  }
}

TEST_CASE("a quote that is never closed ends reading after the longest cell", "[service][csv]") {
  std::string text = "a,b\nc,\"d\n";
  while (text.size() < (std::size_t{1} << 20)) text += "one more row,of the file\n";
  const ReadFile file = read(text);
  REQUIRE(file.error);
  CHECK(file.error->outcome == ImportOutcome::CellTooLong);
  CHECK(file.error->line == 2);
  CHECK(file.error->column == 2);
}

TEST_CASE("64 columns pass and 65 do not", "[service][csv]") {
  const auto row_of = [](std::size_t columns) { return "x" + std::string(columns - 1, ','); };
  CHECK(rows_of(row_of(64)).front().cells.size() == 64);
  const ReadFile file = read("a\n" + row_of(65));
  REQUIRE(file.error);
  CHECK(file.error->outcome == ImportOutcome::TooManyColumns);
  CHECK(file.error->line == 2);
}

TEST_CASE("the visitor can stop, and then there is no error", "[service][csv]") {
  int rows = 0;
  CHECK_FALSE(service::read_csv("a\nb\n\"c", [&rows](const CsvRow&) { return ++rows < 2; }));
  CHECK(rows == 2);
}

TEST_CASE("bytes that are no text are refused with their line", "[service][csv]") {
  const auto error_of = [](std::string_view bytes) {
    const auto text = service::csv_text(bytes);
    REQUIRE_FALSE(text);
    return text.error();
  };
  const CsvError nul = error_of(std::string_view("a,b\nc\0d\n", 8));
  CHECK(nul.outcome == ImportOutcome::NulByte);
  CHECK(nul.line == 2);
  CHECK(error_of("\xFF\xFE" "a").outcome == ImportOutcome::Utf16);
  const CsvError neither = error_of("a\nb\n\xFF\xFF\n");
  CHECK(neither.outcome == ImportOutcome::WrongEncoding);
  CHECK(neither.line == 3);
  // The third line is 拨款 in GB18030 (B2 A6 BF EE), the others are UTF-8.
  const CsvError mixed = error_of("凭证号,日期\n拨付扶贫资金,合作社\n\xB2\xA6\xBF\xEE,x\n");
  CHECK(mixed.outcome == ImportOutcome::MixedEncodings);
  CHECK(mixed.line == 3);
}

TEST_CASE("each refusal of an import has its own number, code, two sentences and two remedies", "[service][import]") {
  std::set<std::string_view> codes;
  std::uint16_t last = 0;
  for (const OutcomeInfo& info : service::import_outcomes()) {
    CHECK(info.number > last);
    last = info.number;
    CHECK(info.code == "IMPORT-" + std::to_string(info.number));
    CHECK(codes.insert(info.code).second);
    CHECK(std::min({info.zh.size(), info.en.size(), info.remedy_zh.size(), info.remedy_en.size()}) > 0);
  }
  CHECK(&service::info_of(ImportOutcome::DraftedBefore) == &service::import_outcomes().back());
}

}  // namespace
}  // namespace mingzhang::tests
