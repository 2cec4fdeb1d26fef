// SPDX-License-Identifier: Apache-2.0
// The same trials as crash_test.cpp, many more.
#include "tests/service/crash_trials.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace mingzhang::tests {

TEST_CASE("no receipt is lost at 20,000 power cuts of whole books", "[service][crash][slow]") {
  const std::uint64_t seed = run_seed();
  const LedgerCrashCounts counts = crash_ledger(seed, 20'000, store::Synchronous::Full);
  INFO("seed " << seed << ", first problem: " << counts.first_problem);
  CHECK(counts.crashes == 20'000);
  CHECK(counts.lost == 0);
  CHECK(counts.broken == 0);
}

}  // namespace mingzhang::tests
