// SPDX-License-Identifier: Apache-2.0
// A township's dynamic management in 2017: a first stage, then a second check, on days of their own and with reasons of
// their own, because the report counts some households in both.
#include "service/demo/books.h"
#include "service/demo/register.h"

namespace mingzhang::service {
namespace {

using households::Status;

constexpr const char* kFengqing = "530921";
constexpr const char* kTownship = "530921900";  // the township's own code is not in the report
// What the second check found in households that the pack's figures do not hold.
constexpr std::int64_t kMissedHouseholds = 178;
constexpr std::int64_t kFellBackPersons = 2;
// The report prints rates, not their base: 324 of 6,190 to 6,200 people, 74 of 1,414 to 1,416 households are 5.23 %.
constexpr std::int64_t kBasePersons = 6'195;
constexpr std::int64_t kBaseHouseholds = 1'415;

std::vector<std::string> add_villages(DemoRegister& people, std::int64_t villages) {
  using households::DivisionLevel;
  const Date from = demo_day(1, 1);
  people.add_division(kFengqing, "凤庆县", DivisionLevel::County, "", from);
  people.add_division(kTownship, "诗礼乡", DivisionLevel::Township, kFengqing, from);
  std::vector<std::string> codes;
  for (std::int64_t village = 1; village <= villages; ++village) {
    codes.push_back(demo_code(kTownship, village, 3));
    people.add_division(codes.back(), demo_code("村", village, 2) + "（合成）", DivisionLevel::Village, kTownship, from);
  }
  return codes;
}

}  // namespace

void post_fengqing(DemoDesk& desk, DemoRules& rules) {
  DemoRegister people(desk, 5);
  const std::vector<std::string> villages = add_villages(people, rules.figure("village-teams", "villages"));
  const auto enroll = [&](std::int64_t households, std::int64_t persons, Date date, const std::string& reason) {
    return people.enroll(DemoGroup{households, persons, "贫困户", "因病", date, reason, villages});
  };
  const auto households = [&rules](const char* name) { return rules.figure("net-households", name); };
  const auto persons = [&rules](const char* name) { return rules.figure("net-persons", name); };
  const std::int64_t wrong_households = rules.figure("wrong-rate-households", "wrong_households");
  const std::int64_t wrong_persons = rules.figure("wrong-rate-persons", "wrong_persons");
  const std::int64_t exit_households = rules.figure("exit-rate-households", "exit_households");
  const std::int64_t exit_persons = rules.figure("exit-rate-persons", "exit_persons");
  const std::int64_t fell_back = rules.figure("two-campaigns", "second_returned");

  // Who is there when the year begins: the base of the rates less what the first stage adds to it.
  const Date before = demo_day(2, 1);
  const auto leaving = enroll(households("leaving"), persons("leaving"), before, "");
  const auto wrong = enroll(wrong_households, wrong_persons, before, "");
  enroll(kBaseHouseholds - wrong_households - households("returned") - households("added"),
         kBasePersons - wrong_persons - persons("returned") - persons("added"), before, "");
  const auto returning = enroll(households("returned"), persons("returned"), before, "");
  const auto returning_later = enroll(fell_back, kFellBackPersons, before, "");
  const auto wrongly_out = enroll(exit_households, exit_persons, before, "");
  for (const auto* gone : {&returning, &returning_later, &wrongly_out}) {
    people.change_status(*gone, demo_day(11, 1), Status::Exited, "达到脱贫标准");
  }

  people.change_status(leaving, demo_day_of_2017(5, 20), Status::Exited, "拟退出");
  people.change_status(returning, demo_day_of_2017(5, 20), Status::Returned, "因病返贫");
  enroll(households("added"), persons("added"), demo_day_of_2017(5, 20), "新增");
  desk.say("诗礼乡第一阶段：" + rules.ask("net-households", {}).formula + "；" + rules.ask("net-persons", {}).formula);

  enroll(kMissedHouseholds, rules.figure("three-rates", "missed_persons"), demo_day_of_2017(6, 20), "漏评");
  people.change_status(wrong, demo_day_of_2017(6, 20), Status::Removed, "错评");
  people.change_status(returning_later, demo_day_of_2017(6, 20), Status::Returned, "因病返贫");
  people.change_status(wrongly_out, demo_day_of_2017(6, 20), Status::Returned, "错退");
  people.flush();
  desk.say("诗礼乡第二次核查：漏评、错评、返贫、错退另行登记，不与第一阶段轧差（户数基数为由错评率反推的假设）");
}

}  // namespace mingzhang::service
