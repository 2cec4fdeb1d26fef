// SPDX-License-Identifier: Apache-2.0
// Renders refusals and writes streams.
#include "cli/output.h"

#include <ostream>

#include "base/json.h"
#include "base/text.h"
#include "cli/exit_code.h"

namespace mingzhang::cli {
namespace {

void add_text(JsonWriter& writer, std::string_view key, std::string_view value) {
  writer.key(key);
  writer.text(plain(value));
}

/// `command`: number of the command, or nothing for the decisive problem.
void add_problem(JsonWriter& writer, const service::CommandProblem& found, bool with_command) {
  const Problem& problem = found.problem;
  writer.begin_object();
  add_text(writer, "code", problem.info->code);
  if (with_command && found.command >= 0) {
    writer.key("command");
    writer.integer(found.command);
  }
  add_text(writer, "detail", problem.detail);
  add_text(writer, "message_en", problem.info->en);
  add_text(writer, "message_zh", problem.info->zh);
  add_text(writer, "name", problem.info->name);
  add_text(writer, "place", problem.place);
  add_text(writer, "remedy_en", problem.info->remedy_en);
  add_text(writer, "remedy_zh", problem.info->remedy_zh);
  writer.end_object();
}

}  // namespace

std::string plain(std::string_view bytes) {
  constexpr std::size_t kLongestCharacter = 4;
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t size = 1;
    while (size < kLongestCharacter && !is_plain_text(bytes.substr(at, size))) ++size;
    const bool is_good = is_plain_text(bytes.substr(at, size));
    text += is_good ? bytes.substr(at, size) : std::string_view("?");
    at += is_good ? size : 1;
  }
  return text;
}

std::string to_json(const service::Refusal& refusal) {
  JsonWriter writer;
  writer.begin_object();
  writer.key("error");
  add_problem(writer, refusal.problems.front(), false);
  writer.key("problems");
  writer.begin_array();
  for (const service::CommandProblem& problem : refusal.problems) add_problem(writer, problem, true);
  writer.end_array();
  writer.end_object();
  return writer.take();
}

std::string to_text(const service::Refusal& refusal) {
  std::string text;
  for (const service::CommandProblem& found : refusal.problems) {
    Problem problem = found.problem;
    // With several commands a line's number alone does not say where.
    if (found.command > 0) {
      problem.place = "command " + std::to_string(found.command + 1) + (problem.place.empty() ? "" : ", ") + problem.place;
    }
    text += mingzhang::to_text(problem) + "\n";
  }
  return text;
}

void Output::data(std::string_view text) {
  data_ << text;
  if (text.empty() || text.back() != '\n') data_ << '\n';
}

void Output::piece(std::string_view text) { data_ << text; }

void Output::note(std::string_view line) { notes_ << line << '\n' << std::flush; }

int Output::refuse(const service::Refusal& refusal) {
  if (is_json_) {
    data(to_json(refusal));
  } else {
    notes_ << to_text(refusal) << std::flush;
  }
  return exit_code_of(refusal);
}

bool Output::finish() {
  data_.flush();
  notes_.flush();
  return data_.good();
}

}  // namespace mingzhang::cli
