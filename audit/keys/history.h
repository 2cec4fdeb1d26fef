// SPDX-License-Identifier: Apache-2.0
// What is proven before a log is signed: that it still begins with everything that was published, and that its bytes are
// those that were hashed.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>

#include "audit/frontier.h"
#include "audit/log_store.h"
#include "audit/notes/checkpoint.h"
#include "audit/proof.h"
#include "audit/record.h"
#include "base/outcome.h"

namespace mingzhang::audit {

/// What a book's head row says of its two trees.
struct LogHead {
  std::int64_t size = 0;
  Digest sha256_root{};
  Digest sm3_root{};
};

/// A state of one tree that others have seen.
struct Published {
  Suite suite = Suite::Sha256;
  Checkpoint checkpoint;
};

/// Asked for every record that is read, in order; what it answers ends the check.
using RecordCheck = std::function<std::optional<Problem>(const StoredRecord&)>;

/// Why the log must not be signed, or nothing. In this order: SEAL-308 where it is shorter than something published,
/// SEAL-309 where the stored tree at that size has another root, SEAL-310 where a record behind the last published state
/// is missing or its bytes or lines are not those that were hashed, what `check` says of a record, SEAL-309 where the records do not
/// give the head's roots. Memory does not grow with the log; a record that was published before is not read again.
std::optional<Problem> check_history(LogStore& log, const LogHead& head, std::span<const Published> published,
                                     const RecordCheck& check);

/// The tree of the first `size` records, from what storage keeps. Requires: so many records are stored. Throws WorldError
/// Damaged where a subtree is missing.
Frontier stored_frontier(LogStore& log, Suite suite, std::int64_t size, Hasher& hasher);

/// Complete subtrees from storage, for proofs. `log` and `hasher` must outlive the answer.
SubtreeRoots stored_subtrees(LogStore& log, Suite suite, Hasher& hasher);

}  // namespace mingzhang::audit
