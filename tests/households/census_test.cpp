// SPDX-License-Identifier: Apache-2.0
// Counts by division and cause, movements and rates; the numbers are those of the seed documents.
#include "households/census.h"

#include <map>
#include <string>
#include <vector>

#include "households/movements.h"
#include "tests/households/sample_register.h"
#include "tests/support/catch.h"

namespace mingzhang::tests {
namespace {

namespace hh = households;
using hh::Count;
using hh::Movement;

/// `households` households with `persons` people among them, as evenly as it goes.
void settle(SampleRegister& sample, int first, int households, int persons, const std::string& cause,
            std::string_view iso) {
  for (int index = 0; index < households; ++index) {
    const int size = persons / households + (index < persons % households ? 1 : 0);
    hh::RegisterHousehold household = new_household(first + index, index % 2 == 0 ? kVillage1 : kGroup1, iso, size);
    household.causes = {cause, "其他"};
    if (cause == "其他") household.causes = {cause};
    sample.run(household);
  }
}

std::map<std::string, Count> by_code(SampleRegister& sample, Date date, const hh::HouseholdFilter& filter) {
  sample.flush();
  std::map<std::string, Count> counts;
  for (const hh::DivisionCount& row : hh::roll_up(sample.store(), date, filter)) {
    counts[row.division.code] = row.count;
  }
  return counts;
}

}  // namespace

TEST_CASE("causes are counted in households and in persons, and the shares are those of the document", "[households]") {
  // 昆都仑区: 228户、479人; 52/159, 5/11, 142/264, 29/45. Its shares 33.2, 2.3, 55.1, 9.4 % are of persons; of
  // households they are 22.8, 2.2, 62.3, 12.7 %.
  SampleRegister sample;
  settle(sample, 1, 52, 159, "缺技术", "2016-01-01");
  settle(sample, 101, 5, 11, "因学", "2016-01-01");
  settle(sample, 201, 142, 264, "因病", "2016-01-01");
  settle(sample, 401, 29, 45, "其他", "2016-01-01");
  sample.flush();
  const std::vector<hh::CauseCount> table = hh::cause_table(sample.store(), day("2016-06-01"), {});
  REQUIRE(table.size() == 4);
  CHECK(table[0].cause == "因病");
  CHECK(table[0].main == Count{142, 264});
  CHECK(table[1].main == Count{52, 159});
  CHECK(table[2].main == Count{29, 45});
  CHECK(table[2].mentioned == Count{228, 479});  // everybody names it second
  CHECK(table[3].main == Count{5, 11});
  CHECK(hh::share_of(264, 479) == 5511);
  CHECK(hh::share_of(159, 479) == 3319);
  CHECK(hh::share_of(142, 228) == 6228);
  CHECK(hh::share_of(1, 3) == 3333);
  CHECK(hh::share_of(2, 3) == 6667);
  CHECK(hh::share_of(1, 20000) == 1);  // half up: 0.5
  CHECK(hh::cause_table(sample.store(), day("2015-12-31"), {}).empty());
}

TEST_CASE("classes sum to the whole on any day, also on the day of a change", "[households]") {
  SampleRegister sample;
  sample.run(new_household(1, kVillage1, "2015-01-01", 3));
  sample.run(new_household(2, kVillage1, "2015-01-01", 2));
  sample.run(new_household(3, kVillage2, "2015-01-01", 4));
  sample.run(hh::ClassifyHousehold{"H2", day("2016-07-01"), "巩固提升户"});
  sample.flush();
  const auto before = hh::class_table(sample.store(), day("2016-06-30"), {});
  REQUIRE(before.size() == 1);
  CHECK(before[0].count == Count{3, 9});
  const auto after = hh::class_table(sample.store(), day("2016-07-01"), {});
  REQUIRE(after.size() == 2);
  CHECK(after[0].household_class == "巩固提升户");
  CHECK(after[0].count == Count{1, 2});
  CHECK(after[1].count == Count{2, 7});
  const auto elsewhere = hh::class_table(sample.store(), day("2016-07-01"), {kVillage2, "", {}, ""});
  REQUIRE(elsewhere.size() == 1);
  CHECK(elsewhere[0].count == Count{1, 4});
}

TEST_CASE("INV-17 villages sum to townships and townships to the county, whatever is merged", "[households]") {
  SampleRegister sample;
  sample.run(new_household(1, kVillage1, "2014-06-01", 3));
  sample.run(new_household(2, kGroup1, "2014-06-01", 2));
  sample.run(new_household(3, kVillage2, "2015-01-01", 4));
  sample.run(new_household(4, kVillage3, "2015-01-01", 1));
  sample.run(hh::EndDivision{kVillage1, day("2018-01-01"), kVillage3});
  sample.run(hh::ClassifyHousehold{"H2", day("2018-06-01"), "政策保障户"});

  auto counts = by_code(sample, day("2017-12-31"), {});
  CHECK(counts[kGroup1] == Count{1, 2});
  CHECK(counts[kVillage1] == Count{2, 5});
  CHECK(counts[kVillage2] == Count{1, 4});
  CHECK(counts["520526100"] == Count{3, 9});
  CHECK(counts["520526101"] == Count{1, 1});
  CHECK(counts["520526"] == Count{4, 10});
  CHECK(counts.size() == 8);  // those without households too

  counts = by_code(sample, day("2018-06-01"), {});
  CHECK_FALSE(counts.contains(kVillage1));
  CHECK(counts[kGroup1] == Count{1, 2});
  CHECK(counts[kVillage3] == Count{3, 6});
  CHECK(counts["520526100"] == Count{1, 4});
  CHECK(counts["520526101"] == Count{3, 6});
  CHECK(counts["520526"] == Count{4, 10});

  hh::HouseholdFilter poor;
  poor.household_class = "精准扶贫户";
  poor.division = kVillage3;
  counts = by_code(sample, day("2018-06-01"), poor);
  CHECK(counts["520526"] == Count{2, 4});
  CHECK(counts[kGroup1] == Count{0, 0});
}

TEST_CASE("divisions are counted each before its parts", "[households]") {
  SampleRegister sample;
  sample.flush();
  std::vector<std::string> codes;
  for (const hh::DivisionCount& row : hh::roll_up(sample.store(), day("2015-01-01"), {})) {
    codes.push_back(row.division.code);
  }
  CHECK(codes == std::vector<std::string>{"520526", "520526100", kVillage1, kGroup1, kGroup2, kVillage2, "520526101",
                                          kVillage3});
}

TEST_CASE("households are listed by division, class, status and cause as of a day", "[households]") {
  SampleRegister sample;
  sample.run(new_household(3, kVillage1, "2014-06-01", 3));
  sample.run(new_household(2, kGroup1, "2014-06-01", 2));
  sample.run(new_household(1, kVillage3, "2015-01-01", 4));
  sample.run(hh::EndDivision{kVillage1, day("2018-01-01"), kVillage3});
  sample.run(hh::ChangeStatus{"H2", day("2018-06-01"), hh::Status::Exited, "达标"});
  sample.run(hh::AssignResponsible{"H3", day("2016-01-01"), "G1", "U1"});
  sample.run(hh::AssignResponsible{"H2", day("2016-01-01"), "", "U1"});
  sample.flush();
  const auto listed = [&](const hh::HouseholdFilter& filter, std::string_view iso) {
    std::string text;
    for (const auto& row : hh::households_in(sample.store(), day(iso), filter)) {
      text += row.household + "@" + row.division.substr(6) + " ";
    }
    return text;
  };
  hh::HouseholdFilter filter;
  CHECK(listed(filter, "2014-12-31") == "H2@10020101 H3@100201 ");
  filter.division = kVillage3;
  CHECK(listed(filter, "2017-12-31") == "H1@101201 ");
  CHECK(listed(filter, "2018-01-01") == "H1@101201 H2@10020101 H3@101201 ");
  filter.division = kVillage1;  // stands for what it was merged into
  CHECK(listed(filter, "2018-01-01") == "H1@101201 H2@10020101 H3@101201 ");
  filter.division = "520526101";
  filter.statuses = hh::listed_statuses();
  CHECK(listed(filter, "2018-06-01") == "H1@101201 H3@101201 ");
  filter.division = kGroup1;
  CHECK(listed(filter, "2018-06-01") == "");
  filter.division = "9";
  CHECK(listed(filter, "2018-06-01") == "");
  // Nobody answers for H1; for H2 only a unit does.
  CHECK(hh::without_responsible(sample.store(), day("2015-12-31"), {}).size() == 3);
  const auto without = hh::without_responsible(sample.store(), day("2016-01-01"), {});
  REQUIRE(without.size() == 2);
  CHECK(without[0].household == "H1");
  CHECK(without[1].household == "H2");
}

TEST_CASE("movements of a span: what came in, what left, and the net of both", "[households]") {
  // 诗礼乡, first stage: 拟退出7户32人, 返贫11户47人, 新增86户297人; net +90户, +312人.
  SampleRegister sample;
  settle(sample, 1, 7, 32, "因病", "2015-01-01");
  settle(sample, 101, 11, 47, "因病", "2015-01-01");
  for (int number = 101; number < 112; ++number) {
    sample.run(hh::ChangeStatus{"H" + std::to_string(number), day("2016-01-01"), hh::Status::Exited, "达标"});
    sample.run(hh::ChangeStatus{"H" + std::to_string(number), day("2017-03-01"), hh::Status::Returned, "因灾返贫"});
  }
  for (int number = 1; number < 8; ++number) {
    sample.run(hh::ChangeStatus{"H" + std::to_string(number), day("2017-03-02"), hh::Status::Removed, "上次错误进入"});
  }
  settle(sample, 201, 86, 297, "因学", "2017-03-03");
  sample.flush();
  const hh::MovementTable table = hh::movement_table(sample.store(), day("2017-01-01"), day("2018-01-01"), "");
  CHECK(table.opening == Count{7, 32});
  CHECK(table.of(Movement::Removed) == Count{7, 32});
  CHECK(table.of(Movement::Removed, "上次错误进入") == Count{7, 32});
  CHECK(table.of(Movement::Returned) == Count{11, 47});
  CHECK(table.of(Movement::Entered) == Count{86, 297});
  CHECK(table.net() == Count{90, 312});
  CHECK(table.closing == Count{97, 344});
}

TEST_CASE("births, deaths and mergers move persons and households between the openings of two years", "[households]") {
  SampleRegister sample;
  sample.run(new_household(1, kVillage1, "2015-01-01", 3));
  sample.run(new_household(2, kVillage3, "2015-01-01", 2));
  sample.run(join("H1", "P109", "2017-02-01"));
  sample.run(leave("H2", "P202", "2017-03-01"));
  sample.run(hh::EndDivision{kVillage1, day("2017-06-01"), kVillage3});
  sample.run(hh::ChangeStatus{"H2", day("2017-12-31"), hh::Status::Exited, "达标"});
  sample.flush();
  const Date from = day("2017-01-01");
  const Date to = day("2018-01-01");
  const hh::MovementTable all = hh::movement_table(sample.store(), from, to, "520526");
  CHECK(all.of(Movement::Joined) == Count{0, 1});
  CHECK(all.of(Movement::Left) == Count{0, 1});
  CHECK(all.of(Movement::MovedIn) == Count{0, 0});
  CHECK(all.closing == Count{1, 4});
  const hh::MovementTable losing = hh::movement_table(sample.store(), from, to, "520526100");
  CHECK(losing.opening == Count{1, 3});
  CHECK(losing.of(Movement::MovedOut) == Count{1, 4});
  CHECK(losing.closing == Count{0, 0});
  const hh::MovementTable gaining = hh::movement_table(sample.store(), from, to, kVillage3);
  CHECK(gaining.opening == Count{1, 2});
  CHECK(gaining.of(Movement::MovedIn) == Count{1, 4});
  CHECK(gaining.of(Movement::Exited) == Count{1, 1});
  CHECK(gaining.closing == Count{1, 4});
  // A merger on the first day of the span happens in it.
  CHECK(hh::movement_table(sample.store(), day("2017-06-01"), to, kVillage3).of(Movement::MovedIn) == Count{1, 4});
  CHECK(hh::movement_table(sample.store(), day("2017-06-02"), to, kVillage3).of(Movement::MovedIn) == Count{0, 0});
}

TEST_CASE("the rates of mistakes name their bases", "[households]") {
  // 诗礼乡: 错评户74户324人, 错评率5.23%; 错退户1户4人, 错退率0.06%. With one base both fit on 6,190 to 6,200 persons
  // only; on 1,415 households the second would be 0.07 %.
  const hh::MistakeRate wrongly_in = hh::mistake_rate({74, 324}, {1415, 6195});
  CHECK(wrongly_in.person_share == 523);
  CHECK(wrongly_in.household_share == 523);
  const hh::MistakeRate wrongly_out = hh::mistake_rate({1, 4}, {1415, 6195});
  CHECK(wrongly_out.person_share == 6);
  CHECK(wrongly_out.household_share == 7);
  CHECK(hh::mistake_rate({1, 4}, {0, 0}).person_share == 0);

  hh::MovementTable table;
  table.opening = {1415, 6195};
  table.movements[Movement::Removed] = {74, 324};
  table.reasons[Movement::Entered] = {{"政策执行偏差漏评", {100, 300}}, {"工作偏差漏评", {78, 248}}, {"新增", {9, 9}}};
  table.reasons[Movement::Returned] = {{"错退", {1, 4}}, {"因病返贫", {1, 2}}};
  const hh::MistakeRates rates = hh::mistake_rates(table, {{"政策执行偏差漏评", "工作偏差漏评"}, {"错退"}});
  CHECK(rates.wrongly_in.person_share == 523);
  CHECK(rates.missed.mistakes == Count{178, 548});  // 漏评户178户548人
  CHECK(rates.wrongly_out.mistakes == Count{1, 4});
  CHECK(rates.wrongly_out.base == Count{1415, 6195});
}

}  // namespace mingzhang::tests
