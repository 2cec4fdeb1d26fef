// SPDX-License-Identifier: Apache-2.0
// Scaling and splitting in 128 bits, so that nothing is lost before the one rounding.
#include "base/ratio.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string>

#include "base/check.h"

namespace mingzhang {
namespace {

/// Wide enough for any amount times any ratio: 10^15 · 10^12 < 2^90.
__extension__ using Wide = __int128;

constexpr std::int64_t kRatioMax = 1'000'000'000'000;
constexpr std::int64_t kWeightMax = 1'000'000'000;
constexpr std::size_t kPartsMax = 1'000;

std::int64_t magnitude_of(std::int64_t value) {
  return value < 0 ? -value : value;
}

/// Whether `quotient` fen and a remainder of `remainder`/`denominator` fen become one fen more (away from zero).
bool rounds_away(Wide quotient, Wide remainder, Wide denominator, Rounding rounding) {
  switch (rounding) {
    case Rounding::HalfUp:
      return 2 * remainder >= denominator;
    case Rounding::HalfEven:
      return 2 * remainder > denominator || (2 * remainder == denominator && quotient % 2 != 0);
    case Rounding::Down:
      return false;
    case Rounding::Up:
      return remainder != 0;
  }
  MZ_CHECK(false);
  return false;
}

/// `text` as a weight: only digits, at most kWeightMax.
std::optional<std::int64_t> parse_weight(std::string_view text) {
  if (text.empty()) return std::nullopt;
  std::int64_t weight = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    weight = weight * 10 + (c - '0');
    if (weight > kWeightMax) return std::nullopt;
  }
  return weight;
}

/// `text` with every full-width colon as ':', because an input method writes one where the other was meant.
std::string with_plain_colons(std::string_view text) {
  constexpr std::string_view kFullWidthColon = "：";
  std::string plain;
  while (!text.empty()) {
    const bool is_colon = text.substr(0, kFullWidthColon.size()) == kFullWidthColon;
    plain += is_colon ? ':' : text.front();
    text.remove_prefix(is_colon ? kFullWidthColon.size() : 1);
  }
  return plain;
}

}  // namespace

std::optional<Money> scale(Money amount, Ratio ratio, Rounding rounding) {
  MZ_CHECK(ratio.denominator > 0);
  MZ_CHECK(ratio.denominator <= kRatioMax);
  MZ_CHECK(ratio.numerator >= -kRatioMax && ratio.numerator <= kRatioMax);
  // Rounding is defined on magnitudes, so that a reversal scales to exactly the opposite amount.
  const bool negative = amount.is_negative() != (ratio.numerator < 0);
  const Wide product = static_cast<Wide>(magnitude_of(amount.fen())) * magnitude_of(ratio.numerator);
  Wide quotient = product / ratio.denominator;
  if (rounds_away(quotient, product % ratio.denominator, ratio.denominator, rounding)) ++quotient;
  if (quotient > Money::kFenMax) return std::nullopt;
  const auto fen = static_cast<std::int64_t>(quotient);
  return Money::from_fen(negative ? -fen : fen);
}

std::vector<Money> allocate(Money total, std::span<const std::int64_t> weights) {
  std::int64_t weight_sum = 0;
  for (const std::int64_t weight : weights) {
    MZ_CHECK(weight >= 0 && weight <= kRatioMax);
    weight_sum += weight;
    MZ_CHECK(weight_sum <= kRatioMax);
  }
  MZ_CHECK(weight_sum > 0);

  const std::int64_t magnitude = magnitude_of(total.fen());
  std::vector<std::int64_t> parts(weights.size());
  std::vector<std::int64_t> remainders(weights.size());
  std::int64_t left = magnitude;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const Wide product = static_cast<Wide>(magnitude) * weights[i];
    parts[i] = static_cast<std::int64_t>(product / weight_sum);
    remainders[i] = static_cast<std::int64_t>(product % weight_sum);
    left -= parts[i];
  }
  // What is left is the sum of the remainders in whole fen, so it is less than the number of parts with a remainder:
  // nobody gets two fen more, and a weight of zero gets none.
  MZ_CHECK(left >= 0 && static_cast<std::size_t>(left) < weights.size());
  std::vector<std::size_t> order(weights.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&remainders](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  for (std::size_t i = 0; i < static_cast<std::size_t>(left); ++i) ++parts[order[i]];

  MZ_CHECK(std::accumulate(parts.begin(), parts.end(), std::int64_t{0}) == magnitude);
  std::vector<Money> result;
  result.reserve(parts.size());
  for (const std::int64_t part : parts) result.push_back(Money::from_fen(total.is_negative() ? -part : part));
  return result;
}

std::optional<std::vector<std::int64_t>> parse_weights(std::string_view text) {
  const std::string plain = with_plain_colons(text);
  const char separator = plain.find('/') == std::string::npos ? ':' : '/';
  std::vector<std::int64_t> weights;
  bool any_positive = false;
  for (std::size_t from = 0; from <= plain.size();) {
    const std::size_t to = std::min(plain.find(separator, from), plain.size());
    const auto weight = parse_weight(std::string_view(plain).substr(from, to - from));
    if (!weight || weights.size() == kPartsMax) return std::nullopt;
    any_positive = any_positive || *weight > 0;
    weights.push_back(*weight);
    from = to + 1;
  }
  if (!any_positive) return std::nullopt;
  return weights;
}

}  // namespace mingzhang
