// SPDX-License-Identifier: Apache-2.0
// Why a package's file is refused.
#pragma once

#include <cstdint>
#include <span>

#include "base/outcome.h"

namespace mingzhang::audit {

/// Declaration order is precedence. Numbers are never reused.
enum class PackageOutcome : std::uint16_t {
  Ok = 0,
  // 100: the zip file
  NoZip = 101,
  ZipForm = 102,
  ZipName = 103,
  ZipSize = 104,
  ZipContent = 105,
  // 200: the bag
  FileMissing = 201,
  FileUnlisted = 202,
  ManifestBad = 203,
  FileChanged = 204,
  RangeBad = 205,
};

std::span<const OutcomeInfo> package_outcomes();
/// The description of an outcome. Requires: not Ok.
const OutcomeInfo& info_of(PackageOutcome outcome);

}  // namespace mingzhang::audit
