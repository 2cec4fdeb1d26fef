// SPDX-License-Identifier: Apache-2.0
// Reads packs from files.
#include "cli/pack_files.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <system_error>

#include "cli/file.h"
#include "service/reading/outcome.h"

namespace mingzhang::cli {

using service::PackFile;
using service::ReadingOutcome;

namespace {

constexpr const char* kPacksVariable = "MINGZHANG_PACKS";

}  // namespace

Result<PackFile, service::Refusal> pack_file(const std::string& path) {
  const std::optional<std::string> text = read_file(path);
  if (!text) return Err(service::refusal(ReadingOutcome::FileMissing, plain(path)));
  return PackFile{std::filesystem::path(path).filename().string(), *text};
}

Result<std::vector<PackFile>, service::Refusal> site_files(const Values& values) {
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
  if (error) return Err(service::refusal(ReadingOutcome::FileMissing, plain(folder)));
  std::sort(paths.begin(), paths.end());
  for (const std::string& path : paths) {
    Result<PackFile, service::Refusal> file = pack_file(path);
    if (!file) return Err(std::move(file).error());
    files.push_back(std::move(file).value());
  }
  return files;
}

OptionSpec packs_option() {
  return {"--packs", ValueKind::Text, false, "FOLDER",
          "本地规则包文件夹，默认 MINGZHANG_PACKS folder of the site's packs; MINGZHANG_PACKS where not given"};
}

}  // namespace mingzhang::cli
