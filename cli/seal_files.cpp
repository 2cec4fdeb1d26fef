// SPDX-License-Identifier: Apache-2.0
// Files of seals.
#include "cli/seal_files.h"

#include <charconv>
#include <system_error>

#include "cli/file.h"
#include "cli/fund_options.h"
#include "service/reading/outcome.h"

namespace mingzhang::cli {

using service::ReadingOutcome;

int refuse_file(Desk& desk, const std::string& path) {
  return desk.output().refuse(service::refusal(ReadingOutcome::FileFailed, plain(path)));
}

void write_lines(JsonWriter& writer, std::string_view key, std::string_view text) {
  std::string quoted = "\"";
  while (true) {
    const std::size_t end = text.find('\n');
    JsonWriter line;
    line.text(text.substr(0, end));
    const std::string bytes = line.take();
    quoted.append(bytes, 1, bytes.size() - 2);
    if (end == std::string_view::npos) break;
    quoted += "\\n";
    text.remove_prefix(end + 1);
  }
  writer.key(key);
  writer.raw(quoted + "\"");
}

int show_text(Desk& desk, const std::string& name, const service::TextResult& text) {
  if (!text || !desk.output().is_json()) return desk.show(text);
  JsonWriter writer;
  writer.begin_object();
  write_lines(writer, name, *text);
  writer.end_object();
  return desk.show(service::TextResult(writer.take()));
}

int give_file(Desk& desk, const std::string& path, const std::string& name, const service::TextResult& bytes) {
  if (!bytes || path.empty()) return show_text(desk, name, bytes);
  if (!write_file(path, [&](const WritePiece& write) { write(*bytes); return true; })) return refuse_file(desk, path);
  return show_text(desk, "file", path + "\n");
}

std::optional<service::CheckpointChoice> chosen_checkpoint(Desk& desk, const Values& values) {
  service::CheckpointChoice choice;
  const std::string suite = values.text("--suite");
  if (suite == "sm3") choice.suite = audit::Suite::Sm3;
  if (!suite.empty() && suite != "sha256" && suite != "sm3") {
    desk.output().refuse(service::refusal(ReadingOutcome::WordBad, "--suite sha256 | sm3"));
    return std::nullopt;
  }
  const std::optional<std::int64_t> size = values.has("--size") ? count_of(desk, values, "--size") : 0;
  if (!size) return std::nullopt;
  choice.size = *size;
  return choice;
}

std::optional<std::int64_t> count_of(Desk& desk, const Values& values, const std::string& option) {
  const std::string text = values.text(option);
  std::int64_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (text.empty() || (error == std::errc() && end == text.data() + text.size() && count >= 0)) return count;
  desk.output().refuse(service::refusal(ReadingOutcome::NumberBad, option));
  return std::nullopt;
}

}  // namespace mingzhang::cli
