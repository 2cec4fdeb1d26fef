// SPDX-License-Identifier: Apache-2.0
// Proofs made here are those of RFC 6962's own recursion, and any change of them is refused.
#include "audit/proof.h"

#include <map>
#include <random>
#include <utility>

#include "audit/frontier.h"
#include "tests/audit/naive_tree.h"
#include "tests/support/catch.h"
#include "tests/support/seed.h"

namespace mingzhang::audit {
namespace {

std::int64_t signed_of(std::size_t number) {
  return static_cast<std::int64_t>(number);
}

TEST_CASE("every inclusion proof up to 40 leaves is PATH of RFC 6962 and proves", "[audit][proof]") {
  for (const Suite suite : kSuites) {
    Hasher hasher(suite);
    const std::vector<Digest> all = numbered_leaves(hasher, 40);
    for (std::size_t size = 1; size <= all.size(); ++size) {
      const LeafSpan leaves = LeafSpan(all).first(size);
      const Digest root = naive_root(hasher, leaves);
      for (std::size_t index = 0; index < size; ++index) {
        const auto proof = inclusion_proof(hasher, {signed_of(index), signed_of(size)}, naive_subtrees(hasher, leaves));
        const InclusionClaim claim{signed_of(index), signed_of(size), leaves[index], root};
        if (proof != naive_path(hasher, index, leaves)) FAIL("leaf " << index << " of " << size);
        if (verify_inclusion(hasher, claim, proof) != ProofOutcome::Proven) FAIL("leaf " << index << " of " << size);
      }
    }
    CHECK(suite == hasher.suite());
  }
}

TEST_CASE("every consistency proof up to 40 leaves is PROOF of RFC 6962 and proves", "[audit][proof]") {
  for (const Suite suite : kSuites) {
    Hasher hasher(suite);
    const std::vector<Digest> all = numbered_leaves(hasher, 40);
    for (std::size_t size = 1; size <= all.size(); ++size) {
      const LeafSpan leaves = LeafSpan(all).first(size);
      for (std::size_t old = 1; old <= size; ++old) {
        const auto proof = consistency_proof(hasher, {signed_of(old), signed_of(size)}, naive_subtrees(hasher, leaves));
        const ConsistencyClaim claim{signed_of(old), signed_of(size), naive_root(hasher, leaves.first(old)),
                                     naive_root(hasher, leaves)};
        if (proof != naive_subproof(hasher, old, leaves, true)) FAIL(old << " of " << size);
        if (verify_consistency(hasher, claim, proof) != ProofOutcome::Proven) FAIL(old << " of " << size);
      }
    }
    CHECK(suite == hasher.suite());
  }
}

TEST_CASE("a random inclusion proof proves one claim only", "[audit][proof]") {
  std::mt19937_64 random(tests::run_seed());
  Hasher hasher(Suite::Sha256);
  for (int round = 0; round < 100; ++round) {
    const std::vector<Digest> leaves = numbered_leaves(hasher, 2 + random() % 400);
    const std::size_t index = random() % leaves.size();
    const InclusionClaim claim{signed_of(index), signed_of(leaves.size()), leaves[index], naive_root(hasher, leaves)};
    const auto proof = inclusion_proof(hasher, {claim.index, claim.size}, naive_subtrees(hasher, leaves));
    REQUIRE(verify_inclusion(hasher, claim, proof) == ProofOutcome::Proven);

    auto altered = proof;
    altered[random() % altered.size()][random() % 32] ^= static_cast<unsigned char>(1U << random() % 8);
    CHECK(verify_inclusion(hasher, claim, altered) == ProofOutcome::WrongRoot);
    CHECK(verify_inclusion(hasher, claim, LeafSpan(proof).first(proof.size() - 1)) == ProofOutcome::WrongLength);
    CHECK(verify_inclusion(hasher, claim, LeafSpan(proof).subspan(1)) == ProofOutcome::WrongLength);
    auto longer = proof;
    longer.push_back(claim.root);
    CHECK(verify_inclusion(hasher, claim, longer) == ProofOutcome::WrongLength);

    InclusionClaim elsewhere = claim;
    elsewhere.index = signed_of((index + 1) % leaves.size());
    CHECK(verify_inclusion(hasher, elsewhere, proof) != ProofOutcome::Proven);
    InclusionClaim other_leaf = claim;
    other_leaf.leaf[0] ^= 1U;
    CHECK(verify_inclusion(hasher, other_leaf, proof) == ProofOutcome::WrongRoot);
  }
}

TEST_CASE("a rewritten history has no consistency proof", "[audit][proof]") {
  std::mt19937_64 random(tests::run_seed());
  Hasher hasher(Suite::Sm3);
  for (int round = 0; round < 100; ++round) {
    const std::vector<Digest> leaves = numbered_leaves(hasher, 2 + random() % 200);
    const std::size_t old = 1 + random() % (leaves.size() - 1);
    ConsistencyClaim claim{signed_of(old), signed_of(leaves.size()), naive_root(hasher, LeafSpan(leaves).first(old)),
                           naive_root(hasher, leaves)};
    const auto honest = consistency_proof(hasher, {claim.old_size, claim.new_size}, naive_subtrees(hasher, leaves));
    REQUIRE(verify_consistency(hasher, claim, honest) == ProofOutcome::Proven);

    // One old record is changed, and the rewriter makes the best proof that the new tree allows.
    std::vector<Digest> rewritten = leaves;
    rewritten[random() % old] = hasher.leaf("rewritten");
    claim.new_root = naive_root(hasher, rewritten);
    const auto forged = consistency_proof(hasher, {claim.old_size, claim.new_size}, naive_subtrees(hasher, rewritten));
    CHECK(verify_consistency(hasher, claim, forged) != ProofOutcome::Proven);
    CHECK(verify_consistency(hasher, claim, honest) == ProofOutcome::WrongNewRoot);
    CHECK(verify_consistency(hasher, claim, LeafSpan(honest).first(honest.size() - 1)) == ProofOutcome::WrongLength);
    auto longer = honest;
    longer.push_back(claim.new_root);
    CHECK(verify_consistency(hasher, claim, longer) == ProofOutcome::WrongLength);
  }
}

TEST_CASE("sizes and indexes that no proof can have are refused", "[audit][proof]") {
  Hasher hasher(Suite::Sha256);
  const Digest leaf = hasher.leaf("");
  const auto inclusion = [&](std::int64_t index, std::int64_t size) {
    return verify_inclusion(hasher, {index, size, leaf, leaf}, {});
  };
  CHECK(inclusion(0, 1) == ProofOutcome::Proven);
  CHECK(inclusion(0, 0) == ProofOutcome::BadRange);
  CHECK(inclusion(1, 1) == ProofOutcome::BadRange);
  CHECK(inclusion(-1, 1) == ProofOutcome::BadRange);
  CHECK(inclusion(0, -1) == ProofOutcome::BadRange);
  CHECK(inclusion(0, kMaximumLeaves) == ProofOutcome::WrongLength);
  CHECK(inclusion(0, kMaximumLeaves + 1) == ProofOutcome::BadRange);
  const auto consistency = [&](std::int64_t old_size, std::int64_t new_size) {
    return verify_consistency(hasher, {old_size, new_size, leaf, leaf}, {});
  };
  CHECK(consistency(1, 1) == ProofOutcome::Proven);
  CHECK(consistency(0, 0) == ProofOutcome::BadRange);
  CHECK(consistency(0, 1) == ProofOutcome::BadRange);
  CHECK(consistency(-1, 1) == ProofOutcome::BadRange);
  CHECK(consistency(2, 1) == ProofOutcome::BadRange);
  CHECK(consistency(1, 2) == ProofOutcome::WrongLength);
  CHECK(consistency(3, 4) == ProofOutcome::WrongLength);
  CHECK(consistency(1, kMaximumLeaves) == ProofOutcome::WrongLength);
  CHECK(consistency(kMaximumLeaves + 1, kMaximumLeaves + 1) == ProofOutcome::BadRange);
}

TEST_CASE("proofs of a large tree need its leaves and its stored levels only", "[audit][proof]") {
  Hasher hasher(Suite::Sha256);
  const std::vector<Digest> leaves = numbered_leaves(hasher, 66'000);
  Frontier frontier;
  std::vector<TreeNode> nodes;
  Digest old_root{};
  constexpr std::int64_t kOldSize = 65'537;
  for (const Digest& leaf : leaves) {
    frontier.append(hasher, leaf, nodes);
    if (frontier.size() == kOldSize) old_root = frontier.root(hasher);
  }
  std::map<std::pair<int, std::int64_t>, Digest> stored;
  for (const TreeNode& node : nodes) stored[{node.level, node.index}] = node.digest;
  std::size_t reads = 0;
  const SubtreeRoots from_storage = [&](Subtree subtree) {
    ++reads;
    if (subtree.level == 0) return leaves.at(static_cast<std::size_t>(subtree.index));
    return stored.at({subtree.level, subtree.index});
  };
  const SubtreeRoots roots = [&](Subtree subtree) { return subtree_root_from_stored(hasher, subtree, from_storage); };
  const Digest root = frontier.root(hasher);
  for (const std::int64_t index : {0, 255, 256, 40'000, 65'535, 65'536, 65'999}) {
    CAPTURE(index);
    reads = 0;
    const InclusionClaim claim{index, frontier.size(), leaves[static_cast<std::size_t>(index)], root};
    CHECK(verify_inclusion(hasher, claim, inclusion_proof(hasher, {index, frontier.size()}, roots)) ==
          ProofOutcome::Proven);
    // At most all neighbours below levels 8 and 16, and the open right edge.
    CHECK(reads <= 3 * 256);
  }
  const auto grown = consistency_proof(hasher, {kOldSize, frontier.size()}, roots);
  CHECK(verify_consistency(hasher, {kOldSize, frontier.size(), old_root, root}, grown) == ProofOutcome::Proven);
}

}  // namespace
}  // namespace mingzhang::audit
