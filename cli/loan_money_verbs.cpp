// SPDX-License-Identifier: Apache-2.0
// Paying out, repaying, changing and giving up loans.
#include <string>
#include <utility>
#include <vector>

#include "cli/loan_options.h"
#include "cli/pack_files.h"
#include "cli/verb.h"

namespace mingzhang::cli {
namespace {

using service::BookPlace;
using service::LoanWords;

OptionSpec reason_required() { return required_option("--reason", "TEXT", "原因 reason"); }

std::vector<Verb> money_verbs() {
  return {
      {"loan", "disburse", "放款（须两人） pay out; two people",
       {loan_argument(), step_code_option(), date_option(), loan_amount_option(true)},
       lending([](const BookPlace&, const LoanWords& words) { return service::disburse_loan(words); })},
      {"repayment", "add", "还款：按还款计划分配罚息、利息、本金；补记以前日期的还款会重算其后各笔，先用 --dry-run 看差额（须两人） "
                           "repay; parts as the schedule sets them off; two people",
       {loan_argument(), step_code_option(), date_option(), loan_amount_option(true)}, lending(service::repay_loan)},
      {"repayment", "settle", "结清：当日全部本息和罚息（须两人） repay all that is owed on the day; two people",
       {loan_argument(), step_code_option(), date_option()}, lending(service::repay_loan)},
      {"repayment", "correct", "冲正还款、利率、停息、展期或挪用认定（须两人） take a step back; two people",
       {word_argument("STEP", "要冲正的单号 code of the step that is taken back"), step_code_option(), date_option(), reason_required()},
       lending(service::correct_loan_step)},
      {"loan", "renew", "无还本续贷：利息还清，本金转入新合同（须两人） let the principal go on into a new loan; two people",
       with_contract(with_rule({loan_argument(), step_code_option(), required_option("--into", "CODE", "新贷款编号 code of the new loan"),
                                date_option(), required_option("--product", "PRODUCT", "产品 product"),
                                required_option("--months", "N", "期限（月） term in months"), evidence_option()})),
       lending(service::renew_loan)},
  };
}

std::vector<Verb> loan_change_verbs() {
  return {
      {"loan", "rate", "利率调整（须两人） a new rate; two people",
       with_rule({loan_argument(), step_code_option(), date_option(), optional_option("--from", "DATE", "自哪天起（默认办理日） from"),
                  required_option("--rate", "RATE", "年利率，如 4.35% yearly rate"), reason_required()}),
       lending(service::change_loan_rate)},
      {"loan", "pause", "停息（须两人） no interest for some days; two people",
       {loan_argument(), step_code_option(), date_option(), required_option("--from", "DATE", "第一天 first day"),
        required_option("--to", "DATE", "恢复计息的第一天 first day with interest again"), reason_required()},
       lending(service::pause_loan_interest)},
      {"loan", "extend", "展期（须两人） extend; two people",
       with_rule({loan_argument(), step_code_option(), date_option(), required_option("--due", "DATE", "展期哪一期的应还日 due day of the row"),
                  optional_option("--rows", "N", "增加几期 rows more"), optional_option("--to", "DATE", "或改到哪天还 or its new due day"),
                  optional_option("--rate", "RATE", "展期利率（自办理日起） rate from that day on"), reason_required(), evidence_option()}),
       lending(service::extend_loan)},
      {"loan", "misuse", "认定挪用，自某日起加收利息、停止贴息（须两人） money used against the contract; two people",
       {loan_argument(), step_code_option(), date_option(), optional_option("--from", "DATE", "自哪天起（默认办理日） from"),
        reason_required(), evidence_option()},
       lending(service::report_loan_misuse)},
  };
}

service::NewLoanCommand make_classes(const BookPlace& place, const LoanWords& words, const Values& values) {
  auto site = site_files(values);
  if (!site) return Err(std::move(site).error());
  return service::classify_loans(place, words, service::RuleWords{values.text("--table"), {}, std::move(site).value()});
}

std::vector<Verb> batch_verbs() {
  return {
      {"loan", "accrue", "结息：到期利息计入应收和收入（须两人） settle interest that is due; two people", {step_code_option(), date_option()},
       lending(service::accrue_interest)},
      {"loan", "classify", "五级分类：按逾期天数表，或逐笔人工认定并写明原因（须两人） classes by days overdue or by hand; two people",
       {step_code_option(), date_option(),
        optional_option("--table", "PACK/RULE", "逾期天数表（默认 lending-general/five-classes） table of days overdue"),
        {"--class", ValueKind::List, false, "\"LOAN CLASS\"", "人工认定，如 \"L1 次级\"，可重复 a class by hand; may be repeated"},
        optional_option("--reason", "TEXT", "人工认定的原因 why by hand"), packs_option()},
       [](Desk& desk, const Values& values) {
         return lending([&values](const BookPlace& place, const LoanWords& words) { return make_classes(place, words, values); })(desk, values);
       }},
      {"loan", "provision", "计提或转回（负数）贷款损失准备（须两人） make or release provisions; two people",
       with_rule({word_argument("LOAN", "用哪笔贷款的科目和资金来源 loan whose accounts and fund are used"), step_code_option(), date_option(),
                  loan_amount_option(true), reason_required()}),
       lending([](const BookPlace&, const LoanWords& words) { return service::provision_loans(words); })},
      {"loan", "write-off", "核销：全部本金和未收利息，债权仍在（须两人） write off; the debt remains; two people",
       {loan_argument(), step_code_option(), date_option(), reason_required(), evidence_option()}, lending(service::write_off_loan)},
      {"loan", "recover", "收回已核销贷款（须两人） money that comes back after a write-off; two people",
       {loan_argument(), step_code_option(), date_option(), loan_amount_option(true)},
       lending([](const BookPlace&, const LoanWords& words) { return service::recover_loan(words); })},
  };
}

}  // namespace

std::vector<Verb> loan_money_verbs() {
  std::vector<Verb> verbs = money_verbs();
  for (auto* make : {loan_change_verbs, batch_verbs}) {
    for (Verb& verb : make()) verbs.push_back(std::move(verb));
  }
  return verbs;
}

}  // namespace mingzhang::cli
