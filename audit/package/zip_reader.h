// SPDX-License-Identifier: Apache-2.0
// Reads zip files of the one form that `ZipWriter` writes, and no other: whatever another program might read out of a file
// in a second way is refused.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/package/bytes.h"
#include "audit/package/files.h"
#include "audit/package/zip_form.h"

namespace mingzhang::audit {

/// More files than a package has reason to hold; a directory of that size is read at once.
inline constexpr std::int64_t kZipEntriesMax = 10'000;
/// The sum of all unpacked sizes: 4 TiB. Nothing is held in memory, so this bounds only time.
inline constexpr std::int64_t kZipBytesMax = std::int64_t{1} << 42;

/// The files of a zip file. Every header must be, byte for byte, the one that `ZipWriter` writes; entries follow each other without a gap from the
/// first byte to the directory; names are `is_zip_name`, in one top
/// folder, none twice even without regard to case, and none both a file and a folder.
class ZipReader final : public PackageFiles {
 public:
  /// PKG-101 to 104 with the reason otherwise. `source` must outlive the reader. Memory: the directory's.
  static Result<std::unique_ptr<ZipReader>, Problem> open(const ByteSource& source);

  /// The one top folder, without a slash.
  const std::string& top() const { return top_; }
  const std::vector<PackageEntry>& entries() const override { return entries_; }
  /// Reading answers PKG-105 where the bytes cannot be unpacked to exactly the size and check sum that were declared.
  std::unique_ptr<PackageFile> open(std::string_view name) const override;

 private:
  explicit ZipReader(const ByteSource& source) : source_(source) {}
  std::optional<Problem> read_directory();
  std::optional<Problem> read_entry(std::string_view& rest, std::int64_t& offset, std::int64_t directory_at);
  std::optional<Problem> check_names();

  const ByteSource& source_;
  std::string top_;
  std::vector<ZipEntry> zipped_;        // in the order of entries_
  std::vector<PackageEntry> entries_;
};

}  // namespace mingzhang::audit
