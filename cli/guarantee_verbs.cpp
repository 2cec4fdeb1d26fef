// SPDX-License-Identifier: Apache-2.0
// Guarantee pools: their deposits, their headroom, and what a multiple could carry.
#include <utility>
#include <vector>

#include "cli/fund_options.h"
#include "cli/listing.h"
#include "cli/verb.h"
#include "service/reading/guarantee.h"
#include "service/setup/guarantee_setup.h"

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

service::PoolTermWords term_words(const Values& values) {
  return {values.text("--multiple"), values.text("--npl-tolerance"), values.text("--alert")};
}

NewCommand make_pool(const BookPlace&, const Values& values) {
  service::NewPool pool;
  pool.code = values.text("CODE");
  pool.name = values.text("--name");
  pool.bank = values.text("--bank");
  pool.place = values.text("--place");
  pool.date = values.text("--date");
  pool.terms = term_words(values);
  pool.bank_account = values.text("--bank-account");
  pool.deposit_account = values.text("--deposit-account");
  pool.receivable_account = values.text("--receivable-account");
  pool.explanation = values.text("--explanation");
  return service::add_pool(pool);
}

service::NewDeposit deposit_of(const Values& values) {
  return {values.text("--code"), values.text("POOL"),       values.text("--date"),  values.text("--amount"),
          values.text("--fund"), values.text("--document"), values.text("--party"), values.text("--reason")};
}

NewCommand make_deposit(const BookPlace&, const Values& values) {
  return service::move_deposit(deposit_of(values), service::DepositWay::In);
}
NewCommand make_withdrawal(const BookPlace&, const Values& values) {
  return service::move_deposit(deposit_of(values), service::DepositWay::Out);
}
NewCommand make_draw(const BookPlace&, const Values& values) {
  return service::move_deposit(deposit_of(values), service::DepositWay::Drawn);
}

NewCommand make_terms(const BookPlace& place, const Values& values) {
  service::NewPoolTerms terms;
  terms.code = values.text("--code");
  terms.pool = values.text("POOL");
  terms.date = values.text("--date");
  terms.terms = term_words(values);
  terms.stop = values.text("--stop");
  terms.resumes = values.is_given("--resume");
  terms.reason = values.text("--reason");
  terms.explanation = values.text("--explanation");
  return service::change_pool(place, terms);
}

int run_what_if(Desk& desk, const Values& values) {
  const std::string target = values.text("--target");
  if (!values.is_given("--pool")) return desk.show(service::what_if(values.text("--deposit"), target, format_of(desk)));
  return show_list(desk, [&](const BookPlace& place, service::Format format) {
    return service::what_if_of_pool(place, values.text("--pool"), target, format);
  });
}

int run_list(Desk& desk, const Values&) { return show_list(desk, service::list_pools); }

int run_show(Desk& desk, const Values& values) {
  return show_list(desk, [&](const BookPlace& place, service::Format format) {
    return service::show_pool(place, values.text("POOL"), format);
  });
}

OptionSpec code_option() { return required_option("--code", "CODE", "单号 code"); }
OptionSpec pool_argument() { return word_argument("POOL", "担保基金池 pool"); }

std::vector<OptionSpec> with_terms(std::vector<OptionSpec> options) {
  options.push_back(optional_option("--multiple", "N", "放大倍数，1 至 20 的整数（新设默认 10） multiple of the deposit; 10 for a new pool"));
  options.push_back(optional_option("--npl-tolerance", "PERCENT", "不良率容忍度，达到即停办，0 不设（新设默认 0） share of "
                                    "non-performing loans at which the pool stops; 0: none"));
  options.push_back(optional_option("--alert", "PERCENT", "担保额达到上限的百分之几时预警（新设默认 90） warn from this share of the capacity on"));
  options.push_back(optional_option("--explanation", "JSON", "规则计算的说明，规范 JSON explanation of the rule, canonical JSON"));
  return options;
}

std::vector<OptionSpec> deposit_options(bool needs_reason) {
  return {pool_argument(),
          code_option(),
          date_option(),
          required_option("--amount", "AMOUNT", "金额 amount"),
          optional_option("--fund", "CODE", "资金来源 restricted fund of the money"),
          optional_option("--document", "TEXT", "文号 document number"),
          required_option("--party", "TEXT", "存入或收款的单位 who pays it in, or gets it"),
          reason_option(needs_reason)};
}

Verb add_verb() {
  return {"guarantee", "add", "设立担保基金池（须两人） set up a guarantee pool; two people",
          with_terms({word_argument("CODE", "编号 code"), required_option("--name", "TEXT", "名称 name"),
                      required_option("--bank", "CODE", "合作银行 the lender whose loans it covers"),
                      required_option("--place", "CODE", "县区 county"), date_option(),
                      optional_option("--bank-account", "CODE", "担保基金专户科目（默认 100201，- 为空） bank account of the fund; - for none"),
                      optional_option("--deposit-account", "CODE", "保证金科目（默认 100202，- 为空） account of the deposit"),
                      optional_option("--receivable-account", "CODE", "应收代偿款科目（默认 121802，- 为空） account of what is drawn")}),
          submitting(make_pool)};
}

Verb terms_verb() {
  std::vector<OptionSpec> options =
      with_terms({pool_argument(), code_option(), date_option(),
                  optional_option("--stop", "REASON", "停办及原因 stop the pool, and why"),
                  {"--resume", ValueKind::Flag, false, "", "恢复办理 let it go on"}, reason_option(true)});
  return {"guarantee", "terms", "变更条件、停办或恢复（须两人） change terms, stop or resume; two people", std::move(options),
          submitting(make_terms)};
}

}  // namespace

std::vector<Verb> guarantee_verbs() {
  return {
      add_verb(),
      {"guarantee", "deposit", "存入担保金（须两人） pay into the deposit; two people", deposit_options(false), submitting(make_deposit)},
      {"guarantee", "withdraw", "退出担保金，不得低于在保所需（须两人） take out of the deposit what the cover does not need; two people",
       deposit_options(true), submitting(make_withdrawal)},
      {"guarantee", "draw", "银行扣划担保金（须两人） the bank has drawn on the deposit; two people", deposit_options(true),
       submitting(make_draw)},
      terms_verb(),
      {"guarantee", "list", "担保基金池及剩余额度 pools and their headroom", {}, run_list},
      {"guarantee", "show", "一个担保基金池及其台账 one pool and its movements", {pool_argument()}, run_show},
      {"guarantee", "what-if", "倍数测算：5 至 10 倍各能担保多少、目标需要多少担保金 what 5 to 10 times a deposit carry",
       {optional_option("--pool", "CODE", "用哪个担保基金池的担保金 deposit of this pool"),
        optional_option("--deposit", "AMOUNT", "担保金（没有 --pool 时填） a deposit, where no pool is named"),
        required_option("--target", "AMOUNT", "目标贷款余额，如 5000000000.00 loans to be carried")},
       run_what_if},
  };
}

}  // namespace mingzhang::cli
