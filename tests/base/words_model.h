// SPDX-License-Identifier: Apache-2.0
// An independent writer of amounts in words, and the count of a brute-force comparison with it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "base/words.h"

namespace mingzhang::tests {

inline std::string naive_digit(std::int64_t digit) {
  return std::array{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"}.at(static_cast<std::size_t>(digit));
}

/// A whole number > 0: what stands before the largest unit that fits, the unit, then the rest, by recursion.
inline std::string naive_whole(std::int64_t number) {
  constexpr std::array<std::pair<std::int64_t, const char*>, 5> kUnits = {
      {{100'000'000, "亿"}, {10'000, "万"}, {1'000, "仟"}, {100, "佰"}, {10, "拾"}}};
  for (const auto& [unit, name] : kUnits) {
    if (number < unit) continue;
    const std::int64_t rest = number % unit;
    std::string words = naive_whole(number / unit) + name;
    if (rest == 0) return words;
    // The rest does not fill its highest place, or four zeros come before it (the 万亿 whose 亿 are all zero).
    if (rest < unit / 10 || number / unit % 10'000 == 0) words += "零";
    return words + naive_whole(rest);
  }
  return naive_digit(number);
}

/// An amount > 0 with the prefix.
inline std::string naive_words(std::int64_t fen) {
  const std::int64_t yuan = fen / 100;
  std::string words = yuan == 0 ? "人民币" : "人民币" + naive_whole(yuan) + "元";
  if (fen % 100 == 0) return words + "整";
  const bool has_jiao = fen / 10 % 10 != 0;
  if (yuan != 0 && (!has_jiao || yuan % 10 == 0)) words += "零";
  if (has_jiao) words += naive_digit(fen / 10 % 10) + "角";
  if (fen % 10 != 0) words += naive_digit(fen % 10) + "分";
  return words;
}

/// Counts instead of asserting each time, because that would take most of the time; remembers the first failure.
struct Tally {
  std::int64_t checked = 0;
  std::int64_t failed = 0;
  std::int64_t first_failed_fen = 0;

  void add(std::int64_t fen, bool passed) {
    ++checked;
    if (passed) return;
    if (failed == 0) first_failed_fen = fen;
    ++failed;
  }
};

/// `fen` > 0 in words is what the naive writer writes, and reads back as itself.
inline void check_both_ways(Tally& tally, std::int64_t fen) {
  const Money amount = Money::from_fen(fen);
  const std::string words = amount_in_words(amount);
  tally.add(fen, words == naive_words(fen) && amount_from_words(words) == amount);
}

}  // namespace mingzhang::tests
