// SPDX-License-Identifier: Apache-2.0
// Why the terms or the events of a loan are refused.
#pragma once

#include <cstdint>
#include <span>

#include "base/outcome.h"

namespace mingzhang::loans {

/// In precedence order: the terms, then what happens to the loan, then money. Numbers are never reused.
enum class LoansOutcome : std::uint16_t {
  Ok = 0,
  // 100: terms
  PrincipalBad = 101,
  TranchesBad = 102,
  RateTooHigh = 103,
  PeriodBad = 104,
  RowsBad = 105,
  DatesOutside = 106,
  FirstDueBad = 107,
  SettlementBad = 108,
  GraceBad = 109,
  SharesBad = 110,
  CalendarBad = 111,
  RoundingBad = 112,
  InterestTooLarge = 113,
  AllocationBad = 114,
  LateFeeBad = 115,
  // 200: events
  EventNotPositive = 201,
  EventBeforeStart = 202,
  EventAfterAsOf = 203,
  RowUnknown = 204,
  AfterPayOff = 205,
  PaymentsDisordered = 206,
  TranchesAfterPayOff = 207,
  // 300: money
  PaymentTooLarge = 301,
};

/// Every refusal, in the order in which reasons are looked for.
std::span<const OutcomeInfo> loans_outcomes();
const OutcomeInfo& info_of(LoansOutcome outcome);

}  // namespace mingzhang::loans
