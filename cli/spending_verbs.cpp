// SPDX-License-Identifier: Apache-2.0
// What targets report and pay in advance, what is taken back, and what a year leaves over.
#include <string>
#include <utility>
#include <vector>

#include "cli/fund_options.h"
#include "cli/listing.h"
#include "cli/verb.h"
#include "service/setup/spending_setup.h"

namespace mingzhang::cli {
namespace {

service::NewSpending spending_of(const Values& values) {
  service::NewSpending spending;
  spending.code = values.text("--code");
  spending.project = values.text("PROJECT");
  spending.target = values.text("--target");
  if (values.has("--payee")) spending.payee = values.text("--payee");
  spending.date = values.text("--date");
  spending.amount = values.text("--amount");
  spending.evidence = values.list("--evidence");
  spending.explanation = values.text("--explanation");
  spending.accounts = account_words(values);
  return spending;
}

service::NewFundCommand make_reimbursement(const service::BookPlace& place, const Values& values) {
  return service::reimburse(place, spending_of(values));
}

service::NewFundCommand make_advance(const service::BookPlace& place, const Values& values) {
  return service::pay_advance(place, spending_of(values));
}

service::AdvanceUse use_of(const Values& values) {
  service::AdvanceUse use;
  use.code = values.text("--code");
  use.advance = values.text("ADVANCE");
  use.date = values.text("--date");
  use.amount = values.text("--amount");
  if (values.has("--evidence")) use.evidence = values.list("--evidence");
  if (values.has("--reason")) use.reason = values.text("--reason");
  if (values.has("--explanation")) use.explanation = values.text("--explanation");
  use.accounts = account_words(values);
  return use;
}

service::NewFundCommand make_settlement(const service::BookPlace&, const Values& values) {
  return service::settle_advance(use_of(values));
}

service::NewFundCommand make_advance_return(const service::BookPlace& place, const Values& values) {
  return service::return_advance(place, use_of(values));
}

service::NewTakeBack take_back_of(const Values& values) {
  return {values.text("--code"),   values.text("CODE"),   values.text("--date"),
          values.text("--amount"), values.text("--reason"), account_words(values)};
}

service::NewFundCommand make_project_take_back(const service::BookPlace& place, const Values& values) {
  return service::take_back(place, take_back_of(values), service::TakenFrom::Project);
}

service::NewFundCommand make_benefit_take_back(const service::BookPlace& place, const Values& values) {
  return service::take_back(place, take_back_of(values), service::TakenFrom::Benefit);
}

service::NewCarryOver carried(const Values& values) {
  service::NewCarryOver request;
  request.code = values.text("--code");
  request.indicator = values.text("INDICATOR");
  if (values.has("--into")) request.into = values.text("--into");
  request.date = values.text("--date");
  request.year = values.text("--year");
  request.amount = values.text("--amount");
  request.explanation = values.text("--explanation");
  request.accounts = account_words(values);
  return request;
}

service::NewFundCommand make_carry_over(const service::BookPlace&, const Values& values) {
  return service::carry_over(carried(values));
}

service::NewFundCommand make_recovery(const service::BookPlace&, const Values& values) {
  return service::recover(carried(values));
}

OptionSpec code_option() { return required_option("--code", "CODE", "单号 code"); }
OptionSpec amount_option() { return required_option("--amount", "AMOUNT", "金额 amount"); }
OptionSpec evidence_option() {
  return {"--evidence", ValueKind::List, false, "SHA256",
          "发票、验收等凭据的 SHA-256，可重复 digest of an invoice or an acceptance; may be repeated"};
}
OptionSpec target_option() {
  return required_option("--target", "A1/2", "由哪个拨付对象支出 target whose money it is");
}

/// Where the reasons of the usual accounts are told: the model entries of the chart of special funds.
constexpr const char* kReported =
    "500103 基础设施/拨付时的121401或121402：拨付时记为预付并已列预算支出，报账转费用，不再记预算会计；产业项目用 --debit 500102";
constexpr const char* kAdvanced = "121403 预付工程款/拨付时的121401或121402：付了工程款但还没有验收，仍是预付，不再记预算会计";
constexpr const char* kSettled = "500103/121403：验收后预付工程款转费用，不再记预算会计";
constexpr const char* kBackToTarget = "拨付时的121401或121402/121403：退回拨付对象";
constexpr const char* kTurnedRound = "原凭证借贷对调";
constexpr const char* kLeaves = "3001 累计盈余/100201、8101 财政拨款结转/800102：结转资金调出或上缴，不再是费用";

std::vector<Verb> project_verbs() {
  const OptionSpec project = word_argument("PROJECT", "项目 project");
  const OptionSpec advance = word_argument("ADVANCE", "预付单 advance");
  return {
      {"project", "reimburse", "报账：拨付对象报告项目支出（须两人） a target reports what it spent on a project; two people",
       with_accounts(with_rule({project, code_option(), target_option(), date_option(), amount_option(), evidence_option()}),
                     kReported),
       ordering(make_reimbursement)},
      {"project", "advance", "预付：验收之前先付款（须两人） a target pays before the work is accepted; two people",
       with_accounts(with_rule({project, code_option(), target_option(),
                                optional_option("--payee", "CODE", "收款单位（默认拨付对象） who gets it; the target itself by default"),
                                date_option(), amount_option(), evidence_option()}),
                     kAdvanced),
       ordering(make_advance)},
      {"project", "settle", "核销预付：验收后转为支出（须两人） the work behind an advance is accepted; two people",
       with_accounts(with_rule({advance, code_option(), date_option(), amount_option(), evidence_option()}), kSettled),
       ordering(make_settlement)},
      {"project", "return-advance", "退回预付余款（须两人） what is left of an advance goes back to its target; two people",
       with_accounts({advance, code_option(), date_option(), amount_option(), reason_option(true)}, kBackToTarget),
       ordering(make_advance_return)},
      {"project", "take-back", "追回错报的报账或核销（须两人） take back a wrong reimbursement or settlement; two people",
       with_accounts({word_argument("CODE", "报账或核销单号 what is taken back"), code_option(), date_option(),
                      amount_option(), reason_option(true)},
                     kTurnedRound),
       ordering(make_project_take_back)},
  };
}

std::vector<Verb> other_verbs() {
  const OptionSpec indicator = word_argument("INDICATOR", "指标 indicator");
  const OptionSpec year = required_option("--year", "YEAR", "哪一年的资金 the year whose money it is");
  return {
      {"benefit", "take-back", "追回错发的到人补助（须两人） take back a wrong benefit; two people",
       with_accounts({word_argument("CODE", "补助单号 what is taken back"), code_option(), date_option(), amount_option(),
                      reason_option(true)},
                     kTurnedRound),
       ordering(make_benefit_take_back)},
      {"indicator", "carry-over", "结转未用资金到下年或另一指标（须两人） carry unspent money over; two people",
       with_accounts(with_rule({indicator, code_option(), date_option(), year, amount_option(),
                                optional_option("--into", "CODE", "转入的指标（默认留在原指标，资金不动） indicator that takes it; "
                                                                  "by default it stays and no money moves")}),
                     kLeaves),
       ordering(make_carry_over)},
      {"indicator", "recover", "收回存量资金，缴回财政（须两人） give unspent money back to the treasury; two people",
       with_accounts(with_rule({indicator, code_option(), date_option(), year, amount_option()}), kLeaves),
       ordering(make_recovery)},
  };
}

}  // namespace

std::vector<Verb> spending_verbs() {
  std::vector<Verb> verbs = project_verbs();
  for (Verb& verb : other_verbs()) verbs.push_back(std::move(verb));
  return verbs;
}

}  // namespace mingzhang::cli
