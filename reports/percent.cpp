// SPDX-License-Identifier: Apache-2.0
// Divides in 128 bits and rounds once.
#include "reports/percent.h"

#include <cstdint>

#include "base/check.h"

namespace mingzhang::reports {
namespace {

__extension__ using Wide = __int128;

bool goes_up(Wide quotient, Wide rest, Wide whole, Rounding rounding) {
  switch (rounding) {
    case Rounding::HalfUp: return 2 * rest >= whole;
    case Rounding::HalfEven: return 2 * rest > whole || (2 * rest == whole && quotient % 2 != 0);
    case Rounding::Down: return false;
    case Rounding::Up: return rest != 0;
  }
  MZ_CHECK(false);
  return false;
}

}  // namespace

std::string percent_of(std::int64_t part, std::int64_t whole, Rounding rounding) {
  MZ_CHECK(part >= 0 && whole >= 0);
  if (whole == 0) return std::string();
  const Wide hundredths = static_cast<Wide>(part) * 10'000;
  Wide quotient = hundredths / whole;
  if (goes_up(quotient, hundredths % whole, whole, rounding)) ++quotient;
  MZ_CHECK(quotient <= INT64_MAX);  // part is at most 10^19 · whole
  return percent_text(static_cast<std::int64_t>(quotient));
}

std::string percent_text(std::int64_t hundredths) {
  const std::string decimals = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + (decimals.size() == 1 ? ".0" : ".") + decimals + "%";
}

}  // namespace mingzhang::reports
