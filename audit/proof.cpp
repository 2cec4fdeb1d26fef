// SPDX-License-Identifier: Apache-2.0
// RFC 9162 §2.1: proofs are checked bottom-up along the bits of the index and made top-down by halving the range.
#include "audit/proof.h"

#include <bit>

#include "audit/frontier.h"
#include "base/check.h"

namespace mingzhang::audit {
namespace {

// Leaves [begin, end) of the tree; begin is a multiple of the smallest power of two that is not less than end - begin.
struct Range {
  std::int64_t begin;
  std::int64_t end;
  std::int64_t size() const { return end - begin; }
};

bool is_power_of_two(std::int64_t number) {
  return std::has_single_bit(static_cast<std::uint64_t>(number));
}

bool is_odd(std::int64_t number) {
  return (number & 1) != 0;
}

// RFC 6962 splits n > 1 leaves after the largest power of two less than n.
std::int64_t split_of(const Range& range) {
  return range.begin + static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(range.size() - 1)));
}

// A position at the right edge of a tree while climbing: the numbers of a node and of the last node of its level.
struct Climb {
  std::int64_t node;
  std::int64_t last;

  void up() {
    node >>= 1;
    last >>= 1;
  }
  // The neighbour in the proof is on the left.
  bool has_left_neighbour() const { return is_odd(node) || node == last; }
  // At the right edge a node without a neighbour stands unchanged on the levels above, until it has one.
  void skip_levels_without_neighbour() {
    while (!is_odd(node) && node != 0) up();
  }
};

Digest range_root(Hasher& hasher, const Range& range, const SubtreeRoots& roots) {
  MZ_CHECK(range.size() > 0);
  if (is_power_of_two(range.size())) {
    const int level = std::countr_zero(static_cast<std::uint64_t>(range.size()));
    return roots({.level = level, .index = range.begin >> level});
  }
  const std::int64_t split = split_of(range);
  const Digest left = range_root(hasher, {range.begin, split}, roots);
  return hasher.node(left, range_root(hasher, {split, range.end}, roots));
}

}  // namespace

ProofOutcome verify_inclusion(Hasher& hasher, const InclusionClaim& claim, std::span<const Digest> proof) {
  if (claim.size < 1 || claim.size > kMaximumLeaves) return ProofOutcome::BadRange;
  if (claim.index < 0 || claim.index >= claim.size) return ProofOutcome::BadRange;
  Climb climb{.node = claim.index, .last = claim.size - 1};
  Digest root = claim.leaf;
  for (const Digest& neighbour : proof) {
    if (climb.last == 0) return ProofOutcome::WrongLength;
    if (climb.has_left_neighbour()) {
      root = hasher.node(neighbour, root);
      climb.skip_levels_without_neighbour();
    } else {
      root = hasher.node(root, neighbour);
    }
    climb.up();
  }
  if (climb.last != 0) return ProofOutcome::WrongLength;
  return root == claim.root ? ProofOutcome::Proven : ProofOutcome::WrongRoot;
}

ProofOutcome verify_consistency(Hasher& hasher, const ConsistencyClaim& claim, std::span<const Digest> proof) {
  if (claim.old_size < 1 || claim.new_size > kMaximumLeaves) return ProofOutcome::BadRange;
  if (claim.old_size > claim.new_size) return ProofOutcome::BadRange;
  if (claim.old_size == claim.new_size) {
    if (!proof.empty()) return ProofOutcome::WrongLength;
    return claim.old_root == claim.new_root ? ProofOutcome::Proven : ProofOutcome::WrongNewRoot;
  }
  // A complete older tree is itself a subtree of the newer one, so its root is where the climb starts;
  // otherwise the proof names the widest subtree that ends where the older tree ends.
  Digest start = claim.old_root;
  if (!is_power_of_two(claim.old_size)) {
    if (proof.empty()) return ProofOutcome::WrongLength;
    start = proof.front();
    proof = proof.subspan(1);
  }
  Climb climb{.node = claim.old_size - 1, .last = claim.new_size - 1};
  while (is_odd(climb.node)) climb.up();
  Digest old_root = start;
  Digest new_root = start;
  for (const Digest& neighbour : proof) {
    if (climb.last == 0) return ProofOutcome::WrongLength;
    if (climb.has_left_neighbour()) {
      old_root = hasher.node(neighbour, old_root);
      new_root = hasher.node(neighbour, new_root);
      climb.skip_levels_without_neighbour();
    } else {
      new_root = hasher.node(new_root, neighbour);
    }
    climb.up();
  }
  if (climb.last != 0) return ProofOutcome::WrongLength;
  if (old_root != claim.old_root) return ProofOutcome::WrongOldRoot;
  return new_root == claim.new_root ? ProofOutcome::Proven : ProofOutcome::WrongNewRoot;
}

std::vector<Digest> inclusion_proof(Hasher& hasher, LeafPlace place, const SubtreeRoots& roots) {
  MZ_CHECK(place.index >= 0);
  MZ_CHECK(place.index < place.size);
  MZ_CHECK(place.size <= kMaximumLeaves);
  std::vector<Digest> from_top;
  Range range{0, place.size};
  while (range.size() > 1) {
    const std::int64_t split = split_of(range);
    const Range left{range.begin, split};
    const Range right{split, range.end};
    const bool is_left = place.index < split;
    from_top.push_back(range_root(hasher, is_left ? right : left, roots));
    range = is_left ? left : right;
  }
  return {from_top.rbegin(), from_top.rend()};
}

std::vector<Digest> consistency_proof(Hasher& hasher, Growth growth, const SubtreeRoots& roots) {
  MZ_CHECK(growth.old_size >= 1);
  MZ_CHECK(growth.old_size <= growth.new_size);
  MZ_CHECK(growth.new_size <= kMaximumLeaves);
  std::vector<Digest> from_top;
  Range range{0, growth.new_size};
  while (range.end != growth.old_size) {
    const std::int64_t split = split_of(range);
    const Range left{range.begin, split};
    const Range right{split, range.end};
    const bool is_left = growth.old_size <= split;
    from_top.push_back(range_root(hasher, is_left ? right : left, roots));
    range = is_left ? left : right;
  }
  // The verifier knows the root of a subtree that begins at leaf 0 already: it is the older tree's root.
  if (range.begin != 0) from_top.push_back(range_root(hasher, range, roots));
  return {from_top.rbegin(), from_top.rend()};
}

Digest subtree_root_from_stored(Hasher& hasher, Subtree subtree, const SubtreeRoots& stored) {
  MZ_CHECK(subtree.level >= 0);
  if (subtree.level == 0 || is_stored_level(subtree.level)) return stored(subtree);
  const Subtree left{.level = subtree.level - 1, .index = 2 * subtree.index};
  const Subtree right{.level = left.level, .index = left.index + 1};
  const Digest left_root = subtree_root_from_stored(hasher, left, stored);
  return hasher.node(left_root, subtree_root_from_stored(hasher, right, stored));
}

}  // namespace mingzhang::audit
