// SPDX-License-Identifier: Apache-2.0
// Renders problems of imports.
#include "cli/import_problems.h"

#include <algorithm>

#include "cli/file.h"

namespace mingzhang::cli {
namespace {

constexpr std::size_t kProblemsShown = 200;
constexpr std::size_t kNotesShown = 20;

void add_text(JsonWriter& writer, const char* key, std::string_view value) {
  writer.key(key);
  writer.text(plain(value));
}

std::string value_of(const service::ImportProblem& problem) {
  return problem.value.empty() ? std::string() : "「" + plain(problem.value) + "」";
}

}  // namespace

void add_problem(JsonWriter& writer, const service::ImportProblem& found) {
  const OutcomeInfo& info = *found.problem.info;
  writer.begin_object();
  add_text(writer, "code", info.code);
  add_text(writer, "column", found.column);
  add_text(writer, "detail", found.problem.detail);
  add_text(writer, "message_en", info.en);
  add_text(writer, "message_zh", info.zh);
  add_text(writer, "name", info.name);
  add_text(writer, "place", found.problem.place);
  add_text(writer, "remedy_en", info.remedy_en);
  add_text(writer, "remedy_zh", info.remedy_zh);
  writer.key("row");
  writer.integer(found.row);
  add_text(writer, "value", found.value);
  writer.end_object();
}

void add_problems(JsonWriter& writer, const std::vector<service::ImportProblem>& problems) {
  writer.begin_array();
  for (const service::ImportProblem& problem : problems) add_problem(writer, problem);
  writer.end_array();
}

void note_problems(Output& output, const std::vector<service::ImportProblem>& problems, std::int64_t count) {
  for (std::size_t i = 0; i < std::min(problems.size(), kProblemsShown); ++i) {
    const std::string value = value_of(problems[i]);
    output.note((value.empty() ? value : value + " ") + to_text(problems[i].problem));
  }
  output.note("共 " + std::to_string(count) + " 处有误，全部未入账 problems; nothing was booked" +
              (problems.size() > kProblemsShown ? "（其余见 --bad-rows 或 --json the rest: --bad-rows, --json）" : ""));
}

void note_notes(Output& output, const std::vector<service::ImportProblem>& notes, std::int64_t count) {
  if (count == 0) return;
  for (std::size_t i = 0; i < std::min(notes.size(), kNotesShown); ++i) {
    const Problem& note = notes[i].problem;
    const std::string detail = note.detail.empty() ? std::string() : "：" + note.detail;
    output.note("提示 note " + std::string(note.info->code) + "（" + note.place + "）" + value_of(notes[i]) + " " +
                std::string(note.info->zh) + " " + std::string(note.info->en) + detail);
  }
  output.note("共 " + std::to_string(count) + " 处提示，未作任何改动 notes; nothing was changed because of them" +
              (notes.size() > kNotesShown ? "（其余见 --json the rest: --json）" : ""));
}

bool save_bad_rows(const std::string& path, std::string_view bytes,
                   const std::vector<service::ImportProblem>& problems) {
  return write_file(path, [&](const WritePiece& write) {
    write(service::export_bad_rows(bytes, problems));
    return true;
  });
}

}  // namespace mingzhang::cli
