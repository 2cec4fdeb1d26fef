// SPDX-License-Identifier: Apache-2.0
// What happens in the demonstration: a county's year 2016 and a district's fund.
#include "service/demo.h"

#include <array>
#include <utility>

#include "base/ratio.h"
#include "service/demo_desk.h"

namespace mingzhang::service {
namespace {

using ledger::Side;
using ledger::VoucherRequest;
using ledger::VoucherType;

constexpr const char* kBank = "100201";
constexpr const char* kBudgetFund = "WN-2016-A";
constexpr const char* kGrantFund = "WN-2016-B";
constexpr const char* kGrantProject = "DH-2016";
constexpr int kPoorestTownships = 7;   // 石门、海拉等7个极贫乡镇
constexpr int kOtherTownships = 32;    // synthetic: the report does not say how many there are
constexpr std::array<std::int64_t, 5> kSplit33112{3, 3, 1, 1, 2};

Date day(unsigned month, unsigned day_of_month) { return *Date::from_civil(2016, month, day_of_month); }

std::string numbered(const std::string& prefix, std::int64_t number, std::size_t width) {
  const std::string digits = std::to_string(number);
  return prefix + std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
}

std::string household_code(std::int64_t number) { return numbered("HU-SYN-", number, 6); }

VoucherRequest receipt(Date date, const std::string& summary, Money amount, const std::string& income,
                       const std::string& budget_income, const std::string& fund) {
  VoucherRequest voucher = demo_voucher(VoucherType::Receipt, date, summary);
  add_line(voucher, Side::Debit, kBank, amount, fund);
  add_line(voucher, Side::Credit, income, amount, fund);
  add_budget_entry(voucher, true, budget_income, amount, fund);
  return voucher;
}

/// The county's own budget: received, split 3:3:1:1:2, and handed to townships and project units.
void post_budget(DemoDesk& desk, const DemoOptions& options, DemoBooks& books) {
  books.budget = *scale(Money::from_fen(150'00), Ratio{options.persons, 1}, Rounding::HalfUp);
  desk.say("县级预算：每名贫困人口150元 × " + std::to_string(options.persons) + " 人 = " +
           to_yuan_grouped(books.budget) + " 元，凭文号到账");
  desk.add_fund(kBudgetFund, "县级财政专项扶贫资金（每人150元）", "威财预〔2016〕（文号为演示假设）");
  desk.post({receipt(day(1, 15), "收到县级财政专项扶贫资金", books.budget, "400104", "600104", kBudgetFund)});

  const std::vector<Money> parts = allocate(books.budget, kSplit33112);
  std::string shown;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    const std::string project = "P33112-" + std::to_string(part + 1);
    desk.add_project(project, "“33112”第" + std::to_string(part + 1) + "份（按 3:3:1:1:2 假设，名称未见于文件）");
    shown += (part > 0 ? " + " : "") + to_yuan_grouped(parts[part]);
  }
  desk.say("按 3:3:1:1:2 分配（假设）：" + shown);

  std::vector<VoucherRequest> vouchers;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    const bool to_townships = part < 2;
    const int receivers = to_townships ? kPoorestTownships + kOtherTownships : 4;
    const std::vector<std::int64_t> equal(static_cast<std::size_t>(receivers), 1);
    const std::vector<Money> shares = allocate(parts[part], equal);
    VoucherRequest voucher = demo_voucher(VoucherType::Payment, day(2, static_cast<unsigned>(10 + part)),
                                          to_townships ? "拨付乡镇扶贫资金（待报账）" : "拨付项目单位扶贫资金（待报账）");
    for (int receiver = 0; receiver < receivers; ++receiver) {
      const std::string subject = numbered(to_townships ? "XZ-SYN-" : "XM-SYN-", receiver + 1, 2);
      add_line(voucher, Side::Debit, to_townships ? "121401" : "121402", shares[static_cast<std::size_t>(receiver)],
               kBudgetFund, "P33112-" + std::to_string(part + 1), subject);
    }
    add_line(voucher, Side::Credit, kBank, parts[part], kBudgetFund);
    add_budget_entry(voucher, false, "710101", parts[part], kBudgetFund);
    vouchers.push_back(std::move(voucher));
  }
  desk.post(vouchers);
}

/// One payment list: a township's households, each its own line.
VoucherRequest payment_list(Date date, const std::string& township, std::int64_t first, std::int64_t count, Money each,
                            const std::string& fund) {
  VoucherRequest voucher = demo_voucher(VoucherType::Payment, date, township + "到户产业发展补助");
  for (std::int64_t number = first; number < first + count; ++number) {
    add_line(voucher, Side::Debit, "500101", each, fund, kGrantProject, household_code(number));
  }
  const Money total = *scale(each, Ratio{count, 1}, Rounding::HalfUp);
  add_line(voucher, Side::Credit, kBank, total, fund);
  add_budget_entry(voucher, false, "710101", total, fund);
  return voucher;
}

struct Group {
  std::string name;
  std::int64_t households;
  int townships;
  Money each;
};

/// The grants to every poor household, paid township by township.
void post_grants(DemoDesk& desk, const DemoOptions& options, DemoBooks& books) {
  const std::array<Group, 2> groups{
      Group{"极贫乡镇", options.poorest_households, kPoorestTownships, Money::from_fen(5'000'00)},
      Group{"乡镇", options.households - options.poorest_households, kOtherTownships, Money::from_fen(1'000'00)}};
  for (const Group& group : groups) books.grants += *scale(group.each, Ratio{group.households, 1}, Rounding::HalfUp);

  desk.add_project(kGrantProject, "到户产业发展补助（每户1000元，7个极贫乡镇每户5000元）");
  desk.say("先试从县级预算（" + std::string(kBudgetFund) + "）支付到户补助：该资金已全部拨付");
  desk.show_refusal(payment_list(day(3, 1), "极贫乡镇01", 1, 1, groups[0].each, kBudgetFund));

  desk.say("第二个文号到账：到户补助 " + to_yuan_grouped(books.grants) + " 元（来源层级与文号为假设）");
  desk.add_fund(kGrantFund, "到户产业发展补助资金", "黔财农〔2016〕（层级与文号为演示假设）");
  desk.post({receipt(day(3, 20), "收到到户产业发展补助资金", books.grants, "400102", "600102", kGrantFund)});

  std::int64_t next_household = 1;
  int list = 0;
  for (const Group& group : groups) {
    const std::vector<std::int64_t> equal(static_cast<std::size_t>(group.townships), 1);
    const std::vector<Money> shares = allocate(Money::from_fen(group.households), equal);  // households, not money
    for (int township = 0; township < group.townships && !desk.failure(); ++township, ++list) {
      const std::int64_t count = shares[static_cast<std::size_t>(township)].fen();
      if (count == 0) continue;
      const auto month = static_cast<unsigned>(4 + list / kPoorestTownships);
      desk.post({payment_list(day(month, static_cast<unsigned>(5 + list % 20)), numbered(group.name, township + 1, 2),
                              next_household, count, group.each, kGrantFund)});
      next_household += count;
    }
    desk.say("已发放 " + std::to_string(next_household - 1) + " / " + std::to_string(options.households) + " 户");
  }
  books.one_household = household_code(1);
}

/// A mistake and its only undo, a reimbursement, and the closed months.
void post_rest_of_the_year(DemoDesk& desk) {
  VoucherRequest mistake = demo_voucher(VoucherType::General, day(11, 3), "乡镇报账：产业发展（误记金额）");
  add_line(mistake, Side::Debit, "500102", Money::from_fen(12'345'67), kBudgetFund, "P33112-1");
  add_line(mistake, Side::Credit, "121401", Money::from_fen(12'345'67), kBudgetFund, "P33112-1", "XZ-SYN-01");
  VoucherRequest undone = ledger::reversal_of(ledger::Voucher{mistake, 1}, day(11, 4), "金额误记");
  VoucherRequest right = mistake;
  right.date = day(11, 4);
  right.summary = "乡镇报账：产业发展";
  for (ledger::Line& line : right.lines) line.amount = Money::from_fen(12'354'67);
  desk.post({mistake});
  desk.post({undone, right});
  desk.say("一张误记的凭证已由冲销凭证更正");
  desk.close(*Month::from_civil(2016, 1), *Month::from_civil(2016, 11));
  desk.say("2016年1月至11月已结账");
}

/// The district's fund of one million: three restricted sources in one book.
void post_district(DemoDesk& desk, DemoBooks& books) {
  books.district_fund = Money::from_fen(1'000'000'00);
  const std::array<std::int64_t, 3> weights{70, 20, 10};
  const std::vector<Money> parts = allocate(books.district_fund, weights);
  desk.say("昆都仑区专项扶贫基金 " + to_yuan_grouped(books.district_fund) + " 元 = 70% 政府出资 " +
           to_yuan_grouped(parts[0]) + " + 20% 募集 " + to_yuan_grouped(parts[1]) + " + 10% 社会捐赠 " +
           to_yuan_grouped(parts[2]));
  struct Source {
    const char* code;
    const char* name;
    const char* income;
    const char* budget_income;
  };
  const std::array<Source, 3> sources{Source{"KD-GOV", "政府出资", "400104", "600104"},
                                      Source{"KD-RAISED", "募集", "460301", "660901"},
                                      Source{"KD-DONATED", "社会捐赠", "460302", "660901"}};
  std::vector<VoucherRequest> vouchers;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    desk.add_fund(sources[i].code, std::string("区专项扶贫基金：") + sources[i].name, "（文号为演示假设）");
    vouchers.push_back(receipt(day(1, 20), std::string("区专项扶贫基金到账：") + sources[i].name, parts[i],
                               sources[i].income, sources[i].budget_income, sources[i].code));
  }
  desk.post(vouchers);

  struct Payment {
    const char* summary;
    const char* expense;
    std::int64_t fen;
  };
  // A chronic patient's claim of 12,345.67 (half of what exceeds 3,000.00), grants to pupils, and the premium of 130.00
  // for each of the district's 479 poor people.
  const std::array<Payment, 3> payments{Payment{"慢性病医疗救助（合成个案）", "500105", 4'672'84},
                                        Payment{"教育资助（合成名单）", "500104", 17'900'00},
                                        Payment{"代缴医保：479人，每人130元", "500106", 62'270'00}};
  for (const Payment& payment : payments) {
    VoucherRequest voucher = demo_voucher(VoucherType::Payment, day(6, 15), payment.summary);
    const Money amount = Money::from_fen(payment.fen);
    add_line(voucher, Side::Debit, payment.expense, amount, "KD-GOV");
    add_line(voucher, Side::Credit, kBank, amount, "KD-GOV");
    add_budget_entry(voucher, false, "710101", amount, "KD-GOV");
    desk.post({voucher});
  }
  desk.close(*Month::from_civil(2016, 1), *Month::from_civil(2016, 11));
}

}  // namespace

Result<DemoBooks, Refusal> post_demo_books(Writer& writer, const DemoOptions& options, const Say& say) {
  DemoBooks books;
  DemoDesk weining(writer, books.weining, say);
  weining.open("威宁县财政专项扶贫资金专账（演示，住户为合成数据）", *Month::from_civil(2016, 1));
  post_budget(weining, options, books);
  post_grants(weining, options, books);
  post_rest_of_the_year(weining);
  if (weining.failure()) return Err(*weining.failure());
  DemoDesk kundulun(writer, books.kundulun, say);
  kundulun.open("昆都仑区专项扶贫基金（演示，合成数据）", *Month::from_civil(2016, 1));
  post_district(kundulun, books);
  if (kundulun.failure()) return Err(*kundulun.failure());
  return books;
}

}  // namespace mingzhang::service
