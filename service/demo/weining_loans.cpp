// SPDX-License-Identifier: Apache-2.0
// The county's loans of one year: three products with the report's households and amounts, and what becomes of some loans.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/ratio.h"
#include "guarantee/command.h"
#include "guarantee/risk_fund.h"
#include "service/demo/books.h"
#include "service/demo/lending.h"
#include "service/lending/loan_setup.h"
#include "service/lending/loan_terms.h"

namespace mingzhang::service {
namespace {

constexpr std::int64_t kFenPerWan = 1'000'000;  // 10,000 yuan
constexpr std::size_t kLoansPerRequest = 400;
constexpr const char* kFund = "NSH-ZY";
constexpr const char* kBank = "NSH-SYN";
constexpr const char* kPool = "DB-SYN";
constexpr const char* kRiskFund = "BC-SYN";
constexpr const char* kLendingCounty = "520526";

struct Product {
  std::string prefix;
  std::string name;
  std::int64_t households = 0;
  Money amount;
};

/// The report's figures; the third product has no name in it.
std::vector<Product> products_of(const DemoRules& rules) {
  const auto households = [&rules](const char* name) { return rules.figure("loan-remainder-households", name); };
  const auto amount = [&rules](const char* name) {
    return Money::from_fen(rules.figure("loan-remainder-amount", name) * kFenPerWan);
  };
  return {{"TH-", "weining-2016/loan-tehui", households("tehui"), amount("tehui")},
          {"QX-", "weining-2016/loan-qunxing", households("qunxing"), amount("qunxing")},
          {"WM-", "未署名产品", households("all") - households("tehui") - households("qunxing"),
           amount("all") - amount("tehui") - amount("qunxing")}};
}

/// 4.35 % a year, the benchmark up to one year; act/360; principal and interest at the end: assumptions, the report is
/// silent.
loans::Contract contract_of(Money principal, Date start, int months) {
  loans::Contract contract;
  contract.terms.principal = principal;
  contract.terms.start = start;
  contract.terms.rate = Rate::from_units(4'350'000);
  contract.terms.day_count = {loans::MonthDays::Actual, loans::YearDays::Days360};
  contract.terms.method = loans::Method::AllAtEnd;
  contract.terms.due.installments = months;
  contract.terms.repayment.recalculation = loans::Recalculation::Daily;
  contract.penalty = {150, 200, false, Rounding::HalfUp};
  contract.accounts = usual_loan_accounts();
  return contract;
}

std::string loan_code(const Product& product, std::int64_t number) { return demo_code(product.prefix, number, 5); }

/// Loans of one product, all alike to the fen, paid out between July and September; the first forty for three months only.
void post_product(DemoDesk& desk, const Product& product, bool has_short_ones) {
  const std::vector<std::int64_t> equal(static_cast<std::size_t>(product.households), 1);
  const std::vector<Money> amounts = allocate(product.amount, equal);
  std::vector<loans::Command> commands;
  for (std::int64_t number = 1; number <= product.households; ++number) {
    const bool is_short = has_short_ones && number <= 40;
    DemoLoan loan;
    loan.code = loan_code(product, number);
    loan.bank = kBank;
    loan.fund = kFund;
    loan.product = product.name;
    loan.date = is_short ? demo_day(3, 1) : plus_days(demo_day(7, 1), number % 90);
    loan.cover = has_short_ones ? kPool : "";
    loan.contract = contract_of(amounts[static_cast<std::size_t>(number - 1)], loan.date, is_short ? 3 : 12);
    grant(loan, commands);
    if (commands.size() >= kLoansPerRequest * 5 || number == product.households) {
      desk.lend(commands);
      commands.clear();
    }
  }
}

void renew(DemoDesk& desk, const std::string& loan, Money amount) {
  LoanWords words = words_about(loan, "XD-" + loan, demo_day(6, 1), "");
  words.into = loan + "-X";
  words.months = "12";
  words.product = "weining-2016/loan-tehui";
  words.terms = R"({"principal":")" + to_yuan(amount) +
                R"(","start":"2016-06-01","rate":"4.35%","method":"all_at_end","day_count":"act/360","installments":12,)"
                R"("rounding":{"mode":"half_up"},"repayment":{"recalculation":"daily"}})";
  desk.lend(renew_loan(desk.place(), words));
}

/// What becomes of the forty loans that were due on the first of June.
void live_on(DemoDesk& desk, const Product& product) {
  const auto code = [&product](std::int64_t number) { return loan_code(product, number); };
  for (std::int64_t number = 21; number <= 24; ++number) {
    LoanWords half = words_about(code(number), "HK1-" + code(number), demo_day(4, 15), "");
    half.amount = "10000.00";
    desk.lend(repay_loan(desk.place(), half));
  }
  for (std::int64_t number = 25; number <= 28; ++number) {
    LoanWords extension = words_about(code(number), "ZQ-" + code(number), demo_day(5, 20), "受灾减产（演示）");
    extension.due = "2016-06-01";
    extension.to = "2016-12-01";
    desk.lend(extend_loan(desk.place(), extension));
  }
  for (std::int64_t number = 1; number <= 24; ++number) {
    desk.lend(repay_loan(desk.place(), words_about(code(number), "JQ-" + code(number), demo_day(6, 1), "")));
  }
  const std::vector<Money> amounts = allocate(product.amount, std::vector<std::int64_t>(static_cast<std::size_t>(product.households), 1));
  for (std::int64_t number = 29; number <= 31; ++number) renew(desk, code(number), amounts[static_cast<std::size_t>(number - 1)]);
  LoanWords misuse = words_about(code(37), "NY-1", demo_day(5, 10), "改作他用（演示）");
  desk.lend(report_loan_misuse(desk.place(), misuse));
  LoanWords interest = words_about("", "JX-2016", demo_day(12, 20), "");
  desk.lend(accrue_interest(desk.place(), interest));
  LoanWords classes = words_about("", "FL-2016", demo_day(12, 20), "逾期 202 天，按当时规定至少为次级（演示）");
  for (std::int64_t number = 32; number <= 40; ++number) classes.classes.push_back(code(number) + " substandard");
  desk.lend(classify_loans(desk.place(), classes, {}));
}

/// A fund of 3 % of what was lent, paid in 7:3, the government's part in halves; a pool that stands behind the first product.
/// The report names neither: the shares are those of 定发〔2015〕13号, deposit and multiple are made up.
void stand_behind(DemoDesk& desk, const std::vector<Product>& products) {
  Money lent;
  for (const Product& product : products) lent += product.amount;
  guarantee::OpenRiskFund fund;
  fund.code = kRiskFund;
  fund.name = "风险补偿基金（演示）";
  fund.place = kLendingCounty;
  fund.date = demo_day(1, 4);
  fund.terms = {Money::from_fen(1'000'000'000), {7, 3}, {1, 1}, {7, 3}, false, 90};
  desk.guard(fund);
  const guarantee::FundParts parts = guarantee::parts_of(*scale(lent, {3, 100}, Rounding::HalfUp), fund.terms);
  const auto pay_in = [&desk](const char* code, guarantee::Contributor from, const char* party, Money amount) {
    guarantee::Contribute contribution;
    contribution.code = code;
    contribution.fund = kRiskFund;
    contribution.date = demo_day(1, 5);
    contribution.contributor = from;
    contribution.party = party;
    contribution.amount = amount;
    desk.guard(contribution);
  };
  pay_in("CZ-1", guarantee::Contributor::Province, "省级财政", parts.province);
  pay_in("CZ-2", guarantee::Contributor::Local, "市县财政", parts.local);
  pay_in("CZ-3", guarantee::Contributor::Institution, "金融机构", parts.institution);
  desk.say("  风险补偿基金 " + to_yuan_grouped(parts.total()) + "＝政府 " + to_yuan_grouped(parts.government()) + "（省 " +
           to_yuan_grouped(parts.province) + "、市县 " + to_yuan_grouped(parts.local) + "）＋金融机构 " +
           to_yuan_grouped(parts.institution));
  guarantee::AddPool pool;
  pool.code = kPool;
  pool.name = "担保基金池（演示）";
  pool.bank = kBank;
  pool.place = kLendingCounty;
  pool.date = demo_day(1, 4);
  pool.terms = {10, 5, 90};
  desk.guard(pool);
  guarantee::MoveDeposit deposit;
  deposit.code = "DBJ-1";
  deposit.pool = kPool;
  deposit.date = demo_day(1, 5);
  deposit.amount = Money::from_fen(products.front().amount.fen() / 9);
  deposit.document = "演示文号";
  deposit.party = "县财政局";
  desk.guard(deposit);
}

/// Three of the overdue loans are claimed; one of them is disputed by the township; of what was paid a part comes back.
void compensate(DemoDesk& desk, const Product& product, const std::vector<Money>& amounts) {
  guarantee::SubmitClaim claim;
  claim.code = "DC-2016-1";
  claim.fund = kRiskFund;
  claim.bank = kBank;
  claim.date = demo_day(12, 21);
  Money paid;
  for (std::int64_t number = 32; number <= 34; ++number) {
    const Money principal = amounts[static_cast<std::size_t>(number - 1)];
    claim.rows.push_back({loan_code(product, number), principal, Money(), 203, std::string(64, 'd')});
    if (number < 34) paid += guarantee::borne_by_fund(principal, {Money(), {7, 3}, {1, 1}, {7, 3}, false, 90});
  }
  desk.guard(claim);
  desk.guard(guarantee::ReviewClaim{"DC-SH-1", claim.code, demo_day(12, 22), guarantee::ReviewStep::Township, "样例乡镇", {{3, "催收材料不全（演示）"}}});
  desk.guard(guarantee::ReviewClaim{"DC-SH-2", claim.code, demo_day(12, 23), guarantee::ReviewStep::Bureau, "样例主管部门", {}});
  desk.guard(guarantee::PayClaim{"DC-ZF-1", claim.code, demo_day(12, 26), paid});
  desk.guard(guarantee::RecoverLoss{"DC-ZC-1", claim.code, 1, demo_day(12, 30), Money::from_fen(1'000'000)});
}

void tell_products(DemoDesk& desk, const std::vector<Product>& products) {
  std::int64_t households = 0;
  Money total;
  for (const Product& product : products) {
    households += product.households;
    total += product.amount;
    desk.say("  " + product.name + "：" + std::to_string(product.households) + " 户，" + to_yuan_grouped(product.amount) + " 元");
  }
  desk.say("  合计 " + std::to_string(households) + " 户，" + to_yuan_grouped(total) + " 元");
}

}  // namespace

void post_weining_loans(DemoDesk& desk, DemoRules& rules, const DemoOptions& options) {
  std::vector<Product> products = products_of(rules);
  for (Product& product : products) {
    product.households = std::max<std::int64_t>(50, product.households / options.loan_share);
    if (options.loan_share > 1) product.amount = Money::from_fen(product.amount.fen() / options.loan_share);
  }
  tell_products(desk, products);
  desk.add_fund(kFund, "信用社自有资金", "");
  ledger::VoucherRequest capital = demo_voucher(ledger::VoucherType::Receipt, demo_day(1, 1), "演示：可贷资金");
  add_line(capital, ledger::Side::Debit, "100201", Money::from_fen(60'000'000'000), kFund);
  add_line(capital, ledger::Side::Credit, "2011", Money::from_fen(60'000'000'000), kFund);
  desk.post({capital});
  stand_behind(desk, products);
  for (std::size_t index = 0; index < products.size(); ++index) post_product(desk, products[index], index == 0);
  live_on(desk, products.front());
  const std::vector<std::int64_t> equal(static_cast<std::size_t>(products.front().households), 1);
  compensate(desk, products.front(), allocate(products.front().amount, equal));
  if (!desk.failure()) reconcile_planted(desk, kBank, demo_day(12, 31));
  loans::Repay again;
  again.code = "HK-CF";
  again.loan = loan_code(products.front(), 1);
  again.date = demo_day(7, 1);
  again.parts.principal = Money::from_fen(100);
  desk.show_refusal("向已结清的贷款再还 1.00 元", again);
}

}  // namespace mingzhang::service
