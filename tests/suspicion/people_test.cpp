// SPDX-License-Identifier: Apache-2.0
// Shared cards and phones, public employees, and payments gathered for people: one book that is bad, one that is not.
#include "suspicion/shared_value.h"
#include "suspicion/staff.h"
#include "suspicion/watch.h"
#include "tests/suspicion/sample_rows.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {

using suspicion::SharedValues;
using suspicion::StaffList;
using suspicion::Watch;

TEST_CASE("a card in several households is found, whatever blanks it was typed with", "[suspicion]") {
  SharedValues cards;
  cards.add("6228 0000 1111", "P1", "H1");
  cards.add("622800001111", "P2", "H2");
  cards.add("6228-0000-1111", "P3", "H2");
  cards.add("622800002222", "P4", "H4");
  cards.add("", "P5", "H5");
  cards.add("", "P6", "H6");
  CHECK(cards.count() == 4);
  const auto groups = std::move(cards).groups(2);
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].households == 2);
  REQUIRE(groups[0].members.size() == 3);
  CHECK(groups[0].members[0].person == "P1");
  CHECK(groups[0].members[2].household == "H2");
}

TEST_CASE("a card within one household is no hit, nor one below the threshold", "[suspicion]") {
  SharedValues family;
  family.add("6228", "P1", "H1");
  family.add("6228", "P2", "H1");
  family.add("6229", "P3", "H2");
  family.add("6229", "P4", "H3");
  SharedValues same = family;
  CHECK(std::move(family).groups(3).empty());
  CHECK(std::move(same).groups(1).size() == 1);
}

TEST_CASE("an old and a new ID number of the same person are the same", "[suspicion]") {
  // 11010519491231002X is the sample number of GB 11643-1999; 110105491231002 is its old form.
  StaffList staff;
  CHECK(staff.add(" 11010519491231002x"));
  CHECK_FALSE(staff.add("1101051949123100"));
  CHECK_FALSE(staff.add("姓名"));
  CHECK_FALSE(staff.add(""));
  CHECK_FALSE(staff.add("11010519491231002Y"));
  CHECK(staff.size() == 1);
  CHECK(staff.contains("11010519491231002X"));
  CHECK(staff.contains("110105491231002"));
  CHECK_FALSE(staff.contains("440524188001010014"));
  CHECK_FALSE(staff.contains(""));
}

TEST_CASE("a watch gathers payments of people and of whole households, each once", "[suspicion]") {
  Watch watch;
  const std::size_t hit = watch.add_hit("甲", "a");
  watch.add_person(hit, "P1");
  watch.add_household(hit, "H1", false);
  const std::size_t all = watch.add_hit("乙", "b");
  watch.add_household(all, "H1", true);
  watch.add_household(all, "H1", true);
  watch.see(payment("H1", "", "2016-02-01", 100, 2));
  watch.see(payment("H1", "P1", "2016-01-01", 200, 1));
  watch.see(payment("H1", "P2", "2016-03-01", 400, 3));
  watch.see(payment("H2", "P2", "2016-03-01", 800, 4));
  const auto hits = std::move(watch).hits();
  REQUIRE(hits.size() == 2);
  CHECK(sum_of(hits[0]) == 300);
  CHECK(sum_of(hits[1]) == 700);
  CHECK(hits[1].items.size() == 3);
}

}  // namespace mingzhang::tests
