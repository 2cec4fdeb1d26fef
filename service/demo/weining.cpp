// SPDX-License-Identifier: Apache-2.0
// A county's year: its register, the budget per head and its split, the grants to every poor household, aid to trainees,
// premiums, a mistake and its undoing.
#include <array>
#include <utility>

#include "base/ratio.h"
#include "service/demo/books.h"
#include "service/demo/register.h"

namespace mingzhang::service {
namespace {

using ledger::Side;
using ledger::VoucherRequest;
using ledger::VoucherType;

constexpr const char* kBudgetFund = "WN-2016-A";
constexpr const char* kGrantFund = "WN-2016-B";
constexpr const char* kGrantProject = "DH-2016";
constexpr const char* kTraineeFund = "WN-2016-C";
constexpr const char* kPremiumFund = "WN-2016-D";
constexpr const char* kWeining = "520526";
constexpr int kVillagesOfTownship = 8;    // synthetic
constexpr std::int64_t kTrainees = 300;   // at most; the report does not say how many there are
constexpr int kPoorestTownships = 7;   // 石门、海拉等7个极贫乡镇
constexpr int kOtherTownships = 32;    // synthetic: the report does not say how many there are

std::string project_code(std::size_t part) { return "P33112-" + std::to_string(part + 1); }

/// One part of the split, handed to townships (the first two parts) or to project units.
funds::Allocate handed_out(std::size_t part, Money amount, const policy::Evaluation& split) {
  const bool to_townships = part < 2;
  const int receivers = to_townships ? kPoorestTownships + kOtherTownships : 4;
  const std::vector<std::int64_t> equal(static_cast<std::size_t>(receivers), 1);
  const std::vector<Money> shares = allocate(amount, equal);
  funds::Allocate allocation;
  allocation.code = "WN-BF-" + std::to_string(part + 1);
  allocation.indicator = kBudgetFund;
  allocation.date = demo_day(2, static_cast<unsigned>(10 + part));
  allocation.kind = to_townships ? funds::TargetKind::Township : funds::TargetKind::Unit;
  allocation.total = amount;
  for (int receiver = 0; receiver < receivers; ++receiver) {
    allocation.targets.push_back({demo_code(to_townships ? "XZ-SYN-" : "XM-SYN-", receiver + 1, 2),
                                  shares[static_cast<std::size_t>(receiver)], project_code(part)});
  }
  allocation.explanation = split.explanation.bytes();
  allocation.accounts = {to_townships ? "121401" : "121402", kDemoBank, "710101", kDemoMoney};
  return allocation;
}

/// The county's own budget: received, split, and handed to townships and project units.
void post_budget(DemoDesk& desk, DemoRules& rules, const DemoOptions& options, DemoBooks& books) {
  const policy::Evaluation budget = rules.ask("county-budget", {{"count", std::to_string(options.persons)}});
  books.budget = amount_of(budget);
  desk.say("县级预算：" + budget.formula + "，凭文号到账");
  desk.add_fund(kBudgetFund, "县级财政专项扶贫资金（每人150元）", "威财预〔2016〕（文号为演示假设）");
  funds::AddIndicator indicator = demo_indicator(kBudgetFund, "威财预〔2016〕（文号为演示假设）", funds::Level::County,
                                                 "县级财政专项扶贫资金", books.budget, demo_day(1, 15));
  indicator.accounts = {kDemoBank, "400104", kDemoMoney, "600104"};
  desk.act(indicator);

  const policy::Evaluation split = rules.ask("allocation-33112", {{"amount", to_yuan(books.budget)}});
  const auto parts = parts_of(split);
  std::string shown;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    desk.add_project(project_code(part), "“33112”" + parts[part].first + "（名称未见于文件）");
    shown += (part > 0 ? " + " : "") + to_yuan_grouped(parts[part].second);
  }
  desk.say("按“33112”分配（含义为假设）：" + shown);
  for (std::size_t part = 0; part < parts.size(); ++part) desk.act(handed_out(part, parts[part].second, split));
}

/// The townships whose households get the same.
struct Group {
  std::string name;
  const char* rule_class;
  std::vector<std::vector<DemoHousehold>> townships;
  std::int64_t households = 0;
};

/// Equal parts of a number of households or people.
std::vector<std::int64_t> equal_parts(std::int64_t whole, int parts) {
  const std::vector<std::int64_t> equal(static_cast<std::size_t>(parts), 1);
  std::vector<std::int64_t> counts;
  for (const Money& share : allocate(Money::from_fen(whole), equal)) counts.push_back(share.fen());
  return counts;
}

/// Registers a group, township by township, each with its villages. Types and causes of the households go round, because
/// the report does not count them.
Group enroll_group(DemoRegister& people, const std::string& name, const char* rule_class, int first_township,
                   const std::vector<std::int64_t>& households, const std::vector<std::int64_t>& persons) {
  constexpr std::array<std::pair<const char*, const char*>, 3> kTypes{
      std::pair{"两有户", "缺技术"}, {"两因户", "因病"}, {"两无户", "缺劳力"}};
  Group group{name, rule_class, {}, 0};
  for (std::size_t i = 0; i < households.size(); ++i) {
    const std::string township = demo_code(kWeining, 900 + first_township + static_cast<std::int64_t>(i), 3);
    const std::string title = demo_code(name, static_cast<std::int64_t>(i) + 1, 2);
    people.add_division(township, title + "（合成）", households::DivisionLevel::Township, kWeining, demo_day(1, 1));
    DemoGroup alike{households[i], persons[i], kTypes[i % kTypes.size()].first, kTypes[i % kTypes.size()].second,
                    demo_day(1, 5), "", {}};
    for (int village = 1; village <= kVillagesOfTownship; ++village) {
      alike.divisions.push_back(demo_code(township, village, 3));
      people.add_division(alike.divisions.back(), title + "第" + std::to_string(village) + "村（合成）",
                          households::DivisionLevel::Village, township, demo_day(1, 1));
    }
    group.townships.push_back(people.enroll(alike));
    group.households += households[i];
  }
  return group;
}

/// The county's register: as many households and people as the report counts, in synthetic townships and villages.
std::array<Group, 2> post_register(DemoDesk& desk, const DemoOptions& options, DemoBooks& books) {
  DemoRegister people(desk, 6);
  people.add_division(kWeining, "威宁县", households::DivisionLevel::County, "", demo_day(1, 1));
  const std::int64_t poorest = options.poorest_households;
  // Everybody in households of nearly the same size: people in the poorest townships in proportion.
  const std::int64_t poorest_persons =
      allocate(Money::from_fen(options.persons), std::vector<std::int64_t>{poorest, options.households - poorest})[0].fen();
  Group first = enroll_group(people, "极贫乡镇", "extreme", 1, equal_parts(poorest, kPoorestTownships),
                             equal_parts(poorest_persons, kPoorestTownships));
  Group second = enroll_group(people, "乡镇", "ordinary", kPoorestTownships + 1,
                              equal_parts(options.households - poorest, kOtherTownships),
                              equal_parts(options.persons - poorest_persons, kOtherTownships));
  people.flush();
  books.one_household = first.townships.front().front().code;
  desk.say("建档立卡：" + std::to_string(options.households) + " 户 " + std::to_string(options.persons) +
           " 人，分布在 39 个合成乡镇、312 个合成村");
  return {std::move(first), std::move(second)};
}

/// The list of one township: a row for each of its households, or for the first one only.
funds::SubmitList township_list(const Group& group, std::size_t township, Date date, const std::string& indicator,
                                DemoRules& rules, bool is_whole = true) {
  const std::vector<DemoHousehold>& households = group.townships[township];
  const std::size_t count = is_whole ? households.size() : 1;
  const policy::Evaluation grant =
      rules.ask("household-grant", {{"count." + std::string(group.rule_class), std::to_string(count)}});
  const std::vector<std::int64_t> equal(count, 1);
  const std::vector<Money> shares = allocate(amount_of(grant), equal);
  std::vector<funds::SubmittedRow> rows;
  rows.reserve(count);
  for (std::size_t i = 0; i < count; ++i) rows.push_back({households[i].code, "", shares[i], ""});
  const std::string name = demo_code(group.name, static_cast<std::int64_t>(township) + 1, 2);
  const std::string code = std::string("DH-") + group.rule_class + "-" + std::to_string(township + 1);
  funds::SubmitList list = demo_list(code, indicator, name + "到户产业发展补助", date, std::move(rows),
                                     grant.explanation.bytes());
  list.project = kGrantProject;
  return list;
}

/// The lists of a group, township by township.
void pay_group(DemoDesk& desk, DemoRules& rules, const Group& group, int lists_before, DemoBooks& books) {
  for (std::size_t township = 0; township < group.townships.size() && !desk.failure(); ++township) {
    if (group.townships[township].empty()) continue;
    const int number = lists_before + static_cast<int>(township);
    const Date date = demo_day(static_cast<unsigned>(4 + number / kPoorestTownships), static_cast<unsigned>(5 + number % 20));
    const funds::SubmitList list = township_list(group, township, date, kGrantFund, rules);
    desk.act(list);
    desk.act(demo_payment(list, "500101"));
    books.grants += list.total;
  }
  desk.say(group.name + "发放完毕：" + std::to_string(group.households) + " 户，累计 " + to_yuan_grouped(books.grants) + " 元");
}

/// The bank sends two payments back; they are paid again a week later.
void pay_again(DemoDesk& desk) {
  const std::vector<funds::ChangedRow> returned{{1, "账户已销户（样例）", ""}, {2, "户名不符（样例）", ""}};
  std::vector<funds::ChangedRow> again = returned;
  for (funds::ChangedRow& row : again) row.reason.clear();
  funds::ChangeRows back{"DH-extreme-1-TH", "DH-extreme-1", funds::RowAction::Return, demo_day(4, 20), returned,
                         {kDemoBank, "230702", "", ""}};
  funds::ChangeRows repaid{"DH-extreme-1-CF", "DH-extreme-1", funds::RowAction::Repay, demo_day(4, 27), again,
                           {"230702", kDemoBank, "", ""}};
  desk.act(back);
  desk.act(repaid);
  desk.say("银行退回2笔，已核对账号后重发");
}

/// The grants to every poor household. The first document cannot pay them: what it brought has been handed out.
void post_grants(DemoDesk& desk, DemoRules& rules, const std::array<Group, 2>& groups, DemoBooks& books) {
  const auto& [poorest, others] = groups;
  const policy::Evaluation all = rules.ask("household-grant", {{"count.extreme", std::to_string(poorest.households)},
                                                               {"count.ordinary", std::to_string(others.households)}});
  desk.add_project(kGrantProject, "到户产业发展补助（每户1000元，7个极贫乡镇每户5000元）");
  desk.say("先试从县级预算（" + std::string(kBudgetFund) + "）支付到户补助：该资金已全部拨付");
  desk.show_refusal("极贫乡镇01到户产业发展补助",
                    township_list(poorest, 0, demo_day(3, 1), kBudgetFund, rules, false));

  desk.say("第二个文号到账：到户补助 " + all.formula + "（来源层级与文号为假设）");
  desk.add_fund(kGrantFund, "到户产业发展补助资金", "黔财农〔2016〕（层级与文号为演示假设）");
  funds::AddIndicator indicator = demo_indicator(kGrantFund, "黔财农〔2016〕（层级与文号为演示假设）", funds::Level::Province,
                                                 "到户产业发展补助", amount_of(all), demo_day(3, 20));
  indicator.accounts = {kDemoBank, "400102", kDemoMoney, "600102"};
  desk.act(indicator);
  pay_group(desk, rules, poorest, 0, books);
  pay_again(desk);
  pay_group(desk, rules, others, kPoorestTownships, books);
}

/// A further document brings exactly what a rule asks for.
funds::AddIndicator arrived(DemoDesk& desk, const char* fund, const std::string& purpose, Money amount) {
  desk.add_fund(fund, purpose, "黔财〔2016〕（层级与文号为演示假设）");
  funds::AddIndicator indicator = demo_indicator(fund, "黔财〔2016〕（层级与文号为演示假设）", funds::Level::Province, purpose,
                                                 amount, demo_day(9, 1));
  indicator.accounts = {kDemoBank, "400102", kDemoMoney, "600102"};
  desk.act(indicator);
  return indicator;
}

/// Vocational training: one child of each of the first households of the poorest townships.
void pay_trainees(DemoDesk& desk, DemoRules& rules, const Group& poorest) {
  std::vector<funds::SubmittedRow> rows;
  const Money each = amount_of(rules.ask("vocational-aid", {{"count", "1"}}));
  for (const std::vector<DemoHousehold>& township : poorest.townships) {
    for (const DemoHousehold& household : township) {
      if (static_cast<std::int64_t>(rows.size()) < kTrainees) rows.push_back({household.code, household.persons.back(), each, ""});
    }
  }
  if (rows.empty()) return;
  const policy::Evaluation all = rules.ask("vocational-aid", {{"count", std::to_string(rows.size())}});
  arrived(desk, kTraineeFund, "职业教育培训补助", amount_of(all));
  const funds::SubmitList list =
      demo_list("WN-ZJ-2016", kTraineeFund, "职业教育培训补助（合成名单）", demo_day(9, 20), std::move(rows), all.explanation.bytes());
  desk.act(list);
  desk.act(demo_payment(list, "500104"));
  desk.say("职业教育培训补助（人数为假设）：" + all.formula);
}

/// The public part of the medical scheme's premiums goes to the office that runs it.
void pay_premiums(DemoDesk& desk, DemoRules& rules, const DemoOptions& options) {
  const policy::Evaluation pool = rules.ask("cooperative-medical", {{"count", std::to_string(options.persons)}});
  const Money public_part = component_of(pool, "财政补助");
  arrived(desk, kPremiumFund, "新型农村合作医疗财政补助", public_part);
  funds::Allocate allocation;
  allocation.code = "WN-XNH-1";
  allocation.indicator = kPremiumFund;
  allocation.date = demo_day(9, 25);
  allocation.kind = funds::TargetKind::Unit;
  allocation.total = public_part;
  allocation.targets.push_back({"XNH-SYN-01", public_part, ""});
  allocation.explanation = pool.explanation.bytes();
  allocation.accounts = {"121402", kDemoBank, "710101", kDemoMoney};
  desk.act(allocation);
  desk.say("新农合：" + pool.formula);
}

/// A mistake and its only undo, and the closed months.
void post_rest_of_the_year(DemoDesk& desk) {
  VoucherRequest mistake = demo_voucher(VoucherType::General, demo_day(11, 3), "乡镇报账：产业发展（误记金额）");
  add_line(mistake, Side::Debit, "500102", Money::from_fen(12'345'67), kBudgetFund, project_code(0));
  add_line(mistake, Side::Credit, "121401", Money::from_fen(12'345'67), kBudgetFund, project_code(0), "XZ-SYN-01");
  VoucherRequest undone = ledger::reversal_of(ledger::Voucher{mistake, 1}, demo_day(11, 4), "金额误记");
  VoucherRequest right = mistake;
  right.date = demo_day(11, 4);
  right.summary = "乡镇报账：产业发展";
  for (ledger::Line& line : right.lines) line.amount = Money::from_fen(12'354'67);
  desk.post({mistake});
  desk.post({undone, right});
  desk.say("一张误记的凭证已由冲销凭证更正");
  desk.close(*Month::from_civil(2016, 1), *Month::from_civil(2016, 11));
  desk.say("2016年1月至11月已结账");
}

}  // namespace

void post_weining(DemoDesk& desk, DemoRules& rules, const DemoOptions& options, DemoBooks& books) {
  const std::array<Group, 2> groups = post_register(desk, options, books);
  if (desk.failure()) return;
  post_budget(desk, rules, options, books);
  post_grants(desk, rules, groups, books);
  pay_trainees(desk, rules, groups[0]);
  pay_premiums(desk, rules, options);
  post_rest_of_the_year(desk);
}

}  // namespace mingzhang::service
