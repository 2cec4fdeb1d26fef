// SPDX-License-Identifier: Apache-2.0
// Amounts in fen: bounds, reading and writing.
#include "base/money.h"

#include <limits>
#include <random>
#include <string>
#include <type_traits>

#include "tests/support/aborts.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace {

using mingzhang::AmountProblem;
using mingzhang::checked_add;
using mingzhang::Money;
using mingzhang::parse_yuan;
using mingzhang::to_yuan;
using mingzhang::to_yuan_grouped;
using mingzhang::tests::aborts;
using mingzhang::tests::run_seed;

template <class Number>
concept MakesMoney = requires(Number number) {
  Money::from_fen(number);
};

// An amount never comes out of a floating point number, and never out of a number by itself.
static_assert(!std::is_constructible_v<Money, double>);
static_assert(!std::is_constructible_v<Money, float>);
static_assert(!std::is_constructible_v<Money, long double>);
static_assert(!std::is_convertible_v<double, Money>);
static_assert(!std::is_constructible_v<Money, std::int64_t>);
static_assert(!std::is_assignable_v<Money&, double>);
static_assert(!MakesMoney<double> && !MakesMoney<float> && !MakesMoney<long double>);
static_assert(MakesMoney<int> && MakesMoney<std::int64_t> && MakesMoney<std::uint64_t>);

template <class Left, class Right>
concept Multiplies = requires(Left left, Right right) {
  left* right;
};
template <class Left, class Right>
concept Divides = requires(Left left, Right right) {
  left / right;
};
static_assert(!Multiplies<Money, int> && !Multiplies<int, Money> && !Multiplies<Money, Money>);
static_assert(!Multiplies<Money, double> && !Divides<Money, int> && !Divides<Money, Money>);

constexpr std::int64_t kMax = Money::kFenMax;

AmountProblem problem_of(std::string_view text) {
  const auto parsed = parse_yuan(text);
  INFO("text: " << text);
  REQUIRE_FALSE(parsed.has_value());
  return parsed.error();
}

std::int64_t fen_of(std::string_view text) {
  const auto parsed = parse_yuan(text);
  INFO("text: " << text);
  REQUIRE(parsed.has_value());
  return parsed->fen();
}

std::int64_t random_fen(std::mt19937_64& random) {
  // The length is as random as the digits, so that small amounts come up as often as large ones.
  std::int64_t limit = kMax;
  for (auto cut = std::uniform_int_distribution<int>(0, 15)(random); cut > 0; --cut) limit /= 10;
  return std::uniform_int_distribution<std::int64_t>(-limit, limit)(random);
}

}  // namespace

TEST_CASE("an amount holds ten trillion yuan and not one fen more", "[base][money]") {
  CHECK(kMax == 1'000'000'000'000'000);
  CHECK(Money::from_fen(kMax).fen() == kMax);
  CHECK(Money::from_fen(-kMax).fen() == -kMax);
  CHECK(aborts([] { (void)Money::from_fen(kMax + 1); }));
  CHECK(aborts([] { (void)Money::from_fen(-kMax - 1); }));
  CHECK(aborts([] { (void)Money::from_fen(std::numeric_limits<std::int64_t>::min()); }));
}

TEST_CASE("unsigned fen are amounts too", "[base][money]") {
  CHECK(Money::from_fen(std::uint64_t{5}).fen() == 5);
  CHECK(Money::from_fen(std::uint32_t{4'000'000'000}).fen() == 4'000'000'000);
  CHECK(aborts([] { (void)Money::from_fen(std::numeric_limits<std::uint64_t>::max()); }));
}

TEST_CASE("amounts add, subtract, negate and compare", "[base][money]") {
  const Money a = Money::from_fen(12'345);
  const Money b = Money::from_fen(-45);
  CHECK((a + b).fen() == 12'300);
  CHECK((a - b).fen() == 12'390);
  CHECK((-a).fen() == -12'345);
  CHECK((-Money::from_fen(kMax)).fen() == -kMax);
  Money sum;
  CHECK(sum.is_zero());
  sum += a;
  sum -= b;
  CHECK(sum.fen() == 12'390);
  CHECK(b.is_negative());
  CHECK_FALSE(a.is_negative());
  CHECK_FALSE(Money().is_negative());
  CHECK_FALSE(b.is_zero());
  CHECK(b < a);
  CHECK(a == Money::from_fen(12'345));
}

TEST_CASE("a sum beyond the bound aborts, and checked_add refuses it", "[base][money]") {
  const Money most = Money::from_fen(kMax);
  const Money fen = Money::from_fen(1);
  CHECK(aborts([&] { (void)(most + fen); }));
  CHECK(aborts([&] { (void)(-most - fen); }));
  CHECK(aborts([&] { (void)(most - (-most)); }));
  CHECK_FALSE(checked_add(most, fen).has_value());
  CHECK_FALSE(checked_add(-most, -fen).has_value());
  CHECK_FALSE(checked_add(most, most).has_value());
  CHECK(checked_add(most, -fen).value().fen() == kMax - 1);
  CHECK(checked_add(most - fen, fen).value() == most);
  CHECK(checked_add(most, -most).value().is_zero());
}

TEST_CASE("yuan with at most two decimals are read to the fen", "[base][money]") {
  CHECK(fen_of("12345.67") == 1'234'567);
  CHECK(fen_of("100") == 10'000);
  CHECK(fen_of("0.5") == 50);
  CHECK(fen_of("0.05") == 5);
  CHECK(fen_of("-3.00") == -300);
  CHECK(fen_of("-0.01") == -1);
  CHECK(fen_of("0") == 0);
  CHECK(fen_of("-0.00") == 0);
  CHECK(fen_of("10000000000000.00") == kMax);
  CHECK(fen_of("-10000000000000") == -kMax);
}

TEST_CASE("half a fen is refused and never rounded", "[base][money]") {
  CHECK(problem_of("1.005") == AmountProblem::HalfFen);
  CHECK(problem_of("0.005") == AmountProblem::HalfFen);
  CHECK(problem_of("1.000") == AmountProblem::HalfFen);
  CHECK(problem_of("-2.675") == AmountProblem::HalfFen);
}

TEST_CASE("what is no plain decimal number is no amount", "[base][money]") {
  CHECK(problem_of("") == AmountProblem::Empty);
  for (const char* text : {"-",     ".",   "-.", ".5",  "5.",  "+1",     "1,000.00", " 1",   "1 ", "1e3", "0x10",
                           "1.2.3", "--1", "1-", "nan", "inf", "１００", "¥1",       "1.0a", "壹", "1.-5"}) {
    CHECK(problem_of(text) == AmountProblem::NotANumber);
  }
  CHECK(problem_of(std::string_view("1\0", 2)) == AmountProblem::NotANumber);
}

TEST_CASE("an amount beyond the bound is refused however long it is", "[base][money]") {
  CHECK(problem_of("10000000000000.01") == AmountProblem::TooLarge);
  CHECK(problem_of("-10000000000000.01") == AmountProblem::TooLarge);
  CHECK(problem_of("10000000000001") == AmountProblem::TooLarge);
  CHECK(problem_of("92233720368547758.08") == AmountProblem::TooLarge);   // 2^63 fen
  CHECK(problem_of("184467440737095516.17") == AmountProblem::TooLarge);  // 2^64 + 1 fen
  CHECK(problem_of(std::string(5'000, '9')) == AmountProblem::TooLarge);
}

TEST_CASE("the reasons are looked for in their order", "[base][money]") {
  const std::string huge(30, '9');
  CHECK(problem_of(huge + ".123x") == AmountProblem::NotANumber);
  CHECK(problem_of(huge + ".123") == AmountProblem::HalfFen);
  CHECK(problem_of(huge + ".12") == AmountProblem::TooLarge);
}

TEST_CASE("amounts are written with two decimals", "[base][money]") {
  CHECK(to_yuan(Money::from_fen(1'234'567)) == "12345.67");
  CHECK(to_yuan(Money::from_fen(-5)) == "-0.05");
  CHECK(to_yuan(Money()) == "0.00");
  CHECK(to_yuan(Money::from_fen(100)) == "1.00");
  CHECK(to_yuan(Money::from_fen(-kMax)) == "-10000000000000.00");
}

TEST_CASE("thousands separators stand every three digits", "[base][money]") {
  CHECK(to_yuan_grouped(Money::from_fen(1'234'567)) == "12,345.67");
  CHECK(to_yuan_grouped(Money::from_fen(99'999)) == "999.99");
  CHECK(to_yuan_grouped(Money::from_fen(100'000)) == "1,000.00");
  CHECK(to_yuan_grouped(Money::from_fen(-100'000'000)) == "-1,000,000.00");
  CHECK(to_yuan_grouped(Money::from_fen(kMax)) == "10,000,000,000,000.00");
}

TEST_CASE("reading what was written gives the same amount", "[base][money][random]") {
  std::mt19937_64 random(run_seed());
  for (int i = 0; i < 20'000; ++i) {
    const Money amount = Money::from_fen(random_fen(random));
    REQUIRE(fen_of(to_yuan(amount)) == amount.fen());
    std::string grouped = to_yuan_grouped(amount);
    std::erase(grouped, ',');
    REQUIRE(grouped == to_yuan(amount));
  }
}

TEST_CASE("checked_add agrees with 128-bit arithmetic", "[base][money][random]") {
  __extension__ using Wide = __int128;
  std::mt19937_64 random(run_seed());
  for (int i = 0; i < 20'000; ++i) {
    const std::int64_t a = random_fen(random);
    const std::int64_t b = random_fen(random);
    const Wide exact = Wide{a} + b;
    const auto sum = checked_add(Money::from_fen(a), Money::from_fen(b));
    REQUIRE(sum.has_value() == (exact >= -kMax && exact <= kMax));
    if (sum) REQUIRE(Wide{sum->fen()} == exact);
  }
}
