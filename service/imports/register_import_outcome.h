// SPDX-License-Identifier: Apache-2.0
// Why a file of households cannot be imported; what is wrong with the file as a table is `ImportOutcome`.
#pragma once

#include <cstdint>
#include <span>

#include "base/outcome.h"

namespace mingzhang::service {

/// Declaration order is precedence; all that is found is reported. Those from 600 on are notes: they stop nothing.
enum class RosterOutcome : std::uint16_t {
  Ok = 0,
  // 200: the header row
  ColumnUnknown = 201,
  ColumnMissing = 202,
  // 300: one row
  TotalsRow = 301,
  CellMissing = 302,
  FullWidth = 303,
  IdNumberBad = 304,
  NumberDestroyed = 305,
  CardBad = 306,
  PhoneBad = 307,
  HeadBad = 308,
  TextBad = 309,
  StatusBad = 310,
  TextDamaged = 311,
  // 400: rows that do not go together
  RowsDiffer = 401,
  HouseholdComesBack = 402,
  PersonTwice = 403,
  IdNumberTwice = 404,
  OtherHousehold = 405,
  // 500: the state of the register
  IdNumberKnown = 501,
  ImportedBefore = 502,
  // 600: notes
  DateRead = 601,
  CheckDigitFails = 602,
  IdNumberOld = 603,
  IdNumberMissing = 604,
  CardCheckFails = 605,
};

/// All of them, in precedence order.
std::span<const OutcomeInfo> roster_outcomes();
/// Requires: not Ok.
const OutcomeInfo& info_of(RosterOutcome outcome);
/// True for what is told but stops nothing.
bool is_note(RosterOutcome outcome);

}  // namespace mingzhang::service
