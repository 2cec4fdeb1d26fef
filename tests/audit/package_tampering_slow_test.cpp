// SPDX-License-Identifier: Apache-2.0
// Every way of tampering at a hundred random places.
#include "tests/audit/package_tampering.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace mingzhang::tests {
namespace {

TEST_CASE("every way of tampering is found at a hundred random places, and no clean package is reported", "[audit][package]") {
  package_world::Random random(run_seed());
  package_tampering::tamper_everywhere(random, 100);
}

}  // namespace
}  // namespace mingzhang::tests
