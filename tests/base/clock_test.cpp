// SPDX-License-Identifier: Apache-2.0
// Instants in writing, and the day in China.
#include "base/clock.h"

#include <random>
#include <string>

#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace {

using mingzhang::Date;
using mingzhang::FixedClock;
using mingzhang::Instant;
using mingzhang::parse_date;
using mingzhang::SystemClock;
using mingzhang::to_iso;
using mingzhang::to_utc;

constexpr std::int64_t kSecond = 1'000'000;
constexpr std::int64_t kHour = 3'600 * kSecond;
// date -u -d 2016-10-14T01:02:03 +%s is 1476406923.
constexpr std::int64_t kMorning = 1'476'406'923 * kSecond;

}  // namespace

TEST_CASE("an instant is written in UTC with six decimals", "[base][clock]") {
  CHECK(to_utc(Instant{kMorning + 4}) == "2016-10-14T01:02:03.000004Z");
  CHECK(to_utc(Instant{0}) == "1970-01-01T00:00:00.000000Z");
  CHECK(to_utc(Instant{-1}) == "1969-12-31T23:59:59.999999Z");
  CHECK(to_utc(Instant{-24 * kHour}) == "1969-12-31T00:00:00.000000Z");
  CHECK(to_utc(Instant{24 * kHour - 1}) == "1970-01-01T23:59:59.999999Z");
  CHECK(to_utc(Instant{1'456'704'000 * kSecond}) == "2016-02-29T00:00:00.000000Z");  // date -u -d 2016-02-29 +%s
}

TEST_CASE("written instants sort as the instants do", "[base][clock][random]") {
  std::mt19937_64 random(mingzhang::tests::run_seed());
  std::uniform_int_distribution<std::int64_t> instants(-1'000'000'000 * kSecond, 4'000'000'000 * kSecond);
  for (int i = 0; i < 2'000; ++i) {
    const Instant a{instants(random)};
    const Instant b{instants(random)};
    REQUIRE((a < b) == (to_utc(a) < to_utc(b)));
    REQUIRE(to_utc(a).size() == 27);
  }
}

TEST_CASE("the day changes at midnight in China, which is 16:00 UTC", "[base][clock]") {
  FixedClock clock(Instant{16 * kHour - 1});
  CHECK(to_iso(clock.today()) == "1970-01-01");
  clock.set(Instant{16 * kHour});
  CHECK(to_iso(clock.today()) == "1970-01-02");
  clock.set(Instant{-8 * kHour});
  CHECK(to_iso(clock.today()) == "1970-01-01");
  clock.set(Instant{-8 * kHour - 1});
  CHECK(to_iso(clock.today()) == "1969-12-31");
}

TEST_CASE("summer has no daylight saving time", "[base][clock]") {
  // 2016-07-01T15:59:59Z and one second later; date -u -d 2016-07-01 +%s is 1467331200.
  FixedClock clock(Instant{1'467'331'200 * kSecond + 16 * kHour - kSecond});
  CHECK(to_iso(clock.today()) == "2016-07-01");
  clock.set(Instant{1'467'331'200 * kSecond + 16 * kHour});
  CHECK(to_iso(clock.today()) == "2016-07-02");
}

TEST_CASE("a clock fixed at a day stands at noon in China", "[base][clock]") {
  for (const char* text : {"1969-12-31", "1970-01-01", "2016-02-29", "2016-12-31"}) {
    FixedClock clock = FixedClock::at(*parse_date(text));
    CHECK(to_iso(clock.today()) == text);
    CHECK(to_utc(clock.now()) == std::string(text) + "T04:00:00.000000Z");
    CHECK(clock.now() == clock.now());
  }
}

TEST_CASE("the system clock runs forwards and after the year 2016", "[base][clock]") {
  SystemClock clock;
  const Instant first = clock.now();
  const Instant second = clock.now();
  CHECK(first <= second);
  CHECK(first > Instant{kMorning});
  CHECK(clock.today() > *parse_date("2016-10-14"));
}
