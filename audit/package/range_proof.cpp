// SPDX-License-Identifier: Apache-2.0
// Subtrees beside a range.
#include "audit/package/range_proof.h"

#include <bit>
#include <utility>

#include "audit/package/outcome.h"
#include "base/check.h"

namespace mingzhang::audit {
namespace {

constexpr std::string_view kBefore = "before ";
constexpr std::string_view kAfter = "after ";
constexpr std::size_t kHexDigits = 64;
constexpr std::size_t kLinesMax = 200;  // two times 53 at most

Problem range_refused(const char* why) {
  return Problem{&info_of(PackageOutcome::RangeBad), "", why};
}

/// The peaks of a tree: one for each bit of its size, the highest first.
std::vector<Subtree> subtrees_before(std::int64_t from) {
  std::vector<Subtree> subtrees;
  std::int64_t first = 0;
  for (int level = 53; level >= 0; --level) {
    if ((from >> level & 1) == 0) continue;
    subtrees.push_back({level, first >> level});
    first += std::int64_t{1} << level;
  }
  return subtrees;
}

/// The complete subtrees over [to, size) from left to right: each as wide as its place and the end allow.
/// Example: [5, 12) is leaf 5, then leaves 6–7, then 8–11.
std::vector<Subtree> subtrees_after(std::int64_t to, std::int64_t size) {
  std::vector<Subtree> subtrees;
  while (to < size) {
    int level = to == 0 ? 53 : std::countr_zero(static_cast<std::uint64_t>(to));
    while (to + (std::int64_t{1} << level) > size) --level;
    subtrees.push_back({level, to >> level});
    to += std::int64_t{1} << level;
  }
  return subtrees;
}

/// Complete subtrees at the right edge, joined where two of one width meet; like `Frontier`, but of any widths.
class Edge {
 public:
  explicit Edge(Hasher& hasher) : hasher_(hasher) {}

  void append(int level, Digest digest) {
    while (!trees_.empty() && trees_.back().first == level) {
      digest = hasher_.node(trees_.back().second, digest);
      trees_.pop_back();
      ++level;
    }
    trees_.emplace_back(level, digest);
  }

  Digest root() {
    if (trees_.empty()) return hasher_.empty_root();
    Digest root = trees_.back().second;
    for (std::size_t tree = trees_.size() - 1; tree > 0; --tree) root = hasher_.node(trees_[tree - 1].second, root);
    return root;
  }

 private:
  Hasher& hasher_;
  std::vector<std::pair<int, Digest>> trees_;
};

std::string frontier_bytes(std::int64_t size, const std::vector<Digest>& peaks) {
  std::string bytes;
  for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(size >> shift & 255);
  for (const Digest& peak : peaks) bytes += bytes_of(peak);
  return bytes;
}

}  // namespace

RangeProof make_range_proof(const LogRange& range, const SubtreeRoots& roots) {
  MZ_CHECK(range.from >= 0 && range.from < range.to && range.to <= range.size);
  RangeProof proof;
  for (const Subtree& subtree : subtrees_before(range.from)) proof.before.push_back(roots(subtree));
  for (const Subtree& subtree : subtrees_after(range.to, range.size)) proof.after.push_back(roots(subtree));
  return proof;
}

std::string range_proof_text(const RangeProof& proof) {
  std::string text;
  for (const Digest& digest : proof.before) text.append(kBefore).append(hex_of(digest)).append("\n");
  for (const Digest& digest : proof.after) text.append(kAfter).append(hex_of(digest)).append("\n");
  return text;
}

Result<RangeProof, Problem> parse_range_proof(std::string_view text) {
  RangeProof proof;
  while (!text.empty()) {
    const bool is_before = text.starts_with(kBefore);
    if (!is_before && !text.starts_with(kAfter)) return Err(range_refused("a line is neither before nor after"));
    text.remove_prefix(is_before ? kBefore.size() : kAfter.size());
    const std::optional<Digest> digest = digest_from_hex(text.substr(0, kHexDigits));
    if (!digest || text.size() <= kHexDigits || text[kHexDigits] != '\n') return Err(range_refused("a line has no digest of 64 digits"));
    if (is_before && !proof.after.empty()) return Err(range_refused("before stands behind after"));
    if (proof.before.size() + proof.after.size() == kLinesMax) return Err(range_refused("too many lines"));
    (is_before ? proof.before : proof.after).push_back(*digest);
    text.remove_prefix(kHexDigits + 1);
  }
  return proof;
}

std::optional<RangeTree> RangeTree::begin(Hasher& hasher, const LogRange& range, const RangeProof& proof) {
  if (range.from < 0 || range.from >= range.to || range.to > range.size || range.size > kMaximumLeaves) return std::nullopt;
  if (proof.before.size() != subtrees_before(range.from).size()) return std::nullopt;
  if (proof.after.size() != subtrees_after(range.to, range.size).size()) return std::nullopt;
  std::optional<Frontier> before = Frontier::parse(frontier_bytes(range.from, proof.before));
  MZ_CHECK(before.has_value());
  return RangeTree(hasher, range, std::move(*before), proof.after);
}

Digest RangeTree::whole_root() const {
  MZ_CHECK(frontier_.size() == range_.to);
  Edge edge(*hasher_);
  const std::vector<Subtree> left = subtrees_before(range_.to);
  for (std::size_t tree = 0; tree < left.size(); ++tree) edge.append(left[tree].level, frontier_.peaks()[tree]);
  const std::vector<Subtree> right = subtrees_after(range_.to, range_.size);
  for (std::size_t tree = 0; tree < right.size(); ++tree) edge.append(right[tree].level, after_[tree]);
  return edge.root();
}

}  // namespace mingzhang::audit
