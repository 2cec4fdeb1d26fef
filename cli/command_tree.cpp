// SPDX-License-Identifier: Apache-2.0
// Builds the parser out of the table of verbs: the one file that knows the parser's library.
#include "cli/command_tree.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <map>
#include <memory>

namespace mingzhang::cli {
namespace {

constexpr const char* kAbout = "明账：扶贫资金总账 Mingzhang: a ledger for poverty-alleviation money";

void add_option(CLI::App& app, const OptionSpec& spec, Values& values) {
  Values::List& slot = values.slot(spec.name);
  if (spec.kind == ValueKind::Flag) {
    app.add_flag_function(spec.name, [&slot](std::int64_t count) { slot.assign(count > 0 ? 1 : 0, "true"); }, spec.help);
    return;
  }
  CLI::Option* option = app.add_option(spec.name, slot, spec.help);
  option->type_name(spec.kind == ValueKind::Argument ? "" : spec.value_name);
  option->required(spec.is_required);
  option->allow_extra_args(false);
  if (spec.kind == ValueKind::List) {
    option->take_all();
  } else {
    option->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::Throw);
  }
}

void add_globals(CLI::App& app, std::map<std::string, Values::List>& globals) {
  for (const GlobalSpec& spec : global_specs()) {
    Values::List& slot = globals[spec.name];
    if (spec.is_flag) {
      app.add_flag_function(spec.name, [&slot](std::int64_t count) { slot.assign(count > 0 ? 1 : 0, "true"); }, spec.help);
      continue;
    }
    CLI::Option* option = app.add_option(spec.name, slot, spec.help);
    option->type_name(spec.value_name)->expected(1)->allow_extra_args(false);
    if (!spec.environment.empty()) option->envname(spec.environment);
  }
}

constexpr const char* kCommands = "命令 Commands";
constexpr const char* kOptions = "选项 Options";

/// Where the help of the level above lists a command, and how its own help begins and ends.
void set_groups(CLI::App& command) {
  command.group(kCommands);
  command.get_help_ptr()->group(kOptions);
  command.footer("另有通用选项 and the options of every command: mingzhang --help");
}

void set_words(CLI::App& app) {
  const auto words = app.get_formatter();
  words->label("OPTIONS", "选项 options");
  words->label("SUBCOMMAND", "命令 command");
  words->label("SUBCOMMANDS", "命令 command");
  words->label("Positionals", "参数 Arguments");
  words->label("Usage", "用法 Usage");
  words->label("REQUIRED", "必填 required");
  words->label("Env", "环境变量 Env");
  words->column_width(34);
  app.option_defaults()->group(kOptions);
  app.set_help_flag("-h,--help", "显示帮助 show this help");
}

GlobalOptions options_of(const std::map<std::string, Values::List>& globals) {
  const auto text = [&globals](const char* name) {
    const Values::List& list = globals.at(name);
    return list.empty() ? std::string() : list.back();
  };
  GlobalOptions options;
  options.database = text("--db");
  options.book = text("--book");
  options.user = text("--as");
  options.approver = text("--approve-as");
  options.key = text("--key");
  options.is_json = !globals.at("--json").empty();
  options.is_dry_run = !globals.at("--dry-run").empty();
  return options;
}

}  // namespace

std::vector<GlobalSpec> global_specs() {
  return {
      {"--db", "MINGZHANG_DB", false, "URL", "数据库，如 sqlite:books/yanchi.db 或 postgresql://books@db1,db2/yanchi database"},
      {"--book", "MINGZHANG_BOOK", false, "BOOK", "账套代号 name of the book"},
      {"--as", "MINGZHANG_USER", false, "USER", "经办人 who is asking"},
      {"--approve-as", "", false, "USER", "审核人，须为另一人；不写则存为待审单据 who approves, another person; without it the request waits as a draft"},
      {"--key", "", false, "KEY", "幂等键，同一键不会重复入账（默认随机） idempotency key; random by default"},
      {"--json", "", true, "", "输出一个 JSON 文档 one JSON document"},
      {"--dry-run", "", true, "", "只检查，不入账 check only"},
  };
}

CommandLine parse_command_line(const std::vector<std::string>& words, const std::vector<Verb>& verbs) {
  CommandLine line;
  CLI::App app(kAbout, "mingzhang");
  set_words(app);
  app.fallthrough();
  app.require_subcommand(1);
  app.set_version_flag("--version", "mingzhang " MINGZHANG_VERSION, "显示版本 show the version");
  std::map<std::string, Values::List> globals;
  add_globals(app, globals);

  std::map<std::string, CLI::App*> nouns;
  for (const Noun& noun : all_nouns()) {
    nouns[noun.name] = app.add_subcommand(noun.name, noun.help);
    nouns[noun.name]->require_subcommand(1);
    set_groups(*nouns[noun.name]);
  }
  std::map<const Verb*, std::unique_ptr<Values>> values;
  std::map<const CLI::App*, const Verb*> known;
  for (const Verb& verb : verbs) {
    CLI::App* parent = verb.noun.empty() ? &app : nouns.at(verb.noun);
    CLI::App* command = parent->add_subcommand(verb.name, verb.help);
    set_groups(*command);
    values[&verb] = std::make_unique<Values>();
    for (const OptionSpec& spec : verb.options) add_option(*command, spec, *values[&verb]);
    known[command] = &verb;
  }

  // The parser takes its words from the back.
  std::vector<std::string> reversed(words.rbegin(), words.rend());
  line.options.is_json = std::find(words.begin(), words.end(), "--json") != words.end();
  try {
    app.parse(reversed);
  } catch (const CLI::CallForVersion& version) {
    line.text = version.what();
    return line;
  } catch (const CLI::CallForHelp&) {
    line.text = app.help();
    return line;
  } catch (const CLI::ParseError& error) {
    line.is_wrong = true;
    line.text = error.what();
    return line;
  }
  line.options = options_of(globals);
  const CLI::App* chosen = &app;
  while (!chosen->get_subcommands().empty()) chosen = chosen->get_subcommands().front();
  line.verb = known.at(chosen);
  line.values = std::move(*values.at(line.verb));
  return line;
}

}  // namespace mingzhang::cli
