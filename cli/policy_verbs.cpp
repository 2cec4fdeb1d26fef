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
#include "cli/verb.h"
#include "service/policy_reading.h"
#include "service/reading_outcome.h"

namespace mingzhang::cli {
namespace {

using service::PackFile;
using service::PolicyShelf;
using service::ReadingOutcome;

constexpr const char* kPacksVariable = "MINGZHANG_PACKS";

std::optional<PackFile> pack_file(Desk& desk, const std::string& path) {
  const std::optional<std::string> text = read_file(path);
  if (!text) {
    desk.output().refuse(service::refusal(ReadingOutcome::FileMissing, plain(path)));
    return std::nullopt;
  }
  return PackFile{std::filesystem::path(path).filename().string(), *text};
}

/// The packs of the site: every *.json in the folder of --packs or MINGZHANG_PACKS, by name.
std::optional<std::vector<PackFile>> site_files(Desk& desk, const Values& values) {
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

bool is_path(const std::string& word) { return word.ends_with(".json") || word.find('/') != std::string::npos; }

/// A pack by its id or its file, with what holds it; nothing after a refusal.
struct Chosen {
  std::optional<PolicyShelf> shelf;
  std::optional<policy::Pack> own;
  const policy::Pack* pack = nullptr;
};

}  // namespace
}  // namespace mingzhang::cli
