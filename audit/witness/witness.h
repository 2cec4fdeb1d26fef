// SPDX-License-Identifier: Apache-2.0
// A witness: whoever remembers the last checkpoint of a log and signs only what grew out of it (C2SP tlog-witness).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "audit/hash.h"
#include "audit/notes/checkpoint.h"
#include "audit/notes/note_key.h"
#include "audit/witness/seen_log.h"
#include "base/outcome.h"
#include "base/result.h"

namespace mingzhang::audit {

/// The body of `add-checkpoint`: "old N", the consistency proof from N a digest in base64 a line, an empty line, and the
/// signed checkpoint. One form for a file on a stick and for a network.
struct WitnessRequest {
  std::int64_t old_size = 0;  ///< the size that the log believes the witness has seen
  std::vector<Digest> proof;  ///< at most 63 digests
  Note note;
  Checkpoint checkpoint;  ///< the note's text, read
};

/// SEAL-401 with the reason where the bytes are not exactly that.
Result<WitnessRequest, Problem> parse_witness_request(std::string_view bytes);
std::string witness_request_bytes(const WitnessRequest& request);

/// What the witness says to a request; the numbers are those of C2SP.
enum class WitnessAnswer : std::uint16_t {
  Cosigns = 200,
  OldSizeBad = 400,     ///< old_size is greater than the checkpoint's
  SignatureBad = 403,   ///< no signature of the log's keys, or one that is wrong
  UnknownLog = 404,     ///< none of the witness's keys has this origin
  SizeDiffers = 409,    ///< the witness has seen another size; it names it
  ProofBad = 422,       ///< the checkpoint did not grow out of what the witness has seen
};

/// Answer, and what is to be remembered before it is given.
struct WitnessDecision {
  WitnessAnswer answer = WitnessAnswer::UnknownLog;
  SeenLog seen;             ///< Cosigns: the new state; SizeDiffers: the old one
  bool is_fork = false;     ///< ProofBad and signed by the log: the request is evidence against it and is to be kept
};

/// Looks at one request. `logs` are the keys that the witness was given by hand; `seen` is its memory of this origin, or
/// nothing where it never saw the log. The same checkpoint again is cosigned again. Requires nothing of the request.
/// A first checkpoint wants old_size 0 and no proof.
WitnessDecision decide(const WitnessRequest& request, std::span<const NoteKey> logs, const std::optional<SeenLog>& seen);

}  // namespace mingzhang::audit
