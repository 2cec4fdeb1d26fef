// SPDX-License-Identifier: Apache-2.0
// Risk-compensation funds: contributions, claims, reviews, payments, recoveries.
#include <utility>
#include <vector>

#include "base/text.h"
#include "cli/file.h"
#include "cli/fund_options.h"
#include "cli/listing.h"
#include "cli/verb.h"
#include "service/imports/claim_file.h"
#include "service/reading/compensation.h"
#include "service/reading/outcome.h"
#include "service/setup/compensation_setup.h"

namespace mingzhang::cli {
namespace {

using service::BookPlace;
using service::NewCommand;

using MakeCommand = NewCommand (*)(const BookPlace& place, const Values& values);

/// Runs a verb that makes one command and submits it with its vouchers.
std::function<int(Desk&, const Values&)> submitting(MakeCommand make) {
  return [make](Desk& desk, const Values& values) {
    std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Write);
    if (!open) return desk.exit_code();
    return submit_with_vouchers(desk, *open, make(desk.place(*open), values));
  };
}

NewCommand make_fund(const BookPlace&, const Values& values) {
  service::NewRiskFund fund;
  fund.code = values.text("CODE");
  fund.name = values.text("--name");
  fund.place = values.text("--place");
  fund.date = values.text("--date");
  fund.target = values.text("--target");
  fund.contributions = values.text("--contributions");
  fund.government = values.text("--government");
  fund.loss = values.text("--loss");
  fund.overdue_days = values.text("--overdue-days");
  fund.covers_interest = values.is_given("--covers-interest");
  fund.moves_money = !values.is_given("--without-money");
  fund.explanation = values.text("--explanation");
  return service::open_risk_fund(fund);
}

NewCommand make_contribution(const BookPlace&, const Values& values) {
  return service::contribute({values.text("--code"), values.text("FUND"), values.text("--date"), values.text("--from"),
                              values.text("--party"), values.text("--amount"), values.text("--source"),
                              values.text("--document")});
}

NewCommand make_claim(const BookPlace&, const Values& values) {
  const service::NewClaim claim{values.text("--code"), values.text("--fund"), values.text("--bank"), values.text("--date"), values.list("--row")};
  if (!values.is_given("--file")) return service::submit_claim(claim);
  const std::string path = values.text("--file");
  const std::optional<std::string> bytes = read_file(path);
  if (!bytes) return Err(service::refusal(service::ReadingOutcome::FileMissing, is_plain_text(path) ? path : ""));
  const auto listed = service::read_claim_file(*bytes);
  return listed ? service::submit_claim(claim, *listed) : Err(listed.error());
}

NewCommand make_review(const BookPlace&, const Values& values) {
  return service::review_claim({values.text("--code"), values.text("CLAIM"), values.text("--date"), values.text("--step"),
                                values.text("--by"), values.list("--dispute")});
}

NewCommand make_payment(const BookPlace& place, const Values& values) {
  return service::pay_claim(place, {values.text("--code"), values.text("CLAIM"), values.text("--date"), values.text("--amount")});
}

NewCommand make_recovery(const BookPlace&, const Values& values) {
  return service::recover_loss({values.text("--code"), values.text("LINE"), values.text("--date"), values.text("--amount"), "", {}});
}

NewCommand make_write_off(const BookPlace&, const Values& values) {
  return service::write_off_loss({values.text("--code"), values.text("LINE"), values.text("--date"), values.text("--amount"),
                                  values.text("--reason"), values.list("--evidence")});
}

int run_plan(Desk& desk, const Values& values) {
  return show_list(desk, [&](const BookPlace& place, service::Format format) {
    return service::contribution_plan(place, values.text("FUND"), values.text("--base"), values.text("--ratio"), format);
  });
}

int show_compensation(Desk& desk, const Values& values) {
  return show_list(desk, [&](const BookPlace& place, service::Format format) {
    return service::show_claim(place, values.text("CLAIM"), format);
  });
}

OptionSpec code_option() { return required_option("--code", "CODE", "单号 code"); }
OptionSpec amount_option() { return required_option("--amount", "AMOUNT", "金额 amount"); }
OptionSpec fund_argument() { return word_argument("FUND", "风险补偿基金 fund"); }
OptionSpec claim_argument() { return word_argument("CLAIM", "代偿申请 claim"); }
OptionSpec line_argument() { return word_argument("LINE", "代偿申请的行，如 B1/2 line of a claim"); }

std::vector<Verb> fund_part() {
  return {
      {"compensation", "fund", "设立风险补偿基金（须两人） set up a risk-compensation fund; two people",
       {word_argument("CODE", "编号 code"), required_option("--name", "TEXT", "名称 name"),
        required_option("--place", "CODE", "县区 county"), date_option(),
        optional_option("--target", "AMOUNT", "目标规模，如 10000000.00 size to be reached"),
        required_option("--contributions", "7:3", "政府与金融机构的出资比例 government : institutions, who pays in"),
        required_option("--government", "1:1", "政府部分中省级与市县的比例 of the government's part, province : city and county"),
        required_option("--loss", "8:2", "基金与银行分担损失的比例 fund : bank, who bears losses"),
        required_option("--overdue-days", "DAYS", "逾期超过多少天可以申请代偿 a loan overdue for more days can be claimed"),
        {"--covers-interest", ValueKind::Flag, false, "", "损失含利息 the loss includes interest"},
        {"--without-money", ValueKind::Flag, false, "", "本账套不记其资金 no money of it moves in this book"},
        optional_option("--explanation", "JSON", "规则计算的说明，规范 JSON explanation of the rule, canonical JSON")},
       submitting(make_fund)},
      {"compensation", "contribute", "出资（须两人） pay into a fund; two people",
       {fund_argument(), code_option(), date_option(), required_option("--from", "WHO", "省级财政 province、市县财政 local、金融机构 institution"),
        required_option("--party", "TEXT", "出资单位 who pays"), amount_option(),
        optional_option("--source", "CODE", "以专项资金出资时的资金来源 special fund that the money comes from"),
        optional_option("--document", "TEXT", "文号 document number")},
       submitting(make_contribution)},
      {"compensation", "progress", "各基金的出资进度和余额 what the funds hold, and how far they are", {},
       [](Desk& desk, const Values&) { return show_list(desk, service::list_risk_funds); }},
      {"compensation", "plan", "按规模测算各方应出资和尚缺 who has to pay in how much for a size",
       {fund_argument(), required_option("--base", "AMOUNT", "计算基数，如已发放贷款 what the size is measured by, such as loans issued"),
        required_option("--ratio", "3:100", "规模占基数的比例，如 3:100、10:100、1:10、1:20 size : base")},
       run_plan},
  };
}

std::vector<Verb> claim_part() {
  const OptionSpec date = date_option();
  return {
      {"compensation", "claim", "代偿申请（须两人） claim compensation; two people",
       {code_option(), required_option("--fund", "CODE", "风险补偿基金 fund"), required_option("--bank", "CODE", "银行 bank"), date,
        {"--row", ValueKind::List, false, "ROW", "一笔：贷款 本金 利息 逾期天数 凭据SHA-256，可重复 loan principal interest days digest; may be repeated"},
        optional_option("--file", "FILE", "或 CSV 文件，列序不限：贷款编号 代偿本金 代偿利息 逾期天数 凭据 or a CSV file, columns in any order")},
       submitting(make_claim)},
      {"compensation", "review", "审核代偿申请，先乡镇、后主管部门（须两人） review a claim, township first; two people",
       {claim_argument(), code_option(), date, required_option("--step", "STEP", "乡镇 township、主管部门 bureau"),
        required_option("--by", "TEXT", "审核单位 office"),
        {"--dispute", ValueKind::List, false, "ROW", "退回的行及原因，如 \"2 签字不符\"，可重复 a line that does not pass, and why; may be repeated"}},
       submitting(make_review)},
      {"compensation", "pay", "代偿（须两人） pay what has passed; two people",
       {claim_argument(), code_option(), date, optional_option("--amount", "AMOUNT", "金额（默认基金应承担的合计） amount; what the fund bears by default")},
       submitting(make_payment)},
      {"compensation", "recover", "追回，按承担比例返还（须两人） money comes back; two people",
       {line_argument(), code_option(), date, amount_option()}, submitting(make_recovery)},
      {"compensation", "write-off", "核销追不回的代偿款（须两人） give up what does not come back; two people",
       {line_argument(), code_option(), date, amount_option(), reason_option(true),
        {"--evidence", ValueKind::List, false, "SHA256", "凭据的 SHA-256，可重复 digest of a paper; may be repeated"}},
       submitting(make_write_off)},
      {"compensation", "list", "代偿申请 claims", {}, [](Desk& desk, const Values&) { return show_list(desk, service::list_claims); }},
      {"compensation", "show", "一份代偿申请的各行 one claim, line by line", {claim_argument()}, show_compensation},
  };
}

}  // namespace

std::vector<Verb> compensation_verbs() {
  std::vector<Verb> verbs = fund_part();
  for (Verb& verb : claim_part()) verbs.push_back(std::move(verb));
  return verbs;
}

}  // namespace mingzhang::cli
