// SPDX-License-Identifier: Apache-2.0
// Options and the order of one command.
#include "cli/fund_options.h"

#include <utility>

#include "cli/pack_files.h"
#include "service/setup/money_request.h"
#include "service/setup/setup.h"

namespace mingzhang::cli {

namespace {

int submit_under(Desk& desk, OpenDesk& open, const service::Command& command, const std::string& key) {
  service::MoneyOrder order{desk.options().key, desk.options().user, desk.options().approver};
  if (order.key.empty()) order.key = key.empty() ? service::random_key() : key;
  const auto request = service::ordered(desk.place(open), command, order, desk.clock().today());
  if (!request) return desk.output().refuse(request.error());
  return desk.submit_or_draft(open, *request);
}

}  // namespace

int submit_with_vouchers(Desk& desk, OpenDesk& open, const Result<service::Command, service::Refusal>& command) {
  return command ? submit_under(desk, open, *command, "") : desk.output().refuse(command.error());
}

int submit_fund_command(Desk& desk, OpenDesk& open, const service::NewFundCommand& command, const std::string& key) {
  return command ? submit_under(desk, open, *command, key) : desk.output().refuse(command.error());
}

std::function<int(Desk&, const Values&)> ordering_as_made(MakeFundCommand make) {
  return [make](Desk& desk, const Values& values) {
    std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Write);
    if (!open) return desk.exit_code();
    return submit_fund_command(desk, *open, make(desk.place(*open), values), "");
  };
}

std::function<int(Desk&, const Values&)> ordering(MakeFundCommand make) {
  return [make](Desk& desk, const Values& values) {
    std::optional<OpenDesk> open = desk.open_for_writing(service::Access::Write);
    if (!open) return desk.exit_code();
    const service::BookPlace place = desk.place(*open);
    return submit_fund_command(desk, *open, with_answer(place, make(place, values), values), "");
  };
}

Result<service::RuleWords, service::Refusal> rule_words(const Values& values) {
  Result<std::vector<service::PackFile>, service::Refusal> site = site_files(values);
  if (!site) return Err(std::move(site).error());
  return service::RuleWords{values.text("--rule"), values.list("--input"), std::move(site).value()};
}

service::NewFundCommand with_answer(const service::BookPlace& place, service::NewFundCommand command,
                                    const Values& values) {
  if (!command || !values.has("--rule") || !values.is_given("--rule")) return command;
  const auto rule = rule_words(values);
  if (!rule) return Err(rule.error());
  return service::explained(place, std::move(command).value(), *rule, values.text("--date"));
}

OptionSpec required_option(const char* name, const char* value, const char* help) {
  return {name, ValueKind::Text, true, value, help};
}
OptionSpec optional_option(const char* name, const char* value, const char* help) {
  return {name, ValueKind::Text, false, value, help};
}
OptionSpec list_option(const char* name, const char* value, const char* help) {
  return {name, ValueKind::List, true, value, help};
}
OptionSpec word_argument(const char* name, const char* help) { return {name, ValueKind::Argument, true, "", help}; }
OptionSpec date_option() { return required_option("--date", "DATE", "日期 date"); }
OptionSpec project_option() { return optional_option("--project", "CODE", "项目 project"); }

std::vector<OptionSpec> with_rule(std::vector<OptionSpec> options) {
  options.push_back(optional_option("--explanation", "JSON", "规则计算的说明，规范 JSON explanation of the rule, canonical JSON"));
  options.push_back(optional_option("--rule", "PACK/RULE",
                                    "依哪条规则，其计算说明写入记录；账套已采用规则包时只认采用的 rule whose answer is recorded; "
                                    "of the adopted packs where the book has some"));
  options.push_back({"--input", ValueKind::List, false, "NAME=VALUE", "规则的输入，可重复 an input of the rule; may be repeated"});
  options.push_back(packs_option());
  return options;
}

std::vector<OptionSpec> with_accounts(std::vector<OptionSpec> options, const std::string& usual) {
  const std::string by_default = "（默认 " + usual + "，- 为空） by default as said; - for none";
  options.push_back({"--debit", ValueKind::Text, false, "CODE", "借方科目 debit" + by_default});
  options.push_back({"--credit", ValueKind::Text, false, "CODE", "贷方科目 credit"});
  options.push_back({"--budget-debit", ValueKind::Text, false, "CODE", "预算会计借方科目，- 为不记 budget debit; - for none"});
  options.push_back({"--budget-credit", ValueKind::Text, false, "CODE", "预算会计贷方科目，- 为不记 budget credit; - for none"});
  return options;
}

service::AccountWords account_words(const Values& values) {
  return {values.text("--debit"), values.text("--credit"), values.text("--budget-debit"),
          values.text("--budget-credit")};
}

std::vector<OptionSpec> list_options() {
  return with_rule({required_option("--code", "CODE", "清单编号 code of the list"),
          required_option("--indicator", "CODE", "指标 indicator"),
          optional_option("--target", "A1/2", "由哪个拨付对象支付（默认指标本身） target that pays; the indicator by default"),
          project_option(),
          required_option("--title", "TEXT", "名称，如 到户产业发展补助 programme"),
          date_option(),
          optional_option("--publicity-end", "DATE", "公示结束后可发放的第一天 first day on which it may be paid"),
          required_option("--total", "AMOUNT", "合计，须与各行之和相等 total, which the rows must add up to")});
}

service::NewList new_list(const Values& values) {
  service::NewList list;
  list.code = values.text("--code");
  list.indicator = values.text("--indicator");
  list.target = values.text("--target");
  list.project = values.text("--project");
  list.title = values.text("--title");
  list.date = values.text("--date");
  list.publicity_end = values.text("--publicity-end");
  list.total = values.text("--total");
  list.explanation = values.text("--explanation");
  return list;
}

}  // namespace mingzhang::cli
