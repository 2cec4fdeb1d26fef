// SPDX-License-Identifier: Apache-2.0
// Interest subsidy: claimed from the register, reviewed line by line, paid, clawed back.
#include <string>
#include <utility>
#include <vector>

#include "cli/exit_code.h"
#include "cli/fund_options.h"
#include "cli/listing.h"
#include "cli/pack_files.h"
#include "cli/verb.h"
#include "service/banks/subsidy_reading.h"
#include "service/banks/subsidy_setup.h"
#include "service/setup/money_request.h"
#include "service/setup/setup.h"

namespace mingzhang::cli {
namespace {

int submit_loan_command(Desk& desk, OpenDesk& open, const service::NewLoanCommand& command) {
  if (!command) return desk.output().refuse(command.error());
  service::MoneyOrder order{desk.options().key, desk.options().user, desk.options().approver};
  if (order.key.empty()) order.key = service::random_key();
  const auto request = service::ordered(desk.place(open), *command, order, desk.clock().today());
  if (!request) return desk.output().refuse(request.error());
  return desk.submit_or_draft(open, *request);
}

/// Runs a verb that makes one command of the loans.
template <class Make>
std::function<int(Desk&, const Values&)> submitting(Make make) {
  return [make](Desk& desk, const Values& values) {
    std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Write);
    if (!open) return desk.exit_code();
    return submit_loan_command(desk, *open, make(desk.place(*open), values));
  };
}

int claim(Desk& desk, const Values& values) {
  const auto rule = rule_words(values);
  if (!rule) return desk.output().refuse(rule.error());
  const service::NewSubsidyClaim words{values.text("--code"), values.text("--bank"), values.text("--product"),
                                       values.text("--date"), values.text("--from"), values.text("--to"),
                                       values.text("--mode"), values.list("--payer"), *rule};
  if (desk.options().is_dry_run) {
    return show_list(desk, [&words](const service::BookPlace& place, service::Format format) -> service::TextResult {
      const auto list = service::build_subsidy_claim(place, words);
      if (!list) return Err(list.error());
      return service::rendered(*list, format);
    });
  }
  std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Write);
  if (!open) return desk.exit_code();
  auto list = service::build_subsidy_claim(desk.place(*open), words);
  if (!list) return desk.output().refuse(list.error());
  return submit_loan_command(desk, *open, service::claim_of(std::move(list).value()));
}

service::NewLoanCommand make_review(const service::BookPlace& place, const Values& values) {
  return service::review_subsidy(place, {values.text("--code"), values.text("CLAIM"), values.text("--date"),
                                         values.list("--pass"), values.list("--dispute"), values.list("--reject")});
}

service::NewLoanCommand make_payment(const service::BookPlace& place, const Values& values) {
  return service::pay_subsidy(
      place, {values.text("--code"), values.text("CLAIM"), values.text("--date"), values.list("--accounts")});
}

service::NewLoanCommand make_claw_back(const service::BookPlace& place, const Values& values) {
  return service::claw_back_subsidy(place, {values.text("--code"), values.text("CLAIM"), values.text("--line"),
                                            values.text("--date"), values.text("--amount"), values.text("--reason"),
                                            values.list("--accounts")});
}

/// Lines that changed are a conflict between what was paid and what is known now.
int check(Desk& desk, const Values& values) {
  const std::optional<service::OpenedDatabase> opened = desk.open_for_reading();
  if (!opened) return desk.exit_code();
  const auto site = site_files(values);
  if (!site) return desk.output().refuse(site.error());
  auto checked = service::check_subsidy_claim(desk.place(*opened), values.text("CLAIM"), *site, format_of(desk));
  if (!checked) return desk.output().refuse(checked.error());
  const std::int64_t changed = checked->changed;
  const int shown = desk.show(service::TextResult(std::move(checked->text)));
  return shown == 0 && changed > 0 ? kConflict : shown;
}

OptionSpec accounts_option(const char* usual) {
  return {"--accounts", ValueKind::List, false, "PAYER=DEBIT/CREDIT/FUND",
          "某一承担方的科目和资金来源，可重复（默认 " + std::string(usual) + "） accounts and fund of a payer; may be repeated"};
}
OptionSpec repeated(const char* name, const char* value, const char* help) {
  return {name, ValueKind::List, false, value, help};
}

std::vector<OptionSpec> claim_options() {
  return {required_option("--code", "CODE", "清单编号 code of the claim"),
          required_option("--bank", "CODE", "银行 bank"),
          optional_option("--product", "NAME", "只含这一产品的贷款 only loans of this product"),
          required_option("--from", "DATE", "应付利息到期日起 interest due from"),
          required_option("--to", "DATE", "到期日止，不含 to, not included"),
          date_option(),
          optional_option("--mode", "MODE", "refund 先付后贴（默认）或 to_bank 财政直付 refunded, or paid to the bank"),
          repeated("--payer", "NAME=WEIGHT", "承担方和份额，可重复（默认 county=1） a payer and its weight; may be repeated"),
          required_option("--rule", "PACK/RULE", "贴息规则；账套已采用规则包时只认采用的 the rule; of the adopted packs where the book has some"),
          repeated("--input", "NAME=VALUE", "规则另需的输入，可重复 a further input of the rule; may be repeated"),
          packs_option()};
}

}  // namespace

std::vector<Verb> subsidy_verbs() {
  const OptionSpec claim_word = word_argument("CLAIM", "贴息清单 claim");
  const OptionSpec code = required_option("--code", "CODE", "单号 code");
  return {
      {"subsidy", "claim", "按台账和规则生成贴息清单并申领（须两人）；--dry-run 只显示，含不贴的原因 "
                           "claim what the register and the rule give; two people; --dry-run shows it, with what gets nothing and why",
       claim_options(), claim},
      {"subsidy", "list", "列出贴息清单 list claims", {}, [](Desk& desk, const Values&) { return show_list(desk, service::list_subsidy_claims); }},
      {"subsidy", "show", "逐行查看 one claim line by line", {claim_word},
       [](Desk& desk, const Values& values) {
         return show_list(desk, [&values](const service::BookPlace& place, service::Format format) {
           return service::show_subsidy_claim(place, values.text("CLAIM"), format);
         });
       }},
      {"subsidy", "check", "与现在的台账核对，并依规则重算；不符的行列出，退出码 5 compare with the register as it is now and compute by the rule again; exit code 5 where lines differ",
       {claim_word, packs_option()}, check},
      {"subsidy", "review", "逐行审核（须两人） review line by line; two people",
       {claim_word, code, date_option(), repeated("--pass", "LINE", "通过的行号，all 为全部待审 lines that pass; all: every line that waits"),
        repeated("--dispute", "LINE=REASON", "有争议 disputed"), repeated("--reject", "LINE=REASON", "不予贴息 rejected")},
       submitting(make_review)},
      {"subsidy", "pay", "支付审核通过的行（须两人） pay the lines that passed; two people",
       {claim_word, code, date_option(), accounts_option("500107/100201")}, submitting(make_payment)},
      {"subsidy", "claw-back", "收回已付的贴息（须两人） claw back what was paid for a line; two people",
       {claim_word, code, required_option("--line", "LINE", "行号 line"), date_option(),
        optional_option("--amount", "AMOUNT", "金额（默认全部） amount; all of it by default"), reason_option(true),
        accounts_option("支付时的借贷对调")},
       submitting(make_claw_back)},
  };
}

}  // namespace mingzhang::cli
