// SPDX-License-Identifier: Apache-2.0
// Checkpoints (C2SP tlog-checkpoint): how many records a tree has, and its root.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/hash.h"
#include "audit/notes/note.h"
#include "base/outcome.h"
#include "base/result.h"

namespace mingzhang::audit {

/// "The tree `origin` has `size` leaves and this root."
struct Checkpoint {
  std::string origin;
  std::int64_t size = 0;
  Digest root{};
  friend bool operator==(const Checkpoint&, const Checkpoint&) = default;
};

/// The name of a book's tree, and of the key that signs it: "BUREAU/ledger/BOOK/sha256" or "…/sm3". Two trees of one book
/// differ in it, so that no checkpoint of one can pose as the other's. Requires: no empty part.
/// Example: {"weining.gov", "扶贫专账"} in SHA-256: "weining.gov/ledger/扶贫专账/sha256".
std::string origin_of(std::string_view bureau, std::string_view book, Suite suite);

/// Which tree an origin is of: it ends with "/sha256" or "/sm3", a log's later life (keys/log_name.h) with "/sha256/2" and so on.
/// Nothing where it does not.
std::optional<Suite> suite_of_origin(std::string_view origin);

/// The text that is signed: origin, size in decimal, root in base64, a line each.
std::string checkpoint_text(const Checkpoint& checkpoint);

/// Reads exactly that. SEAL-103 with the reason otherwise; lines after the root, which C2SP advises against, are refused:
/// what they say would be signed by the log and not understood by anybody.
Result<Checkpoint, Problem> parse_checkpoint(std::string_view text);

/// A note whose text is a checkpoint.
struct SignedCheckpoint {
  Note note;
  Checkpoint checkpoint;
};

/// Reads both. SEAL-101 or SEAL-103; whose signatures they are is not asked here.
Result<SignedCheckpoint, Problem> parse_signed_checkpoint(std::string_view bytes);

}  // namespace mingzhang::audit
