// SPDX-License-Identifier: Apache-2.0
// Dynamic management (动态管理增减变动): what came into the register of poor households in a span of days, and what left.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "households/census.h"

namespace mingzhang::households {

/// Why the number of listed households or of persons in them changed.
enum class Movement : std::uint8_t {
  Entered = 1,    ///< 新增: listed for the first time, or again after a removal
  Returned = 2,   ///< 返贫
  MovedIn = 3,    ///< 迁入: the household, or its village by a merger, came into the division
  Joined = 4,     ///< 人口增加: persons only, net per household and day
  Exited = 5,     ///< 脱贫
  Removed = 6,    ///< 剔除 (错评)
  MovedOut = 7,   ///< 迁出
  Left = 8,       ///< 人口减少: persons only, net per household and day
};

/// "entered", "returned" …: the word in files.
std::string_view word_of(Movement movement);
/// 新增, 返贫 ….
std::string_view chinese_of(Movement movement);
/// True for the first four.
bool is_inward(Movement movement);

/// opening + inward − outward = closing, in households and in persons.
struct MovementTable {
  Count opening;  ///< at the end of the day before the span
  Count closing;  ///< at the end of its last day
  std::map<Movement, Count> movements;
  /// Entered, Returned, Exited and Removed by the reason of the status; "" where none was given. Campaigns that must not
  /// be netted against each other have reasons of their own.
  std::map<Movement, std::map<std::string, Count>> reasons;

  Count of(Movement movement) const;
  Count of(Movement movement, std::string_view reason) const;
  /// Inward minus outward; closing − opening.
  Count net() const;
};

/// Movements on the days of [from, to) among listed households in or below `division` (empty: everywhere); a division that
/// is merged during the span stands for what it was merged into from then on. Reads the divisions and the spells of the
/// span once. Persons are those of the day of the movement; a change of persons on the
/// same day counts as joined or left. Requires from < to.
MovementTable movement_table(RegisterStore& store, Date from, Date to, std::string_view division);

/// Reasons by which a county tells mistakes from what has really happened.
struct MistakeReasons {
  std::vector<std::string> missed;       ///< 漏评: of Entered
  std::vector<std::string> wrongly_out;  ///< 错退: of Returned
};

/// A count of mistakes, the base it is compared with, and the rates in hundredths of a percent, half up.
struct MistakeRate {
  Count mistakes;
  Count base;
  std::int64_t household_share = 0;  ///< 0 where the base is empty
  std::int64_t person_share = 0;
};

/// 错评, 漏评 and 错退 with the bases printed, because the rates mean nothing without them.
struct MistakeRates {
  MistakeRate wrongly_in;   ///< 错评: all removed, of those listed at the opening
  MistakeRate missed;       ///< 漏评, of those listed at the opening
  MistakeRate wrongly_out;  ///< 错退, of the same base
};

/// Example: 324 removed persons of 6,195 are 5.23 %: 523.
MistakeRate mistake_rate(const Count& mistakes, const Count& base);
MistakeRates mistake_rates(const MovementTable& table, const MistakeReasons& reasons);

}  // namespace mingzhang::households
