// SPDX-License-Identifier: Apache-2.0
// What is wrong with a package besides its form and its bookkeeping.
#pragma once

#include <cstdint>
#include <span>

#include "base/outcome.h"

namespace mingzhang::audit {

/// Declaration order is precedence. Numbers are never reused.
enum class VerdictOutcome : std::uint16_t {
  Ok = 0,
  // 100: it cannot be read
  InfoBad = 101,
  PolicyBad = 102,
  SinceBad = 103,
  // 200: history
  LineBad = 201,
  RecordBad = 202,
  PlaceBad = 203,
  LinesDiffer = 205,
  RootDiffers = 206,
  SizeDiffers = 207,
  // 300: others
  Forked = 301,
  NotComparable = 302,
  // 400: who
  NoCheckpoint = 401,
  SignatureMissing = 402,
  QuorumMissing = 403,
  SignatureBad = 404,
  AnotherBook = 405,
  StampBad = 406,
  StampMissing = 407,
  SealBad = 408,
  // 500: what derives
  DerivedMissing = 501,
  DerivedDiffers = 502,
  FileStrange = 503,
};

std::span<const OutcomeInfo> verdict_outcomes();
/// The description of an outcome. Requires: not Ok.
const OutcomeInfo& info_of(VerdictOutcome outcome);

}  // namespace mingzhang::audit
