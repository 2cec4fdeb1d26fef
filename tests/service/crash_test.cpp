// SPDX-License-Identifier: Apache-2.0
// Power cuts under the whole write path: what had a receipt is there, and the books verify.
#include "tests/service/crash_trials.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace mingzhang::tests {

TEST_CASE("no receipt is lost and every book verifies after a power cut (INV-10)", "[service][crash]") {
  const std::uint64_t seed = run_seed();
  const LedgerCrashCounts counts = crash_ledger(seed, 150, store::Synchronous::Full);
  INFO("seed " << seed << ", first problem: " << counts.first_problem);
  CHECK(counts.crashes == 150);
  CHECK(counts.acknowledged > 50);
  CHECK(counts.lost == 0);
  CHECK(counts.broken == 0);
}

TEST_CASE("the power cuts do find what synchronous=NORMAL loses", "[service][crash]") {
  const std::uint64_t seed = run_seed();
  const LedgerCrashCounts counts = crash_ledger(seed, 150, store::Synchronous::Normal);
  INFO("seed " << seed);
  CHECK(counts.lost > 0);
}

}  // namespace mingzhang::tests
