// SPDX-License-Identifier: Apache-2.0
// A district's register and its fund: the causes of poverty, three restricted sources in one book, a patient's claim, five
// students, everybody's premium, and the exit of every household.
#include <algorithm>
#include <array>
#include <utility>

#include "audit/hash.h"
#include "base/text.h"
#include "service/demo/books.h"
#include "service/demo/register.h"

namespace mingzhang::service {
namespace {

constexpr const char* kGovernment = "KD-GOV";
constexpr const char* kDistrict = "150203";
constexpr std::int64_t kNoticeDays = 7;  // an assumption: the report names the notices, not their days

/// The district's households, by their cause in the order of the report.
struct Register {
  std::vector<DemoHousehold> skills, schooling, illness, other;

  std::vector<DemoHousehold> all() const {
    std::vector<DemoHousehold> households;
    for (const auto* group : {&skills, &schooling, &illness, &other}) {
      households.insert(households.end(), group->begin(), group->end());
    }
    return households;
  }
};

/// One group of the report's table of causes.
DemoGroup caused(const DemoRules& rules, const char* cause, const char* title) {
  return DemoGroup{rules.figure("cause-households", cause), rules.figure("cause-persons", cause), "贫困户", title,
                   demo_day(1, 5), "", {"150203001001", "150203001002", "150203002001"}};
}

Register post_register(DemoDesk& desk, DemoRegister& people, const DemoRules& rules) {
  using households::DivisionLevel;
  people.add_division(kDistrict, "昆都仑区", DivisionLevel::County, "", demo_day(1, 1));
  for (const char* town : {"150203001", "150203002"}) {
    people.add_division(town, std::string("镇") + (town + 6) + "（合成）", DivisionLevel::Township, kDistrict, demo_day(1, 1));
  }
  for (const char* village : {"150203001001", "150203001002", "150203002001"}) {
    people.add_division(village, std::string("村") + (village + 6) + "（合成）", DivisionLevel::Village,
                        std::string(village, 9), demo_day(1, 1));
  }
  Register all;
  all.skills = people.enroll(caused(rules, "skills", "缺技术"));
  all.schooling = people.enroll(caused(rules, "schooling", "因学"));
  all.illness = people.enroll(caused(rules, "illness", "因病"));
  all.other = people.enroll(caused(rules, "other", "其他"));
  people.flush();
  desk.say("建档立卡：" + std::to_string(rules.figure("poor-households")) + " 户 " +
           std::to_string(rules.figure("poor-persons")) + " 人，致贫原因按区里的表");
  return all;
}

/// The fund arrives from government, raised money and donations.
void receive(DemoDesk& desk, DemoRules& rules, DemoBooks& books) {
  books.district_fund = Money::from_fen(1'000'000'00);
  const policy::Evaluation split = rules.ask("district-fund", {{"amount", to_yuan(books.district_fund)}});
  const auto parts = parts_of(split);
  if (parts.size() != 3) return;
  desk.say("区专项扶贫基金：" + split.formula);
  struct Source {
    const char* fund;
    funds::Level level;
    const char* income;
    const char* budget_income;
  };
  const std::array<Source, 3> sources{Source{kGovernment, funds::Level::County, "400104", "600104"},
                                      Source{"KD-RAISED", funds::Level::Social, "460301", "660901"},
                                      Source{"KD-DONATED", funds::Level::Donated, "460302", "660901"}};
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const std::string name = "区专项扶贫基金：" + parts[i].first;
    desk.add_fund(sources[i].fund, name, "（文号为演示假设）");
    funds::AddIndicator indicator =
        demo_indicator(sources[i].fund, "（文号为演示假设）", sources[i].level, name, parts[i].second, demo_day(1, 20));
    indicator.accounts = {kDemoBank, sources[i].income, kDemoMoney, sources[i].budget_income};
    desk.act(indicator);
  }
}

/// A chronic patient's bill of the year: half of what exceeds 3,000.00, at most 15,000.00.
void pay_claim(DemoDesk& desk, DemoRules& rules, const DemoHousehold& patient) {
  const Money cost = Money::from_fen(12'345'67);
  const policy::Evaluation answer = rules.ask("chronic-disease", {{"cost", to_yuan(cost)}});
  const JsonValue* benefit = answer.result.find("benefit");
  const std::string* text = benefit == nullptr ? nullptr : benefit->as_text();
  if (text == nullptr) return;
  audit::Hasher sha256(audit::Suite::Sha256);
  funds::GrantBenefit grant;
  grant.code = "KD-YL-0001";
  grant.indicator = kGovernment;
  grant.programme = "chronic-disease";
  grant.person = patient.persons.front();
  grant.household = patient.code;
  grant.year = 2016;
  grant.date = demo_day(6, 15);
  grant.claim = audit::hex_of(sha256.plain("合成票据 0001"));
  grant.eligible = cost;
  grant.amount = *parse_yuan(*text);
  grant.explanation = answer.explanation.bytes();
  grant.accounts = {"500105", kDemoBank, "710101", kDemoMoney};
  desk.act(grant);
  desk.say("慢性病救助（合成个案）：" + answer.formula);
}

/// The first year of five students, each in a household of their own.
void pay_students(DemoDesk& desk, DemoRules& rules, const std::vector<DemoHousehold>& families) {
  const std::array<std::pair<const char*, std::int64_t>, 4> students{
      std::pair<const char*, std::int64_t>{"kindergarten", 1}, {"compulsory", 2}, {"senior", 1}, {"undergraduate", 1}};
  std::vector<policy::NamedText> inputs;
  std::vector<funds::SubmittedRow> rows;
  for (const auto& [rule_class, count] : students) {
    inputs.push_back({"count." + std::string(rule_class), std::to_string(count)});
    const Money each = amount_of(rules.ask("education-aid", {{"count." + std::string(rule_class), "1"}}));
    for (std::int64_t i = 0; i < count; ++i) {
      const DemoHousehold& family = families[rows.size()];
      rows.push_back({family.code, family.persons.back(), each, ""});
    }
  }
  const policy::Evaluation all = rules.ask("education-aid", inputs);
  const funds::SubmitList list =
      demo_list("KD-JY-2016", kGovernment, "教育资助（合成名单）", demo_day(6, 15), std::move(rows), all.explanation.bytes());
  desk.act(list);
  desk.act(demo_payment(list, "500104"));
  desk.say("教育资助（合成名单）：" + all.formula);
}

/// The insurance premium of every poor person of the district.
void pay_premiums(DemoDesk& desk, DemoRules& rules, const std::vector<DemoHousehold>& households) {
  std::vector<funds::SubmittedRow> rows;
  for (const DemoHousehold& household : households) {
    for (const std::string& person : household.persons) rows.push_back({household.code, person, Money(), ""});
  }
  const policy::Evaluation all = rules.ask("insurance-premium", {{"count", std::to_string(rows.size())}});
  const std::vector<Money> shares = allocate(amount_of(all), std::vector<std::int64_t>(rows.size(), 1));
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].amount = shares[i];
  const funds::SubmitList list =
      demo_list("KD-YB-2016", kGovernment, "代缴医保", demo_day(6, 15), std::move(rows), all.explanation.bytes());
  desk.act(list);
  desk.act(demo_payment(list, "500106"));
  desk.say("代缴医保：" + all.formula);
}

/// Every household leaves by the steps of the report, each notice up for its days.
void exit_all(DemoDesk& desk, DemoRegister& people, const std::vector<DemoHousehold>& households) {
  const std::array<households::PlannedStep, 6> steps{
      households::PlannedStep{"提出", 0}, {"评议", 0}, {"审核", 0}, {"公示1", 0}, {"公示2", kNoticeDays}, {"确认", kNoticeDays}};
  const Date begun = demo_day(9, 1);
  for (const DemoHousehold& household : households) {
    people.add(households::StartProcedure{household.code, "exit-gates", begun, {steps.begin(), steps.end()}});
    Date day = begun;
    for (const households::PlannedStep& step : steps) {
      day = plus_days(day, std::max<std::int64_t>(step.wait_days, 1));
      people.add(households::TakeStep{household.code, "exit-gates", step.name, day, true, ""});
    }
    people.add(households::ChangeStatus{household.code, plus_days(day, 1), households::Status::Exited, "达到脱贫标准"});
  }
  people.flush();
  desk.say("退出：" + std::to_string(households.size()) + " 户全部依次履行六步退出程序（公示天数为假设）");
}

}  // namespace

void post_kundulun(DemoDesk& desk, DemoRules& rules, DemoBooks& books) {
  DemoRegister people(desk, 4);
  const Register households = post_register(desk, people, rules);
  receive(desk, rules, books);
  pay_claim(desk, rules, households.illness.front());
  pay_students(desk, rules, households.skills);
  pay_premiums(desk, rules, households.all());
  exit_all(desk, people, households.all());
  desk.close(*Month::from_civil(2016, 1), *Month::from_civil(2016, 11));
}

}  // namespace mingzhang::service
