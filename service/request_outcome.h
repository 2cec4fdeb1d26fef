// SPDX-License-Identifier: Apache-2.0
// Why a request as a whole is refused, whatever its commands are.
#pragma once

#include <cstdint>
#include <span>

#include "base/outcome.h"
#include "base/world_error.h"

namespace mingzhang::service {

/// Declaration order is precedence. The commands' own shape (POST-1xx …) comes before 200, their state before 600.
enum class RequestOutcome : std::uint16_t {
  Ok = 0,
  KeyBad = 101,
  NothingToDo = 102,
  TooManyCommands = 103,
  OpensLate = 104,
  GrantNotAlone = 105,
  ListDigestDiffers = 106,
  BookUnknown = 201,
  BookExists = 202,
  BookElsewhere = 203,
  KeyReused = 301,
  UserMissing = 401,
  UserUnknown = 402,
  RoleMissing = 403,
  ApproverMissing = 404,
  ApproverUnknown = 405,
  ApproverLacksRole = 406,
  SamePerson = 407,
  ApproverAtOnce = 408,
  DraftUnknown = 501,
  DraftDecided = 502,
  DraftTwice = 503,
  VoucherMissing = 601,
  VoucherDiffers = 602,
  SourceTaken = 603,
  ReversedByHand = 604,
  Unavailable = 901,
  Locked = 902,
  ReadOnly = 903,
  DiskFull = 904,
  Damaged = 905,
  Newer = 906,
  OutOfMemory = 907,
  OutcomeUnknown = 908,
  WorldFailed = 909,
  BrokenOff = 910,
  HistoryLost = 911,
};

std::span<const OutcomeInfo> request_outcomes();
const OutcomeInfo& info_of(RequestOutcome outcome);

/// Which refusal a failure of the world becomes.
RequestOutcome outcome_of(WorldFault fault);

}  // namespace mingzhang::service
