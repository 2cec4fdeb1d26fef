// SPDX-License-Identifier: Apache-2.0
// What an auditor must hear about the books.
#pragma once

#include <cstdint>
#include <span>

#include "base/outcome.h"

namespace mingzhang::audit {

/// Declaration order is precedence. Numbers are never reused.
enum class BooksOutcome : std::uint16_t {
  Ok = 0,
  // 100: a record or a line that is not of its kind
  KindUnknown = 101,
  MembersBad = 102,
  LineBad = 103,
  LinesUnexpected = 104,
  TooFewLines = 105,
  AmountBad = 106,
  // 200: names
  BookMissing = 201,
  BookAgain = 202,
  BookOther = 203,
  AccountUnknown = 204,
  FundUnknown = 205,
  ProjectUnknown = 206,
  CodeAgain = 207,
  // 300: rules of bookkeeping
  FundUnbalanced = 301,
  SetUnbalanced = 302,
  NumberGap = 303,
  PeriodNotOpen = 304,
  DateBeforeBook = 305,
  AccountUnusable = 306,
  PeriodOrder = 307,
  ReversedUnknown = 308,
  ReversalDiffers = 309,
  ReversedAgain = 310,
  ReversalEarly = 311,
  TotalTooLarge = 312,
  TrialBalanceDiffers = 313,
};

std::span<const OutcomeInfo> books_outcomes();
/// The description of an outcome. Requires: not Ok.
const OutcomeInfo& info_of(BooksOutcome outcome);

}  // namespace mingzhang::audit
