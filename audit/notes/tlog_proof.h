// SPDX-License-Identifier: Apache-2.0
// The file that proves one record (C2SP tlog-proof): its place, its path to a checkpoint, and the checkpoint.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "audit/hash.h"
#include "audit/notes/checkpoint.h"
#include "audit/notes/note.h"
#include "audit/proof.h"

namespace mingzhang::audit {

/// "c2sp.org/tlog-proof@v1", then `extra BASE64` where there is something, `index N`, a hash in base64 a line, an empty
/// line, and the checkpoint's note.
struct TlogProof {
  std::optional<std::string> extra;  ///< what the proof itself says nothing about; here the record and one of its lines
  std::int64_t index = 0;
  std::vector<Digest> path;  ///< the lowest neighbour first
  Note note;
  Checkpoint checkpoint;  ///< the note's text, read
};

/// SEAL-105 with the reason where the bytes are not exactly that, or index and path cannot belong to the checkpoint's size.
Result<TlogProof, Problem> parse_tlog_proof(std::string_view bytes);

/// Requires: what `parse_tlog_proof` would give.
std::string tlog_proof_bytes(const TlogProof& proof);

/// Whether the leaf stands at `index` of the checkpoint's tree. Nothing is said of the checkpoint's signatures.
ProofOutcome check_tlog_proof(const TlogProof& proof, const Digest& leaf, Hasher& hasher);

}  // namespace mingzhang::audit
