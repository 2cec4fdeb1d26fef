// SPDX-License-Identifier: Apache-2.0
// Indicators, allocations and the gates of projects.
#include <utility>
#include <vector>

#include "cli/fund_options.h"
#include "cli/listing.h"
#include "cli/verb.h"
#include "service/reading/funds.h"
#include "service/setup/fund_setup.h"

namespace mingzhang::cli {
namespace {

service::NewFundCommand make_indicator(const service::BookPlace&, const Values& values) {
  service::NewIndicator indicator;
  indicator.code = values.text("CODE");
  indicator.document = values.text("--document");
  indicator.level = values.text("--level");
  indicator.purpose = values.text("--purpose");
  indicator.amount = values.text("--amount");
  indicator.date = values.text("--date");
  indicator.deadline = values.text("--deadline");
  indicator.assumption = values.text("--assumption");
  indicator.arrives = values.is_given("--arrives");
  indicator.accounts = account_words(values);
  return service::add_indicator(indicator);
}

service::NewFundCommand make_change(const service::BookPlace&, const Values& values) {
  service::IndicatorChange change;
  change.code = values.text("--code");
  change.indicator = values.text("INDICATOR");
  change.date = values.text("--date");
  change.document = values.text("--document");
  change.direction = values.text("DIRECTION");
  change.amount = values.text("--amount");
  change.reason = values.text("--reason");
  change.accounts = account_words(values);
  return service::change_indicator(change);
}

service::NewFundCommand make_allocation(const service::BookPlace&, const Values& values) {
  service::NewAllocation allocation;
  allocation.code = values.text("--code");
  allocation.indicator = values.text("--indicator");
  allocation.date = values.text("--date");
  allocation.kind = values.text("--kind");
  allocation.total = values.text("--total");
  allocation.targets = values.list("--target");
  allocation.explanation = values.text("--explanation");
  allocation.accounts = account_words(values);
  return service::allocate(allocation);
}

service::NewFundCommand make_return(const service::BookPlace& place, const Values& values) {
  service::AllocationReturn request;
  request.code = values.text("--code");
  request.target = values.text("TARGET");
  request.date = values.text("--date");
  request.amount = values.text("--amount");
  request.reason = values.text("--reason");
  request.accounts = account_words(values);
  return service::return_allocation(place, request);
}

service::NewFundCommand make_plan(const service::BookPlace&, const Values& values) {
  service::NewPlan plan;
  plan.code = values.text("CODE");
  plan.title = values.text("--title");
  plan.place = values.text("--place");
  plan.date = values.text("--date");
  plan.budget = values.text("--budget");
  plan.gates = values.list("--gate");
  plan.money_gate = values.text("--money-gate");
  return service::plan_project(plan);
}

service::NewFundCommand make_signature(const service::BookPlace&, const Values& values) {
  return service::sign_gate({values.text("CODE"), values.text("GATE"), values.text("--date"), values.text("--by"),
                             values.text("--evidence")});
}

int run_indicator_list(Desk& desk, const Values&) { return show_list(desk, service::list_indicators); }

int run_indicator_show(Desk& desk, const Values& values) {
  return show_list(desk, [&](const service::BookPlace& place, service::Format format) {
    return service::show_indicator(place, values.text("CODE"), format);
  });
}

int run_allocation_list(Desk& desk, const Values&) { return show_list(desk, service::list_allocations); }

int run_project_show(Desk& desk, const Values& values) {
  return show_list(desk, [&](const service::BookPlace& place, service::Format format) {
    return service::show_project(place, values.text("CODE"), format);
  });
}

std::vector<OptionSpec> indicator_options() {
  return with_accounts(
      {word_argument("CODE", "资金来源代号，即指标代号 code of its fund"),
       required_option("--document", "TEXT", "文号 number of its document"),
       required_option("--level", "LEVEL", "层级 中央 central、省 province、市 city、县 county、社会帮扶 social、捐赠 donated"),
       required_option("--purpose", "TEXT", "用途 purpose"),
       required_option("--amount", "AMOUNT", "指标数 amount"), date_option(),
       optional_option("--deadline", "DATE", "使用期限 to be spent by"),
       optional_option("--assumption", "TEXT", "文号或金额为假设的理由 why document or amount are assumed"),
       {"--arrives", ValueKind::Flag, false, "", "资金同日到账 the money arrives on the same day"}},
      "到账时 100201/4001xx、800102/6001xx（随层级）");
}

std::vector<Verb> indicator_verbs() {
  return {
      {"indicator", "add", "登记指标（须两人） register an indicator; two people", indicator_options(),
       ordering(make_indicator)},
      {"indicator", "change", "追加或调减指标（须两人） add to an indicator or take from it; two people",
       with_accounts({word_argument("INDICATOR", "指标 indicator"),
                      word_argument("DIRECTION", "increase 追加 / decrease 调减"),
                      required_option("--code", "CODE", "单号 code of this change"), date_option(),
                      required_option("--document", "TEXT", "文号 document"),
                      required_option("--amount", "AMOUNT", "金额 amount"), reason_option(true)},
                     "均不写则资金不动"),
       ordering(make_change)},
      {"indicator", "list", "列出指标 list the indicators", {}, run_indicator_list},
      {"indicator", "show", "指标台账 an indicator and every movement of its money",
       {word_argument("CODE", "指标 indicator")}, run_indicator_show},
  };
}

std::vector<Verb> allocation_verbs() {
  return {
      {"allocation", "add", "拨付到乡镇、村、项目或单位（须两人） allocate an indicator's money; two people",
       with_accounts(with_rule({required_option("--code", "CODE", "拨付单号 code"),
                      required_option("--indicator", "CODE", "指标 indicator"), date_option(),
                      optional_option("--kind", "KIND",
                                      "对象类别 township（默认）、village、project、household_list、unit kind of the targets"),
                      required_option("--total", "AMOUNT", "合计 total"),
                      list_option("--target", "TARGET", "对象，可重复 a target, repeated: \"XZ-01 100.00 [PROJECT]\"")}),
                     "121401 或 121402/100201、710101/800102"),
       ordering(make_allocation)},
      {"allocation", "return", "收回未用拨款（须两人） take back what a target has not spent; two people",
       with_accounts({word_argument("TARGET", "拨付对象，如 A1/2 target"), required_option("--code", "CODE", "单号 code"),
                      date_option(), required_option("--amount", "AMOUNT", "金额 amount"), reason_option(true)},
                     "100201/拨付时科目、800102/710101"),
       ordering(make_return)},
      {"allocation", "list", "列出拨付对象 list the targets of all allocations", {}, run_allocation_list},
  };
}

}  // namespace

std::vector<Verb> fund_verbs() {
  std::vector<Verb> verbs = indicator_verbs();
  for (Verb& verb : allocation_verbs()) verbs.push_back(std::move(verb));
  verbs.push_back({"project", "plan", "登记项目计划与关口（须两人） register a project's plan and gates; two people",
                   {word_argument("CODE", "项目 project"), required_option("--title", "TEXT", "名称 title"),
                    required_option("--place", "CODE", "区划代码 division code"), date_option(),
                    required_option("--budget", "AMOUNT", "预算 budget"),
                    list_option("--gate", "NAME", "关口，按次序重复 a gate; repeated, in order"),
                    required_option("--money-gate", "NAME", "报账关口 gate at which money is reported")},
                   ordering(make_plan)});
  verbs.push_back({"project", "sign", "签认下一个关口（须两人） sign the next gate; two people",
                   {word_argument("CODE", "项目 project"), word_argument("GATE", "关口 gate"), date_option(),
                    required_option("--by", "UNIT", "签认单位，不写人名 unit that signs; never a person's name"),
                    required_option("--evidence", "SHA256", "签认文件的 SHA-256 digest of the signed paper")},
                   ordering(make_signature)});
  verbs.push_back({"project", "show", "项目计划与关口 a project's plan and gates",
                   {word_argument("CODE", "项目 project")}, run_project_show});
  return verbs;
}

}  // namespace mingzhang::cli
