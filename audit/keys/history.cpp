// SPDX-License-Identifier: Apache-2.0
// The beginning of a log against what was published, and its newest records against their hashes.
#include "audit/keys/history.h"

#include <algorithm>
#include <array>
#include <string>

#include "audit/notes/outcome.h"
#include "base/check.h"
#include "base/world_error.h"

namespace mingzhang::audit {
namespace {

Problem history_problem(SealOutcome outcome, Suite suite, std::int64_t size) {
  return Problem{&info_of(outcome), std::string(suite_name(suite)), "size " + std::to_string(size)};
}

/// Reads the newest records one after the other.
class HistoryCheck {
 public:
  HistoryCheck(LogStore& log, const LogHead& head) : log_(log), head_(head) {}

  std::optional<Problem> check_published(std::span<const Published> published) {
    for (const Published& one : published) {
      if (one.checkpoint.size > head_.size) return history_problem(SealOutcome::HistoryShorter, one.suite, one.checkpoint.size);
    }
    for (const Published& one : published) {
      Hasher& hasher = sealer_.hasher(one.suite);
      const Frontier frontier = stored_frontier(log_, one.suite, one.checkpoint.size, hasher);
      if (frontier.root(hasher) != one.checkpoint.root) {
        return history_problem(SealOutcome::HistoryDiffers, one.suite, one.checkpoint.size);
      }
    }
    return std::nullopt;
  }

  std::optional<Problem> check_newest(std::int64_t since, const RecordCheck& check) {
    sha256_ = stored_frontier(log_, Suite::Sha256, since, sealer_.hasher(Suite::Sha256));
    sm3_ = stored_frontier(log_, Suite::Sm3, since, sealer_.hasher(Suite::Sm3));
    std::optional<Problem> problem;
    log_.read(since, head_.size, [&](const StoredRecord& record) {
      problem = take(record);
      if (!problem) problem = check(record);
      return !problem;
    });
    if (problem) return problem;
    if (sha256_.size() != head_.size) return leaf_problem("there are no more records");
    if (sha256_.root(sealer_.hasher(Suite::Sha256)) != head_.sha256_root) {
      return history_problem(SealOutcome::HistoryDiffers, Suite::Sha256, head_.size);
    }
    if (sm3_.root(sealer_.hasher(Suite::Sm3)) != head_.sm3_root) {
      return history_problem(SealOutcome::HistoryDiffers, Suite::Sm3, head_.size);
    }
    return std::nullopt;
  }

 private:
  Problem leaf_problem(const char* what) const {
    return Problem{&info_of(SealOutcome::LeafDiffers), "record " + std::to_string(sha256_.size()), what};
  }

  std::optional<Problem> take(const StoredRecord& record) {
    if (record.seq != sha256_.size()) return leaf_problem("a record is missing");
    const RecordLeaves leaves = record_leaves(record.bytes, sealer_);
    if (leaves.sha256 != record.leaf_sha256) return leaf_problem("SHA-256");
    if (leaves.sm3 != record.leaf_sm3) return leaf_problem("SM3");
    const Result<ParsedRecord, RecordProblem> parsed = parse_record(record.bytes);
    if (!parsed || parsed->seq != record.seq) return leaf_problem("no record");
    if (!check_lines(*parsed, record.lines, sealer_).all_match()) return leaf_problem("lines");
    sha256_.append(sealer_.hasher(Suite::Sha256), leaves.sha256);
    sm3_.append(sealer_.hasher(Suite::Sm3), leaves.sm3);
    return std::nullopt;
  }

  LogStore& log_;
  LogHead head_;
  Sealer sealer_;
  Frontier sha256_;
  Frontier sm3_;
};

/// Up to where both trees were published.
std::int64_t published_size(std::span<const Published> published) {
  std::array<std::int64_t, 2> largest{};
  for (const Published& one : published) {
    std::int64_t& size = largest[one.suite == Suite::Sha256 ? 0 : 1];
    size = std::max(size, one.checkpoint.size);
  }
  return std::min(largest[0], largest[1]);
}

}  // namespace

SubtreeRoots stored_subtrees(LogStore& log, Suite suite, Hasher& hasher) {
  const SubtreeRoots stored = [&log, suite](Subtree subtree) {
    const std::optional<Digest> digest = log.node(suite, subtree.level, subtree.index);
    if (!digest) throw WorldError(WorldFault::Damaged, "a subtree of the log is missing; run verify");
    return *digest;
  };
  return [stored, &hasher](Subtree subtree) { return subtree_root_from_stored(hasher, subtree, stored); };
}

Frontier stored_frontier(LogStore& log, Suite suite, std::int64_t size, Hasher& hasher) {
  const SubtreeRoots roots = stored_subtrees(log, suite, hasher);
  std::string bytes;
  for (int shift = 56; shift >= 0; shift -= 8) bytes += static_cast<char>(size >> shift & 255);
  std::int64_t first = 0;
  for (int level = 53; level >= 0; --level) {
    if ((size >> level & 1) == 0) continue;
    bytes += bytes_of(roots({level, first >> level}));
    first += std::int64_t{1} << level;
  }
  const std::optional<Frontier> frontier = Frontier::parse(bytes);
  MZ_CHECK(frontier.has_value());
  return *frontier;
}

std::optional<Problem> check_history(LogStore& log, const LogHead& head, std::span<const Published> published,
                                     const RecordCheck& check) {
  HistoryCheck history(log, head);
  std::optional<Problem> problem = history.check_published(published);
  return problem ? problem : history.check_newest(published_size(published), check);
}

}  // namespace mingzhang::audit
