// SPDX-License-Identifier: Apache-2.0
// Whatever the weights and the amount, the parts sum to the whole on every level.
#include <random>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/money.h"
#include "tests/policy/sample_pack.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace {

using mingzhang::JsonValue;
using mingzhang::Money;

Money amount_of(const JsonValue& part) {
  const auto amount = mingzhang::parse_yuan(*part.find("amount")->as_text());
  REQUIRE(amount);
  return *amount;
}

void check_sums(const JsonValue& parts, Money whole) {
  Money sum;
  for (const JsonValue& part : parts.items()) {
    CHECK_FALSE(amount_of(part).is_negative());
    sum += amount_of(part);
    if (const JsonValue* below = part.find("parts")) check_sums(*below, amount_of(part));
  }
  CHECK(sum == whole);
}

std::string random_parts(std::mt19937_64& random, int levels) {
  const int count = std::uniform_int_distribution<int>(1, 5)(random);
  std::string text;
  for (int i = 0; i < count; ++i) {
    // The first part always has a weight, so that they never sum to zero.
    const int weight = std::uniform_int_distribution<int>(i == 0 ? 1 : 0, 1'000)(random);
    text += (i == 0 ? "" : ",") + std::string(R"({"name":"p)") + std::to_string(i) + R"(","weight":)" + std::to_string(weight);
    if (levels > 1 && random() % 2 == 0) text += R"(,"parts":)" + random_parts(random, levels - 1);
    text += "}";
  }
  return "[" + text + "]";
}

}  // namespace

TEST_CASE("parts always sum to their whole", "[policy][split]") {
  const std::uint64_t seed = mingzhang::tests::run_seed();
  CAPTURE(seed);
  std::mt19937_64 random(seed);
  for (int i = 0; i < 200; ++i) {
    const std::string parts = random_parts(random, 3);
    CAPTURE(parts);
    const mingzhang::tests::AskedRule rule("split", R"({"parts":)" + parts + "}");
    for (int j = 0; j < 5; ++j) {
      const Money amount = Money::from_fen(std::uniform_int_distribution<std::int64_t>(0, j == 0 ? 100 : Money::kFenMax)(random));
      CAPTURE(to_yuan(amount));
      check_sums(*rule.evaluation("amount=" + to_yuan(amount)).result.find("parts"), amount);
    }
  }
}
