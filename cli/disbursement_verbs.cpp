// SPDX-License-Identifier: Apache-2.0
// Payment lists row by row, and benefits.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "cli/file.h"
#include "cli/fund_options.h"
#include "cli/import_problems.h"
#include "cli/listing.h"
#include "cli/verb.h"
#include "service/imports/disbursement_import.h"
#include "service/reading/funds.h"
#include "service/reading/outcome.h"
#include "service/setup/fund_setup.h"

namespace mingzhang::cli {
namespace {

service::NewFundCommand make_list(const service::BookPlace&, const Values& values) {
  service::NewList list = new_list(values);
  list.rows = values.list("--row");
  return service::submit_list(list);
}

service::NewFundCommand make_payment(const service::BookPlace& place, const Values& values) {
  return service::pay_list(place,
                           {values.text("--code"), values.text("LIST"), values.text("--date"), account_words(values)});
}

service::RowChange row_change(const Values& values) {
  service::RowChange change;
  change.code = values.text("--code");
  change.list = values.text("LIST");
  change.date = values.text("--date");
  change.rows = values.list("--row");
  change.reason = values.text("--reason");
  if (values.has("--payee")) change.payee = values.text("--payee");
  change.accounts = account_words(values);
  return change;
}

service::NewFundCommand make_return(const service::BookPlace&, const Values& values) {
  return service::return_rows(row_change(values));
}

service::NewFundCommand make_repayment(const service::BookPlace&, const Values& values) {
  return service::repay_rows(row_change(values));
}

service::NewFundCommand make_cancellation(const service::BookPlace&, const Values& values) {
  return service::cancel_rows(row_change(values));
}

service::NewFundCommand make_withdrawal(const service::BookPlace&, const Values& values) {
  return service::withdraw_list(values.text("--code"), values.text("LIST"), values.text("--date"),
                                values.text("--reason"));
}

service::NewFundCommand make_benefit(const service::BookPlace& place, const Values& values) {
  service::NewBenefit benefit;
  benefit.code = values.text("--code");
  benefit.indicator = values.text("--indicator");
  benefit.project = values.text("--project");
  benefit.programme = values.text("--programme");
  benefit.person = values.text("--person");
  benefit.household = values.text("--household");
  benefit.year = values.text("--year");
  benefit.date = values.text("--date");
  benefit.claim = values.text("--claim");
  benefit.eligible = values.text("--eligible");
  benefit.amount = values.text("--amount");
  benefit.claimed_before = values.text("--claimed-before");
  benefit.paid_before = values.text("--paid-before");
  benefit.explanation = values.text("--explanation");
  benefit.accounts = account_words(values);
  if (!values.is_given("--rule")) return service::grant_benefit(place, benefit);
  auto rule = rule_words(values);
  if (!rule) return Err(std::move(rule).error());
  return service::grant_benefit(place, std::move(benefit), std::move(rule).value());
}

void save_rows(Desk& desk, const Values& values, std::string_view bytes, const std::vector<service::ImportProblem>& problems) {
  if (!values.is_given("--bad-rows") || problems.empty()) return;
  if (save_bad_rows(values.text("--bad-rows"), bytes, problems)) return;
  desk.output().note("有误的行没有存下来 the bad rows could not be saved: " + plain(values.text("--bad-rows")));
}

int run_import(Desk& desk, const Values& values) {
  const std::string path = values.text("FILE");
  const std::optional<std::string> bytes = read_file(path);
  if (!bytes) return desk.output().refuse(service::refusal(service::ReadingOutcome::FileMissing, plain(path)));
  const service::NewList list = new_list(values);
  const auto command = service::read_disbursement(*bytes, list, desk.clock().today());
  if (!command) {
    save_rows(desk, values, *bytes, service::problems_of_rows(command.error()));
    return desk.output().refuse(command.error());
  }
  std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Write);
  if (!open) return desk.exit_code();
  const std::string key = service::disbursement_key(*bytes, desk.options().book, list.code);
  return submit_fund_command(desk, *open, with_answer(desk.place(*open), command, values), key);
}

int run_list(Desk& desk, const Values&) { return show_list(desk, service::list_disbursements); }

int run_show(Desk& desk, const Values& values) {
  return show_list(desk, [&](const service::BookPlace& place, service::Format format) {
    return service::show_disbursement(place, values.text("LIST"), format);
  });
}

int run_benefit_list(Desk& desk, const Values& values) {
  return show_list(desk, [&](const service::BookPlace& place, service::Format format) {
    return service::list_benefits(place, values.text("--household"), format);
  });
}

OptionSpec list_argument() { return word_argument("LIST", "清单 list"); }
OptionSpec code_option() { return required_option("--code", "CODE", "单号 code"); }
OptionSpec row_option() { return list_option("--row", "NUMBER", "行号，可重复 number of a row; repeated"); }

std::vector<Verb> row_verbs() {
  return {
      {"disbursement", "return", "登记银行退回的行（须两人） rows that the bank sent back; two people",
       with_accounts({list_argument(), code_option(), date_option(), row_option(), reason_option(true)}, "100201/230702"),
       ordering(make_return)},
      {"disbursement", "repay", "重新发放退回的行（须两人） pay returned rows again; two people",
       with_accounts({list_argument(), code_option(), date_option(), row_option(), reason_option(false),
                      optional_option("--payee", "SHA256", "更正后账户的摘要，只限一行 digest of the corrected account, one row")},
                     "230702/100201"),
       ordering(make_repayment)},
      {"disbursement", "cancel", "退回的行不再发放（须两人） returned rows that will not be paid; two people",
       with_accounts({list_argument(), code_option(), date_option(), row_option(), reason_option(true)}, "230702/500101"),
       ordering(make_cancellation)},
      {"disbursement", "withdraw", "撤回尚未发放的清单（须两人） withdraw a list before it is paid; two people",
       {list_argument(), code_option(), date_option(), reason_option(true)}, ordering(make_withdrawal)},
  };
}

std::vector<OptionSpec> benefit_options() {
  return with_accounts(
      with_rule({code_option(), required_option("--indicator", "CODE", "指标 indicator"), project_option(),
       optional_option("--programme", "CODE", "规则代号（默认 --rule 的规则） code of the rule; that of --rule by default"),
       required_option("--person", "CODE", "人的编号，不写姓名 opaque code of the person"),
       required_option("--household", "CODE", "户的编号 opaque code of the household"), date_option(),
       optional_option("--year", "YEAR", "计入年度（默认日期所在年） year whose cap it counts towards"),
       required_option("--claim", "SHA256", "凭据的 SHA-256 digest of the claim"),
       optional_option("--eligible", "AMOUNT", "规则认可的费用（有 --rule 可不写） cost that the rule looks at; --rule gives it"),
       optional_option("--amount", "AMOUNT", "补助金额（有 --rule 可不写） amount; --rule gives it"),
       optional_option("--claimed-before", "AMOUNT", "本年度此前可计费用（默认账面累计） eligible costs before in that year; what the books say by default"),
       optional_option("--paid-before", "AMOUNT", "本年度此前已补助（默认账面累计） paid before in that year; what the books say by default")}),
      "500105/100201、710101/800102");
}

}  // namespace

std::vector<Verb> disbursement_verbs() {
  std::vector<OptionSpec> submitted = list_options();
  submitted.push_back(list_option("--row", "ROW", "一户，可重复 a row, repeated: \"HOUSEHOLD AMOUNT [PERSON]\""));
  std::vector<Verb> verbs{
      {"disbursement", "submit", "提交发放清单，占用资金（须两人） submit a payment list, which sets its money aside; two people",
       std::move(submitted), ordering(make_list)},
      {"disbursement", "pay", "发放整张清单（须两人） pay a list; two people",
       with_accounts({list_argument(), code_option(), date_option()},
                     "500101/100201、710101/800102；由拨付对象支付则 500101/拨付时科目"),
       ordering(make_payment)},
  };
  for (Verb& verb : row_verbs()) verbs.push_back(std::move(verb));
  verbs.push_back({"disbursement", "list", "列出发放清单 list the payment lists", {}, run_list});
  verbs.push_back({"disbursement", "show", "逐行查看发放清单 a payment list, row by row", {list_argument()}, run_show});
  std::vector<OptionSpec> imported = list_options();
  imported.insert(imported.begin(), word_argument("FILE", "CSV 文件，列 户编号,人编号,金额,备注 household,person,amount,note"));
  imported.push_back(optional_option("--bad-rows", "FILE", "把有误的行及原因存入此文件 save the bad rows with reasons"));
  verbs.push_back({"import", "disbursement", "从 CSV 提交发放清单（须两人） submit a payment list from CSV; two people",
                   std::move(imported), run_import});
  verbs.push_back({"benefit", "grant", "到人补助：核定并发放（须两人） grant and pay a benefit; two people",
                   benefit_options(), ordering_as_made(make_benefit)});
  verbs.push_back({"benefit", "list", "到人补助累计，或一户的逐笔 benefits in sum, or of one household",
                   {optional_option("--household", "CODE", "户的编号 household")}, run_benefit_list});
  return verbs;
}

}  // namespace mingzhang::cli
