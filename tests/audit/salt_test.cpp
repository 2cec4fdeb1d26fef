// SPDX-License-Identifier: Apache-2.0
// Salts: their form, and that no two are alike.
#include "audit/salt.h"

#include <set>
#include <string>

#include "tests/support/catch.h"

namespace mingzhang::audit {
namespace {

TEST_CASE("salts are 32 lower-case hexadecimal digits and all differ", "[audit][salt]") {
  const Salts first = random_salts(2000);
  const Salts second = random_salts(1);
  REQUIRE(first.size() == 2000);
  std::set<std::string_view> seen = {second[0]};
  for (std::size_t at = 0; at < first.size(); ++at) {
    if (first[at].size() != 32) FAIL("length " << first[at].size());
    if (first[at].find_first_not_of("0123456789abcdef") != std::string_view::npos) FAIL(first[at]);
    seen.insert(first[at]);
  }
  CHECK(seen.size() == 2001);
}

TEST_CASE("no salts are no digits", "[audit][salt]") {
  CHECK(random_salts(0).size() == 0);
}

}  // namespace
}  // namespace mingzhang::audit
