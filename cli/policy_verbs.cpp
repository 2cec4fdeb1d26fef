// SPDX-License-Identifier: Apache-2.0
// Policy packs and their rules, and which of them a book has adopted.
#include <istream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "cli/desk.h"
#include "cli/exit_code.h"
#include "cli/file.h"
#include "cli/listing.h"
#include "cli/pack_files.h"
#include "cli/verb.h"
#include "service/policies/adoption.h"
#include "service/policies/reading.h"
#include "service/reading/outcome.h"

namespace mingzhang::cli {
namespace {

using service::PackFile;
using service::PolicyShelf;
using service::ReadingOutcome;

bool is_path(const std::string& word) { return word.ends_with(".json") || word.find('/') != std::string::npos; }

/// A pack by its id or its file; nothing after a refusal.
std::optional<service::PackChoice> choice_of(Desk& desk, const Values& values, const std::string& word) {
  service::PackChoice choice;
  if (is_path(word)) {
    Result<PackFile, service::Refusal> file = pack_file(word);
    if (file) choice.file = std::move(file).value();
    if (!file) desk.output().refuse(file.error());
    return file ? std::optional(std::move(choice)) : std::nullopt;
  }
  Result<std::vector<PackFile>, service::Refusal> site = site_files(values);
  if (!site) {
    desk.output().refuse(site.error());
    return std::nullopt;
  }
  choice.id = word;
  choice.site = std::move(site).value();
  return choice;
}

int run_check(Desk& desk, const Values& values) {
  const std::string path = values.text("FILE");
  if (path == "-") {
    std::string text(std::istreambuf_iterator<char>(desk.input()), {});
    return desk.show(service::check_pack(PackFile{"", std::move(text)}, format_of(desk)));
  }
  const auto file = pack_file(path);
  return file ? desk.show(service::check_pack(*file, format_of(desk))) : desk.output().refuse(file.error());
}

/// With a book what it has adopted, else what could be adopted.
int list_policies(Desk& desk, const Values& values) {
  if (!desk.options().book.empty() && !values.is_given("--available")) return show_list(desk, service::list_adopted);
  const auto site = site_files(values);
  if (!site) return desk.output().refuse(site.error());
  std::vector<Problem> left_out;
  const service::TextResult text = service::list_packs(*site, format_of(desk), left_out);
  if (!left_out.empty()) desk.output().note(to_text(left_out));
  return desk.show(text);
}

int run_adopt(Desk& desk, const Values& values) {
  const auto choice = choice_of(desk, values, values.text("PACK"));
  if (!choice) return kNotFound;
  return desk.submit(service::adopt_pack(*choice, {values.text("--from"), values.text("--to")}));
}

int run_end(Desk& desk, const Values& values) {
  return desk.submit(service::end_pack(values.text("PACK"), values.text("--to"), values.text("--reason")));
}

int show_policy(Desk& desk, const Values& values) {
  const auto choice = choice_of(desk, values, values.text("PACK"));
  return choice ? desk.show(service::show_pack(*choice, format_of(desk))) : kNotFound;
}

int run_diff(Desk& desk, const Values& values) {
  const auto before = choice_of(desk, values, values.text("BEFORE"));
  if (!before) return kNotFound;
  const auto after = choice_of(desk, values, values.text("AFTER"));
  return after ? desk.show(service::diff_packs(*before, *after, format_of(desk))) : kNotFound;
}

int run_fields(Desk& desk, const Values&) {
  desk.output().data(service::policy_fields());
  return kDone;
}

int run_rule_list(Desk& desk, const Values& values) {
  const auto choice = choice_of(desk, values, values.text("--pack"));
  return choice ? desk.show(service::list_rules(*choice, format_of(desk))) : kNotFound;
}

int run_rule_show(Desk& desk, const Values& values) {
  const auto choice = choice_of(desk, values, values.text("--pack"));
  return choice ? desk.show(service::show_rule(*choice, values.text("--rule"), format_of(desk))) : kNotFound;
}

int run_rule_eval(Desk& desk, const Values& values) {
  service::RuleQuestion question;
  question.rule = values.text("--rule");
  question.inputs = values.list("--input");
  question.date = values.text("--date");
  question.today = desk.clock().today();
  const std::string pack = values.text("--pack");
  if (pack.empty() && desk.options().book.empty()) {
    return desk.output().refuse(usage_refusal("缺少 missing: --pack PACK, --book BOOK"));
  }
  if (pack.empty()) {
    return show_list(desk, [&question](const service::BookPlace& place, service::Format format) {
      return service::evaluate_rule(place, question, format);
    });
  }
  const auto choice = choice_of(desk, values, pack);
  return choice ? desk.show(service::evaluate_rule(*choice, question, format_of(desk))) : kNotFound;
}

OptionSpec pack_option() { return {"--pack", ValueKind::Text, true, "PACK", "规则包代号或文件 id or file of a pack"}; }
OptionSpec rule_option() { return {"--rule", ValueKind::Text, true, "RULE", "规则代号 id of a rule"}; }
OptionSpec pack_argument(const char* name) {
  return {name, ValueKind::Argument, true, "", "规则包代号或文件 id or file of a pack"};
}

}  // namespace

std::vector<Verb> policy_verbs() {
  return {
      {"policy", "check", "核对规则包文件，列出全部错误 check a pack and list everything that is wrong with it",
       {{"FILE", ValueKind::Argument, true, "", "文件，或 - 读标准输入 file, or - for standard input"}}, run_check},
      {"policy", "list", "列出规则包；有 --book 则列出账套采用的 list the packs; with --book those that it has adopted",
       {packs_option(),
        {"--available", ValueKind::Flag, false, "", "有 --book 时也列出可采用的 with --book too, those that can be adopted"}},
       list_policies},
      {"policy", "adopt", "账套采用规则包，全文入账（须两人） a book adopts a pack, which is recorded whole; two people",
       {pack_argument("PACK"),
        {"--from", ValueKind::Text, true, "DATE", "自哪一天起 first day"},
        {"--to", ValueKind::Text, false, "DATE", "至哪一天（不含），不写则不定 first day without it; no end where not given"},
        packs_option()},
       run_adopt},
      {"policy", "end", "停用已采用的规则包（须两人） end the use of an adopted pack; two people",
       {{"PACK", ValueKind::Argument, true, "", "规则包代号 id of the pack"},
        {"--to", ValueKind::Text, true, "DATE", "自哪一天起不用 first day without it"},
        reason_option(true)},
       run_end},
      {"policy", "show", "查看规则包 show a pack", {pack_argument("PACK"), packs_option()}, show_policy},
      {"policy", "diff", "比较两个规则包 what changed between two packs",
       {pack_argument("BEFORE"), pack_argument("AFTER"), packs_option()}, run_diff},
      {"policy", "fields", "规则包写法，即 docs/POLICY_FIELDS.md how a pack is written, as in docs/POLICY_FIELDS.md", {},
       run_fields},
      {"rule", "list", "列出规则 list the rules of a pack", {pack_option(), packs_option()}, run_rule_list},
      {"rule", "show", "查看规则及其输入 show a rule and its inputs", {pack_option(), rule_option(), packs_option()},
       run_rule_show},
      {"rule", "eval", "按规则计算，并说明理由 compute by a rule and explain the answer",
       {{"--pack", ValueKind::Text, false, "PACK",
         "规则包代号或文件；不写则用 --book 采用的 id or file of a pack; those that --book has adopted where not given"},
        rule_option(),
        {"--input", ValueKind::List, false, "NAME=VALUE", "输入，可重复 an input; may be repeated"},
        {"--date", ValueKind::Text, false, "DATE",
         "哪一天；默认今天，不在有效期内则取最近的一天 the day; today or the nearest day in force where not given"},
        packs_option()},
       run_rule_eval},
  };
}

}  // namespace mingzhang::cli
