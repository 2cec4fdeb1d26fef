// SPDX-License-Identifier: Apache-2.0
// Puts a package together: records, lines, what derives, proofs, and the lists of everything.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "audit/log_store.h"
#include "audit/package/bytes.h"
#include "audit/package/range_proof.h"

namespace mingzhang::audit {

/// A small file of the package, by its name below the top folder.
struct PackageText {
  std::string name;
  std::string bytes;
};

/// A file that is written in pieces.
struct PackagePart {
  std::string name;
  std::function<void(const std::function<void(std::string_view)>& write)> write;
};

/// Hands over the records of the range, in order; it is asked once for the records and once for the lines.
using RecordPass = std::function<void(const std::function<void(const StoredRecord&)>& on_record)>;

struct PackageOrder {
  std::string top;   ///< of `package_top`
  std::string book;
  LogRange range;
  RecordPass records;
  /// True for a line that is to be withheld (its leaf digests stand instead); null: none.
  std::function<bool(std::string_view line)> withholds;
  std::vector<PackagePart> derived;   ///< below data/
  std::vector<PackageText> texts;     ///< proof/… and the guides: everything else
  /// Signatures over both payload manifests, as files below proof/; null: none.
  std::function<std::vector<PackageText>(std::string_view manifest_sha256, std::string_view manifest_sm3)> seal;
};

/// "mingzhang-0-1204-3f5a90c1d2e4": the range and the first twelve digits of the root in SHA-256.
std::string package_top(const LogRange& range, const Digest& sha256_root);

/// Writes the package as a zip file (decision 0034). The same order gives the same bytes. Throws WorldError where the disk or the log fails.
void write_package(const PackageOrder& order, ByteSink& sink);

}  // namespace mingzhang::audit
