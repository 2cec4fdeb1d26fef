// SPDX-License-Identifier: Apache-2.0
// What the three renderers promise about single cells.
#include "reports/table.h"

#include <limits>
#include <string>

#include "base/json.h"
#include "reports/table_csv.h"
#include "reports/table_json.h"
#include "reports/table_text.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {

namespace {

reports::Table small_table() {
  reports::Table table({"small", "小表", "Small"},
                       {{{"word", "字", "word"}, reports::CellKind::Text},
                        {{"amount", "金额", "amount"}, reports::CellKind::Money, true},
                        {{"secret", "文件", "file"}, reports::CellKind::Count, false, true}});
  table.add_fact({"zone", "区", "zone"}, "甲");
  table.add_row(reports::RowKind::Group, {"组", reports::Value::fen(3), reports::Value()});
  table.add_row(reports::RowKind::Line, {"=1+1", reports::Value::fen(-123456789), reports::Value::count(7)}, 1);
  table.add_row(reports::RowKind::Sum, {"合计", reports::Value::fen(0), reports::Value()});
  return table;
}

}  // namespace

TEST_CASE("cells that spreadsheets would compute are disarmed", "[reports][csv]") {
  CHECK(reports::csv_text_cell("=1+1") == "'=1+1");
  CHECK(reports::csv_text_cell("+86") == "'+86");
  CHECK(reports::csv_text_cell("-1") == "'-1");
  CHECK(reports::csv_text_cell("@SUM(A1)") == "'@SUM(A1)");
  CHECK(reports::csv_text_cell("\tx") == "'\tx");
  CHECK(reports::csv_text_cell("\rx") == "\"'\rx\"");
  CHECK(reports::csv_text_cell("a=1") == "a=1");
  CHECK(reports::csv_text_cell("") == "");
}

TEST_CASE("cells with commas, quotes and line ends are quoted", "[reports][csv]") {
  // RFC 4180, section 2, rules 5 to 7.
  CHECK(reports::csv_text_cell("a,b") == "\"a,b\"");
  CHECK(reports::csv_text_cell("a\"b") == "\"a\"\"b\"");
  CHECK(reports::csv_text_cell("a\nb") == "\"a\nb\"");
  CHECK(reports::csv_text_cell("=A1,\"x\"") == "\"'=A1,\"\"x\"\"\"");
}

TEST_CASE("a table becomes CSV without groups, negative amounts plain", "[reports][csv]") {
  CHECK(to_csv(small_table()) == "\xEF\xBB\xBF字 word,金额 amount,文件 file\r\n'=1+1,-1234567.89,7\r\n合计,0.00,\r\n");
}

TEST_CASE("a table becomes one canonical JSON document", "[reports][json]") {
  const std::string json = to_json(small_table());
  CHECK(json == R"({"groups":[{"amount":"0.03","word":"组"}],"report":"small",)"
                R"("rows":[{"amount":"-1234567.89","secret":7,"word":"=1+1"}],)"
                R"("sums":[{"amount":"0.00","word":"合计"}],"title":"小表","title_en":"Small","zone":"甲"})");
  CHECK(parse_canonical_json(json).has_value());
}

TEST_CASE("a table becomes aligned text", "[reports][text]") {
  CHECK(to_text(small_table()) ==
        "     小表 Small\n"
        "区 zone: 甲\n"
        "\n"
        "字               金额\n"
        "word           amount\n"
        "---------------------\n"
        "组               0.03\n"
        "  =1+1  -1,234,567.89\n"
        "---------------------\n"
        "合计\n");
}

TEST_CASE("amounts of any size are written exactly", "[reports]") {
  CHECK(reports::amount_text(0, true) == "0.00");
  CHECK(reports::amount_text(-5, false) == "-0.05");
  CHECK(reports::amount_text(100000, true) == "1,000.00");
  CHECK(reports::amount_text(99999, true) == "999.99");
  CHECK(reports::amount_text(std::numeric_limits<std::int64_t>::min(), true) == "-92,233,720,368,547,758.08");
}

}  // namespace mingzhang::tests
