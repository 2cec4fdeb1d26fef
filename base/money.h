// SPDX-License-Identifier: Apache-2.0
// Money: an integer number of fen, bounded, never a floating point number.
#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/check.h"
#include "base/result.h"

namespace mingzhang {

/// Why a text is not an amount, in the order in which the reasons are looked for.
enum class AmountProblem : std::uint16_t {
  Empty = 1,       ///< nothing to read
  NotANumber = 2,  ///< something else than an optional minus, digits and one point
  HalfFen = 3,     ///< more than two decimals: an amount finer than one fen
  TooLarge = 4,    ///< beyond `Money::kFenMax`
};

/// A signed amount of money in fen (1 yuan = 100 fen), |fen| ≤ kFenMax.
/// There is no `*` and no `/`: scaling takes a `Ratio` and a named rounding (base/ratio.h).
class Money {
 public:
  /// 10^15 fen = ten trillion yuan. Sums of thousands of amounts and 128-bit products cannot overflow.
  static constexpr std::int64_t kFenMax = 1'000'000'000'000'000;

  constexpr Money() = default;

  /// The amount of `fen`. Requires |fen| ≤ kFenMax. Takes no floating point number.
  template <std::integral T>
  static constexpr Money from_fen(T fen) {
    MZ_CHECK(std::cmp_greater_equal(fen, -kFenMax));
    MZ_CHECK(std::cmp_less_equal(fen, kFenMax));
    return Money(static_cast<std::int64_t>(fen));
  }

  constexpr std::int64_t fen() const { return fen_; }
  constexpr bool is_zero() const { return fen_ == 0; }
  constexpr bool is_negative() const { return fen_ < 0; }

  friend constexpr auto operator<=>(Money, Money) = default;

  /// The sum; aborts beyond kFenMax. For amounts already proven to fit; else `checked_add`.
  friend constexpr Money operator+(Money a, Money b) { return from_fen(a.fen_ + b.fen_); }
  friend constexpr Money operator-(Money a, Money b) { return from_fen(a.fen_ - b.fen_); }
  friend constexpr Money operator-(Money a) { return Money(-a.fen_); }
  Money& operator+=(Money other) { return *this = *this + other; }
  Money& operator-=(Money other) { return *this = *this - other; }

 private:
  constexpr explicit Money(std::int64_t fen) : fen_(fen) {}
  std::int64_t fen_ = 0;
};

/// The sum, or nothing beyond kFenMax.
std::optional<Money> checked_add(Money a, Money b);

/// Reads "12345.67", "100", "0.5" or "-3.00": ASCII digits, at most two decimals, no thousands separators,
/// no plus sign, no blanks. "1.005" is `HalfFen`; a third decimal is refused even where it is zero.
Result<Money, AmountProblem> parse_yuan(std::string_view text);

/// Always two decimals: 1234567 fen → "12345.67", -5 fen → "-0.05".
std::string to_yuan(Money amount);

/// With thousands separators for people: 1234567 fen → "12,345.67".
std::string to_yuan_grouped(Money amount);

}  // namespace mingzhang
