// SPDX-License-Identifier: Apache-2.0
// Appending to a compact range is adding one to a binary number: every carry merges two subtrees.
#include "audit/frontier.h"

#include <bit>
#include <cstddef>

#include "base/check.h"

namespace mingzhang::audit {
namespace {

constexpr std::size_t kSizeBytes = 8;

std::size_t peak_count(std::int64_t size) {
  return static_cast<std::size_t>(std::popcount(static_cast<std::uint64_t>(size)));
}

}  // namespace

void Frontier::append(Hasher& hasher, const Digest& leaf) {
  append_leaf(hasher, leaf, nullptr);
}

void Frontier::append(Hasher& hasher, const Digest& leaf, std::vector<TreeNode>& completed) {
  append_leaf(hasher, leaf, &completed);
}

void Frontier::append_leaf(Hasher& hasher, const Digest& leaf, std::vector<TreeNode>* completed) {
  MZ_CHECK(size_ < kMaximumLeaves);
  // The new peak replaces as many peaks as the size has trailing one-bits. The state changes only after all
  // hashes are done, so a failing hash leaves the frontier as it was.
  Digest peak = leaf;
  int level = 0;
  for (; (size_ >> level & 1) != 0; ++level) {
    peak = hasher.node(peaks_[peaks_.size() - 1 - static_cast<std::size_t>(level)], peak);
    if (completed != nullptr && is_stored_level(level + 1))
      completed->push_back({level + 1, size_ >> (level + 1), peak});
  }
  peaks_.resize(peaks_.size() - static_cast<std::size_t>(level));
  peaks_.push_back(peak);
  ++size_;
  MZ_CHECK(peaks_.size() == peak_count(size_));
}

Digest Frontier::root(Hasher& hasher) const {
  if (peaks_.empty()) return hasher.empty_root();
  Digest root = peaks_.back();
  for (std::size_t at = peaks_.size() - 1; at > 0; --at) root = hasher.node(peaks_[at - 1], root);
  return root;
}

void Frontier::clear() {
  size_ = 0;
  peaks_.clear();
}

std::string Frontier::bytes() const {
  std::string bytes;
  bytes.reserve(kSizeBytes + peaks_.size() * std::tuple_size_v<Digest>);
  for (int shift = 56; shift >= 0; shift -= 8) bytes.push_back(static_cast<char>(size_ >> shift & 0xff));
  for (const Digest& peak : peaks_) bytes.append(bytes_of(peak));
  return bytes;
}

std::optional<Frontier> Frontier::parse(std::string_view bytes) {
  if (bytes.size() < kSizeBytes) return std::nullopt;
  std::uint64_t size = 0;
  for (const char byte : bytes.substr(0, kSizeBytes)) size = size << 8U | static_cast<unsigned char>(byte);
  if (size > static_cast<std::uint64_t>(kMaximumLeaves)) return std::nullopt;
  Frontier frontier;
  frontier.size_ = static_cast<std::int64_t>(size);
  bytes.remove_prefix(kSizeBytes);
  constexpr std::size_t kWidth = std::tuple_size_v<Digest>;
  if (bytes.size() != peak_count(frontier.size_) * kWidth) return std::nullopt;
  for (; !bytes.empty(); bytes.remove_prefix(kWidth)) {
    const std::optional<Digest> peak = digest_from_bytes(bytes.substr(0, kWidth));
    MZ_CHECK(peak.has_value());
    frontier.peaks_.push_back(*peak);
  }
  return frontier;
}

}  // namespace mingzhang::audit
