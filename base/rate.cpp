// SPDX-License-Identifier: Apache-2.0
// Reading and writing yearly rates; decimal digits only, never a floating point number.
#include "base/rate.h"

#include <cstddef>

#include "base/check.h"

namespace mingzhang {
namespace {

constexpr std::size_t kPercentDecimals = 6;
constexpr std::size_t kFractionDecimals = 8;

bool all_digits(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// `text` · 10^decimals as an integer. Nothing where it is no plain decimal number, has more decimals than that, or
/// exceeds kUnitsMax.
std::optional<std::int64_t> parse_scaled(std::string_view text, std::size_t decimals) {
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view rest = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  if (whole.empty() || !all_digits(whole) || !all_digits(rest) || rest.size() > decimals) return std::nullopt;
  if (point != std::string_view::npos && rest.empty()) return std::nullopt;
  std::string digits(whole);
  digits += rest;
  digits.append(decimals - rest.size(), '0');
  std::int64_t units = 0;
  for (const char digit : digits) {
    units = units * 10 + (digit - '0');
    if (units > Rate::kUnitsMax) return std::nullopt;
  }
  return units;
}

}  // namespace

Rate Rate::from_units(std::int64_t units) {
  MZ_CHECK(units >= 0);
  MZ_CHECK(units <= kUnitsMax);
  return Rate(units);
}

std::optional<Rate> parse_rate(std::string_view text) {
  const bool is_percent = !text.empty() && text.back() == '%';
  if (is_percent) text.remove_suffix(1);
  // A percent is 10^6 units, a whole is 10^8: either way the text times its scale is the number of units.
  const auto units = parse_scaled(text, is_percent ? kPercentDecimals : kFractionDecimals);
  if (!units) return std::nullopt;
  return Rate::from_units(*units);
}

std::string to_percent(Rate rate) {
  constexpr std::int64_t kUnitsPerPercent = Rate::kUnitsPerOne / 100;
  std::string decimals = std::to_string(kUnitsPerPercent + rate.units() % kUnitsPerPercent).substr(1);
  while (decimals.size() > 2 && decimals.back() == '0') decimals.pop_back();
  return std::to_string(rate.units() / kUnitsPerPercent) + "." + decimals + "%";
}

}  // namespace mingzhang
