// SPDX-License-Identifier: Apache-2.0
// Why a change of the register is refused.
#pragma once

#include <cstdint>
#include <span>

#include "base/outcome.h"

namespace mingzhang::households {

/// In precedence order: the request's shape, what it names, then the state of divisions, households, members, procedures.
enum class RegisterOutcome : std::uint16_t {
  Ok = 0,
  CodeBad = 101,
  DivisionCodeBad = 102,
  WordBad = 103,
  NameBad = 104,
  HoldsIdCard = 105,
  DigestBad = 106,
  ParentBad = 107,
  DateBad = 108,
  StatusBad = 109,
  CausesBad = 110,
  MembersMissing = 111,
  MemberTwice = 112,
  HeadNotOne = 113,
  ChangeBad = 114,
  StepsBad = 115,
  WaitBad = 116,
  ScoreBad = 117,
  ItemsBad = 118,
  ParentUnknown = 201,
  DivisionUnknown = 202,
  TargetUnknown = 203,
  HouseholdUnknown = 204,
  PersonUnknown = 205,
  ProcedureUnknown = 206,
  StepUnknown = 207,
  DivisionExists = 301,
  LevelBad = 302,
  DivisionNotInForce = 303,
  DivisionEnded = 304,
  EndTooEarly = 305,
  DivisionHasParts = 306,
  DivisionInhabited = 307,
  HouseholdExists = 321,
  BeforeRegistration = 322,
  AlreadySo = 323,
  StatusOutOfOrder = 324,
  TransitionForbidden = 325,
  PersonErased = 341,
  PersonElsewhere = 342,
  NotMember = 343,
  StayTooShort = 344,
  DigestMissing = 345,
  HeadMissing = 346,
  HeadTwice = 347,
  ProcedureRunning = 361,
  ProcedureEnded = 362,
  StepOutOfOrder = 363,
  StepTooEarly = 364,
  AlreadyAssessed = 365,
  AlreadyErased = 366,
};

std::span<const OutcomeInfo> register_outcomes();
const OutcomeInfo& info_of(RegisterOutcome outcome);

}  // namespace mingzhang::households
