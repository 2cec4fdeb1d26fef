// SPDX-License-Identifier: Apache-2.0
// Percentages never say 100 too early, and never overflow.
#include "reports/percent.h"

#include <cstdint>

#include "tests/support/catch.h"

namespace mingzhang::tests {

using reports::percent_of;

TEST_CASE("a percentage is rounded once, as it is named", "[reports][percent]") {
  CHECK(percent_of(99'999, 100'000, Rounding::Down) == "99.99%");
  CHECK(percent_of(99'999, 100'000, Rounding::HalfUp) == "100.00%");
  CHECK(percent_of(1, 3, Rounding::Down) == "33.33%");
  CHECK(percent_of(1, 3, Rounding::Up) == "33.34%");
  CHECK(percent_of(2, 3, Rounding::HalfUp) == "66.67%");
  // 0.00005 is a tie: even is 0.00 %, 0.00015 goes to 0.02 %.
  CHECK(percent_of(1, 20'000, Rounding::HalfEven) == "0.00%");
  CHECK(percent_of(3, 20'000, Rounding::HalfEven) == "0.02%");
  CHECK(percent_of(3, 20'000, Rounding::HalfUp) == "0.02%");
}

TEST_CASE("a percentage knows nothing, everything and more than everything", "[reports][percent]") {
  CHECK(percent_of(0, 0, Rounding::Down).empty());
  CHECK(percent_of(0, 5, Rounding::Down) == "0.00%");
  CHECK(percent_of(5, 5, Rounding::Down) == "100.00%");
  CHECK(percent_of(12, 5, Rounding::Down) == "240.00%");
  CHECK(percent_of(INT64_MAX - 1, INT64_MAX, Rounding::Down) == "99.99%");
}

}  // namespace mingzhang::tests
