// SPDX-License-Identifier: Apache-2.0
// What the program says about itself: every refusal, and completion for a shell.
#include <string>

#include "cli/command_tree.h"
#include "cli/desk.h"
#include "cli/exit_code.h"
#include "cli/verb.h"
#include "service/reporting/outcome_list.h"

namespace mingzhang::cli {
namespace {

int run_outcomes(Desk& desk, const Values&) {
  const service::OutcomeTable tables[] = {
      {"备份 Backups", desk.backend().backup_outcomes, {}},
      {"命令行 Command line", std::span(&usage_info(), 1), "2 用法 usage"},
  };
  desk.output().data(service::outcomes_document(tables));
  return kDone;
}

/// The words that may follow one noun and verb.
std::string words_after(const Verb& verb) {
  std::string words;
  for (const OptionSpec& option : verb.options) {
    if (option.kind != ValueKind::Argument) words += (words.empty() ? "" : " ") + option.name;
  }
  return words;
}

std::string completion_script() {
  std::string cases;
  std::string first_words;
  for (const Noun& noun : all_nouns()) {
    std::string words;
    for (const Verb& verb : all_verbs()) {
      if (verb.noun == noun.name) words += (words.empty() ? "" : " ") + verb.name;
    }
    first_words += noun.name + " ";
    cases += "    \"" + noun.name + "\") words=\"" + words + "\" ;;\n";
  }
  for (const Verb& verb : all_verbs()) {
    if (verb.noun.empty()) first_words += verb.name + " ";
    cases += "    \"" + (verb.noun.empty() ? verb.name : verb.noun + " " + verb.name) + "\") words=\"" + words_after(verb) +
             "\" ;;\n";
  }
  std::string globals;
  std::string with_value;
  for (const GlobalSpec& spec : global_specs()) {
    globals += spec.name + " ";
    if (!spec.is_flag) with_value += (with_value.empty() ? "" : "|") + spec.name;
  }
  // The first two words that are no options say where we are.
  return "# bash completion: source <(mingzhang completion bash)\n"
         "_mingzhang() {\n"
         "  local current=${COMP_WORDS[COMP_CWORD]} path= words= skip= i\n"
         "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
         "    if [[ $skip ]]; then skip=; continue; fi\n"
         "    case ${COMP_WORDS[i]} in\n"
         "      " + with_value + ") skip=1 ;;\n"
         "      -*) ;;\n"
         "      *) [[ $path == *' '* ]] || path=\"${path:+$path }${COMP_WORDS[i]}\" ;;\n"
         "    esac\n"
         "  done\n"
         "  case $path in\n"
         "    \"\") words=\"" + first_words + "\" ;;\n" + cases +
         "  esac\n"
         "  if [[ $current == -* ]]; then words=\"$words " + globals + "--help\"; fi\n"
         "  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n"
         "  [[ ${COMPREPLY[*]} ]] || mapfile -t COMPREPLY < <(compgen -f -- \"$current\")\n"
         "}\n"
         "complete -F _mingzhang mingzhang\n";
}

int run_completion(Desk& desk, const Values&) {
  desk.output().data(completion_script());
  return kDone;
}

}  // namespace

std::vector<Verb> about_verbs() {
  return {
      {"", "outcomes", "列出全部拒绝原因 every refusal with its remedy, as in docs/OUTCOMES.md", {}, run_outcomes},
      {"completion", "bash", "bash 命令补全 completion for bash: source <(mingzhang completion bash)", {}, run_completion},
  };
}

}  // namespace mingzhang::cli
