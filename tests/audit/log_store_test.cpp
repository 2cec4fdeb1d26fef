// SPDX-License-Identifier: Apache-2.0
// The byte form of a log's head.
#include "audit/log_store.h"

#include <string>

#include "tests/support/catch.h"

namespace mingzhang::audit {
namespace {

LogHead head_of(int size) {
  Hasher sha256(Suite::Sha256);
  Hasher sm3(Suite::Sm3);
  LogHead head;
  for (; head.size < size; ++head.size) {
    head.frontier_sha256.append(sha256, sha256.leaf(std::to_string(head.size)));
    head.frontier_sm3.append(sm3, sm3.leaf(std::to_string(head.size)));
  }
  return head;
}

TEST_CASE("a head comes back from its bytes", "[audit][log]") {
  for (const int size : {0, 1, 2, 3, 255, 256, 257}) {
    CAPTURE(size);
    const LogHead head = head_of(size);
    const std::optional<LogHead> parsed = LogHead::parse(head.bytes());
    REQUIRE(parsed.has_value());
    CHECK(*parsed == head);
    CHECK(parsed->bytes() == head.bytes());
  }
}

TEST_CASE("a head whose trees differ in size is refused", "[audit][log]") {
  // Sizes 5 and 6 both have two peaks, so only the size tells them apart.
  const std::string five = head_of(5).bytes();
  const std::string six = head_of(6).bytes();
  REQUIRE(five.size() == six.size());
  CHECK_FALSE(LogHead::parse(five.substr(0, five.size() / 2) + six.substr(six.size() / 2)).has_value());
  CHECK_FALSE(LogHead::parse("").has_value());
  CHECK_FALSE(LogHead::parse(five + "x").has_value());
  CHECK_FALSE(LogHead::parse(five.substr(1)).has_value());
  CHECK_FALSE(LogHead::parse(five.substr(0, five.size() / 2)).has_value());
}

}  // namespace
}  // namespace mingzhang::audit
