// SPDX-License-Identifier: Apache-2.0
// What a package says of its own verification: the files of audit/package/guide, compiled in.
#pragma once

#include <span>
#include <string_view>

namespace mingzhang::audit {

struct PackageGuide {
  std::string_view name;  ///< "VERIFY.zh.md", "VERIFY.en.md", "verify.sh"
  std::string_view text;
};

/// In the order of their names.
std::span<const PackageGuide> package_guides();

}  // namespace mingzhang::audit
