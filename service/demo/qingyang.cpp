// SPDX-License-Identifier: Apache-2.0
// A county's subsidy of interest, quarter by quarter: the share falls from 100 % to 70 % in the middle of one of them.
#include <string>
#include <utility>
#include <vector>

#include "service/banks/subsidy_claim.h"
#include "service/banks/subsidy_setup.h"
#include "service/demo/books.h"
#include "service/demo/lending.h"
#include "service/lending/day_close.h"

namespace mingzhang::service {
namespace {

constexpr std::int64_t kLoans = 40;
constexpr const char* kBank = "QY-SYN";
constexpr const char* kFund = "QY-TX";
constexpr const char* kDocument = "演示文号";

Date on(int year, unsigned month, unsigned day) { return *Date::from_civil(year, month, day); }

std::string loan_code(std::int64_t number) { return demo_code("QY-", number, 2); }

/// 30,000.00 at 3.65 % for three years, interest settled on the 20th and paid on the 21st of every third month. The bureau
/// keeps the loans without their money, which is the cooperative's.
loans::Contract contract(Date start) {
  loans::Contract contract;
  contract.terms.principal = Money::from_fen(3'000'000);
  contract.terms.start = start;
  contract.terms.rate = Rate::from_units(3'650'000);
  contract.terms.day_count = {loans::MonthDays::Actual, loans::YearDays::Days360};
  contract.terms.method = loans::Method::PrincipalAtEnd;
  contract.terms.due.period.every = 3;
  contract.terms.due.installments = 12;
  contract.terms.due.settlement_day = 20;
  contract.terms.repayment.recalculation = loans::Recalculation::Daily;
  contract.penalty = {150, 200, false, Rounding::HalfUp};
  return contract;
}

void receive(DemoDesk& desk) {
  desk.add_fund(kFund, "小额信贷贴息资金", kDocument);
  funds::AddIndicator indicator = demo_indicator(kFund, kDocument, funds::Level::County, "脱贫人口小额信贷贴息",
                                                 Money::from_fen(10'000'000), on(2023, 6, 1));
  indicator.accounts = {kDemoBank, "400104", kDemoMoney, "600104"};
  desk.act(indicator);
}

/// Two borrowers stop paying after the first quarter.
bool pays(std::int64_t number, std::size_t quarter) { return quarter == 0 || number < kLoans - 1; }

/// The day's end, then what the borrowers pay of the quarter's interest.
void end_quarter(DemoDesk& desk, Date due, std::size_t quarter) {
  const Result<DayClose, Refusal> close = close_day(desk.place(), words_about("", "RZ-" + to_iso(due), due, ""), {});
  if (!close) return desk.fail(close.error());
  for (const DayBatch& batch : close->batches) desk.lend(std::vector<loans::Command>{batch.command});
  desk.say("  日终 " + to_iso(due) + "：结息 " + std::to_string(close->settled) + " 笔共 " + to_yuan_grouped(close->interest) +
           " 元，重新分类 " + std::to_string(close->reclassified) + " 笔");
  for (const DayBatch& batch : close->batches) {
    const auto* accrual = std::get_if<loans::AccrueInterest>(&batch.command);
    if (accrual == nullptr) continue;
    for (std::size_t i = 0; i < accrual->rows.size(); ++i) {
      if (!pays(static_cast<std::int64_t>(i) + 1, quarter)) continue;
      LoanWords words = words_about(accrual->rows[i].loan, "HK-" + to_iso(due) + "-" + accrual->rows[i].loan, due, "");
      words.amount = to_yuan(accrual->rows[i].interest);
      desk.lend(repay_loan(desk.place(), words));
    }
  }
}

/// A claim of the interest due in [from, to): one line is disputed first; the others are paid at once.
void claim_quarter(DemoDesk& desk, const std::string& code, Date from, Date to) {
  NewSubsidyClaim words;
  words.code = code;
  words.bank = kBank;
  words.date = to_iso(to);
  words.from = to_iso(from);
  words.to = to_iso(to);
  words.rule.rule = "qingyang-2021/interest-subsidy";
  const Result<SubsidyList, Refusal> list = build_subsidy_claim(desk.place(), words);
  if (!list) return desk.fail(list.error());
  Money interest;
  Money subsidy;
  for (const loans::ClaimedLine& line : list->command.rows) {
    interest += line.period.interest;
    subsidy += line.subsidy;
  }
  const loans::ClaimedLine first = list->command.rows.front();
  desk.say("  贴息 " + code + "：" + std::to_string(list->command.rows.size()) + " 笔，利息 " + to_yuan_grouped(interest) +
           "，贴息 " + to_yuan_grouped(subsidy) + "；不贴 " + std::to_string(list->left_out.size()) + " 笔。首行 " + first.loan + " " +
           to_iso(first.period.from) + "–" + to_iso(first.period.to) + " 利息 " + to_yuan(first.period.interest) + " → " + to_yuan(first.subsidy));
  desk.lend(claim_of(*list));
  const std::string day = to_iso(plus_days(to, 5));
  desk.lend(review_subsidy(desk.place(), {code + "-SH", code, day, {"all"}, {"2=合同号不清（演示）"}, {}}));
  desk.lend(pay_subsidy(desk.place(), {code + "-ZF", code, day, {"county=500107/100201/" + std::string(kFund)}}));
}

}  // namespace

void post_qingyang(DemoDesk& desk, DemoRules&) {
  desk.adopt("lending-general", on(2023, 6, 1));
  receive(desk);
  std::vector<loans::Command> commands;
  for (std::int64_t number = 1; number <= kLoans; ++number) {
    DemoLoan loan;
    loan.code = loan_code(number);
    loan.bank = kBank;
    loan.product = "脱贫人口小额信贷";
    loan.date = on(2023, 6, 21);
    loan.contract = contract(loan.date);
    grant(loan, commands);
  }
  desk.lend(commands);
  const std::vector<Date> due{on(2023, 9, 21), on(2023, 12, 21), on(2024, 3, 21), on(2024, 6, 21)};
  for (std::size_t quarter = 0; quarter < due.size() && !desk.failure(); ++quarter) end_quarter(desk, due[quarter], quarter);
  claim_quarter(desk, "TX-2023-4", on(2023, 10, 1), on(2024, 1, 1));
  claim_quarter(desk, "TX-2024-1", on(2024, 1, 1), on(2024, 4, 1));
  // What was disputed is settled later; of what was paid, one line comes back.
  desk.lend(review_subsidy(desk.place(), {"TX-2023-4-SH2", "TX-2023-4", "2024-04-08", {"2"}, {}, {}}));
  desk.lend(pay_subsidy(desk.place(), {"TX-2023-4-ZF2", "TX-2023-4", "2024-04-08", {"county=500107/100201/" + std::string(kFund)}}));
  desk.lend(report_loan_misuse(desk.place(), words_about(loan_code(7), "NY-QY-07", on(2024, 4, 10), "改作他用（演示）")));
  desk.lend(claw_back_subsidy(desk.place(), {"TX-SH-1", "TX-2024-1", "7", "2024-04-12", "", "挪用（演示）", {}}));
  if (!desk.failure()) reconcile_planted(desk, kBank, on(2024, 6, 30));
}

}  // namespace mingzhang::service
