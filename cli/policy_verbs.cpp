// SPDX-License-Identifier: Apache-2.0
// Policy packs and their rules; no book is needed.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <istream>
#include <iterator>
#include <optional>
#include <string>
#include <system_error>
#include <vector>

#include "cli/desk.h"
#include "cli/exit_code.h"
#include "cli/file.h"
#include "cli/listing.h"
#include "cli/packs.h"
#include "cli/verb.h"
#include "service/policy_reading.h"
#include "service/reading_outcome.h"

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
    choice.file = pack_file(desk, word);
    if (!choice.file) return std::nullopt;
    return choice;
  }
  std::optional<std::vector<PackFile>> site = site_packs(desk, values);
  if (!site) return std::nullopt;
  choice.id = word;
  choice.site = std::move(*site);
  return choice;
}

int run_check(Desk& desk, const Values& values) {
  const std::string path = values.text("FILE");
  if (path == "-") {
    std::string text(std::istreambuf_iterator<char>(desk.input()), {});
    return desk.show(service::check_pack(PackFile{"", std::move(text)}, format_of(desk)));
  }
  const std::optional<PackFile> file = pack_file(desk, path);
  return file ? desk.show(service::check_pack(*file, format_of(desk))) : kNotFound;
}

int run_list(Desk& desk, const Values& values) {
  const std::optional<std::vector<PackFile>> site = site_packs(desk, values);
  if (!site) return kNotFound;
  std::vector<Problem> left_out;
  const service::TextResult text = service::list_packs(*site, format_of(desk), left_out);
  if (!left_out.empty()) desk.output().note(to_text(left_out));
  return desk.show(text);
}

int run_show(Desk& desk, const Values& values) {
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
  const auto choice = choice_of(desk, values, values.text("--pack"));
  if (!choice) return kNotFound;
  service::RuleQuestion question;
  question.rule = values.text("--rule");
  question.inputs = values.list("--input");
  question.date = values.text("--date");
  question.today = desk.clock().today();
  return desk.show(service::evaluate_rule(*choice, question, format_of(desk)));
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
      {"policy", "list", "列出规则包 list the packs", {packs_option()}, run_list},
      {"policy", "show", "查看规则包 show a pack", {pack_argument("PACK"), packs_option()}, run_show},
      {"policy", "diff", "比较两个规则包 what changed between two packs",
       {pack_argument("BEFORE"), pack_argument("AFTER"), packs_option()}, run_diff},
      {"policy", "fields", "规则包写法，即 docs/POLICY_FIELDS.md how a pack is written, as in docs/POLICY_FIELDS.md", {},
       run_fields},
      {"rule", "list", "列出规则 list the rules of a pack", {pack_option(), packs_option()}, run_rule_list},
      {"rule", "show", "查看规则及其输入 show a rule and its inputs", {pack_option(), rule_option(), packs_option()},
       run_rule_show},
      {"rule", "eval", "按规则计算，并说明理由 compute by a rule and explain the answer",
       {pack_option(),
        rule_option(),
        {"--input", ValueKind::List, false, "NAME=VALUE", "输入，可重复 an input; may be repeated"},
        {"--date", ValueKind::Text, false, "DATE",
         "哪一天；默认今天，不在有效期内则取最近的一天 the day; today or the nearest day in force where not given"},
        packs_option()},
       run_rule_eval},
  };
}

}  // namespace mingzhang::cli
