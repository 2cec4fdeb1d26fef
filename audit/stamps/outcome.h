// SPDX-License-Identifier: Apache-2.0
// Why a time stamp, a signature over a file or a certificate is refused.
#pragma once

#include <cstdint>
#include <span>

#include "base/outcome.h"

namespace mingzhang::audit {

/// Declaration order is precedence. Numbers are never reused.
enum class StampOutcome : std::uint16_t {
  Ok = 0,
  DerBad = 101,
  TokenBad = 102,
  CmsBad = 103,
  GbBad = 104,
  CertificateBad = 105,
  KeyMismatch = 106,
  NotGranted = 201,
  ImprintDiffers = 202,
  NonceDiffers = 203,
  ContentDiffers = 204,
  StampSignatureWrong = 205,
  ChainWrong = 206,
  NotForStamping = 207,
  NotValidThen = 208,
};

std::span<const OutcomeInfo> stamp_outcomes();
/// The description of an outcome. Requires: not Ok.
const OutcomeInfo& info_of(StampOutcome outcome);

}  // namespace mingzhang::audit
