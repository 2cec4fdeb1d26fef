// SPDX-License-Identifier: Apache-2.0
// The files of a package by their names, wherever they stand: in a zip file, in a folder, or in a test's memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/outcome.h"
#include "base/result.h"

namespace mingzhang::audit {

/// A file of the package as its list says.
struct PackageEntry {
  std::string name;       ///< below the package's one top folder: "data/records.jsonl"
  std::int64_t size = 0;  ///< bytes when read
  friend bool operator==(const PackageEntry&, const PackageEntry&) = default;
};

/// One file, read from its first byte to its last.
class PackageFile {
 public:
  virtual ~PackageFile() = default;
  /// Fills `into` from its start and answers how many bytes; 0 at the end only, and only when all of the file was there and
  /// agrees with its check sum. A PKG- problem otherwise, after which nothing more may be read.
  /// Requires: `into` is not empty.
  virtual Result<std::size_t, Problem> read(std::span<char> into) = 0;

 protected:
  PackageFile() = default;
  PackageFile(const PackageFile&) = default;
  PackageFile& operator=(const PackageFile&) = default;
};

/// All files. Several may be read at once, each by one thread.
class PackageFiles {
 public:
  virtual ~PackageFiles() = default;
  /// In bytewise order of their names, each name once.
  virtual const std::vector<PackageEntry>& entries() const = 0;
  /// Null where there is no file of this name.
  virtual std::unique_ptr<PackageFile> open(std::string_view name) const = 0;

 protected:
  PackageFiles() = default;
  PackageFiles(const PackageFiles&) = default;
  PackageFiles& operator=(const PackageFiles&) = default;
};

}  // namespace mingzhang::audit
