// SPDX-License-Identifier: Apache-2.0
// Counting and listing the register as of a day: households and persons, by division, by cause, one by one.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "households/divisions.h"
#include "households/register_store.h"

namespace mingzhang::households {

/// Which households are meant. Empty members do not restrict.
struct HouseholdFilter {
  std::string division;              ///< those that stand in it or below it on the day
  std::string household_class;
  std::vector<Status> statuses;
  std::string main_cause;

  bool accepts(const HouseholdState& state) const;  ///< everything but the division
};

/// Households in the register: `In` and `Returned`.
std::vector<Status> listed_statuses();

/// Households and the persons in them.
struct Count {
  std::int64_t households = 0;
  std::int64_t persons = 0;

  void add(const HouseholdState& state);
  Count& operator+=(const Count& other);
  friend bool operator==(const Count&, const Count&) = default;
};

/// One division and all that stands in it or below it.
struct DivisionCount {
  Division division;
  Count count;
};

/// One cause and the households of which it is the main one, or one of several.
struct CauseCount {
  std::string cause;
  Count main;       ///< sums over all causes to the whole
  Count mentioned;  ///< may sum to more
};

// Each of these reads the divisions and, but for `households_in`, every spell of the day once.

/// Counts of every division in force on `date`, those without households too, each parent before its parts: counties by
/// code, below each its townships by code, and so on. A division's count is the sum of its parts' and of the households
/// that stand directly in it (INV-17).
std::vector<DivisionCount> roll_up(RegisterStore& store, Date date, const HouseholdFilter& filter);

/// By cause, the largest number of households first, equal ones by cause.
std::vector<CauseCount> cause_table(RegisterStore& store, Date date, const HouseholdFilter& filter);

/// A household as of a day.
struct ListedHousehold {
  std::string household;
  std::string division;  ///< where it stands on that day, mergers followed
  HouseholdState state;
};

/// One class and the households that have it.
struct ClassCount {
  std::string household_class;
  Count count;
};

/// By class, in its order; each household has exactly one class on any day, so the counts sum to the whole.
std::vector<ClassCount> class_table(RegisterStore& store, Date date, const HouseholdFilter& filter);

/// The households by code. A village is read through the index of its divisions, anything larger in one scan.
std::vector<ListedHousehold> households_in(RegisterStore& store, Date date, const HouseholdFilter& filter);

/// Those for which no official answers: a person, not merely a unit.
std::vector<ListedHousehold> without_responsible(RegisterStore& store, Date date, const HouseholdFilter& filter);

/// `part` of `whole` in hundredths of a percent, half up (四舍五入). Requires 0 ≤ part, 0 < whole ≤ 10^12.
/// Example: 264 of 479 persons is 55.11 %: 5511.
std::int64_t share_of(std::int64_t part, std::int64_t whole);

}  // namespace mingzhang::households
