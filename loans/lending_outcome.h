// SPDX-License-Identifier: Apache-2.0
// Why a change of the loans in a book is refused.
#pragma once

#include <cstdint>
#include <span>

#include "base/outcome.h"

namespace mingzhang::loans {

/// In precedence order: the request's shape, what it names, the state of things, then money. Numbers are never reused.
enum class LendingOutcome : std::uint16_t {
  Ok = 0,
  // 100: the shape of the request
  CodeBad = 101,
  TextMissing = 102,
  TextNotPlain = 103,
  TextTooLong = 104,
  HoldsIdCard = 105,
  OpaqueCodeBad = 106,
  DigestBad = 107,
  ExplanationBad = 108,
  DateTooFarAhead = 109,
  AmountNotPositive = 110,
  MonthsBad = 111,
  ContractBad = 112,
  PenaltyBad = 113,
  AccountsMissing = 114,
  RowsMissing = 115,
  TooManyRows = 116,
  LoanTwice = 117,
  SpanBad = 118,
  PartsDiffer = 119,
  RateBad = 120,
  SumTooLarge = 121,
  // 200: what it names must exist
  LoanUnknown = 201,
  FundUnknown = 202,
  StepUnknown = 203,
  // 300: the state of things
  CodeTaken = 301,
  DateBeforeBook = 302,
  PeriodNotOpen = 303,
  StateWrong = 304,
  TooEarly = 305,
  StepCorrected = 306,
  NotCorrectable = 307,
  AlreadyMisused = 308,
  TooLate = 309,
  // 400: money
  MoreThanRequested = 401,
  MoreThanApproved = 402,
  EventRefused = 403,
  MoreThanOwed = 404,
  SetOffDiffers = 405,
  AccrualDiffers = 406,
  InterestOpen = 407,
  MoreThanWrittenOff = 408,
  ClassUnchanged = 409,
};

/// All refusals, in precedence order.
std::span<const OutcomeInfo> lending_outcomes();
/// The description of one refusal. Requires: not Ok.
const OutcomeInfo& info_of(LendingOutcome outcome);

}  // namespace mingzhang::loans
