// SPDX-License-Identifier: Apache-2.0
// Lists a folder once, and reads its files.
#include "audit/package/folder_reader.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "audit/package/byte_files.h"
#include "audit/package/outcome.h"
#include "audit/package/zip_writer.h"
#include "base/world_error.h"

namespace mingzhang::audit {
namespace {

class FolderFile final : public PackageFile {
 public:
  explicit FolderFile(const std::string& path) : source_(path) {}

  Result<std::size_t, Problem> read(std::span<char> into) override {
    const std::int64_t count = std::min(static_cast<std::int64_t>(into.size()), source_.size() - at_);
    source_.read(at_, into.first(static_cast<std::size_t>(count)));
    at_ += count;
    return static_cast<std::size_t>(count);
  }

 private:
  FileSource source_;
  std::int64_t at_ = 0;
};

Problem folder_problem(PackageOutcome outcome, std::string place) {
  return Problem{&info_of(outcome), std::move(place), ""};
}

}  // namespace

Result<std::unique_ptr<FolderReader>, Problem> FolderReader::open(const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code error;
  if (!fs::is_directory(folder, error)) return Err(folder_problem(PackageOutcome::NoZip, ""));
  std::unique_ptr<FolderReader> reader(new FolderReader(folder));
  for (fs::recursive_directory_iterator one(folder, error), end; !error && one != end; one.increment(error)) {
    const fs::file_status status = one->symlink_status(error);
    if (status.type() == fs::file_type::directory) continue;
    const std::string name = fs::relative(one->path(), folder, error).generic_string();
    if (status.type() != fs::file_type::regular || !is_zip_name("top/" + name)) return Err(folder_problem(PackageOutcome::ZipName, "file " + std::to_string(reader->entries_.size() + 1)));
    reader->entries_.push_back({name, static_cast<std::int64_t>(one->file_size(error))});
  }
  if (error) throw WorldError(WorldFault::Unavailable, "the folder cannot be read");
  std::sort(reader->entries_.begin(), reader->entries_.end(), [](const PackageEntry& a, const PackageEntry& b) { return a.name < b.name; });
  return reader;
}

std::unique_ptr<PackageFile> FolderReader::open(std::string_view name) const {
  const bool is_there = std::any_of(entries_.begin(), entries_.end(), [name](const PackageEntry& entry) { return entry.name == name; });
  return is_there ? std::make_unique<FolderFile>(folder_ + "/" + std::string(name)) : nullptr;
}

}  // namespace mingzhang::audit
