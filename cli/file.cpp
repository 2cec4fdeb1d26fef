// SPDX-License-Identifier: Apache-2.0
// Reads whole files, writes files under another name first.
#include "cli/file.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "cli/exit_code.h"
#include "service/reading/outcome.h"
#include "service/reading/report.h"

namespace mingzhang::cli {

std::optional<std::string> read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file || std::filesystem::is_directory(path)) return std::nullopt;
  std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  if (file.bad()) return std::nullopt;
  return bytes;
}

bool write_file(const std::string& path, const std::function<bool(const WritePiece& write)>& fill) {
  const std::string partial = path + ".partial";
  bool is_good = false;
  {
    std::ofstream file(partial, std::ios::binary | std::ios::trunc);
    is_good = file && fill([&file](std::string_view piece) { file << piece; });
    file.close();
    is_good = is_good && file;
  }
  std::error_code error;
  if (is_good) std::filesystem::rename(partial, path, error);
  if (is_good && !error) return true;
  std::filesystem::remove(partial, error);
  return false;
}

int export_to_file(Desk& desk, const service::OpenedDatabase& opened, const ExportOrder& order) {
  const service::BookPlace place{opened, order.book};
  std::optional<service::Refusal> refused;
  const bool is_written = write_file(order.path, [&](const WritePiece& write) {
    const service::TextResult done = service::write_journal_export(place, order.program, write);
    if (!done) refused = done.error();
    return done.has_value();
  });
  if (refused) return desk.output().refuse(*refused);
  if (!is_written) return desk.output().refuse(service::refusal(service::ReadingOutcome::FileFailed, plain(order.path)));
  desk.output().note("已导出 exported: " + order.path);
  return kDone;
}

}  // namespace mingzhang::cli
