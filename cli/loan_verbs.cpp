// SPDX-License-Identifier: Apache-2.0
// From the application to the contract, and looking at loans.
#include <string>
#include <utility>
#include <vector>

#include "cli/listing.h"
#include "cli/loan_options.h"
#include "cli/verb.h"
#include "service/lending/loan_reading.h"

namespace mingzhang::cli {
namespace {

using service::BookPlace;
using service::LoanWords;

OptionSpec as_of_option() { return optional_option("--date", "DATE", "截止日期，默认今天 as of; today where not given"); }

int run_list(Desk& desk, const Values& values) {
  service::LoanFilter filter{values.text("--state"), values.text("--household"), values.is_given("--overdue")};
  return show_list(desk, [&](const BookPlace& place, service::Format format) {
    return service::list_loans(place, filter, values.text("--date"), desk.clock().today(), format);
  });
}

int run_show(Desk& desk, const Values& values) {
  return show_list(desk, [&](const BookPlace& place, service::Format format) {
    return service::show_loan(place, values.text("LOAN"), values.text("--date"), desk.clock().today(), format);
  });
}

int run_history(Desk& desk, const Values& values) {
  return show_list(desk, [&](const BookPlace& place, service::Format format) {
    return service::loan_history(place, values.text("LOAN"), format);
  });
}

int run_portfolio(Desk& desk, const Values& values) {
  return show_list(desk, [&](const BookPlace& place, service::Format format) {
    return service::show_portfolio(place, values.text("--date"), desk.clock().today(), format);
  });
}

std::vector<OptionSpec> application_options() {
  return with_rule({loan_argument(),
                    required_option("--household", "CODE", "户编号 household"),
                    required_option("--borrower", "CODE", "借款人编号 person who signs"),
                    required_option("--bank", "CODE", "贷款机构编号 lender"),
                    required_option("--product", "PRODUCT", "产品，如 microcredit-2021/microcredit product"),
                    optional_option("--fund", "CODE", "资金来源（默认自有资金） fund; the lender's own by default"),
                    optional_option("--cover", "CODE", "担保编号 guarantee behind it"),
                    required_option("--purpose", "TEXT", "用途 purpose"),
                    date_option(), loan_amount_option(true), required_option("--months", "N", "期限（月） term in months")});
}

std::vector<Verb> granting_verbs() {
  const auto plain = [](service::NewLoanCommand (*make)(const LoanWords&)) {
    return lending([make](const BookPlace&, const LoanWords& words) { return make(words); });
  };
  const OptionSpec reason = required_option("--reason", "TEXT", "原因 reason");
  const OptionSpec finding = required_option("--finding", "TEXT", "调查结论 what was found");
  return {
      {"loan", "apply", "申请贷款 ask for a loan", application_options(), plain(service::apply_for_loan)},
      {"loan", "review", "调查通过 an investigation speaks for it",
       {loan_argument(), step_code_option(), date_option(), finding, evidence_option()},
       lending([](const BookPlace&, const LoanWords& words) { return service::review_loan(words, true); })},
      {"loan", "fail-review", "调查未通过 an investigation speaks against it",
       {loan_argument(), step_code_option(), date_option(), finding, evidence_option()},
       lending([](const BookPlace&, const LoanWords& words) { return service::review_loan(words, false); })},
      {"loan", "approve", "审批同意（须两人） grant it; two people",
       {loan_argument(), step_code_option(), date_option(), loan_amount_option(true),
        required_option("--months", "N", "期限（月） term in months"), optional_option("--reason", "TEXT", "意见 opinion")},
       plain(service::approve_loan)},
      {"loan", "decline", "审批不同意（须两人） decline it; two people", {loan_argument(), step_code_option(), date_option(), reason},
       plain(service::decline_loan)},
      {"loan", "sign", "签订合同（须两人） sign the contract; two people",
       with_contract(with_rule({loan_argument(), step_code_option(), date_option(), evidence_option()})), plain(service::sign_loan)},
      {"loan", "drop", "放款前撤销 give it up before money is paid out", {loan_argument(), step_code_option(), date_option(), reason},
       plain(service::drop_loan)},
  };
}

std::vector<Verb> looking_verbs() {
  return {
      {"loan", "list", "列出贷款 list loans",
       {optional_option("--state", "STATE", "状态，如 active、已放款 state"), optional_option("--household", "CODE", "户 household"),
        {"--overdue", ValueKind::Flag, false, "", "只列逾期的 only overdue ones"}, as_of_option()},
       run_list},
      {"loan", "show", "查看一笔贷款和还款计划 a loan and its schedule", {loan_argument(), as_of_option()}, run_show},
      {"loan", "history", "一笔贷款的经过 what happened to a loan", {loan_argument()}, run_history},
      {"loan", "portfolio", "贷款组合：余额、分类、不良率、PAR30、续贷和展期占比，可按任一过去日期 balances, classes and ratios on any past day",
       {as_of_option()}, run_portfolio},
  };
}

}  // namespace

std::vector<Verb> loan_verbs() {
  std::vector<Verb> verbs = granting_verbs();
  for (Verb& verb : looking_verbs()) verbs.push_back(std::move(verb));
  return verbs;
}

}  // namespace mingzhang::cli
