// SPDX-License-Identifier: Apache-2.0
// Why a change of indicators, allocations, projects, lists or benefits is refused.
#pragma once

#include <cstdint>
#include <span>

#include "base/outcome.h"

namespace mingzhang::funds {

/// In precedence order: the request's shape, what it names, the state of things, then money. Numbers are never reused.
enum class FundsOutcome : std::uint16_t {
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
  DeadlineBeforeDate = 110,
  YearBad = 111,
  AssumptionBad = 112,
  PlaceBad = 113,
  GatesBad = 114,
  AccountsMissing = 115,
  AccountsUnwanted = 116,
  AmountNotPositive = 117,
  PartsMissing = 118,
  TooManyParts = 119,
  TotalTooLarge = 120,
  TotalDiffers = 121,
  TargetTwice = 122,
  HouseholdTwice = 123,
  RowTwice = 124,
  AmountOverCost = 125,
  CarryBad = 126,
  // 200: what it names must exist
  FundUnknown = 201,
  ProjectUnknown = 202,
  IndicatorUnknown = 203,
  AllocationUnknown = 204,
  TargetUnknown = 205,
  ProjectNotPlanned = 206,
  GateUnknown = 207,
  AdvanceUnknown = 208,
  MovementUnknown = 209,
  ListUnknown = 210,
  RowUnknown = 211,
  // 300: the state of things
  CodeTaken = 301,
  ProjectPlanned = 302,
  DateBeforeBook = 303,
  PeriodNotOpen = 304,
  TooEarly = 305,
  TargetOfOtherIndicator = 306,
  TargetOfOtherProject = 307,
  GateSigned = 308,
  GateOutOfOrder = 309,
  GatesUnsigned = 310,
  SameListTwice = 311,
  ListWithdrawn = 312,
  ListPaid = 313,
  PublicityRunning = 314,
  RowNotPaid = 315,
  RowNotReturned = 316,
  ClaimTwice = 317,
  PaidBeforeDiffers = 318,
  // 400: money
  NotAvailable = 401,
  BelowAllocated = 402,
  TargetExhausted = 403,
  AdvanceExhausted = 404,
  MoreThanSpent = 405,
  SumTooLarge = 406,
};

/// All refusals, in precedence order.
std::span<const OutcomeInfo> funds_outcomes();
/// The description of one refusal. Requires: not Ok.
const OutcomeInfo& info_of(FundsOutcome outcome);

}  // namespace mingzhang::funds
