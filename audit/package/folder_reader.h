// SPDX-License-Identifier: Apache-2.0
// A package that somebody has unpacked.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "audit/package/files.h"

namespace mingzhang::audit {

/// The files below a folder. What is neither a plain file nor a folder, a symbolic link above all, is refused, as are names that a package may
/// not have (zip_writer.h).
class FolderReader final : public PackageFiles {
 public:
  /// PKG-101 where there is no such folder, PKG-103 for a name or a kind of file. Throws WorldError where the disk fails.
  static Result<std::unique_ptr<FolderReader>, Problem> open(const std::string& folder);

  const std::vector<PackageEntry>& entries() const override { return entries_; }
  std::unique_ptr<PackageFile> open(std::string_view name) const override;

 private:
  explicit FolderReader(std::string folder) : folder_(std::move(folder)) {}

  std::string folder_;
  std::vector<PackageEntry> entries_;
};

}  // namespace mingzhang::audit
