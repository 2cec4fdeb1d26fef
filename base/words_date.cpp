// SPDX-License-Identifier: Apache-2.0
// Dates in words as they stand on bills and cheques.
#include <cstddef>

#include "base/numerals.h"
#include "base/words.h"

namespace mingzhang {
namespace {

constexpr unsigned kYearDigits = 4;

/// 1 to 31 in words without a leading 零: 壹, 壹拾, 壹拾伍, 贰拾, 叁拾壹.
std::string small_number(unsigned number) {
  std::string words;
  if (number >= 10) words.append(kNumerals[number / 10]).append("拾");
  if (number % 10 != 0) words += kNumerals[number % 10];
  return words;
}

// 零 stands before the numbers to which a stroke could be added afterwards (贰月 → 壹拾贰月, 贰拾日 → 贰拾玖日).
bool month_takes_zero(unsigned month) {
  return month <= 2 || month == 10;
}
bool day_takes_zero(unsigned day) {
  return day <= 9 || day % 10 == 0;
}

/// Takes a number up to `largest` and its `unit` (月, 日) off the front of `words`; nothing where none stands there.
std::optional<unsigned> take_number(std::string_view& words, unsigned largest, std::string_view unit,
                                    bool (*takes_zero)(unsigned)) {
  for (unsigned number = 1; number <= largest; ++number) {
    std::string_view rest = words;
    if (takes_zero(number) && rest.starts_with(kNumerals[0])) rest.remove_prefix(kNumeralBytes);
    const std::string expected = small_number(number).append(unit);
    if (!rest.starts_with(expected)) continue;
    words = rest.substr(expected.size());
    return number;
  }
  return std::nullopt;
}

/// Takes four digits and 年 off the front of `words`.
std::optional<int> take_year(std::string_view& words) {
  int year = 0;
  for (unsigned i = 0; i < kYearDigits; ++i) {
    std::size_t digit = 0;
    while (digit < kNumerals.size() && !words.starts_with(kNumerals[digit])) ++digit;
    if (digit == kNumerals.size()) return std::nullopt;
    year = year * 10 + static_cast<int>(digit);
    words.remove_prefix(kNumeralBytes);
  }
  if (!words.starts_with("年")) return std::nullopt;
  words.remove_prefix(kNumeralBytes);
  return year;
}

}  // namespace

std::string date_in_words(Date date) {
  std::string words;
  for (const char digit : std::to_string(date.year())) words += kNumerals[static_cast<std::size_t>(digit - '0')];
  words += "年";
  if (month_takes_zero(date.month())) words += kNumerals[0];
  words.append(small_number(date.month())).append("月");
  if (day_takes_zero(date.day())) words += kNumerals[0];
  words.append(small_number(date.day())).append("日");
  return words;
}

std::optional<Date> date_from_words(std::string_view words) {
  const std::string ours = with_our_numerals(words);
  std::string_view rest = ours;
  const auto year = take_year(rest);
  if (!year) return std::nullopt;
  const auto month = take_number(rest, 12, "月", month_takes_zero);
  if (!month) return std::nullopt;
  const auto day = take_number(rest, 31, "日", day_takes_zero);
  if (!day || !rest.empty()) return std::nullopt;
  return Date::from_civil(*year, *month, *day);
}

}  // namespace mingzhang
