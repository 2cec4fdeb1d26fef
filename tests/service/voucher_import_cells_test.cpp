// SPDX-License-Identifier: Apache-2.0
// Amounts, dates and totals words as offices write them, and values that are shown without personal data.
#include "service/imports/voucher_import_cells.h"

#include <array>
#include <utility>

#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

using service::ImportOutcome;
using service::read_amount;
using service::read_date;

TEST_CASE("amounts with separators, a yuan sign and full-width digits are read exactly", "[service][import]") {
  const std::array<std::pair<const char*, std::int64_t>, 12> cases{{
      {"1234.50", 123'450},
      {"1,234.50", 123'450},
      {"12,345,678.90", 1'234'567'890},
      {"999", 99'900},
      {"0.01", 1},
      {"¥1,234.50", 123'450},
      {"￥ 3", 300},
      {"１２３４．５", 123'450},
      {"１，２３４．５０", 123'450},
      {" 12.5 ", 1'250},
      {"0012", 1'200},
      {"10,000,000,000,000.00", Money::kFenMax},  // ten trillion yuan, the largest amount
  }};
  for (const auto& [text, fen] : cases) {
    INFO(text);
    const auto amount = read_amount(text);
    REQUIRE(amount);
    CHECK(amount->fen() == fen);
  }
}

TEST_CASE("an amount that is not plain is refused with the right reason and never rounded", "[service][import]") {
  const std::array<std::pair<const char*, ImportOutcome>, 25> cases{{
      {"", ImportOutcome::CellMissing},
      {"  ", ImportOutcome::CellMissing},
      {"¥", ImportOutcome::CellMissing},
      {"abc", ImportOutcome::AmountNotANumber},
      {"1.1E+5", ImportOutcome::AmountNotANumber},
      {"(3.00)", ImportOutcome::AmountNotANumber},
      {"+3", ImportOutcome::AmountNotANumber},
      {"3元", ImportOutcome::AmountNotANumber},
      {"1 234", ImportOutcome::AmountNotANumber},
      {"1.", ImportOutcome::AmountNotANumber},
      {"-", ImportOutcome::AmountNotANumber},
      {"--3", ImportOutcome::AmountNotANumber},
      {"¥¥3", ImportOutcome::AmountNotANumber},
      {"12,34", ImportOutcome::AmountGrouping},
      {"1,2345", ImportOutcome::AmountGrouping},
      {"1234,567", ImportOutcome::AmountGrouping},
      {",123", ImportOutcome::AmountGrouping},
      {"0,123", ImportOutcome::AmountGrouping},
      {"1.234,50", ImportOutcome::AmountGrouping},
      {"1.005", ImportOutcome::AmountHalfFen},
      {"1,234.500", ImportOutcome::AmountHalfFen},
      {"10,000,000,000,000.01", ImportOutcome::AmountTooLarge},
      {"0", ImportOutcome::AmountNotPositive},
      {"-3.00", ImportOutcome::AmountNotPositive},
      {"-0.00", ImportOutcome::AmountNotPositive},
  }};
  for (const auto& [text, outcome] : cases) {
    INFO(text);
    const auto amount = read_amount(text);
    REQUIRE_FALSE(amount);
    CHECK(amount.error() == outcome);
  }
}

TEST_CASE("five ways to write a date are read, and nothing else", "[service][import]") {
  const Date expected = *Date::from_civil(2024, 3, 5);
  for (const char* text : {"2024-03-05", "2024-3-5", "2024/03/05", "2024/3/5", "2024.3.5", "20240305", "2024年3月5日",
                           "２０２４年０３月０５日", " 2024/3/5 "}) {
    INFO(text);
    CHECK(read_date(text) == expected);
  }
  CHECK(read_date("2024-02-29") == Date::from_civil(2024, 2, 29));
  for (const char* text : {"", "2024", "2024-03", "2024-03-15 10:00", "2023-02-29", "2024-13-01", "2024-3/5", "24-3-5",
                           "5/3/2024", "3.5.2024", "2024035", "202403055", "2024年3月5", "2024年3月日", "45356", "2024--5",
                           "2024-003-05", "2024-+3-05", "二〇二四年三月五日", "-2024-3-5", "2024-3-5-"}) {
    INFO(text);
    CHECK_FALSE(read_date(text));
  }
}

TEST_CASE("a totals word is one only where nothing else stands in the cell", "[service][import]") {
  for (const char* word : {"合计", "小计", "总计", "累计", "合　计", "合 计：", "本月合计", "本年累计"}) {
    INFO(word);
    CHECK(service::is_totals_word(word));
  }
  for (const char* word : {"", "三月合计发放补贴", "合计数核对", "计"}) CHECK_FALSE(service::is_totals_word(word));
}

TEST_CASE("a number that a spreadsheet has destroyed is recognized", "[service][import]") {
  for (const char* text : {"1.1E+17", "1.10101199003070E+17", "6E+18", "1.5e+10"}) {
    INFO(text);
    CHECK(service::is_destroyed_number(text));
  }
  for (const char* text : {"", "E+17", "1.1E", "1.1E+", "1.1E17", "11.1E+17", "1.E+17", "x1.1E+17", "FE+5", "1002"}) {
    INFO(text);
    CHECK_FALSE(service::is_destroyed_number(text));
  }
}

TEST_CASE("only codes of full-width ASCII are folded", "[service][import]") {
  CHECK(service::read_code("１００２．０１") == "1002.01");
  CHECK(service::read_code("　1002 ") == "1002");
  CHECK(service::read_code("银行存款（基本户）") == "银行存款（基本户）");
}

TEST_CASE("shown values are short, plain, and hide long numbers", "[service][import]") {
  // Synthetic numbers: 110101199003070134 is a test number of GB 11643's check digit, 6228480000000000000 no real card.
  CHECK(service::shown_value("张三110101199003070134付") == "张三**************0134付");
  CHECK(service::shown_value("11010119900307002X") == "**************002X");
  CHECK(service::shown_value("１１０１０１１９９００３０７０１３４") == "**************0134");
  CHECK(service::shown_value("110101 19900307 0134") == "****************0134");
  CHECK(service::shown_value("6228480000000000000") == "***************0000");
  CHECK(service::shown_value("13800000001") == "*******0001");
  CHECK(service::shown_value("1234567.891") == "1234567.891");
  CHECK(service::shown_value("2024-03-15 10:00") == "2024-03-15 10:00");
  CHECK(service::shown_value("a\nb\tc") == "a b c");
  CHECK(service::shown_value(std::string(100, 'a')).size() <= 60);
  CHECK(service::shown_value(std::string(1000, '1')).find("11111") == std::string::npos);
}

}  // namespace
}  // namespace mingzhang::tests
