// SPDX-License-Identifier: Apache-2.0
// Parts of a log: every range of every small tree, against the whole tree.
#include "audit/package/range_proof.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace mingzhang::audit {
namespace {

std::vector<Digest> leaves_of(Hasher& hasher, std::int64_t size) {
  std::vector<Digest> leaves;
  for (std::int64_t leaf = 0; leaf < size; ++leaf) leaves.push_back(hasher.leaf(std::to_string(leaf)));
  return leaves;
}

SubtreeRoots roots_over(const std::vector<Digest>& leaves, Hasher& hasher) {
  return [&leaves, &hasher](Subtree subtree) {
    Frontier frontier;
    for (std::int64_t leaf = 0; leaf < (std::int64_t{1} << subtree.level); ++leaf) {
      frontier.append(hasher, leaves[static_cast<std::size_t>((subtree.index << subtree.level) + leaf)]);
    }
    return frontier.root(hasher);
  };
}

Digest root_of(Hasher& hasher, const LogRange& range, const RangeProof& proof, const std::vector<Digest>& leaves) {
  std::optional<RangeTree> tree = RangeTree::begin(hasher, range, proof);
  REQUIRE(tree.has_value());
  for (std::int64_t leaf = range.from; leaf < range.to; ++leaf) tree->append(leaves[static_cast<std::size_t>(leaf)]);
  return tree->whole_root();
}

TEST_CASE("every range of every tree up to forty leaves gives the root of the whole", "[audit][package]") {
  for (const Suite suite : kSuites) {
    Hasher hasher(suite);
    const std::vector<Digest> leaves = leaves_of(hasher, 40);
    Frontier whole;
    for (std::int64_t size = 1; size <= 40; ++size) {
      whole.append(hasher, leaves[static_cast<std::size_t>(size) - 1]);
      const Digest root = whole.root(hasher);
      for (std::int64_t from = 0; from < size; ++from) {
        for (std::int64_t to = from + 1; to <= size; ++to) {
          const LogRange range{from, to, size};
          const RangeProof proof = make_range_proof(range, roots_over(leaves, hasher));
          const bool is_right = root_of(hasher, range, proof, leaves) == root;
          if (!is_right) FAIL("range " << from << " … " << to << " of " << size);
          const Result<RangeProof, Problem> again = parse_range_proof(range_proof_text(proof));
          if (!again || *again != proof) FAIL("text of " << from << " … " << to << " of " << size);
        }
      }
    }
  }
}

TEST_CASE("a changed leaf, a changed or missing digest, or another range gives another root or none", "[audit][package]") {
  Hasher hasher(Suite::Sha256);
  std::vector<Digest> leaves = leaves_of(hasher, 21);
  const LogRange range{5, 11, 21};
  const RangeProof proof = make_range_proof(range, roots_over(leaves, hasher));
  const Digest root = root_of(hasher, range, proof, leaves);
  for (RangeProof wrong : {proof, proof}) {
    wrong.before[0][3] ^= 1;
    CHECK(root_of(hasher, range, wrong, leaves) != root);
    wrong = proof;
    wrong.after.back()[31] ^= 1;
    CHECK(root_of(hasher, range, wrong, leaves) != root);
  }
  RangeProof shorter = proof;
  shorter.after.pop_back();
  CHECK_FALSE(RangeTree::begin(hasher, range, shorter).has_value());
  CHECK_FALSE(RangeTree::begin(hasher, {4, 11, 21}, proof).has_value());
  CHECK_FALSE(RangeTree::begin(hasher, {5, 5, 21}, proof).has_value());
  CHECK_FALSE(RangeTree::begin(hasher, {5, 22, 21}, proof).has_value());
  leaves[7][0] ^= 1;
  CHECK(root_of(hasher, range, proof, leaves) != root);
}

TEST_CASE("the proof of a range has one text", "[audit][package]") {
  const std::string digest(64, 'a');
  CHECK(parse_range_proof("before " + digest + "\nafter " + digest + "\n").has_value());
  CHECK(parse_range_proof("").has_value());
  for (const std::string& bad : {"before " + digest, "after " + digest + "\nbefore " + digest + "\n", "before " + digest.substr(1) + "\n", "between " + digest + "\n",
                                 "before  " + digest + "\n", "before " + std::string(64, 'A') + "\n"}) {
    INFO(bad);
    CHECK_FALSE(parse_range_proof(bad).has_value());
  }
}

}  // namespace
}  // namespace mingzhang::audit
