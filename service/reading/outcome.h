// SPDX-License-Identifier: Apache-2.0
// Why what a person typed or asked to see is refused before any book is changed.
#pragma once

#include <cstdint>
#include <span>

#include "base/outcome.h"
#include "service/request.h"

namespace mingzhang::service {

/// Declaration order is precedence. Numbers are never reused.
enum class ReadingOutcome : std::uint16_t {
  Ok = 0,
  // 100: the words
  DateBad = 101,
  MonthBad = 102,
  AmountBad = 103,
  LineBad = 104,
  TypeBad = 105,
  ClassBad = 106,
  SideBad = 107,
  ActionBad = 108,
  NameBad = 109,
  RangeBad = 110,
  FormatBad = 111,
  WeightsBad = 112,
  NumberBad = 113,
  YearBad = 114,
  DayMissing = 115,
  LevelBad = 116,
  StatusBad = 117,
  ScoreBad = 118,
  ItemBad = 119,
  PersonalBad = 120,
  WordBad = 121,
  PartsBad = 122,
  RuleDiffers = 123,
  ExplainedTwice = 124,
  RuleForbids = 125,
  // 200: what they name
  DatabaseMissing = 201,
  AccountUnknown = 202,
  FundUnknown = 203,
  ProjectUnknown = 204,
  SubjectUnknown = 205,
  VoucherUnknown = 206,
  FileMissing = 207,
  BooksMissing = 208,
  MoneyUnknown = 209,
  // 300: what is already there
  DatabaseExists = 301,
  NothingToCarry = 302,
  CounterpartThere = 303,
  // 900: the world
  FileFailed = 901,
};

std::span<const OutcomeInfo> reading_outcomes();
const OutcomeInfo& info_of(ReadingOutcome outcome);

/// A refusal with one problem of the whole request. `detail` must not hold personal data.
Refusal refusal(ReadingOutcome outcome, std::string detail);

}  // namespace mingzhang::service
