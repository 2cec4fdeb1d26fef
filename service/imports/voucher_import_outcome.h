// SPDX-License-Identifier: Apache-2.0
// Why a file cannot be imported: the file, its header, its rows, and what was imported before.
#pragma once

#include <cstdint>
#include <span>

#include "base/outcome.h"

namespace mingzhang::service {

/// Declaration order is precedence. Everything that is found is reported, not only the first.
enum class ImportOutcome : std::uint16_t {
  Ok = 0,
  // 100: the file as a whole
  FileTooLarge = 101,
  FileEmpty = 102,
  NulByte = 103,
  Utf16 = 104,
  WrongEncoding = 105,
  MixedEncodings = 106,
  StrayQuote = 107,
  UnterminatedQuote = 108,
  CellTooLong = 109,
  TooManyColumns = 110,
  TooManyRows = 111,
  // 200: the header row
  ColumnUnknown = 201,
  ColumnMissing = 202,
  ColumnTwice = 203,
  NoRows = 204,
  // 300: one row
  TotalsRow = 301,
  RowTooWide = 302,
  CellMissing = 303,
  DateBad = 304,
  SideBad = 305,
  AmountNotANumber = 306,
  AmountGrouping = 307,
  AmountHalfFen = 308,
  AmountTooLarge = 309,
  AmountNotPositive = 310,
  NumberDestroyed = 311,
  DatesDiffer = 312,
  VoucherComesBack = 313,
  // 400: limits
  TooManyVouchers = 401,
  TooLargeForDraft = 402,
  // 500: the state of the book
  DraftNeedsNames = 501,
  ImportedBefore = 502,
  DraftedBefore = 503,
};

/// All refusals, in precedence order.
std::span<const OutcomeInfo> import_outcomes();
/// The description of one refusal. Requires: not Ok.
const OutcomeInfo& info_of(ImportOutcome outcome);

}  // namespace mingzhang::service
