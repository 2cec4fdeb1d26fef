// SPDX-License-Identifier: Apache-2.0
// Working days as data: weekends, holidays and make-up workdays (调休).
#pragma once

#include <cstdint>
#include <vector>

#include "base/date.h"

namespace mingzhang::loans {

/// What happens to a day that is not worked.
enum class HolidayRule : std::uint8_t {
  None = 1,   ///< it stays
  Following,  ///< the next working day 顺延
  Preceding,  ///< the working day before 提前
};

/// Day 0 is Monday. Example: 2026-10-10 is a Saturday (5) and, as a make-up workday, worked.
struct WorkCalendar {
  std::vector<int> weekend;     ///< weekdays that are not worked, 0 Monday … 6 Sunday; not all seven
  std::vector<Date> holidays;   ///< sorted; not worked
  std::vector<Date> make_up;    ///< sorted; worked although in `weekend`
  friend bool operator==(const WorkCalendar&, const WorkCalendar&) = default;
};

/// 0 Monday … 6 Sunday.
int weekday_of(Date date);
/// A make-up workday is worked even where it is a holiday too: the later decision is the make-up list.
bool is_working_day(const WorkCalendar& calendar, Date date);
/// The day itself where it is worked or the rule is `None`; else the nearest working day in the rule's direction.
/// A calendar that leaves no working day within a year leaves the day where it is.
Date moved(const WorkCalendar& calendar, HolidayRule rule, Date date);

}  // namespace mingzhang::loans
