// SPDX-License-Identifier: Apache-2.0
// Scaling with a named rounding, and splitting without losing a fen.
#include "base/ratio.h"

#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace {

using mingzhang::allocate;
using mingzhang::Money;
using mingzhang::parse_weights;
using mingzhang::Ratio;
using mingzhang::Rounding;
using mingzhang::scale;
using mingzhang::tests::run_seed;

using Weights = std::vector<std::int64_t>;

Money yuan(const char* text) {
  return mingzhang::parse_yuan(text).value();
}

std::vector<Money> amounts(const std::vector<const char*>& texts) {
  std::vector<Money> result;
  for (const char* text : texts) result.push_back(yuan(text));
  return result;
}

Weights weights_of(const char* text) {
  const auto weights = parse_weights(text);
  REQUIRE(weights.has_value());
  return *weights;
}

std::int64_t scaled_fen(std::int64_t fen, Ratio ratio, Rounding rounding) {
  const auto scaled = scale(Money::from_fen(fen), ratio, rounding);
  REQUIRE(scaled.has_value());
  return scaled->fen();
}

std::int64_t random_between(std::mt19937_64& generator, std::int64_t low, std::int64_t high) {
  return std::uniform_int_distribution<std::int64_t>(low, high)(generator);
}

/// A number of [0, 10^digits) whose length is as random as its digits, so that small numbers come up too.
std::int64_t random_magnitude(std::mt19937_64& generator, int digits) {
  std::int64_t limit = 1;
  for (std::int64_t i = random_between(generator, 0, digits); i > 0; --i) limit *= 10;
  return random_between(generator, 0, limit - 1);
}

/// An independent split: hands out the fen one by one to the part that is furthest behind its exact share.
/// Compares cross products only, so it shares no division with the code under test. For small numbers.
std::vector<std::int64_t> naive_split(std::int64_t total, const Weights& weights) {
  const std::int64_t sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
  std::vector<std::int64_t> parts(weights.size(), 0);
  // First every part grows while a whole fen fits below its exact share, then the furthest behind grow by one.
  for (std::size_t i = 0; i < parts.size(); ++i) {
    while ((parts[i] + 1) * sum <= total * weights[i]) ++parts[i];
  }
  while (std::accumulate(parts.begin(), parts.end(), std::int64_t{0}) < total) {
    std::size_t furthest = 0;
    for (std::size_t i = 1; i < parts.size(); ++i) {
      const std::int64_t behind = total * weights[i] - parts[i] * sum;
      if (behind > total * weights[furthest] - parts[furthest] * sum) furthest = i;
    }
    ++parts[furthest];
  }
  return parts;
}

}  // namespace

TEST_CASE("scaling rounds as its name says, ties included", "[base][ratio]") {
  // By hand: 1 fen at 1/2 is a tie on 0|1, 3 fen at 1/2 a tie on 1|2, 1 fen at 1/3 below, 2 fen at 1/3 above the
  // middle.
  struct Row {
    std::int64_t fen;
    Ratio ratio;
    std::int64_t half_up, half_even, down, up;
  };
  const std::vector<Row> rows = {
      {1, {1, 2}, 1, 0, 0, 1},    {3, {1, 2}, 2, 2, 1, 2},      {5, {1, 2}, 3, 2, 2, 3},
      {1, {1, 3}, 0, 0, 0, 1},    {2, {1, 3}, 1, 1, 0, 1},      {4, {1, 2}, 2, 2, 2, 2},
      {-1, {1, 2}, -1, 0, 0, -1}, {-3, {1, 2}, -2, -2, -1, -2}, {3, {-1, 2}, -2, -2, -1, -2},
      {-3, {-1, 2}, 2, 2, 1, 2},  {0, {7, 9}, 0, 0, 0, 0},      {1234567, {0, 9}, 0, 0, 0, 0},
  };
  for (const Row& row : rows) {
    CAPTURE(row.fen, row.ratio.numerator, row.ratio.denominator);
    CHECK(scaled_fen(row.fen, row.ratio, Rounding::HalfUp) == row.half_up);
    CHECK(scaled_fen(row.fen, row.ratio, Rounding::HalfEven) == row.half_even);
    CHECK(scaled_fen(row.fen, row.ratio, Rounding::Down) == row.down);
    CHECK(scaled_fen(row.fen, row.ratio, Rounding::Up) == row.up);
  }
}

TEST_CASE("the chronic disease subsidy comes out as in the seed's rule", "[base][ratio]") {
  // Case KQ-04: 50 % of what exceeds 3,000.00, half-up to the fen (below the yearly cap).
  const auto subsidy = [](const char* self_pay) {
    return scale(yuan(self_pay) - yuan("3000.00"), {1, 2}, Rounding::HalfUp);
  };
  CHECK(subsidy("3000.00") == yuan("0.00"));
  CHECK(subsidy("3000.01") == yuan("0.01"));
  CHECK(subsidy("3000.02") == yuan("0.01"));
  CHECK(subsidy("12345.67") == yuan("4672.84"));
  CHECK(subsidy("32999.99") == yuan("15000.00"));
  CHECK(scale(yuan("9345.67"), {1, 2}, Rounding::Down) == yuan("4672.83"));
}

TEST_CASE("averages and implied volumes of the seeds come out to the fen", "[base][ratio]") {
  // Case WN-04: amount / households, half-up.
  CHECK(scale(yuan("357500000.00"), {1, 11954}, Rounding::HalfUp) == yuan("29906.31"));
  CHECK(scale(yuan("49180000.00"), {1, 863}, Rounding::HalfUp) == yuan("56987.25"));
  CHECK(scale(yuan("166800000.00"), {1, 10844}, Rounding::HalfUp) == yuan("15381.78"));
  CHECK(scale(yuan("573480000.00"), {1, 23661}, Rounding::HalfUp) == yuan("24237.35"));
  // Case DX-07: the loan volume whose 3 % are 1000万.
  CHECK(scale(yuan("10000000.00"), {100, 3}, Rounding::HalfUp) == yuan("333333333.33"));
}

TEST_CASE("scaling stays exact up to the largest amount and says nothing beyond it", "[base][ratio]") {
  constexpr std::int64_t kMostFen = Money::kFenMax;
  constexpr std::int64_t kBig = 1'000'000'000'000;
  CHECK(scaled_fen(kMostFen, {kBig, kBig}, Rounding::Up) == kMostFen);
  CHECK(scaled_fen(-kMostFen, {kBig, kBig}, Rounding::Up) == -kMostFen);
  // 10^15 · (10^12 − 1) / 10^12 = 10^15 − 1000 exactly.
  CHECK(scaled_fen(kMostFen, {kBig - 1, kBig}, Rounding::Up) == kMostFen - 1000);
  // (10^15 − 1) · (10^12 − 1) / 10^12 = 10^15 − 1001 + 10^-12: only `Up` sees the last bit.
  CHECK(scaled_fen(kMostFen - 1, {kBig - 1, kBig}, Rounding::Down) == kMostFen - 1001);
  CHECK(scaled_fen(kMostFen - 1, {kBig - 1, kBig}, Rounding::HalfUp) == kMostFen - 1001);
  CHECK(scaled_fen(kMostFen - 1, {kBig - 1, kBig}, Rounding::Up) == kMostFen - 1000);
  CHECK(scale(Money::from_fen(kMostFen), {kBig, kBig - 1}, Rounding::Down) == std::nullopt);
  CHECK(scale(Money::from_fen(-kMostFen), {kBig, 1}, Rounding::Down) == std::nullopt);
  // 10^15 + 1 = 100001 · 9999900001, the first fen beyond.
  CHECK(scale(Money::from_fen(100'001), {9'999'900'001, 1}, Rounding::Down) == std::nullopt);
  CHECK(scale(Money::from_fen(2), {kBig / 2, 1}, Rounding::HalfUp) == Money::from_fen(kBig));
  CHECK(scale(Money::from_fen(kMostFen / 5), {kBig / 2 - 1, kBig / 10}, Rounding::Up) == Money::from_fen(kMostFen - 2000));
}

TEST_CASE("scaling agrees with its definition on random amounts", "[base][ratio]") {
  std::mt19937_64 generator(run_seed());
  for (int round = 0; round < 4'000; ++round) {
    // Small enough for the definition to be checked in 64 bits.
    const std::int64_t fen = random_between(generator, -1'000'000, 1'000'000);
    const Ratio ratio{random_between(generator, -1'000, 1'000), random_between(generator, 1, 1'000)};
    const std::int64_t exact = fen * ratio.numerator;  // in units of 1/denominator fen
    const std::int64_t d = ratio.denominator;
    const std::int64_t down = scaled_fen(fen, ratio, Rounding::Down) * d;
    const std::int64_t up = scaled_fen(fen, ratio, Rounding::Up) * d;
    const std::int64_t half_up = scaled_fen(fen, ratio, Rounding::HalfUp) * d;
    const std::int64_t half_even = scaled_fen(fen, ratio, Rounding::HalfEven) * d;
    CAPTURE(fen, ratio.numerator, ratio.denominator);
    REQUIRE(std::abs(down) <= std::abs(exact));
    REQUIRE(std::abs(exact - down) < d);
    REQUIRE(std::abs(up) >= std::abs(exact));
    REQUIRE(std::abs(up - exact) < d);
    REQUIRE(2 * std::abs(half_up - exact) <= d);
    REQUIRE(2 * std::abs(half_even - exact) <= d);
    if (2 * std::abs(half_up - exact) == d) {
      REQUIRE(std::abs(half_up) > std::abs(exact));
      REQUIRE(half_even / d % 2 == 0);
    } else {
      REQUIRE(half_even == half_up);
    }
    // A reversal scales to exactly the opposite.
    REQUIRE(scaled_fen(-fen, ratio, Rounding::HalfUp) * d == -half_up);
  }
}

TEST_CASE("the documented examples of splitting hold", "[base][ratio]") {
  CHECK(allocate(yuan("100.01"), weights_of("7:3")) == amounts({"70.01", "30.00"}));
  CHECK(allocate(yuan("0.02"), weights_of("7:3")) == amounts({"0.01", "0.01"}));
  CHECK(allocate(yuan("1.00"), weights_of("1:1:1")) == amounts({"0.34", "0.33", "0.33"}));
  CHECK(allocate(yuan("-1.00"), weights_of("1:1:1")) == amounts({"-0.34", "-0.33", "-0.33"}));
  CHECK(allocate(yuan("-0.02"), weights_of("7:3")) == amounts({"-0.01", "-0.01"}));
  CHECK(allocate(yuan("0.00"), weights_of("7:3")) == amounts({"0.00", "0.00"}));
  CHECK(allocate(yuan("5.55"), weights_of("1")) == amounts({"5.55"}));
}

TEST_CASE("ties go to the earlier part and zero weights get nothing", "[base][ratio]") {
  CHECK(allocate(yuan("0.01"), weights_of("1:1")) == amounts({"0.01", "0.00"}));
  CHECK(allocate(yuan("0.03"), weights_of("1:1")) == amounts({"0.02", "0.01"}));
  CHECK(allocate(yuan("0.02"), weights_of("1:1:1")) == amounts({"0.01", "0.01", "0.00"}));
  CHECK(allocate(yuan("0.02"), weights_of("0:1:0:1:1:0")) == amounts({"0.00", "0.01", "0.00", "0.01", "0.00", "0.00"}));
  // The larger remainder wins over the earlier place: 0.04 by 3:5 is 0.015 + 0.025, a tie; by 3:6 0.0133 + 0.0267.
  CHECK(allocate(yuan("0.04"), weights_of("3:5")) == amounts({"0.02", "0.02"}));
  CHECK(allocate(yuan("0.04"), weights_of("3:6")) == amounts({"0.01", "0.03"}));
}

TEST_CASE("the splits of the seeds come out to the fen", "[base][ratio]") {
  // Case KQ-03: 70 % government, 20 % raised, 10 % donated.
  CHECK(allocate(yuan("1000000.00"), weights_of("70/20/10")) == amounts({"700000.00", "200000.00", "100000.00"}));
  // Cases DX-01, DX-02, DX-04, DX-10: 3 % of the loans, government : institution = 7:3, province : city = 1:1.
  struct Row {
    const char *loans, *fund, *government, *institution, *province;
  };
  const std::vector<Row> rows = {
      {"573480000.00", "17204400.00", "12043080.00", "5161320.00", "6021540.00"},
      {"357500000.00", "10725000.00", "7507500.00", "3217500.00", "3753750.00"},
      {"166800000.00", "5004000.00", "3502800.00", "1501200.00", "1751400.00"},
      {"5000000000.00", "150000000.00", "105000000.00", "45000000.00", "52500000.00"},
  };
  for (const Row& row : rows) {
    const auto fund = scale(yuan(row.loans), {3, 100}, Rounding::HalfUp);
    REQUIRE(fund == yuan(row.fund));
    const auto shares = allocate(*fund, weights_of("7:3"));
    CHECK(shares == amounts({row.government, row.institution}));
    CHECK(allocate(shares[0], weights_of("50:50")) == amounts({row.province, row.province}));
  }
  // Cases CR-06 (loss 8:2 on 30,500.00) and CR-08 (recovery 8:2).
  CHECK(allocate(yuan("30500.00"), weights_of("8:2")) == amounts({"24400.00", "6100.00"}));
  CHECK(allocate(yuan("10000.00"), weights_of("8:2")) == amounts({"8000.00", "2000.00"}));
  // The "33112" of policy.md §1.1, weights 3:3:1:1:2 of ten; by hand: 1.01 = .303 + .303 + .101 + .101 + .202, 1 left.
  CHECK(allocate(yuan("1.01"), weights_of("3:3:1:1:2")) == amounts({"0.31", "0.30", "0.10", "0.10", "0.20"}));
}

TEST_CASE("splitting agrees with a naive model", "[base][ratio]") {
  std::mt19937_64 generator(run_seed());
  for (int round = 0; round < 4'000; ++round) {
    Weights weights(static_cast<std::size_t>(random_between(generator, 1, 8)));
    // Few different weights make ties likely.
    const std::int64_t largest = random_between(generator, 1, 12);
    for (auto& weight : weights) weight = random_between(generator, 0, largest);
    weights[static_cast<std::size_t>(random_between(generator, 0, static_cast<std::int64_t>(weights.size()) - 1))] = 1;
    const std::int64_t total = random_between(generator, 0, 300);
    const auto expected = naive_split(total, weights);
    const auto positive = allocate(Money::from_fen(total), weights);
    const auto negative = allocate(Money::from_fen(-total), weights);
    CAPTURE(total, weights);
    REQUIRE(positive.size() == weights.size());
    REQUIRE(negative.size() == weights.size());
    for (std::size_t i = 0; i < weights.size(); ++i) {
      REQUIRE(positive[i].fen() == expected[i]);
      REQUIRE(negative[i].fen() == -expected[i]);
    }
  }
}

TEST_CASE("parts of any split sum to the total and stay within a fen of the exact share", "[base][ratio]") {
  std::mt19937_64 generator(run_seed());
  for (int round = 0; round < 1'000; ++round) {
    Weights weights(static_cast<std::size_t>(random_between(generator, 1, 40)));
    for (auto& weight : weights) weight = random_magnitude(generator, 10);
    weights.front() += 1;
    const std::int64_t sum = std::accumulate(weights.begin(), weights.end(), std::int64_t{0});
    const std::int64_t sign = random_between(generator, 0, 1) * 2 - 1;
    const Money total = Money::from_fen(sign * random_magnitude(generator, 15));
    const auto parts = allocate(total, weights);
    std::int64_t parts_sum = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
      parts_sum += parts[i].fen();
      // |part − total · weight / sum| < 1, bracketed by the two roundings of the same exact share.
      const Ratio share{weights[i], sum};
      const std::int64_t low = scaled_fen(total.fen(), share, Rounding::Down);
      const std::int64_t high = scaled_fen(total.fen(), share, Rounding::Up);
      CAPTURE(total.fen(), weights, i);
      REQUIRE((parts[i].fen() == low || parts[i].fen() == high));
      if (weights[i] == 0) REQUIRE(parts[i].is_zero());
    }
    REQUIRE(parts_sum == total.fen());
  }
}

TEST_CASE("splitting reaches the limits of amounts and weights", "[base][ratio]") {
  constexpr std::int64_t kBig = 1'000'000'000'000;
  const auto parts = allocate(Money::from_fen(Money::kFenMax), Weights{kBig - 1, 1});
  CHECK(parts[0].fen() == Money::kFenMax - 1000);
  CHECK(parts[1].fen() == 1000);
  // A thousand parts of the largest weight that can be read: their sum is the largest that can be split.
  const auto even = allocate(Money::from_fen(Money::kFenMax), Weights(1'000, 1'000'000'000));
  CHECK(even.front().fen() == Money::kFenMax / 1000);
  CHECK(even.back().fen() == Money::kFenMax / 1000);
}

TEST_CASE("weights are read in every way they are written", "[base][ratio]") {
  CHECK(parse_weights("7:3") == Weights{7, 3});
  CHECK(parse_weights("7：3") == Weights{7, 3});
  CHECK(parse_weights("3：3:1：1:2") == Weights{3, 3, 1, 1, 2});
  CHECK(parse_weights("70/20/10") == Weights{70, 20, 10});
  CHECK(parse_weights("5") == Weights{5});
  CHECK(parse_weights("0:1") == Weights{0, 1});
  CHECK(parse_weights("1000000000:1") == Weights{1'000'000'000, 1});
  std::string thousand = "1";
  for (int i = 1; i < 1'000; ++i) thousand += ":1";
  CHECK(parse_weights(thousand) == Weights(1'000, 1));
  CHECK(parse_weights(thousand + ":1") == std::nullopt);
}

TEST_CASE("what is no list of weights is refused", "[base][ratio]") {
  const char* refused[] = {"",
                           ":",
                           "7:",
                           ":3",
                           "7::3",
                           "0",
                           "0:0:0",
                           "-7:3",
                           "7:-3",
                           "+7:3",
                           "7.5:2",
                           "7: 3",
                           " 7:3",
                           "7:3 ",
                           "7:3/2",
                           "7/3:2",
                           "1000000001:1",
                           "七:三",
                           "７:3",
                           "7,3",
                           "7/",
                           "7：：3",
                           "a:b",
                           "7:3\n",
                           "：",
                           "99999999999999999999:1"};
  for (const char* text : refused) {
    CAPTURE(text);
    CHECK(parse_weights(text) == std::nullopt);
  }
}
