// SPDX-License-Identifier: Apache-2.0
// The benefit above a threshold: its borders, its year, and that it does not matter how a year is cut into claims.
#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "base/money.h"
#include "tests/policy/sample_pack.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace {

using mingzhang::Money;
using mingzhang::tests::AskedRule;

// "超过3000元的,超出部分给予50%的救助,每人每年最高救助15000元"
AskedRule chronic(const std::string& rounding = "half_up") {
  return AskedRule("tiered_benefit",
                   R"({"threshold":[{"from":"2016-01-01","amount":"3000.00"}],"share":"50%","cap":"15000.00","per":"person-year",)"
                   R"("excluded":"目录外费用","rounding":")" + rounding + R"("})");
}

Money benefit_of(const AskedRule& rule, Money cost, Money claimed_before, Money paid_before) {
  const std::string text = rule.member("benefit", "cost=" + to_yuan(cost) + " claimed_before=" + to_yuan(claimed_before) +
                                                      " paid_before=" + to_yuan(paid_before));
  const auto amount = mingzhang::parse_yuan(text.substr(1, text.size() - 2));
  REQUIRE(amount);
  return *amount;
}

}  // namespace

TEST_CASE("only what lies above the threshold counts, up to the cap", "[policy][tiered_benefit]") {
  const std::vector<std::pair<std::string, std::string>> rows{
      {"2999.99", "0.00"},   {"3000.00", "0.00"},    {"3000.01", "0.01"},    {"3000.02", "0.01"},    {"3000.03", "0.02"},
      {"12345.67", "4672.84"}, {"32999.98", "14999.99"}, {"32999.99", "15000.00"}, {"33000.00", "15000.00"}, {"50000.00", "15000.00"}};
  for (const auto& [cost, benefit] : rows) {
    CAPTURE(cost);
    CHECK(chronic().member("benefit", "cost=" + cost) == "\"" + benefit + "\"");
  }
  CHECK(chronic("down").member("benefit", "cost=12345.67") == R"("4672.83")");
  CHECK(chronic("half_even").member("benefit", "cost=12345.67") == R"("4672.84")");
  CHECK(chronic().member("cap_reached", "cost=32999.98") == "false");
  CHECK(chronic().member("cap_reached", "cost=33000.00") == "true");
}

TEST_CASE("cost outside the catalogue does not count", "[policy][tiered_benefit]") {
  CHECK(chronic().result("cost=5000.00 excluded=1500.00") ==
        R"({"above_threshold":"500.00","benefit":"250.00","cap_reached":false,"eligible":"3500.00","self_pay":"4750.00"})");
  CHECK(chronic().refusals("cost=1.00 excluded=1.01") == std::vector<std::string>{"POLICY-314 rule rule, input excluded"});
}

TEST_CASE("the threshold of the cost's day applies, and an unknown share gives no benefit", "[policy][tiered_benefit]") {
  // "大病保险起付线由5000元降至3000元": the share itself is not in the document.
  const AskedRule rule("tiered_benefit",
                       R"({"threshold":[{"from":"2015-01-01","amount":"5000.00"},{"from":"2016-07-01","amount":"3000.00"}],)"
                       R"("per":"person-year","rounding":"half_up"})");
  CHECK(rule.result("cost=8000.00", "2016-06-30") == R"({"above_threshold":"3000.00","eligible":"8000.00"})");
  CHECK(rule.result("cost=8000.00", "2016-07-01") == R"({"above_threshold":"5000.00","eligible":"8000.00"})");
  CHECK(rule.result("cost=8000.00 date=2016-06-30", "2016-07-01") == R"({"above_threshold":"3000.00","eligible":"8000.00"})");
  CHECK(rule.refusals("cost=8000.00 date=2014-12-31") == std::vector<std::string>{"POLICY-401 rule rule, input date"});
}

TEST_CASE("what was paid too much before is said and not taken back", "[policy][tiered_benefit]") {
  const mingzhang::policy::Evaluation answer = chronic().evaluation("cost=100.00 claimed_before=3000.00 paid_before=60.00");
  CHECK(answer.result.find("benefit")->bytes() == R"("0.00")");
  REQUIRE(answer.warnings.size() == 1);
  CHECK(answer.warnings.front().zh.find("60.00") != std::string::npos);
}

// The benefit is (rounded share of everything claimed so far, capped) less everything paid so far. That is a function of
// the sum alone, so cutting a year into claims changes nothing at all, not even a fen: fen of rounding that one claim
// gains the next one loses.
TEST_CASE("a year's benefit does not depend on how it was cut into claims", "[policy][tiered_benefit]") {
  const std::uint64_t seed = mingzhang::tests::run_seed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (const char* rounding : {"half_up", "half_even", "down", "up"}) {
    const AskedRule rule = chronic(rounding);
    for (int year = 0; year < 60; ++year) {
      Money claimed;
      Money paid;
      const int claims = std::uniform_int_distribution<int>(1, 12)(random);
      const std::int64_t largest = std::uniform_int_distribution<std::int64_t>(1, 1'000'000)(random);
      for (int claim = 0; claim < claims; ++claim) {
        const Money cost = Money::from_fen(std::uniform_int_distribution<std::int64_t>(0, largest)(random));
        const Money benefit = benefit_of(rule, cost, claimed, paid);
        CHECK_FALSE(benefit.is_negative());
        CHECK(benefit <= cost);
        claimed += cost;
        paid += benefit;
      }
      CAPTURE(rounding, year, claims, to_yuan(claimed));
      CHECK(paid <= Money::from_fen(1'500'000));
      CHECK(paid == benefit_of(rule, claimed, Money(), Money()));
    }
  }
}
