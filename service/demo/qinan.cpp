// SPDX-License-Identifier: Apache-2.0
// A county's households in three classes, exactly one on any day, and its villages leaving poverty.
#include <array>
#include <iterator>

#include "service/demo/books.h"
#include "service/demo/register.h"

namespace mingzhang::service {
namespace {

constexpr const char* kQinan = "620522";
constexpr std::int64_t kPersonsOfHousehold = 4;  // synthetic, like the one household of each village

}  // namespace

void post_qinan(DemoDesk& desk, DemoRules& rules) {
  using households::DivisionLevel;
  constexpr std::array<const char*, 3> kClasses{"精准扶贫户", "政策保障户", "巩固提升户"};
  const std::int64_t townships = rules.figure("township-exits", "townships");
  const std::int64_t villages = rules.figure("village-exits", "villages");
  DemoRegister people(desk, 4);
  people.add_division(kQinan, "秦安县", DivisionLevel::County, "", demo_day(1, 1));
  for (std::int64_t township = 1; township <= townships; ++township) {
    people.add_division(demo_code(kQinan, 900 + township, 3), demo_code("乡镇", township, 2) + "（合成）",
                        DivisionLevel::Township, kQinan, demo_day(1, 1));
  }
  std::vector<DemoHousehold> targeted;
  for (std::int64_t village = 0; village < villages; ++village) {
    const std::string township = demo_code(kQinan, 901 + village % townships, 3);
    const std::string code = demo_code(township, village / townships + 1, 3);
    people.add_division(code, demo_code("贫困村", village + 1, 3) + "（合成）", DivisionLevel::Village, township, demo_day(1, 1));
    const char* household_class = kClasses[static_cast<std::size_t>(village) % kClasses.size()];
    const auto enrolled =
        people.enroll(DemoGroup{1, kPersonsOfHousehold, household_class, "因灾", demo_day(1, 5), "", {code}});
    if (village % (2 * std::ssize(kClasses)) == 0) targeted.push_back(enrolled.front());
  }
  // A class holds until the day before the next one: nobody is counted twice, and nobody is without one.
  for (const DemoHousehold& household : targeted) {
    people.add(households::ClassifyHousehold{household.code, demo_day(7, 1), kClasses[2]});
  }
  people.flush();
  desk.say("秦安县三类户：" + std::to_string(villages) + " 个合成户，任一日期只属于一类；7月1日起 " +
           std::to_string(targeted.size()) + " 户由精准扶贫户转为巩固提升户");
  desk.say("贫困村脱贫时序：" + rules.ask("village-exits", {}).formula);
}

}  // namespace mingzhang::service
