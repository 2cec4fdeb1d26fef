// SPDX-License-Identifier: Apache-2.0
// Reading and writing amounts.
#include "base/money.h"

namespace mingzhang {

std::optional<Money> checked_add(Money a, Money b) {
  const std::int64_t sum = a.fen() + b.fen();
  if (sum > Money::kFenMax || sum < -Money::kFenMax) return std::nullopt;
  return Money::from_fen(sum);
}

Result<Money, AmountProblem> parse_yuan(std::string_view text) {
  if (text.empty()) return Err(AmountProblem::Empty);
  const bool negative = text.front() == '-';
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view decimals = point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  const auto all_digits = [](std::string_view part) {
    return part.find_first_not_of("0123456789") == std::string_view::npos;
  };
  if (whole.empty() || !all_digits(whole) || !all_digits(decimals)) return Err(AmountProblem::NotANumber);
  if (point != std::string_view::npos && decimals.empty()) return Err(AmountProblem::NotANumber);
  if (decimals.size() > 2) return Err(AmountProblem::HalfFen);

  std::int64_t fen = 0;
  const auto append_digit = [&fen](char digit) {
    fen = fen * 10 + (digit - '0');
    return fen <= Money::kFenMax;
  };
  for (const char digit : whole) {
    if (!append_digit(digit)) return Err(AmountProblem::TooLarge);
  }
  for (std::size_t i = 0; i < 2; ++i) {
    if (!append_digit(i < decimals.size() ? decimals[i] : '0')) return Err(AmountProblem::TooLarge);
  }
  return Money::from_fen(negative ? -fen : fen);
}

namespace {

std::string format(Money amount, bool grouped) {
  const std::int64_t magnitude = amount.is_negative() ? -amount.fen() : amount.fen();
  std::string whole = std::to_string(magnitude / 100);
  if (grouped) {
    for (std::size_t at = whole.size(); at > 3;) whole.insert(at -= 3, ",");
  }
  const std::string decimals = std::to_string(100 + magnitude % 100);
  return (amount.is_negative() ? "-" : "") + whole + "." + decimals.substr(1);
}

}  // namespace

std::string to_yuan(Money amount) {
  return format(amount, false);
}
std::string to_yuan_grouped(Money amount) {
  return format(amount, true);
}

}  // namespace mingzhang
