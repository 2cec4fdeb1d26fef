// SPDX-License-Identifier: Apache-2.0
// Why a token, a request to sign or its answer is refused.
#pragma once

#include <cstdint>
#include <span>

#include "base/outcome.h"

namespace mingzhang::audit {

/// Declaration order is precedence. Numbers are never reused.
enum class TokenOutcome : std::uint16_t {
  Ok = 0,
  ModuleBad = 101,
  ModuleBusy = 102,
  PinUnreadable = 103,
  RequestBad = 104,
  ResponseBad = 105,
  AddressBad = 106,
  TokenMissing = 201,
  TokenTwice = 202,
  PinWrong = 203,
  PinLocked = 204,
  TokenRemoved = 205,
  TokenKeyMissing = 206,
  TokenKeyTwice = 207,
  KeyKindBad = 208,
  PublicKeyMissing = 209,
  PublicKeyOther = 210,
  TokenSignatureWrong = 211,
  TokenRefused = 212,
  ResponseOfAnother = 301,
  ResponseKeyOther = 302,
  ResponseSignatureWrong = 303,
};

std::span<const OutcomeInfo> token_outcomes();
/// The description of an outcome. Requires: not Ok.
const OutcomeInfo& info_of(TokenOutcome outcome);

}  // namespace mingzhang::audit
