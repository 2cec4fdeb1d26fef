// SPDX-License-Identifier: Apache-2.0
// A file of households is registered whole or not at all, and what is said of it names nobody.
#include "service/imports/register_import.h"

#include <algorithm>
#include <string>

#include "tests/service/sample_roster.h"
#include "tests/support/catch.h"

using mingzhang::service::RosterResult;
using mingzhang::tests::add_sample_divisions;
using mingzhang::tests::codes_of;
using mingzhang::tests::Desk;
using mingzhang::tests::first_problem_of;
using mingzhang::tests::import_roster;
using mingzhang::tests::kBook;
using mingzhang::tests::kRosterHeader;
using mingzhang::tests::roster_row;
using mingzhang::tests::synthetic_id_number;
using mingzhang::tests::TemporaryFolder;

namespace {

/// A desk with the test book and its divisions.
struct RosterOffice {
  TemporaryFolder folder;
  Desk desk{folder.file("books.db")};
  RosterOffice() {
    desk.open_book();
    add_sample_divisions(desk);
  }
};

std::string replaced(std::string text, const std::string& before, const std::string& after) {
  const std::size_t at = text.find(before);
  REQUIRE(at != std::string::npos);
  return text.replace(at, before.size(), after);
}

}  // namespace

TEST_CASE("a good file registers households and keeps the values of their people", "[service][register_import]") {
  RosterOffice office;
  const std::string csv = kRosterHeader + roster_row(1, 1, true) + roster_row(1, 2, false) + roster_row(2, 3, true);
  const std::int64_t before = office.desk.records();
  const RosterResult result = import_roster(office.desk, csv);
  CHECK(codes_of(result.problems) == "");
  CHECK(codes_of(result.notes) == "");
  CHECK(result.households == 2);
  CHECK(result.persons == 3);
  CHECK(office.desk.records() == before + 2);
  CHECK(first_problem_of(office.desk.verify()) == "");
  office.desk.database().begin_read();
  const auto personal = office.desk.database().personal_of(office.desk.database().find_book(kBook)->value);
  const auto values = personal->get("P100002");
  REQUIRE(values.has_value());
  CHECK(values->name == "合成2");
  CHECK(values->salt.size() == 16);
  office.desk.database().rollback();
}

TEST_CASE("the same file again gives the first receipt, other values under the same codes do not", "[service][register_import]") {
  RosterOffice office;
  const std::string csv = kRosterHeader + roster_row(1, 1, true);
  const RosterResult first = import_roster(office.desk, csv);
  REQUIRE(first.receipt.has_value());
  const RosterResult again = import_roster(office.desk, csv);
  REQUIRE(again.receipt.has_value());
  CHECK(again.receipt->is_repeat);
  CHECK(again.receipt->first_seq == first.receipt->first_seq);
  CHECK(codes_of(import_roster(office.desk, replaced(csv, "合成1", "合成甲")).problems) == "ROSTER-502@0");
}

TEST_CASE("every problem is told by row and column, and nothing is registered", "[service][register_import]") {
  RosterOffice office;
  const std::int64_t before = office.desk.records();
  const std::string good = roster_row(1, 1, true);
  const std::string csv = kRosterHeader + good +                                                        // row 2
                          replaced(roster_row(1, 2, false), synthetic_id_number(2), "1.10105E+17") +    // row 3
                          replaced(roster_row(2, 3, true), "P100003", "P100001") +                      // row 4
                          replaced(roster_row(3, 4, true), synthetic_id_number(4), synthetic_id_number(1)) +  // row 5
                          roster_row(4, 5, true, "520526100299") +                                      // row 6
                          "合计,,,,,,,,,,,,\r\n" +                                                       // row 7
                          replaced(roster_row(5, 6, true), "2016-03-01", "3/1/2016");                   // row 8
  const RosterResult result = import_roster(office.desk, csv);
  CHECK(codes_of(result.problems) ==
        "ROSTER-305@3/id_number ROSTER-403@4/person ROSTER-404@5/id_number ROSTER-301@7/household IMPORT-304@8/date "
        "HOUSE-202@6/division");
  CHECK_FALSE(result.receipt.has_value());
  CHECK(office.desk.records() == before);
}

TEST_CASE("names and words with pinyin behind their characters or a lost byte are refused", "[service][register_import]") {
  RosterOffice office;
  // As the page of Qin'an county came down: 精準(zhǔn)扶貧, ?h上.
  std::string first = replaced(roster_row(1, 1, true), "因病、", "因病(bìng)、");
  std::string second = replaced(roster_row(2, 2, true), "合成2", "合?h");
  const RosterResult result = import_roster(office.desk, kRosterHeader + first + second);
  CHECK(codes_of(result.problems) == "ROSTER-311@2/causes ROSTER-311@3/name");
}

TEST_CASE("a household with a bad row is still looked at for its codes and its division", "[service][register_import]") {
  RosterOffice office;
  std::string row = replaced(roster_row(1, 1, true, "520526100299"), "P100001", "合成人名");
  row = replaced(row, "户主,是", ",是");
  CHECK(codes_of(import_roster(office.desk, kRosterHeader + row).problems) ==
        "ROSTER-302@2/relation HOUSE-101@2/person HOUSE-202@2/division");
}

TEST_CASE("nobody is named in what is said about a file", "[service][register_import]") {
  RosterOffice office;
  const std::string id = synthetic_id_number(1);
  std::string csv = kRosterHeader + replaced(roster_row(1, 1, true), "P100001", "合成人名") + roster_row(2, 1, true);
  const RosterResult result = import_roster(office.desk, csv);
  REQUIRE(result.problem_count > 0);
  for (const mingzhang::service::ImportProblem& problem : result.problems) {
    const std::string said = problem.value + problem.problem.place + problem.problem.detail;
    CHECK(said.find(id) == std::string::npos);
    CHECK(said.find("合成人名") == std::string::npos);
    CHECK(said.find("13900") == std::string::npos);
  }
}

TEST_CASE("a number that the register has under another person is refused", "[service][register_import]") {
  RosterOffice office;
  REQUIRE(import_roster(office.desk, kRosterHeader + roster_row(1, 1, true)).is_ok());
  const std::string csv = kRosterHeader + replaced(roster_row(2, 2, true), synthetic_id_number(2), synthetic_id_number(1));
  CHECK(codes_of(import_roster(office.desk, csv).problems) == "ROSTER-501@2/id_number");
}

TEST_CASE("somebody who is in another household is refused", "[service][register_import]") {
  RosterOffice office;
  REQUIRE(import_roster(office.desk, kRosterHeader + roster_row(1, 1, true)).is_ok());
  CHECK(codes_of(import_roster(office.desk, kRosterHeader + roster_row(2, 1, true)).problems) == "HOUSE-342@2/person");
}

TEST_CASE("other ways to write a day and check digits that fail are notes only", "[service][register_import]") {
  RosterOffice office;
  std::string row = replaced(roster_row(1, 1, true), "2016-03-01", "2016年3月1日");
  row = replaced(row, synthetic_id_number(1), "110105194912310021");
  const RosterResult result = import_roster(office.desk, kRosterHeader + row);
  CHECK(codes_of(result.problems) == "");
  CHECK(codes_of(result.notes) == "ROSTER-601@2/date ROSTER-602@2/id_number");
}

TEST_CASE("a file without a header does not print its first person", "[service][register_import]") {
  RosterOffice office;
  const RosterResult result = import_roster(office.desk, roster_row(1, 1, true));
  REQUIRE(result.problem_count > 0);
  for (const mingzhang::service::ImportProblem& problem : result.problems) {
    CHECK((problem.column + problem.value + problem.problem.place).find("合成1") == std::string::npos);
  }
}
