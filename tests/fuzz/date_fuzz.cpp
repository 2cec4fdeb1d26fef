// SPDX-License-Identifier: Apache-2.0
// Any text as a date, in each form that is read: what is accepted is a day that comes back the same.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "base/date.h"
#include "base/words.h"
#include "service/imports/voucher_import_cells.h"

namespace {

void check_date(mingzhang::Date date) {
  const std::string iso = mingzhang::to_iso(date);
  MZ_CHECK(mingzhang::parse_date(iso) == date);
  MZ_CHECK(mingzhang::service::read_date(iso) == date);
  MZ_CHECK(mingzhang::date_from_words(mingzhang::date_in_words(date)) == date);
  MZ_CHECK(mingzhang::Date::from_civil(date.year(), date.month(), date.day()) == date);
  MZ_CHECK(mingzhang::Date::from_days(date.days()) == date);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  if (const auto date = mingzhang::parse_date(text)) {
    MZ_CHECK(mingzhang::to_iso(*date) == text);
    MZ_CHECK(mingzhang::service::read_date(text) == date);
    check_date(*date);
  }
  if (const auto date = mingzhang::service::read_date(text)) check_date(*date);
  if (const auto date = mingzhang::date_from_words(text)) check_date(*date);
  if (const auto month = mingzhang::parse_month(text)) MZ_CHECK(mingzhang::to_iso(*month) == text);
  return 0;
}
