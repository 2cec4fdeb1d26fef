// SPDX-License-Identifier: Apache-2.0
// Reads, writes and divides exact numbers.
#include "policy/decimal.h"

#include <algorithm>
#include <charconv>
#include <numeric>

#include "base/check.h"
#include "base/rate.h"

namespace mingzhang::policy {
namespace {

constexpr int kDecimalPlaces = 6;
constexpr std::int64_t kRatioMax = 1'000'000'000'000;

bool are_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

Wide power_of_ten(int exponent) {
  Wide power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

std::string digits_of(Wide number) {
  std::string digits;
  do {
    digits += static_cast<char>('0' + static_cast<int>(number % 10));
    number /= 10;
  } while (number != 0);
  std::reverse(digits.begin(), digits.end());
  return digits;
}

bool rounds_away(Wide quotient, Wide remainder, Wide denominator, Rounding rounding) {
  switch (rounding) {
    case Rounding::HalfUp: return 2 * remainder >= denominator;
    case Rounding::HalfEven: return 2 * remainder > denominator || (2 * remainder == denominator && quotient % 2 == 1);
    case Rounding::Down: return false;
    case Rounding::Up: return remainder > 0;
  }
  return false;
}

std::optional<std::int64_t> whole_number(std::string_view digits) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (!are_digits(digits) || error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

}  // namespace

std::optional<Decimal> Decimal::from_units(Wide units) {
  if (units > kUnitsMax || units < -kUnitsMax) return std::nullopt;
  return Decimal(static_cast<std::int64_t>(units));
}

std::optional<Decimal> parse_decimal(std::string_view text, int places) {
  const bool is_negative = text.starts_with('-');
  if (is_negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view decimals = point == std::string_view::npos ? "" : text.substr(point + 1);
  constexpr std::size_t kWholeDigits = 13;
  if (!are_digits(whole) || whole.size() > kWholeDigits) return std::nullopt;
  if (point != std::string_view::npos && !are_digits(decimals)) return std::nullopt;
  if (decimals.size() > static_cast<std::size_t>(places)) return std::nullopt;
  Wide units = 0;
  for (const char digit : whole) units = units * 10 + (digit - '0');
  for (std::size_t i = 0; i < kDecimalPlaces; ++i) units = units * 10 + (i < decimals.size() ? decimals[i] - '0' : 0);
  return Decimal::from_units(is_negative ? -units : units);
}

std::string to_text(Decimal number) {
  std::string text = quotient_text(number.units(), Decimal::kUnitsPerOne, kDecimalPlaces, Rounding::Down);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string percent_text(Decimal percent) {
  std::string text = quotient_text(percent.units(), Decimal::kUnitsPerOne, kDecimalPlaces, Rounding::Down);
  constexpr std::size_t kSpare = kDecimalPlaces - 2;
  const std::size_t spare = text.size() - 1 - text.find_last_not_of('0');
  text.erase(text.size() - std::min(spare, kSpare));
  return text;
}

std::optional<Decimal> scaled(Decimal number, Ratio ratio, Rounding rounding) {
  MZ_CHECK(number.units() >= 0);
  MZ_CHECK(ratio.numerator >= 0);
  const Wide product = Wide{number.units()} * ratio.numerator;
  Wide quotient = product / ratio.denominator;
  if (rounds_away(quotient, product % ratio.denominator, ratio.denominator, rounding)) ++quotient;
  return Decimal::from_units(quotient);
}

std::string quotient_text(Wide numerator, Wide denominator, int places, Rounding rounding) {
  MZ_CHECK(denominator > 0);
  MZ_CHECK(places >= 0 && places <= 8);
  const bool is_negative = numerator < 0;
  const Wide scaled = (is_negative ? -numerator : numerator) * power_of_ten(places);
  Wide quotient = scaled / denominator;
  if (rounds_away(quotient, scaled % denominator, denominator, rounding)) ++quotient;
  std::string text = digits_of(quotient);
  const auto decimals = static_cast<std::size_t>(places);
  if (text.size() <= decimals) text.insert(0, decimals + 1 - text.size(), '0');
  if (decimals > 0) text.insert(text.size() - decimals, ".");
  return (is_negative && quotient != 0 ? "-" : "") + text;
}

std::optional<Share> parse_share(std::string_view text) {
  if (text.ends_with('%')) {
    const std::optional<Rate> rate = parse_rate(text);
    if (!rate) return std::nullopt;
    const std::int64_t divisor = std::gcd(rate->units(), Rate::kUnitsPerOne);
    return Share{{rate->units() / divisor, Rate::kUnitsPerOne / divisor}, std::string(text)};
  }
  const std::size_t bar = text.find('/');
  if (bar == std::string_view::npos) return std::nullopt;
  const std::optional<std::int64_t> numerator = whole_number(text.substr(0, bar));
  const std::optional<std::int64_t> denominator = whole_number(text.substr(bar + 1));
  constexpr std::int64_t kWholeMax = 1'000'000;
  if (!numerator || !denominator || *numerator > kWholeMax || *denominator > kWholeMax) return std::nullopt;
  if (*denominator == 0 || *numerator > 100 * *denominator) return std::nullopt;
  const std::int64_t divisor = std::gcd(*numerator, *denominator);
  return Share{{*numerator / divisor, *denominator / divisor}, std::string(text)};
}

std::optional<Ratio> product_of(Ratio a, Ratio b) {
  const std::int64_t first = std::gcd(a.numerator, b.denominator);
  const std::int64_t second = std::gcd(b.numerator, a.denominator);
  const Wide numerator = Wide{first == 0 ? 0 : a.numerator / first} * (second == 0 ? 0 : b.numerator / second);
  const Wide denominator = Wide{a.denominator / std::max<std::int64_t>(second, 1)} *
                           (b.denominator / std::max<std::int64_t>(first, 1));
  if (numerator > kRatioMax || denominator > kRatioMax) return std::nullopt;
  return Ratio{static_cast<std::int64_t>(numerator), static_cast<std::int64_t>(denominator)};
}

std::string_view rounding_name(Rounding rounding) {
  switch (rounding) {
    case Rounding::HalfUp: return "half_up 四舍五入";
    case Rounding::HalfEven: return "half_even 四舍六入五成双";
    case Rounding::Down: return "down 舍去";
    case Rounding::Up: return "up 进位";
  }
  return "";
}

std::optional<Rounding> parse_rounding(std::string_view word) {
  for (const Rounding rounding : {Rounding::HalfUp, Rounding::HalfEven, Rounding::Down, Rounding::Up}) {
    const std::string_view name = rounding_name(rounding);
    if (word == name.substr(0, name.find(' '))) return rounding;
  }
  return std::nullopt;
}

}  // namespace mingzhang::policy
