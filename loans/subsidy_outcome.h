// SPDX-License-Identifier: Apache-2.0
// Why a change of the interest subsidy is refused.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/outcome.h"

namespace mingzhang::loans {

/// In precedence order: shape of the request, existence, state, amounts. Numbers are never reused. What every change of
/// loans shares (codes, texts, dates) is refused by `LendingOutcome`.
enum class SubsidyOutcome : std::uint16_t {
  Ok = 0,
  // 100: shape of the request
  SpanBad = 101,
  PayersBad = 102,
  AmountsBad = 103,
  RowsDisordered = 104,
  ExplanationMissing = 105,
  VerdictTwice = 106,
  AccountsBad = 107,
  // 200: existence
  ClaimUnknown = 201,
  LineUnknown = 202,
  // 300: state
  NotOverYet = 301,
  DayClaimed = 302,
  LineStateWrong = 303,
  NothingToPay = 304,
  // 400: amounts
  OtherBank = 401,
  LineDiffers = 402,
  PaidSumDiffers = 403,
  PayersDiffer = 404,
  MoreThanPaid = 405,
  // 500: rules, when a list is built
  RuleWithoutShare = 501,
  NothingToClaim = 502,
};

/// Every refusal, in the order in which reasons are looked for.
std::span<const OutcomeInfo> subsidy_outcomes();
const OutcomeInfo& info_of(SubsidyOutcome outcome);

/// Adds a refusal to `problems`; `place` as in "row 3", empty for the whole request.
void refuse(std::vector<Problem>& problems, SubsidyOutcome outcome, std::string place, std::string detail);

}  // namespace mingzhang::loans
