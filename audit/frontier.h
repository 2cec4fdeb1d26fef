// SPDX-License-Identifier: Apache-2.0
// The right edge of a growing Merkle tree: all that is needed to append a leaf and to know the root.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/hash.h"

namespace mingzhang::audit {

/// A tree of more leaves is refused everywhere; it is also the limit of integers in a record.
inline constexpr std::int64_t kMaximumLeaves = std::int64_t{1} << 53;

/// The root of one complete subtree: it covers the leaves [index · 2^level, (index + 1) · 2^level).
struct TreeNode {
  int level = 0;  ///< 0 is a leaf
  std::int64_t index = 0;
  Digest digest{};
  friend bool operator==(const TreeNode&, const TreeNode&) = default;
};

/// Levels whose complete subtrees are kept in storage: 8, 16 and 24 (256, 65,536 and 16,777,216 leaves). Everything
/// between them is recomputed from at most 255 neighbours, so the stored nodes cost 0.4 % of the leaves' space.
constexpr bool is_stored_level(int level) {
  return level == 8 || level == 16 || level == 24;
}

/// RFC 6962 compact range from leaf 0: the roots of the complete subtrees that the leaves [0, size) fall into,
/// at most 53 of them. Appending costs one node hash on average. The hasher given to every call must be of one suite.
class Frontier {
 public:
  /// Number of leaves.
  std::int64_t size() const { return size_; }

  /// Appends the leaf with number `size()`. Requires: size() < kMaximumLeaves.
  void append(Hasher& hasher, const Digest& leaf);
  /// The same, and adds to `completed` every subtree of a stored level that this leaf completes, lower levels first.
  /// Example: leaf number 65,535 completes (level 8, index 255) and (level 16, index 0).
  void append(Hasher& hasher, const Digest& leaf, std::vector<TreeNode>& completed);

  /// The root over all leaves; H("") where there are none.
  Digest root(Hasher& hasher) const;

  /// Roots of the complete subtrees, the widest first; as many as `size()` has one-bits.
  const std::vector<Digest>& peaks() const { return peaks_; }

  /// Back to the empty tree, keeping the memory.
  void clear();

  /// `size()` as eight bytes, most significant first, then the peaks: 8 + 32 · popcount(size) bytes. One form per tree.
  std::string bytes() const;
  /// Nothing where `bytes` is not exactly what `bytes()` writes for some tree.
  static std::optional<Frontier> parse(std::string_view bytes);

  friend bool operator==(const Frontier&, const Frontier&) = default;

 private:
  void append_leaf(Hasher& hasher, const Digest& leaf, std::vector<TreeNode>* completed);

  std::int64_t size_ = 0;
  std::vector<Digest> peaks_;
};

}  // namespace mingzhang::audit
