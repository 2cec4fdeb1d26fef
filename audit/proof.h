// SPDX-License-Identifier: Apache-2.0
// Inclusion and consistency proofs (RFC 9162 §2.1.3 and §2.1.4): making them and checking them.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "audit/hash.h"

namespace mingzhang::audit {

/// What the check of a proof found. Anything but `Proven` is a refusal; the first that applies is the answer.
enum class ProofOutcome : std::uint16_t {
  Proven = 0,
  BadRange = 100,      ///< a size or an index that no such proof can have
  WrongLength = 101,   ///< more or fewer digests than exactly this proof has
  WrongRoot = 200,     ///< inclusion: the path leads to another root
  WrongOldRoot = 201,  ///< consistency: the proof does not contain the older tree
  WrongNewRoot = 202,  ///< consistency: the proof does not lead to the newer tree
};

/// "`leaf` stands at `index` in the tree of the leaves [0, size), whose root is `root`."
struct InclusionClaim {
  std::int64_t index = 0;
  std::int64_t size = 0;
  Digest leaf{};
  Digest root{};
};

/// "The tree of `new_size` leaves begins with the `old_size` leaves of the older tree."
struct ConsistencyClaim {
  std::int64_t old_size = 0;
  std::int64_t new_size = 0;
  Digest old_root{};
  Digest new_root{};
};

/// Requires nothing of its arguments: they come from a stranger. `BadRange` unless 0 ≤ index < size ≤ 2^53.
ProofOutcome verify_inclusion(Hasher& hasher, const InclusionClaim& claim, std::span<const Digest> proof);

/// The same for growth. `BadRange` unless 1 ≤ old_size ≤ new_size ≤ 2^53: nothing can be proven about an empty tree,
/// since every tree begins with no leaves. Equal sizes want equal roots and an empty proof.
ProofOutcome verify_consistency(Hasher& hasher, const ConsistencyClaim& claim, std::span<const Digest> proof);

/// A complete subtree: the leaves [index · 2^level, (index + 1) · 2^level).
struct Subtree {
  int level = 0;  ///< 0 is a leaf
  std::int64_t index = 0;
};

/// Answers the root of a complete subtree. It is asked only for subtrees that lie wholly inside the tree.
using SubtreeRoots = std::function<Digest(Subtree subtree)>;

/// A leaf's place in a tree.
struct LeafPlace {
  std::int64_t index = 0;
  std::int64_t size = 0;  ///< number of leaves of the tree
};

/// Two sizes of one growing tree.
struct Growth {
  std::int64_t old_size = 0;
  std::int64_t new_size = 0;
};

/// The proof of a leaf's place, the lowest neighbour first. Requires: 0 ≤ index < size ≤ 2^53.
/// Example: leaf 2 of 3 has one digest, the root over the leaves 0 and 1.
std::vector<Digest> inclusion_proof(Hasher& hasher, LeafPlace place, const SubtreeRoots& roots);

/// The proof that a tree only grew. Requires: 1 ≤ old_size ≤ new_size ≤ 2^53.
std::vector<Digest> consistency_proof(Hasher& hasher, Growth growth, const SubtreeRoots& roots);

/// The root of one complete subtree from what storage keeps: `stored` is asked for leaves (level 0) and for the
/// stored levels (`is_stored_level`) only; the levels between them are hashed from at most 128 of them.
Digest subtree_root_from_stored(Hasher& hasher, Subtree subtree, const SubtreeRoots& stored);

}  // namespace mingzhang::audit
