// SPDX-License-Identifier: Apache-2.0
// Finding working days.
#include "loans/work_calendar.h"

#include <algorithm>

namespace mingzhang::loans {

int weekday_of(Date date) {
  // 1970-01-01 was a Thursday.
  const std::int64_t shifted = (date.days() + 3) % 7;
  return static_cast<int>(shifted < 0 ? shifted + 7 : shifted);
}

bool is_working_day(const WorkCalendar& calendar, Date date) {
  if (std::binary_search(calendar.make_up.begin(), calendar.make_up.end(), date)) return true;
  if (std::binary_search(calendar.holidays.begin(), calendar.holidays.end(), date)) return false;
  return std::find(calendar.weekend.begin(), calendar.weekend.end(), weekday_of(date)) == calendar.weekend.end();
}

Date moved(const WorkCalendar& calendar, HolidayRule rule, Date date) {
  if (rule == HolidayRule::None) return date;
  const std::int64_t step = rule == HolidayRule::Following ? 1 : -1;
  for (std::int64_t days = 0; days <= 366; ++days) {
    const Date candidate = plus_days(date, step * days);
    if (is_working_day(calendar, candidate)) return candidate;
  }
  return date;
}

}  // namespace mingzhang::loans
