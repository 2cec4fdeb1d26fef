// SPDX-License-Identifier: Apache-2.0
// What is acknowledged survives a power cut at any point; with a weaker mode it would not.
#include "tests/support/catch.h"
#include "tests/support/crash_trial.h"
#include "tests/support/seed.h"

namespace mingzhang::tests {

TEST_CASE("no acknowledged commit is lost at 2,000 power cuts", "[store][crash]") {
  const std::uint64_t seed = run_seed();
  const CrashCounts counts = crash_bank(seed, 2'000, store::Synchronous::Full);
  INFO("seed " << seed << ", first problem: " << counts.first_problem);
  CHECK(counts.crashes >= 2'000);
  CHECK(counts.lost == 0);
  CHECK(counts.half_done == 0);
  CHECK(counts.wrong == 0);
  // The trial would prove nothing if hardly anything was acknowledged, or recovery was never interrupted.
  CHECK(counts.acknowledged > 5'000);
  CHECK(counts.recovery_crashes > 200);
  CHECK(counts.landed > 0);
}

TEST_CASE("the trial finds the commits that synchronous NORMAL loses", "[store][crash]") {
  const std::uint64_t seed = run_seed();
  const CrashCounts counts = crash_bank(seed, 200, store::Synchronous::Normal);
  INFO("seed " << seed << ", first problem: " << counts.first_problem);
  CHECK(counts.lost > 20);
  // It loses whole commits only: what is left is in order.
  CHECK(counts.wrong == 0);
}

TEST_CASE("the same seed crashes in the same way", "[store][crash]") {
  const CrashCounts first = crash_bank(20161014, 100, store::Synchronous::Normal);
  const CrashCounts second = crash_bank(20161014, 100, store::Synchronous::Normal);
  CHECK(first.acknowledged == second.acknowledged);
  CHECK(first.lost == second.lost);
  CHECK(first.landed == second.landed);
}

}  // namespace mingzhang::tests
