// SPDX-License-Identifier: Apache-2.0
// Why a policy pack, a rule or its inputs are refused.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/outcome.h"

namespace mingzhang::policy {

/// 1xx a pack cannot be read, 2xx something is not there or not in force, 3xx an input is wrong, 4xx there is no result,
/// 5xx a book and the packs that it has adopted.
enum class PolicyOutcome : std::uint16_t {
  Ok = 0,
  NotJson = 101,
  TooLarge = 102,
  TooDeep = 103,
  KeyTwice = 104,
  NullValue = 105,
  NotWhole = 106,
  TextNotPlain = 107,
  KeyUnknown = 108,
  KeyMissing = 109,
  WrongType = 110,
  ListEmpty = 111,
  TextBad = 112,
  IdBad = 113,
  WordUnknown = 114,
  NumberBad = 115,
  AmountBad = 116,
  ShareBad = 117,
  DateBad = 118,
  FormatUnknown = 119,
  NameDiffers = 120,
  KindUnknown = 121,
  NameTwice = 122,
  ValidityEmpty = 123,
  ValidityOutside = 124,
  ValidityOverlap = 125,
  WeightsZero = 126,
  StepsDisordered = 127,
  StepNotFirstDay = 128,
  BandsGap = 129,
  BandsOverlap = 130,
  BandEmpty = 131,
  ComponentsDiffer = 132,
  LimitsSwapped = 133,
  FigureUnknown = 134,
  FiguresTooFew = 135,
  SeverityDiffers = 136,
  ShareTooFine = 137,
  TiersDisordered = 138,
  ColumnsDiffer = 139,
  KeysExclude = 140,
  PackUnknown = 201,
  RuleUnknown = 202,
  PackNotInForce = 203,
  RuleNotInForce = 204,
  PackTwice = 205,
  InputNotNamed = 301,
  InputTwice = 302,
  InputUnknown = 303,
  InputMissing = 304,
  InputNotAmount = 305,
  InputNotCount = 306,
  InputNotNumber = 307,
  InputNotDate = 308,
  InputNotMonth = 309,
  InputNotWord = 310,
  InputNotText = 311,
  InputTooLarge = 312,
  InputsExclude = 313,
  InputsReversed = 314,
  NoAmountYet = 401,
  OutsideBands = 402,
  DivisionByZero = 403,
  ResultTooLarge = 404,
  TermOutside = 405,
  RateUnknown = 406,
  AdoptionContentBad = 501,
  AdoptionDigestDiffers = 502,
  AdoptionEmpty = 503,
  AdoptionOverlaps = 504,
  AdoptionUnknown = 505,
  NotAdopted = 506,
  NotOfAdoptedPack = 507,
  RuleInSeveral = 508,
};

/// Every refusal, in the order in which reasons are looked for.
std::span<const OutcomeInfo> policy_outcomes();
const OutcomeInfo& info_of(PolicyOutcome outcome);

/// Collects what is wrong, in the order in which it is found, and knows where something was found already.
class Problems {
 public:
  /// `place` is a JSON path such as /rules/3/parameters/parts/1/weight, or names an input.
  void add(PolicyOutcome outcome, std::string place, std::string detail);
  /// True where something was found exactly at `place`.
  bool has_at(std::string_view place) const;
  /// True where something was found at `place` or below it.
  bool has_within(std::string_view place) const;
  bool is_empty() const { return found_.empty(); }
  const std::vector<Problem>& all() const { return found_; }

 private:
  std::vector<Problem> found_;
};

}  // namespace mingzhang::policy
