// SPDX-License-Identifier: Apache-2.0
// RFC 6962 §2.1 word for word, recursive and slow: the twin that the quick code is compared with.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "audit/hash.h"
#include "audit/proof.h"
#include "base/check.h"

namespace mingzhang::audit {

using LeafSpan = std::span<const Digest>;

/// k: the largest power of two smaller than n. Requires n > 1.
inline std::size_t naive_split(std::size_t n) {
  std::size_t k = 1;
  while (2 * k < n) k *= 2;
  return k;
}

/// MTH(D[n]) over leaf digests.
inline Digest naive_root(Hasher& hasher, LeafSpan leaves) {
  if (leaves.empty()) return hasher.plain("");
  if (leaves.size() == 1) return leaves[0];
  const std::size_t k = naive_split(leaves.size());
  return hasher.node(naive_root(hasher, leaves.first(k)), naive_root(hasher, leaves.subspan(k)));
}

/// PATH(m, D[n]).
inline std::vector<Digest> naive_path(Hasher& hasher, std::size_t m, LeafSpan leaves) {
  if (leaves.size() == 1) return {};
  const std::size_t k = naive_split(leaves.size());
  const bool is_left = m < k;
  std::vector<Digest> path =
      is_left ? naive_path(hasher, m, leaves.first(k)) : naive_path(hasher, m - k, leaves.subspan(k));
  path.push_back(naive_root(hasher, is_left ? leaves.subspan(k) : leaves.first(k)));
  return path;
}

/// SUBPROOF(m, D[n], b).
inline std::vector<Digest> naive_subproof(Hasher& hasher, std::size_t m, LeafSpan leaves, bool is_whole) {
  if (m == leaves.size()) return is_whole ? std::vector<Digest>{} : std::vector<Digest>{naive_root(hasher, leaves)};
  const std::size_t k = naive_split(leaves.size());
  const bool is_left = m <= k;
  std::vector<Digest> proof = is_left ? naive_subproof(hasher, m, leaves.first(k), is_whole)
                                      : naive_subproof(hasher, m - k, leaves.subspan(k), false);
  proof.push_back(naive_root(hasher, is_left ? leaves.subspan(k) : leaves.first(k)));
  return proof;
}

/// Answers any complete subtree of `leaves`, and aborts on one that is not wholly inside.
inline SubtreeRoots naive_subtrees(Hasher& hasher, LeafSpan leaves) {
  return [&hasher, leaves](Subtree subtree) {
    const std::size_t width = std::size_t{1} << subtree.level;
    const std::size_t begin = static_cast<std::size_t>(subtree.index) * width;
    MZ_CHECK(begin + width <= leaves.size());
    return naive_root(hasher, leaves.subspan(begin, width));
  };
}

/// The leaf digests of the texts "0", "1", …
inline std::vector<Digest> numbered_leaves(Hasher& hasher, std::size_t count) {
  std::vector<Digest> leaves;
  for (std::size_t number = 0; number < count; ++number) leaves.push_back(hasher.leaf(std::to_string(number)));
  return leaves;
}

}  // namespace mingzhang::audit
