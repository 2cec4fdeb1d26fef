// SPDX-License-Identifier: Apache-2.0
// The two suites against published digests, and hexadecimal both ways.
#include "audit/hash.h"

#include <string>
#include <type_traits>
#include <utility>

#include "tests/audit/loose_json.h"
#include "tests/support/catch.h"

namespace mingzhang::audit {
namespace {

static_assert(!std::is_copy_constructible_v<Hasher>);
static_assert(std::is_nothrow_move_constructible_v<Hasher>);

std::string repeated(std::string_view text, int times) {
  std::string whole;
  for (int i = 0; i < times; ++i) whole.append(text);
  return whole;
}

TEST_CASE("SHA-256 gives the digests of FIPS 180-4 and RFC 6962", "[audit][hash]") {
  Hasher hasher(Suite::Sha256);
  // "abc" from FIPS 180-4's examples; the others from the tests of RFC 6962 implementations (empty tree, leaf of "").
  CHECK(hex_of(hasher.plain("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(hex_of(hasher.empty_root()) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(hex_of(hasher.leaf("")) == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
  CHECK(hex_of(hasher.leaf("L123456")) == "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
}

TEST_CASE("SM3 gives the digests of GB/T 32905-2016", "[audit][hash]") {
  Hasher hasher(Suite::Sm3);
  // Annex A, examples 1 and 2.
  CHECK(hex_of(hasher.plain("abc")) == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
  CHECK(hex_of(hasher.plain(repeated("abcd", 16))) ==
        "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732");
  // Ten thousand bytes, and the tree's constants; confirmed with both OpenSSL 3.0 and GmSSL 3.3.
  CHECK(hex_of(hasher.plain(repeated("0123456789", 1000))) ==
        "9f9fe6c28c2d2e26eacef372e62b83e50d14c2ba89727772b9168dfc26fa7eb0");
  CHECK(hex_of(hasher.empty_root()) == "1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b");
  CHECK(hex_of(hasher.leaf("")) == "2daef60e7a0b8f5e024c81cd2ab3109f2b4f155cf83adeb2ae5532f74a157fdf");
  CHECK(hex_of(hasher.leaf("L123456")) == "b62d3c1e4d175631cb0e267ac43f4fe7d45ab328085a0a0841a5dd99d72665be");
}

TEST_CASE("a node is the hash of 0x01 and its two children", "[audit][hash]") {
  Digest left{};
  Digest right{};
  left.fill(0x11);
  right.fill(0x22);
  for (const Suite suite : kSuites) {
    CAPTURE(suite_name(suite));
    Hasher hasher(suite);
    CHECK(hasher.node(left, right) ==
          hasher.plain("\x01" + std::string(bytes_of(left)) + std::string(bytes_of(right))));
    CHECK(hasher.node(left, right) != hasher.node(right, left));
    CHECK(hasher.leaf("x") == hasher.plain(std::string("\0x", 2)));
  }
}

TEST_CASE("a hasher can be moved and used again and again", "[audit][hash]") {
  Hasher first(Suite::Sha256);
  const Digest once = first.leaf("a");
  Hasher second = std::move(first);
  CHECK(second.leaf("a") == once);
  CHECK(second.leaf("b") != once);
  CHECK(second.leaf("a") == once);
  CHECK(second.suite() == Suite::Sha256);
}

TEST_CASE("hexadecimal digests are 64 lower-case digits and nothing else", "[audit][hash]") {
  const std::string hex = "00ff0123456789abcdef0123456789abcdef0123456789abcdef0123456789ab";
  REQUIRE(digest_from_hex(hex).has_value());
  CHECK((*digest_from_hex(hex))[1] == 0xff);
  CHECK(hex_of(*digest_from_hex(hex)) == hex);
  CHECK_FALSE(digest_from_hex(hex.substr(1)).has_value());
  CHECK_FALSE(digest_from_hex(hex + "0").has_value());
  for (const char bad : {'F', 'g', '/', ':', '`', '@', ' '}) {
    std::string changed = hex;
    changed[5] = bad;
    CAPTURE(changed);
    CHECK_FALSE(digest_from_hex(changed).has_value());
  }
  CHECK_FALSE(digest_from_bytes("short").has_value());
  CHECK_FALSE(digest_from_bytes(std::string(33, 'x')).has_value());
  CHECK(digest_from_bytes(std::string(32, 'x')).has_value());
}

TEST_CASE("the shared SM3 digests are ours", "[audit][hash][vectors]") {
  const std::string folder = vectors_folder();
  if (folder.empty()) return;
  Hasher hasher(Suite::Sm3);
  const LooseValue file = parse_loose_json(file_bytes(folder + "/sm3/sm3.json"));
  REQUIRE(file.at("vectors").items.size() == 5);
  for (const LooseValue& vector : file.at("vectors").items) {
    const bool is_repeated = vector.members.contains("msg_utf8_repeat");
    const std::string message = is_repeated
                                    ? repeated(vector.at("msg_utf8_repeat").items.at(0).text,
                                               static_cast<int>(vector.at("msg_utf8_repeat").items.at(1).as_size()))
                                    : vector.at("msg_utf8").text;
    CHECK(hex_of(hasher.plain(message)) == vector.at("sm3").text);
  }
}

}  // namespace
}  // namespace mingzhang::audit
