// SPDX-License-Identifier: Apache-2.0
// Every reason why a voucher is refused, in the order in which they are looked for.
#pragma once

#include <cstdint>
#include <span>

#include "base/outcome.h"

namespace mingzhang::ledger {

/// Declaration order is precedence: the first that applies is the answer. Numbers are never reused.
enum class PostOutcome : std::uint16_t {
  Ok = 0,
  // 100: the shape of the request
  TextNotPlain = 101,
  SummaryMissing = 102,
  TextTooLong = 103,
  HoldsIdCard = 104,
  AttachmentNotADigest = 105,
  TooFewLines = 106,
  TooManyLines = 107,
  AccountMissing = 108,
  AmountZero = 109,
  AmountNegative = 110,
  DateTooFarAhead = 111,
  OneSided = 112,
  TotalTooLarge = 113,
  FundUnbalanced = 114,
  ReversalMalformed = 115,
  // 200: what it names must exist
  AccountUnknown = 201,
  FundUnknown = 202,
  ProjectUnknown = 203,
  VoucherUnknown = 204,
  // 300: the state of the book
  DateBeforeBook = 301,
  PeriodLocked = 302,
  PeriodClosed = 303,
  AccountNotLeaf = 304,
  AccountClosed = 305,
  AccountFrozen = 306,
  EntrySetUnbalanced = 307,
  AlreadyReversed = 308,
  ReversalOfReversal = 309,
  ReversalDiffers = 310,
  ReversalBeforeOriginal = 311,
  // 400: balances
  Overdraft = 401,
  BalanceTooLarge = 402,
};

/// All refusals, in precedence order.
std::span<const OutcomeInfo> post_outcomes();
/// The description of one refusal. Requires: not Ok.
const OutcomeInfo& info_of(PostOutcome outcome);

}  // namespace mingzhang::ledger
