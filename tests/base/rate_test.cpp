// SPDX-License-Identifier: Apache-2.0
// Yearly rates between their text and their units of 10^-8.
#include "base/rate.h"

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace {

using mingzhang::parse_rate;
using mingzhang::Rate;
using mingzhang::to_percent;

std::int64_t units_of(const std::string& text) {
  const auto rate = parse_rate(text);
  REQUIRE(rate.has_value());
  return rate->units();
}

}  // namespace

TEST_CASE("rates are read as percent and as a fraction", "[base][rate]") {
  // By hand: 1 % is 10^6 units, 1 is 10^8 units.
  const std::vector<std::pair<const char*, std::int64_t>> rows = {
      {"4.35%", 4'350'000},
      {"0.0435", 4'350'000},
      {"4.3125%", 4'312'500},
      {"0%", 0},
      {"0", 0},
      {"0.00%", 0},
      {"0.000001%", 1},
      {"0.00000001", 1},
      {"100%", 100'000'000},
      {"1", 100'000'000},
      {"3%", 3'000'000},
      {"4.750000%", 4'750'000},
      {"007%", 7'000'000},
      {"0.04350000", 4'350'000},
      {"10000%", Rate::kUnitsMax},
      {"100", Rate::kUnitsMax},
  };
  for (const auto& [text, units] : rows) {
    CAPTURE(text);
    CHECK(units_of(text) == units);
  }
}

TEST_CASE("what is no rate of the range is refused", "[base][rate]") {
  const char* refused[] = {"",
                           "%",
                           ".",
                           "4.",
                           ".5",
                           ".5%",
                           "4.%",
                           "-1%",
                           "+1%",
                           "-0",
                           "4.35 %",
                           " 4.35%",
                           "4.35%%",
                           "4,35%",
                           "1e-2",
                           "0x1",
                           "4.35‰",
                           "4.35％",
                           "４.35%",
                           "1.2.3",
                           "4.3500000%",
                           "abc",
                           "%4.35",
                           "4.35%\n",
                           "nan",
                           "inf",
                           "10000.000001%",
                           "100.00000001",
                           "0.000000001",
                           "99999999999999999999%"};
  for (const char* text : refused) {
    CAPTURE(text);
    CHECK(parse_rate(text) == std::nullopt);
  }
}

TEST_CASE("rates are written as percent with at least two decimals", "[base][rate]") {
  CHECK(to_percent(Rate::from_units(4'350'000)) == "4.35%");
  CHECK(to_percent(Rate()) == "0.00%");
  CHECK(to_percent(Rate::from_units(4'312'500)) == "4.3125%");
  CHECK(to_percent(Rate::from_units(4'300'000)) == "4.30%");
  CHECK(to_percent(Rate::from_units(1)) == "0.000001%");
  CHECK(to_percent(Rate::from_units(12'001'000)) == "12.001%");
  CHECK(to_percent(Rate::from_units(Rate::kUnitsMax)) == "10000.00%");
}

TEST_CASE("a written rate reads back as itself", "[base][rate]") {
  std::mt19937_64 generator(mingzhang::tests::run_seed());
  std::uniform_int_distribution<std::int64_t> all(0, Rate::kUnitsMax);
  std::uniform_int_distribution<std::int64_t> usual(0, Rate::kUnitsPerOne / 4);
  for (int round = 0; round < 3'000; ++round) {
    for (const Rate rate : {Rate::from_units(all(generator)), Rate::from_units(usual(generator))}) {
      CAPTURE(rate.units());
      REQUIRE(parse_rate(to_percent(rate)) == rate);
      // The same value as a fraction with all eight decimals.
      const std::string digits = std::to_string(Rate::kUnitsPerOne * 1'000 + rate.units());
      REQUIRE(parse_rate(digits.substr(1, 3) + "." + digits.substr(4)) == rate);
    }
  }
}
