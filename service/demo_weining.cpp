// SPDX-License-Identifier: Apache-2.0
// A county's year: the budget per head and its split, the grants to every poor household, a mistake and its undoing.
#include <array>
#include <utility>

#include "base/ratio.h"
#include "service/demo_books.h"

namespace mingzhang::service {
namespace {

using ledger::Side;
using ledger::VoucherRequest;
using ledger::VoucherType;

constexpr const char* kBudgetFund = "WN-2016-A";
constexpr const char* kGrantFund = "WN-2016-B";
constexpr const char* kGrantProject = "DH-2016";
constexpr int kPoorestTownships = 7;   // 石门、海拉等7个极贫乡镇
constexpr int kOtherTownships = 32;    // synthetic: the report does not say how many there are

std::string household_code(std::int64_t number) { return demo_code("HU-SYN-", number, 6); }
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

/// Households that get the same, in so many townships.
struct Group {
  std::string name;
  const char* rule_class;
  std::int64_t households;
  int townships;
};

/// The list of one township: a row for each of its households.
funds::SubmitList township_list(const Group& group, int township, std::int64_t first, std::int64_t count, Date date,
                                const std::string& indicator, DemoRules& rules) {
  const policy::Evaluation grant =
      rules.ask("household-grant", {{"count." + std::string(group.rule_class), std::to_string(count)}});
  const std::vector<std::int64_t> equal(static_cast<std::size_t>(count), 1);
  const std::vector<Money> shares = allocate(amount_of(grant), equal);
  std::vector<funds::SubmittedRow> rows;
  rows.reserve(static_cast<std::size_t>(count));
  for (std::int64_t i = 0; i < count; ++i) {
    rows.push_back({household_code(first + i), "", shares[static_cast<std::size_t>(i)], ""});
  }
  const std::string name = demo_code(group.name, township + 1, 2);
  const std::string code = std::string("DH-") + group.rule_class + "-" + std::to_string(township + 1);
  funds::SubmitList list = demo_list(code, indicator, name + "到户产业发展补助", date, std::move(rows),
                                     grant.explanation.bytes());
  list.project = kGrantProject;
  return list;
}

/// The lists of a group, township by township.
void pay_group(DemoDesk& desk, DemoRules& rules, const Group& group, std::int64_t first, int lists_before,
               const DemoOptions& options, DemoBooks& books) {
  const std::vector<std::int64_t> equal(static_cast<std::size_t>(group.townships), 1);
  const std::vector<Money> shares = allocate(Money::from_fen(group.households), equal);  // households, not money
  for (int township = 0; township < group.townships && !desk.failure(); ++township) {
    const std::int64_t count = shares[static_cast<std::size_t>(township)].fen();
    if (count == 0) continue;
    const int number = lists_before + township;
    const Date date = demo_day(static_cast<unsigned>(4 + number / kPoorestTownships), static_cast<unsigned>(5 + number % 20));
    const funds::SubmitList list = township_list(group, township, first, count, date, kGrantFund, rules);
    desk.act(list);
    desk.act(demo_payment(list, date, "500101"));
    books.grants += list.total;
    first += count;
  }
  desk.say(group.name + "发放完毕：累计 " + std::to_string(first - 1) + " / " + std::to_string(options.households) + " 户");
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
void post_grants(DemoDesk& desk, DemoRules& rules, const DemoOptions& options, DemoBooks& books) {
  const Group poorest{"极贫乡镇", "extreme", options.poorest_households, kPoorestTownships};
  const Group others{"乡镇", "ordinary", options.households - options.poorest_households, kOtherTownships};
  const policy::Evaluation all = rules.ask("household-grant", {{"count.extreme", std::to_string(poorest.households)},
                                                               {"count.ordinary", std::to_string(others.households)}});
  desk.add_project(kGrantProject, "到户产业发展补助（每户1000元，7个极贫乡镇每户5000元）");
  desk.say("先试从县级预算（" + std::string(kBudgetFund) + "）支付到户补助：该资金已全部拨付");
  desk.show_refusal("极贫乡镇01到户产业发展补助",
                    township_list(poorest, 0, 1, 1, demo_day(3, 1), kBudgetFund, rules));

  desk.say("第二个文号到账：到户补助 " + all.formula + "（来源层级与文号为假设）");
  desk.add_fund(kGrantFund, "到户产业发展补助资金", "黔财农〔2016〕（层级与文号为演示假设）");
  funds::AddIndicator indicator = demo_indicator(kGrantFund, "黔财农〔2016〕（层级与文号为演示假设）", funds::Level::Province,
                                                 "到户产业发展补助", amount_of(all), demo_day(3, 20));
  indicator.accounts = {kDemoBank, "400102", kDemoMoney, "600102"};
  desk.act(indicator);
  pay_group(desk, rules, poorest, 1, 0, options, books);
  pay_again(desk);
  pay_group(desk, rules, others, poorest.households + 1, kPoorestTownships, options, books);
  books.one_household = household_code(1);
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
  post_budget(desk, rules, options, books);
  post_grants(desk, rules, options, books);
  post_rest_of_the_year(desk);
}

}  // namespace mingzhang::service
