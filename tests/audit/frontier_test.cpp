// SPDX-License-Identifier: Apache-2.0
// Growing trees: published roots, the naive twin, the stored subtrees and the byte form.
#include "audit/frontier.h"

#include <array>
#include <random>
#include <string>

#include "tests/audit/naive_tree.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace mingzhang::audit {
namespace {

Frontier frontier_of(Hasher& hasher, LeafSpan leaves) {
  Frontier frontier;
  for (const Digest& leaf : leaves) frontier.append(hasher, leaf);
  return frontier;
}

// The eight leaves that the tests of RFC 6962 implementations share.
const std::array<std::string, 8> kLeafBytes = {"",
                                               std::string("\x00", 1),
                                               "\x10",
                                               "\x20\x21",
                                               "\x30\x31",
                                               "\x40\x41\x42\x43",
                                               "\x50\x51\x52\x53\x54\x55\x56\x57",
                                               "\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f"};

void check_roots(Suite suite, const std::array<std::string_view, 9>& roots) {
  Hasher hasher(suite);
  Frontier frontier;
  CHECK(hex_of(frontier.root(hasher)) == roots[0]);
  for (std::size_t count = 1; count <= kLeafBytes.size(); ++count) {
    frontier.append(hasher, hasher.leaf(kLeafBytes[count - 1]));
    CAPTURE(count);
    CHECK(frontier.size() == static_cast<std::int64_t>(count));
    CHECK(hex_of(frontier.root(hasher)) == roots[count]);
  }
}

TEST_CASE("SHA-256 trees of 0 to 8 leaves have the published roots", "[audit][frontier]") {
  // The reference tree of Certificate Transparency's own tests (transparency-dev/merkle, testonly/constants.go).
  check_roots(Suite::Sha256, {"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                              "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                              "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                              "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                              "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                              "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                              "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                              "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                              "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"});
}

TEST_CASE("SM3 trees of 0 to 8 leaves have the roots that two libraries agree on", "[audit][frontier]") {
  // The same leaves; every hash computed with OpenSSL 3.0 and with GmSSL 3.3.
  check_roots(Suite::Sm3, {"1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b",
                           "2daef60e7a0b8f5e024c81cd2ab3109f2b4f155cf83adeb2ae5532f74a157fdf",
                           "0b990fe0c7ad70f1bf1a1262f2c7908ea48146b14253a6db99f2917ab1f5cc4d",
                           "209ec96a210d662a964772680e8544d18cab7b88ffec3e00962220349b56ea56",
                           "28e4e307ef6d2d0c62d84b11ef96e835efe490f35b93c8f024ecfe38c8dd4377",
                           "bb10c996aeebbcdc69be3715fc847344de77442d37a5ab8213da9f41785b103b",
                           "8723c1ab1f82ddfba4a3733ac0c80d936d9f4c208c7dbc8cc81ca9fff8584f66",
                           "bd36c22a1ac6ff4308e0c3cc1a85bf0ffa30538ec60a55c70413ab15d45db4d2",
                           "bc48ba7a709184b5f2a631e1adeb8dc2a0d4c018c1d6cc89b5664fe154c93b38"});
}

TEST_CASE("every size up to 130 has the root of the naive tree", "[audit][frontier]") {
  for (const Suite suite : kSuites) {
    Hasher hasher(suite);
    const std::vector<Digest> leaves = numbered_leaves(hasher, 130);
    Frontier frontier;
    for (std::size_t count = 0; count < leaves.size(); ++count) {
      if (frontier.root(hasher) != naive_root(hasher, LeafSpan(leaves).first(count))) FAIL("size " << count);
      frontier.append(hasher, leaves[count]);
    }
  }
}

TEST_CASE("a tree of 66,000 leaves reports each stored subtree once", "[audit][frontier]") {
  Hasher hasher(Suite::Sha256);
  const std::vector<Digest> leaves = numbered_leaves(hasher, 66'000);
  Frontier frontier;
  std::vector<TreeNode> completed;
  for (const Digest& leaf : leaves) {
    const std::size_t before = completed.size();
    frontier.append(hasher, leaf, completed);
    if (completed.size() != before && frontier.size() % 256 != 0) FAIL("size " << frontier.size());
  }
  // Leaves are the decimal texts "0" to "65999"; the digests were computed by a recursive Python 3.11 program.
  CHECK(hex_of(frontier.root(hasher)) == "7ae1dc452b5d4498618912b06a8d14ffa89d7663c4ca348335b054b93f81333a");
  REQUIRE(completed.size() == 257 + 1);
  CHECK(completed[0].level == 8);
  CHECK(completed[0].index == 0);
  CHECK(hex_of(completed[0].digest) == "828515d033c19d8c901f37eccb8aed919667703486f8d2fff1cf7040321c5db1");
  CHECK(completed[1].index == 1);
  CHECK(hex_of(completed[1].digest) == "7d95b32750f4c12f0db0772ae4f8947ce20d46166d985c23fa20afe94bc7940b");
  CHECK(completed[255].level == 8);
  CHECK(completed[255].index == 255);
  CHECK(completed[256].level == 16);
  CHECK(completed[256].index == 0);
  CHECK(hex_of(completed[256].digest) == "f025d06ed804859fd274a1bdacadd6e48ea87634aa91e1edb20143f9498cd02b");
  CHECK(completed[257].level == 8);
  CHECK(completed[257].index == 256);
}

TEST_CASE("a leaf that completes level 24 reports levels 8, 16 and 24", "[audit][frontier]") {
  // 2^24 - 1 leaves have 24 peaks; their values do not matter here.
  std::string bytes("\0\0\0\0\0\xff\xff\xff", 8);
  bytes.append(24 * 32, 'p');
  std::optional<Frontier> frontier = Frontier::parse(bytes);
  REQUIRE(frontier.has_value());
  REQUIRE(frontier->size() == 16'777'215);
  Hasher hasher(Suite::Sm3);
  std::vector<TreeNode> completed;
  frontier->append(hasher, hasher.leaf("last"), completed);
  REQUIRE(completed.size() == 3);
  CHECK(completed[0].level == 8);
  CHECK(completed[0].index == 65'535);
  CHECK(completed[1].level == 16);
  CHECK(completed[1].index == 255);
  CHECK(completed[2].level == 24);
  CHECK(completed[2].index == 0);
  REQUIRE(frontier->peaks().size() == 1);
  CHECK(completed[2].digest == frontier->peaks()[0]);
}

TEST_CASE("a frontier goes on from its bytes as if it had never stopped", "[audit][frontier]") {
  std::mt19937_64 random(tests::run_seed());
  Hasher hasher(Suite::Sha256);
  for (int round = 0; round < 50; ++round) {
    const std::vector<Digest> leaves = numbered_leaves(hasher, 1 + random() % 600);
    const std::size_t stop = random() % leaves.size();
    const Frontier half = frontier_of(hasher, LeafSpan(leaves).first(stop));
    std::optional<Frontier> again = Frontier::parse(half.bytes());
    REQUIRE(again.has_value());
    CHECK(*again == half);
    CHECK(again->bytes() == half.bytes());
    for (const Digest& leaf : LeafSpan(leaves).subspan(stop)) again->append(hasher, leaf);
    CHECK(again->root(hasher) == naive_root(hasher, leaves));
  }
}

TEST_CASE("the bytes of a frontier are its size and its peaks, the widest first", "[audit][frontier]") {
  Hasher hasher(Suite::Sha256);
  const std::vector<Digest> leaves = numbered_leaves(hasher, 6);
  const Digest four = naive_root(hasher, LeafSpan(leaves).first(4));
  const Digest two = naive_root(hasher, LeafSpan(leaves).subspan(4));
  CHECK(frontier_of(hasher, leaves).bytes() ==
        std::string("\0\0\0\0\0\0\0\x06", 8) + std::string(bytes_of(four)) + std::string(bytes_of(two)));
  CHECK(Frontier().bytes() == std::string(8, '\0'));
}

TEST_CASE("bytes that no frontier writes are refused", "[audit][frontier]") {
  Hasher hasher(Suite::Sha256);
  const std::string good = frontier_of(hasher, numbered_leaves(hasher, 6)).bytes();
  REQUIRE(Frontier::parse(good).has_value());
  CHECK_FALSE(Frontier::parse("").has_value());
  CHECK_FALSE(Frontier::parse(good.substr(0, 7)).has_value());
  CHECK_FALSE(Frontier::parse(good.substr(0, good.size() - 1)).has_value());
  CHECK_FALSE(Frontier::parse(good.substr(0, good.size() - 32)).has_value());
  CHECK_FALSE(Frontier::parse(good + "x").has_value());
  CHECK_FALSE(Frontier::parse(good + std::string(32, 'x')).has_value());
  std::string other_size = good;
  other_size[7] = 7;
  CHECK_FALSE(Frontier::parse(other_size).has_value());
  // 2^53 leaves are the most; one more, and a size with the sign bit, are not.
  CHECK(Frontier::parse(std::string("\0\x20\0\0\0\0\0\0", 8) + std::string(32, 'x')).has_value());
  CHECK_FALSE(Frontier::parse(std::string("\0\x20\0\0\0\0\0\x01", 8) + std::string(64, 'x')).has_value());
  CHECK_FALSE(Frontier::parse(std::string("\x80\0\0\0\0\0\0\0", 8) + std::string(32, 'x')).has_value());
}

TEST_CASE("a cleared frontier is an empty one", "[audit][frontier]") {
  Hasher hasher(Suite::Sm3);
  Frontier frontier = frontier_of(hasher, numbered_leaves(hasher, 5));
  frontier.clear();
  CHECK(frontier == Frontier());
  CHECK(frontier.root(hasher) == hasher.empty_root());
}

}  // namespace
}  // namespace mingzhang::audit
