// SPDX-License-Identifier: Apache-2.0
// The package as a bag (RFC 8493): what belongs to it, by both digests.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "audit/package/file_digest.h"
#include "audit/package/files.h"
#include "base/outcome.h"

namespace mingzhang::audit {

/// Files by name, below the top folder.
using FileList = std::map<std::string, FileDigests, std::less<>>;

/// A manifest (§2.1.3) in one suite: "HEX  NAME\n" for each file, in the order of the names; what `sha256sum -c` reads.
std::string manifest_text(const FileList& files, Suite suite);

/// Checks that manifest-*.txt list the files below data/, and tagmanifest-*.txt all others, in both suites, each file
/// once and none that is not there; that payload and tag files have the digests listed. Reads every file once, in
/// constant memory. The first problem, or nothing: PKG-201 to 204, PKG-105 where a file cannot be read.
std::optional<Problem> check_bag(const PackageFiles& files);

/// A whole small file, such as a manifest. PKG-201 where it is not there, PKG-203 where it is larger than `most` bytes.
Result<std::string, Problem> read_whole(const PackageFiles& files, std::string_view name, std::int64_t most);

/// The largest manifest or note that is read as a whole: 4 MiB.
inline constexpr std::int64_t kTagFileMax = std::int64_t{4} << 20;

}  // namespace mingzhang::audit
