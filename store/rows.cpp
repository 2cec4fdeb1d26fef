// SPDX-License-Identifier: Apache-2.0
// Reading days, months and the refusal of impossible values.
#include "store/rows.h"

#include "base/check.h"
#include "base/world_error.h"

namespace mingzhang::store {

Date Cells::date() {
  // 1900-01-01 and 2999-12-31, the ends of the calendar of base/date.h, in days since 1970-01-01.
  constexpr std::int64_t kFirstDay = -25'567;
  constexpr std::int64_t kLastDay = 376'199;
  return Date::from_days(integer_between(kFirstDay, kLastDay));
}

Month Cells::month() {
  const std::int64_t number = integer_between(190001, 299912);
  if (number % 100 < 1 || number % 100 > 12) refuse();
  return Month::from_number(number);
}

void Cells::refuse() const {
  // book_id, which is not read, stands first in the table.
  const auto column = static_cast<std::size_t>(column_);
  MZ_CHECK(column < table_.columns.size());
  const std::string place = std::string(table_.name) + "." + std::string(table_.columns[column]);
  throw WorldError(WorldFault::Damaged, "数据库内容已损坏：" + place + " 的值不可能出现。 The database is damaged: " +
                                            place + " holds a value that this program never writes.");
}

}  // namespace mingzhang::store
