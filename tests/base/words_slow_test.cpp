// SPDX-License-Identifier: Apache-2.0
// Brute force over amounts in words: hundreds of thousands of amounts against the naive writer, each read back.
#include <random>

#include "tests/base/words_model.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace {

using mingzhang::tests::check_both_ways;
using mingzhang::tests::Tally;

}  // namespace

TEST_CASE("every amount from 0.01 to 2000.00 is written right and reads back", "[base][words]") {
  Tally tally;
  for (std::int64_t fen = 1; fen <= 200'000; ++fen) check_both_ways(tally, fen);
  CAPTURE(tally.first_failed_fen);
  CHECK(tally.checked == 200'000);
  CHECK(tally.failed == 0);
}

TEST_CASE("every group of four digits is right on both sides of 万 and 亿", "[base][words]") {
  Tally tally;
  for (std::int64_t group = 0; group < 10'000; ++group) {
    for (const std::int64_t other : {0, 1, 10, 1000, 1010, 9999}) {
      if (group + other == 0) continue;
      check_both_ways(tally, (other * 10'000 + group) * 100);
      check_both_ways(tally, (group * 10'000 + other) * 100 + 50);
      check_both_ways(tally, (group * 100'000'000 + other * 10'000) * 100 + 5);
    }
  }
  CAPTURE(tally.first_failed_fen);
  CHECK(tally.checked == 179'997);
  CHECK(tally.failed == 0);
}

TEST_CASE("every pattern of zeros up to the largest amount is right", "[base][words]") {
  std::mt19937_64 generator(mingzhang::tests::run_seed());
  std::uniform_int_distribution<std::int64_t> digit(1, 9);
  Tally tally;
  // Fifteen places from 分 to 万亿, each zero or not.
  for (unsigned pattern = 1; pattern < (1U << 15); ++pattern) {
    std::int64_t fen = 0;
    for (int place = 14; place >= 0; --place) fen = fen * 10 + ((pattern >> place & 1U) != 0 ? digit(generator) : 0);
    check_both_ways(tally, fen);
  }
  CAPTURE(tally.first_failed_fen);
  CHECK(tally.checked == 32'767);
  CHECK(tally.failed == 0);
}
