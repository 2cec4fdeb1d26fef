// SPDX-License-Identifier: Apache-2.0
// What is read from a file of vouchers, and every problem of its rows with row, column and value.
#include "service/imports/voucher_import_rows.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

using ledger::Side;
using service::ImportedRows;
using service::ImportOutcome;
using service::ImportProblem;

const std::string kHeader = "voucher,date,summary,account,side,amount,fund,project,subject\n";

ImportedRows read(std::string_view bytes) {
  return service::read_voucher_rows(bytes, ledger::VoucherType::Transfer, {});
}

std::vector<ImportProblem> problems_of(std::string_view bytes) {
  ImportedRows rows = read(bytes);
  return rows.problems.take();
}

/// Code, row, column and value in one line, so that a failing comparison shows all of them.
std::string line_of(const ImportProblem& problem) {
  return std::string(problem.problem.info->name) + " " + std::to_string(problem.row) + " " + problem.column + " " +
         problem.value;
}

std::vector<std::string> lines_of(std::string_view bytes) {
  std::vector<std::string> lines;
  for (const ImportProblem& problem : problems_of(bytes)) lines.push_back(line_of(problem));
  return lines;
}

using Lines = std::vector<std::string>;

TEST_CASE("rows become vouchers with their sides, amounts, dates and names", "[service][import]") {
  ImportedRows rows = read(kHeader +
                           "7,2024/3/15,拨付资金,1002,借,\"1,234.50\",F1,P1,H1\n"
                           "7,20240315,其中利息,4001,credit,１２３４．５,F1,,\n"
                           "7,2024年3月15日,,4001,贷,0.01,,,\n"
                           "8,2024.3.16,第二张,1002,debit,2,,,\n");
  CHECK(rows.problems.count() == 0);
  REQUIRE(rows.vouchers.size() == 2);
  const ledger::VoucherRequest& first = rows.vouchers[0].request;
  CHECK(first.type == ledger::VoucherType::Transfer);
  CHECK(first.source == "7");
  CHECK(first.summary == "拨付资金");
  CHECK(first.date == Date::from_civil(2024, 3, 15));
  REQUIRE(first.lines.size() == 3);
  CHECK(first.lines[0] == ledger::Line{Side::Debit, Money::from_fen(123'450), "1002", "F1", "P1", "H1", ""});
  CHECK(first.lines[1] == ledger::Line{Side::Credit, Money::from_fen(123'450), "4001", "F1", "", "", "其中利息"});
  CHECK(first.lines[2].summary == "");
  CHECK(rows.vouchers[0].rows == std::vector<std::int64_t>{2, 3, 4});
  CHECK(rows.vouchers[1].rows == std::vector<std::int64_t>{5});
}

TEST_CASE("Chinese names in any order make the same vouchers as English ones", "[service][import]") {
  const ImportedRows english = read("voucher,date,summary,account,side,amount,fund,project,subject\n1,2024-03-15,s,1002,debit,1,F,P,H\n");
  const ImportedRows chinese = read("对象,项目,资金,金额,方向,科目,摘要,日期,凭证号\nH,P,F,1,借,1002,s,2024-03-15,1\n");
  const ImportedRows mixed = read("\xEF\xBB\xBF Date ,凭证号,摘要,科目,方向,金额\n2024-03-15,1,s,1002,借,1\n");
  REQUIRE(english.vouchers.size() == 1);
  REQUIRE(chinese.vouchers.size() == 1);
  CHECK(english.vouchers[0].request == chinese.vouchers[0].request);
  REQUIRE(mixed.vouchers.size() == 1);
  CHECK(mixed.problems.count() == 0);
}

TEST_CASE("a GB18030 file keeps the characters that GBK does not have", "[service][import]") {
  // 拨款𠮷㐂 as Python's gb18030 codec writes it: U+20BB7 is 95 34 B2 35, U+3402 is 81 39 EF 31.
  const std::string header = "\xC6\xBE\xD6\xA4\xBA\xC5,\xC8\xD5\xC6\xDA,\xD5\xAA\xD2\xAA,\xBF\xC6\xC4\xBF,\xB7\xBD\xCF\xF2,\xBD\xF0\xB6\xEE\r\n";
  const std::string summary = "\xB2\xA6\xBF\xEE\x95\x34\xB2\x35\x81\x39\xEF\x31";
  const ImportedRows rows = read(header + "1,2016\xC4\xEA" "3\xD4\xC2" "1\xC8\xD5," + summary + ",1002,\xBD\xE8,100\r\n");
  CHECK(rows.problems.count() == 0);
  REQUIRE(rows.vouchers.size() == 1);
  CHECK(rows.vouchers[0].request.summary == "拨款𠮷㐂");
  CHECK(rows.vouchers[0].request.date == Date::from_civil(2016, 3, 1));
}

TEST_CASE("a header that is not understood is told column by column", "[service][import]") {
  CHECK(lines_of("voucher,date,summary,account,side,amount,余额\n") == Lines{"ColumnUnknown 1 余额 余额"});
  CHECK(lines_of("voucher,日期,summary,side,凭证号\n1,2,3,4,5\n") ==
        Lines{"ColumnTwice 1 voucher 凭证号", "ColumnMissing 1 account ", "ColumnMissing 1 amount "});
  CHECK(lines_of("\n\nvoucher;date;summary\n").front() == "ColumnUnknown 3 voucher;date;summary voucher;date;summary");
  CHECK(lines_of("voucher,date,summary,account,side,amount,\n") == Lines{"ColumnUnknown 1  "});
  CHECK(lines_of("") == Lines{"FileEmpty 0  "});
  CHECK(lines_of(",,\n\n") == Lines{"FileEmpty 0  "});
  CHECK(lines_of(kHeader) == Lines{"NoRows 0  "});
  CHECK(lines_of(kHeader + ",,,,,,,,\n") == Lines{"NoRows 0  "});
}

TEST_CASE("an error of the file itself names the column by the header's word", "[service][import]") {
  CHECK(lines_of(kHeader + "1,2024-03-15,s,1002,debit,1,F\"1,,\n") == Lines{"StrayQuote 2 fund "});
  CHECK(lines_of(kHeader + "1,2024-03-15,\"s,1002,debit,1\n") == Lines{"UnterminatedQuote 2 summary "});
  CHECK(lines_of(kHeader + "1,2024-03-15,s," + std::string(std::size_t{10} << 20, '1') + ",debit,1,,,\n") ==
        Lines{"CellTooLong 2 account "});
  CHECK(lines_of(std::string("a\0b\n", 4)) == Lines{"NulByte 1  "});
  CHECK(lines_of(kHeader + "1,2024-03-15,x,1,debit,1," + std::string(60, ',')) == Lines{"TooManyColumns 2 65 "});
}

TEST_CASE("every bad cell is told with its row, column and value", "[service][import]") {
  CHECK(lines_of(kHeader +
                 ",2024-03-15,s,1002,debit,1,,,\n"
                 "1,15/3/2024,s,1002,debit,1,,,\n"
                 "2,,,,,,,,\n"
                 "3,2024-03-15,s,1002,支,1.005,,,\n"
                 "4,2024-03-15,s,1002,credit,\"12,34\",,,\n"
                 "5,2024-03-15,s,1.1E+17,credit,abc,1E+20,2E+20,3E+20\n"
                 "6,2024-03-15,s,1002,credit,99999999999999,,,\n"
                 "7,2024-03-15,s,1002,credit,0,,,\n"
                 "8.1E+15,2024-03-15,s,1002,credit,1,,,\n"
                 "9,2024-03-15,s,1002,credit,1,,,,乱\n") ==
        Lines{"CellMissing 2 voucher ", "DateBad 3 date 15/3/2024", "CellMissing 4 account ", "CellMissing 4 side ",
              "CellMissing 4 amount ", "CellMissing 4 date ", "CellMissing 4 summary ", "SideBad 5 side 支",
              "AmountHalfFen 5 amount 1.005", "AmountGrouping 6 amount 12,34", "NumberDestroyed 7 account 1.1E+17",
              "NumberDestroyed 7 fund 1E+20", "NumberDestroyed 7 project 2E+20", "NumberDestroyed 7 subject 3****",
              "AmountNotANumber 7 amount abc", "AmountTooLarge 8 amount **********9999",
              "AmountNotPositive 9 amount 0", "NumberDestroyed 10 voucher 8.1E+15", "RowTooWide 11  "});
}

TEST_CASE("rows that end early or in extra commas are read like blanks", "[service][import]") {
  const ImportedRows rows = read(kHeader + "1,2024-03-15,s,1002,debit,1\n1,2024-03-15,s,1002,credit,1,,,,,\n");
  CHECK(rows.problems.count() == 0);
  REQUIRE(rows.vouchers.size() == 1);
  CHECK(rows.vouchers[0].request.lines.size() == 2);
}

TEST_CASE("totals rows are refused as such and not as bad lines", "[service][import]") {
  CHECK(lines_of(kHeader + "合计,,,,,200,,,\n1,2024-03-15,s,1002,debit,1,,,\n,,本页小计：,,,1,,,\n") ==
        Lines{"TotalsRow 2 voucher 合计", "TotalsRow 4 summary 本页小计:"});
}

TEST_CASE("the rows of a voucher have one date", "[service][import]") {
  const auto problems =
      problems_of(kHeader + "1,2024-03-15,s,1002,debit,1,,,\n1,2024/3/15,s,1002,debit,1,,,\n1,2024-03-16,s,1002,credit,2,,,\n");
  REQUIRE(problems.size() == 1);
  CHECK(line_of(problems[0]) == "DatesDiffer 4 date 2024-03-16");
  CHECK(problems[0].problem.detail == "2024-03-15 ≠ 2024-03-16");
  CHECK(problems[0].problem.place == "row 4, column date");
}

TEST_CASE("a voucher's number that comes back is told once with both rows, and its rows are still read",
          "[service][import]") {
  const auto problems = problems_of(kHeader +
                                    "1,2024-03-15,s,1002,debit,1,,,\n"
                                    "2,2024-03-15,s,1002,debit,1,,,\n"
                                    "1,2024-03-15,s,1002,credit,x,,,\n"
                                    "1,2024-03-15,s,1002,credit,1,,,\n");
  REQUIRE(problems.size() == 2);
  CHECK(line_of(problems[0]) == "VoucherComesBack 4 voucher 1");
  CHECK(problems[0].problem.detail == "第 2 行和第 4 行 rows 2 and 4");
  CHECK(line_of(problems[1]) == "AmountNotANumber 4 amount x");
}

TEST_CASE("problems show no personal data", "[service][import]") {
  // Synthetic: the test number of the check digit, and a made-up name.
  const auto problems = problems_of(kHeader +
                                    "110101199003070134,bad,李测试110101199003070134,1002,debit,1,,,李测试\n"
                                    ",2024-03-15,s,1002,110101199003070134,1,,,1.1E+17\n");
  REQUIRE(problems.size() == 4);
  for (const ImportProblem& problem : problems) {
    INFO(to_text(problem.problem));
    CHECK(problem.value.find("19900307") == std::string::npos);
    CHECK(to_text(problem.problem).find("19900307") == std::string::npos);
    CHECK(to_text(problem.problem).find("李测试") == std::string::npos);
  }
}

TEST_CASE("progress is told now and then and at the end", "[service][import]") {
  std::string text = kHeader;
  for (int i = 0; i < 50'000; ++i) text += "1,2024-03-15,s,1002,debit,1,,,\n";
  std::vector<std::int64_t> told;
  service::read_voucher_rows(text, ledger::VoucherType::General, [&told](std::int64_t rows) { told.push_back(rows); });
  CHECK(told == std::vector<std::int64_t>{20'000, 40'000, 50'000});
}

}  // namespace
}  // namespace mingzhang::tests
