// SPDX-License-Identifier: Apache-2.0
// Why a key, a note, a checkpoint, a proof or a policy is refused.
#pragma once

#include <cstdint>
#include <span>

#include "base/outcome.h"

namespace mingzhang::audit {

/// Declaration order is precedence. Numbers are never reused.
enum class SealOutcome : std::uint16_t {
  Ok = 0,
  // 100: bytes that are not what they should be
  NoteBad = 101,
  KeyTextBad = 102,
  CheckpointBad = 103,
  PolicyBad = 104,
  ProofBad = 105,
  KeyFileBad = 106,
  PassphraseWrong = 107,
  PassphraseShort = 108,
  ReasonBad = 109,
  HoldsIdCard = 110,
  PublicKeyBad = 111,
  ProofWrong = 112,
  NotTrusted = 113,
  FileNoteBad = 114,
  FileDiffers = 115,
  // 300: the keys and checkpoints of a book
  KeyOfAnother = 301,
  KeyThere = 302,
  KeyUnknown = 303,
  KeyLast = 304,
  KeyMissing = 305,
  CheckpointThere = 306,
  CheckpointUnknown = 307,
  HistoryShorter = 308,
  HistoryDiffers = 309,
  LeafDiffers = 310,
  SignatureWrong = 311,
  NotPublished = 312,
  NothingLost = 313,
  // 400: witnesses
  WitnessRequestBad = 401,
  WitnessLogUnknown = 402,
  WitnessSignatureBad = 403,
  WitnessOldSizeBad = 404,
  WitnessSizeDiffers = 405,
  WitnessProofBad = 406,
  WitnessStateBad = 407,
  MirrorPackageBad = 408,
  MirrorGap = 409,
  MirrorOfAnother = 410,
};

std::span<const OutcomeInfo> seal_outcomes();
/// The description of an outcome. Requires: not Ok.
const OutcomeInfo& info_of(SealOutcome outcome);

}  // namespace mingzhang::audit
