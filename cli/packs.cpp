// SPDX-License-Identifier: Apache-2.0
// Reads files of packs.
#include "cli/packs.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "cli/file.h"
#include "service/reading_outcome.h"

namespace mingzhang::cli {

using service::PackFile;
using service::ReadingOutcome;

namespace {

constexpr const char* kPacksVariable = "MINGZHANG_PACKS";

}  // namespace

std::optional<PackFile> pack_file(Desk& desk, const std::string& path) {
  const std::optional<std::string> text = read_file(path);
  if (!text) {
    desk.output().refuse(service::refusal(ReadingOutcome::FileMissing, plain(path)));
    return std::nullopt;
  }
  return PackFile{std::filesystem::path(path).filename().string(), *text};
}

std::optional<std::vector<PackFile>> site_packs(Desk& desk, const Values& values) {
  std::string folder = values.text("--packs");
  const char* variable = std::getenv(kPacksVariable);
  if (folder.empty() && variable != nullptr) folder = variable;
  std::vector<PackFile> files;
  if (folder.empty()) return files;
  std::vector<std::string> paths;
  std::error_code error;
  for (std::filesystem::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() == ".json") paths.push_back(at->path().string());
  }
  if (error) {
    desk.output().refuse(service::refusal(ReadingOutcome::FileMissing, plain(folder)));
    return std::nullopt;
  }
  std::sort(paths.begin(), paths.end());
  for (const std::string& path : paths) {
    std::optional<PackFile> file = pack_file(desk, path);
    if (!file) return std::nullopt;
    files.push_back(std::move(*file));
  }
  return files;
}

OptionSpec packs_option() {
  return {"--packs", ValueKind::Text, false, "FOLDER",
          "本地规则包文件夹，默认 MINGZHANG_PACKS folder of the site's packs; MINGZHANG_PACKS where not given"};
}

}  // namespace mingzhang::cli
