// SPDX-License-Identifier: Apache-2.0
// The same trials as crash_test.cpp, ten times as many.
#include "tests/support/catch.h"
#include "tests/support/crash_trial.h"
#include "tests/support/seed.h"

namespace mingzhang::tests {

TEST_CASE("no acknowledged commit is lost at 20,000 power cuts", "[store][crash][slow]") {
  const std::uint64_t seed = run_seed();
  const CrashCounts counts = crash_bank(seed, 20'000, store::Synchronous::Full);
  INFO("seed " << seed << ", first problem: " << counts.first_problem);
  CHECK(counts.crashes >= 20'000);
  CHECK(counts.lost == 0);
  CHECK(counts.half_done == 0);
  CHECK(counts.wrong == 0);
  CHECK(counts.acknowledged > 50'000);
  CHECK(counts.recovery_crashes > 2'000);
}

}  // namespace mingzhang::tests
