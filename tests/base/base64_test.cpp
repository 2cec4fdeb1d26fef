// SPDX-License-Identifier: Apache-2.0
// Base64: the values of RFC 4648 §10, every way of not being base64, and the way back.
#include "base/base64.h"

#include <array>
#include <string>
#include <utility>

#include "tests/support/catch.h"

namespace mingzhang {
namespace {

TEST_CASE("base64 of the values of RFC 4648 §10", "[base]") {
  const std::array<std::pair<std::string, std::string>, 7> values{
      {{"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foob", "Zm9vYg=="}, {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"}}};
  for (const auto& [bytes, text] : values) {
    CHECK(base64_of(bytes) == text);
    CHECK(base64_decoded(text) == bytes);
  }
}

TEST_CASE("what is not the one form of base64 is nothing", "[base]") {
  for (const char* text : {"Z", "Zg", "Zg=", "Zg===", "Zh==", "Zm9=", "Zm8", "Zm8=Zm8=", "=m8=", "Z===", "====", "Zm 9", "Zm9v\n",
                           "Zm-v", "Zm_v", "Zg==Zg==", "Zm9v====", "Zm\xff="}) {
    INFO(text);
    CHECK_FALSE(base64_decoded(text).has_value());
  }
}

TEST_CASE("every value of up to two bytes has one base64, and comes back from it", "[base]") {
  std::string bytes;
  for (int size = 0; size <= 2; ++size) {
    bytes.assign(static_cast<std::size_t>(size), '\0');
    const int count = size == 0 ? 1 : size == 1 ? 256 : 65'536;
    for (int value = 0; value < count; ++value) {
      for (int index = 0; index < size; ++index) bytes[static_cast<std::size_t>(index)] = static_cast<char>(value >> (8 * index));
      if (base64_decoded(base64_of(bytes)) != bytes) FAIL(base64_of(bytes));
    }
  }
  std::string all;
  for (int value = 0; value < 256; ++value) all += static_cast<char>(value);
  CHECK(base64_decoded(base64_of(all)) == all);
}

}  // namespace
}  // namespace mingzhang
