// SPDX-License-Identifier: Apache-2.0
// Why a change of the guarantees in a book, or a loan that asks for one, is refused.
#pragma once

#include <cstdint>
#include <span>

#include "base/outcome.h"

namespace mingzhang::guarantee {

/// In precedence order: the request's shape, what it names, the state of things, then money. Numbers are never reused.
enum class GuaranteeOutcome : std::uint16_t {
  Ok = 0,
  // 100: the shape of the request
  CodeBad = 101,
  TextMissing = 102,
  TextNotPlain = 103,
  TextTooLong = 104,
  HoldsIdCard = 105,
  ExplanationBad = 106,
  DateTooFarAhead = 107,
  AmountNotPositive = 108,
  MultipleBad = 109,
  PercentBad = 110,
  AccountsMissing = 111,
  OriginMissing = 112,
  WeightsBad = 113,
  DaysBad = 114,
  DigestBad = 115,
  RowsMissing = 116,
  TooManyRows = 117,
  LoanTwice = 118,
  RowTwice = 119,
  // 200: what it names must exist
  PoolUnknown = 201,
  FundUnknown = 202,
  RiskFundUnknown = 203,
  ClaimUnknown = 204,
  LoanUnknown = 205,
  RowUnknown = 206,
  // 300: the state of things
  CodeTaken = 301,
  DateBeforeBook = 302,
  PeriodNotOpen = 303,
  TooEarly = 304,
  NothingChanges = 305,
  BankDiffers = 306,
  PoolStopped = 307,
  ClaimStateWrong = 308,
  LoanNotActive = 309,
  NotOverdue = 310,
  ClaimedTwice = 311,
  // 400: money
  SumTooLarge = 401,
  NplReached = 402,
  MultipleReached = 403,
  MoreThanHeadroom = 404,
  BelowCover = 405,
  MoreThanOrigin = 406,
  CoverShort = 407,
  DaysDiffer = 408,
  MoreThanOwed = 409,
  AmountDiffers = 410,
  FundExhausted = 411,
  MoreThanLoss = 412,
};

/// All refusals, in precedence order.
std::span<const OutcomeInfo> guarantee_outcomes();
/// The description of one refusal. Requires: not Ok.
const OutcomeInfo& info_of(GuaranteeOutcome outcome);

}  // namespace mingzhang::guarantee
