// SPDX-License-Identifier: Apache-2.0
// Checkpoints of a book: proven, signed, shown to witnesses and kept.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "audit/keys/log_key.h"
#include "audit/notes/note_key.h"
#include "base/result.h"
#include "service/reading/lists.h"
#include "service/reading/reading.h"
#include "service/request.h"
#include "service/sealing/keys.h"

namespace mingzhang::service {

using CheckpointsResult = Result<std::vector<audit::StoredCheckpoint>, Refusal>;

/// Signs the book as it is now: one checkpoint for each suite that has a key in force. Before that it is proven
/// (audit/keys/history.h) that the log still begins with its last checkpoints and with everything in `published`, notes that
/// are kept elsewhere; that the records since then are what was hashed, are understood, and break no rule that can be seen
/// in one record, a voucher's balance among them; and that voucher numbers follow each other without a gap. SEAL-305 where
/// no signer has a key in force of a suite. A checkpoint of this size that is there already gets the signatures that it lacks.
CheckpointsResult make_checkpoints(const BookPlace& place, const Signers& signers, const std::vector<std::string>& published);

/// What of `published` the log no longer agrees with, because it is shorter or another: what a restore record names (RestoreLog,
/// audit/keys/command.h). SEAL-313 where it agrees with all of them.
Result<std::vector<std::string>, Refusal> lost_checkpoints(const BookPlace& place, const std::vector<std::string>& published);

/// What would be signed now, for signing elsewhere.
struct ProvenCheckpoint {
  audit::Suite suite = audit::Suite::Sha256;
  std::string text;
  std::vector<audit::NoteKey> keys;  ///< in force for this suite
};

/// Proves the book as `make_checkpoints` does and gives the texts of its checkpoints instead of signing them.
Result<std::vector<ProvenCheckpoint>, Refusal> prove_checkpoints(const BookPlace& place, const std::vector<std::string>& published);

/// Takes over signatures that were made elsewhere over the text of a checkpoint that was proven before; the log may have grown since.
/// SEAL-303 where the key is not in force, SEAL-309 where the log has another root at that size.
CheckpointsResult add_signature(const BookPlace& place, std::string_view text, audit::Signer& signer);

/// Which checkpoint is meant.
struct CheckpointChoice {
  audit::Suite suite = audit::Suite::Sha256;
  std::int64_t size = 0;  ///< 0: the latest
};

/// The note of a checkpoint. SEAL-307 where there is none.
TextResult checkpoint_note(const BookPlace& place, const CheckpointChoice& choice);

/// The file for a witness who has seen `seen` records: `add-checkpoint` of C2SP tlog-witness. SEAL-404 where that is more
/// than the checkpoint has.
TextResult witness_request(const BookPlace& place, const CheckpointChoice& choice, std::int64_t seen);

/// Takes over the cosignatures of a note that a witness gave back. SEAL-307 where the book has no checkpoint with this
/// very text; SEAL-311 where a signature is by none of the witnesses of `policy` (audit/notes/trust_policy.h), or wrong: then
/// nothing is taken over.
CheckpointsResult add_cosignatures(const BookPlace& place, std::string_view note, std::string_view policy);

/// The question to a time stamping authority (.tsq, RFC 3161) over the text of a checkpoint: the three lines, so that cosignatures may come
/// later. SEAL-307 where there is none.
TextResult stamp_question(const BookPlace& place, const CheckpointChoice& choice);

/// The keys of the book's log, with their records.
TextResult list_log_keys(const BookPlace& place, Format format);
/// All checkpoints, the latest first, with the names of who signed them.
TextResult list_checkpoints(const BookPlace& place, Format format);

}  // namespace mingzhang::service
