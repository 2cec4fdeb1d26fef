// SPDX-License-Identifier: Apache-2.0
// A file of a payment list: everything that is wrong is told with its line, and nothing is repaired. Synthetic people.
#include "service/imports/disbursement_import.h"

#include <string>
#include <vector>

#include "tests/service/desk.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

service::NewList list_of(const std::string& total) {
  service::NewList list;
  list.code = "L1";
  list.indicator = "F1";
  list.title = "到户补助";
  list.date = "2016-04-01";
  list.total = total;
  return list;
}

service::NewFundCommand read(const std::string& file, const std::string& total) {
  return service::read_disbursement(file, list_of(total), on(2016, 12, 31));
}

/// "CODE@place" of every problem.
std::vector<std::string> problems_of(const service::NewFundCommand& read) {
  REQUIRE_FALSE(read.has_value());
  std::vector<std::string> found;
  for (const service::CommandProblem& one : read.error().problems) {
    found.push_back(std::string(one.problem.info->name) + "@" + one.problem.place);
  }
  return found;
}

}  // namespace

TEST_CASE("a good file becomes a list whose digest is of its rows", "[service][import][funds]") {
  const auto good = read("金额,户编号,备注\n\"1,000.50\",HU-SYN-1,张三\n￥２．５０,HU-SYN-2,\n\n", "1003.00");
  REQUIRE(good.has_value());
  const auto& list = std::get<funds::SubmitList>(*good);
  REQUIRE(list.rows.size() == 2);
  CHECK(list.rows[0].amount == Money::from_fen(1'000'50));
  CHECK(list.rows[1].amount == Money::from_fen(2'50));
  CHECK(funds::list_rows_bytes(list.rows).find("张三") == std::string::npos);  // notes stay in the file
  funds::SubmitList sealed = list;
  sealed.rows[1].amount = Money::from_fen(2'51);
  service::seal_list(sealed);
  CHECK(sealed.digest != list.digest);
}

TEST_CASE("every bad row is told with its line and column", "[service][import][funds]") {
  const std::string file =
      "household,person,amount,note\n"
      "HU-SYN-1,,10.005,\n"        // half a fen
      ",,10.00,\n"                 // nobody
      "1.1E+17,,10.00,\n"          // destroyed by a spreadsheet
      "合计,,30.00,\n"             // a total
      "HU-SYN-2,,10.00,,多余\n";   // a cell too many
  CHECK(problems_of(read(file, "30.00")) ==
        std::vector<std::string>{"AmountHalfFen@row 2, column amount", "CellMissing@row 3, column household",
                                 "NumberDestroyed@row 4, column household", "TotalsRow@row 5, column household",
                                 "RowTooWide@row 6"});
}

TEST_CASE("bad rows come back with a column that says why", "[service][import][funds]") {
  const std::string file = "户编号,金额\nHU-SYN-1,10.005\nHU-SYN-2,10.00\n,10.00\n";
  const auto refused = read(file, "30.00");
  REQUIRE_FALSE(refused.has_value());
  const std::string rows = service::export_bad_rows(file, service::problems_of_rows(refused.error()));
  CHECK(rows.find("户编号,金额,错误\r\n") != std::string::npos);
  CHECK(rows.find("HU-SYN-1,10.005,amount：") != std::string::npos);
  CHECK(rows.find("HU-SYN-2") == std::string::npos);
  CHECK(rows.find(",10.00,household：") != std::string::npos);
  // What is wrong with the list as a whole is about no line.
  const auto total = read("户编号,金额\nHU-SYN-1,10.00\n", "10.01");
  REQUIRE_FALSE(total.has_value());
  CHECK(service::problems_of_rows(total.error()).empty());
}

TEST_CASE("the rules of a list name the line of the file, not the row of the list", "[service][import][funds]") {
  // The second row stands in line 4, behind a blank line.
  const auto doubled = read("household,amount\nHU-SYN-1,10.00\n\nHU-SYN-1,10.00\n", "20.00");
  CHECK(problems_of(doubled) == std::vector<std::string>{"HouseholdTwice@row 4"});
  CHECK(doubled.error().problems.front().problem.detail == "row 2");
  const auto named = read("household,amount\n张三,10.00\n", "10.00");
  CHECK(problems_of(named) == std::vector<std::string>{"OpaqueCodeBad@row 2"});
  CHECK(to_text(named.error().problems.front().problem).find("张三") == std::string::npos);
}

TEST_CASE("what is no table of households is refused as a whole", "[service][import][funds]") {
  CHECK(problems_of(read("", "1.00")) == std::vector<std::string>{"FileEmpty@"});
  CHECK(problems_of(read("household,amount\n", "1.00")) == std::vector<std::string>{"NoRows@"});
  CHECK(problems_of(read("household,sum\nHU-SYN-1,1.00\n", "1.00")) ==
        std::vector<std::string>{"ColumnUnknown@row 1, column sum", "ColumnMissing@row 1, column amount"});
  // Words and file are told together.
  CHECK(problems_of(read("household,amount\nHU-SYN-1,x\n", "1.001")) ==
        std::vector<std::string>{"AmountBad@--total", "AmountNotANumber@row 2, column amount"});
}

TEST_CASE("the key of a file covers the book, the list's code and the bytes", "[service][import][funds]") {
  const std::string key = service::disbursement_key("a", "b", "c");
  CHECK(key.size() <= 64);
  CHECK(key == service::disbursement_key("a", "b", "c"));
  CHECK(key != service::disbursement_key("A", "b", "c"));
  CHECK(key != service::disbursement_key("a", "B", "c"));
  CHECK(key != service::disbursement_key("a", "b", "C"));
}

}  // namespace mingzhang::tests
