// SPDX-License-Identifier: Apache-2.0
// From the command line to a verb, its values and the global options.
#pragma once

#include <string>
#include <vector>

#include "cli/desk.h"
#include "cli/verb.h"

namespace mingzhang::cli {

/// What the command line says. Where `verb` is null nothing is to be run: `text` is the help or the version for the data
/// stream, or, where `is_wrong`, what is wrong with the command line.
struct CommandLine {
  GlobalOptions options;
  const Verb* verb = nullptr;
  Values values;
  bool is_wrong = false;
  std::string text;
};

/// Parses the words behind the program's name. `verbs` must outlive the result.
CommandLine parse_command_line(const std::vector<std::string>& words, const std::vector<Verb>& verbs);

/// A global option as help and completion know it.
struct GlobalSpec {
  std::string name;
  std::string environment;  ///< the variable that stands in for it; may be empty
  bool is_flag = false;
  std::string value_name;
  std::string help;
};
std::vector<GlobalSpec> global_specs();

}  // namespace mingzhang::cli
