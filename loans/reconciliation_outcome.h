// SPDX-License-Identifier: Apache-2.0
// Why a change of a recorded reconciliation is refused.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/outcome.h"

namespace mingzhang::loans {

/// In precedence order: shape of the request, existence, state. Numbers are never reused. What every change of loans shares
/// (codes, texts, dates) is refused by `LendingOutcome`.
enum class ReconciliationOutcome : std::uint16_t {
  Ok = 0,
  // 100: shape of the request
  FileDigestBad = 101,
  ToleranceNegative = 102,
  TooManyItems = 103,
  CountsBad = 104,
  ItemsDisordered = 105,
  HoldsOtherText = 106,
  ItemsMissing = 107,
  ItemTwice = 108,
  WhoMissing = 109,
  NoteMissing = 110,
  NotOfAction = 111,
  // 200: existence
  ReconciliationUnknown = 201,
  ItemUnknown = 202,
  SubjectUnknown = 203,
  SourceUnknown = 204,
  // 300: state
  CannotReplace = 301,
  Closed = 302,
  SideSigned = 303,
  ItemStateWrong = 304,
  ItemsOpen = 305,
  // 400: when a file is compared again
  FileDiffers = 401,
};

/// Every refusal, in the order in which reasons are looked for.
std::span<const OutcomeInfo> reconciliation_outcomes();
const OutcomeInfo& info_of(ReconciliationOutcome outcome);

/// Adds a refusal to `problems`; `place` as in "item 3", empty for the whole request.
void refuse(std::vector<Problem>& problems, ReconciliationOutcome outcome, std::string place, std::string detail);

}  // namespace mingzhang::loans
