// SPDX-License-Identifier: Apache-2.0
// A part of a log, and what proves that it is that part of the whole.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/frontier.h"
#include "audit/proof.h"
#include "base/outcome.h"
#include "base/result.h"

namespace mingzhang::audit {

/// The records [from, to) of a log of `size` records. 0 ≤ from < to ≤ size.
struct LogRange {
  std::int64_t from = 0;
  std::int64_t to = 0;
  std::int64_t size = 0;
  bool is_whole() const { return from == 0 && to == size; }
  friend bool operator==(const LogRange&, const LogRange&) = default;
};

/// The roots of the complete subtrees on both sides of a range, widest possible: before it from the widest on (the peaks of the tree over
/// [0, from)), behind it from left to right. Together with the leaves between them they give the root.
struct RangeProof {
  std::vector<Digest> before;
  std::vector<Digest> after;
  friend bool operator==(const RangeProof&, const RangeProof&) = default;
};

/// Requires a range as described at `LogRange`.
RangeProof make_range_proof(const LogRange& range, const SubtreeRoots& roots);

/// A line "before HEX" or "after HEX" each.
std::string range_proof_text(const RangeProof& proof);
/// PKG-205 where the text is not exactly that.
Result<RangeProof, Problem> parse_range_proof(std::string_view text);

/// Grows the tree of a range leaf by leaf, and closes it to the root of the whole log.
class RangeTree {
 public:
  /// Nothing where the proof has not exactly as many digests as the range needs. `hasher` must outlive the tree.
  static std::optional<RangeTree> begin(Hasher& hasher, const LogRange& range, const RangeProof& proof);

  /// The next leaf of the range. Requires: fewer than `to` so far.
  void append(const Digest& leaf) { frontier_.append(*hasher_, leaf); }
  /// Number of leaves, those before the range included.
  std::int64_t size() const { return frontier_.size(); }
  /// The root over the leaves so far.
  Digest root() const { return frontier_.root(*hasher_); }
  /// The root of the whole log. Requires: all leaves of the range are there.
  Digest whole_root() const;

 private:
  RangeTree(Hasher& hasher, const LogRange& range, Frontier before, std::vector<Digest> after)
      : hasher_(&hasher), range_(range), frontier_(std::move(before)), after_(std::move(after)) {}

  Hasher* hasher_;
  LogRange range_;
  Frontier frontier_;
  std::vector<Digest> after_;
};

}  // namespace mingzhang::audit
