// SPDX-License-Identifier: Apache-2.0
// Requests to a witness, and its decision.
#include "audit/witness/witness.h"

#include "audit/notes/count.h"
#include "audit/notes/outcome.h"
#include "audit/proof.h"
#include "base/base64.h"

namespace mingzhang::audit {
namespace {

constexpr std::string_view kOld = "old ";
constexpr std::size_t kRequestProofMax = 63;

Problem request_refused(const char* why) {
  return Problem{&info_of(SealOutcome::WitnessRequestBad), "", why};
}

/// Takes the first line off; nothing where there is no whole one.
std::optional<std::string_view> next_line(std::string_view& bytes) {
  const std::size_t end = bytes.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = bytes.substr(0, end);
  bytes.remove_prefix(end + 1);
  return line;
}

std::optional<Digest> digest_of_line(std::string_view line) {
  const std::optional<std::string> bytes = base64_decoded(line);
  return bytes ? digest_from_bytes(*bytes) : std::nullopt;
}

Suite suite_of_log(const NoteKey& key) {
  return key.key.algorithm() == Algorithm::Ed25519 ? Suite::Sha256 : Suite::Sm3;
}

/// Whether the tree only grew; from nothing at all it always did.
bool has_grown(const WitnessRequest& request, const SeenLog& seen, Suite suite) {
  Hasher hasher(suite);
  if (seen.size == 0) {
    return request.proof.empty() && (request.checkpoint.size > 0 || request.checkpoint.root == hasher.empty_root());
  }
  const ConsistencyClaim claim{seen.size, request.checkpoint.size, seen.root, request.checkpoint.root};
  return verify_consistency(hasher, claim, request.proof) == ProofOutcome::Proven;
}

}  // namespace

Result<WitnessRequest, Problem> parse_witness_request(std::string_view bytes) {
  WitnessRequest request;
  std::optional<std::string_view> line = next_line(bytes);
  const std::optional<std::int64_t> old = line && line->starts_with(kOld) ? parse_count(line->substr(kOld.size())) : std::nullopt;
  if (!old) return Err(request_refused("no line with the old size"));
  request.old_size = *old;
  for (line = next_line(bytes); line && !line->empty(); line = next_line(bytes)) {
    const std::optional<Digest> digest = digest_of_line(*line);
    if (!digest) return Err(request_refused("a line of the proof is not 32 bytes in base64"));
    if (request.proof.size() == kRequestProofMax) return Err(request_refused("the proof is too long"));
    request.proof.push_back(*digest);
  }
  if (!line) return Err(request_refused("no empty line before the checkpoint"));
  Result<Note, Problem> note = parse_note(bytes);
  if (!note) return Err(note.error());
  request.note = std::move(note).value();
  Result<Checkpoint, Problem> checkpoint = parse_checkpoint(request.note.text);
  if (!checkpoint) return Err(checkpoint.error());
  request.checkpoint = std::move(checkpoint).value();
  return request;
}

std::string witness_request_bytes(const WitnessRequest& request) {
  std::string bytes = std::string(kOld) + std::to_string(request.old_size) + "\n";
  for (const Digest& digest : request.proof) bytes += base64_of(bytes_of(digest)) + "\n";
  return bytes + "\n" + note_bytes(request.note);
}

WitnessDecision decide(const WitnessRequest& request, std::span<const NoteKey> logs, const std::optional<SeenLog>& seen) {
  WitnessDecision decision;
  const NoteKey* good = nullptr;
  bool is_known = false;
  bool is_wrong = false;
  for (const NoteKey& log : logs) {
    if (log.name != request.checkpoint.origin || log.use != KeyUse::Log) continue;
    is_known = true;
    const KeyVerdict verdict = check_note(request.note, log).verdict;
    if (verdict == KeyVerdict::Good) good = &log;
    is_wrong = is_wrong || verdict == KeyVerdict::Bad;
  }
  if (!is_known) return decision;
  decision.answer = WitnessAnswer::SignatureBad;
  if (good == nullptr || is_wrong) return decision;
  const SeenLog known = seen.value_or(SeenLog{request.checkpoint.origin, 0, {}});
  decision.seen = known;
  decision.answer = WitnessAnswer::OldSizeBad;
  if (request.old_size > request.checkpoint.size) return decision;
  decision.answer = WitnessAnswer::SizeDiffers;
  if (request.old_size != known.size) return decision;
  decision.answer = WitnessAnswer::ProofBad;
  decision.is_fork = true;
  if (!has_grown(request, known, suite_of_log(*good))) return decision;
  decision.answer = WitnessAnswer::Cosigns;
  decision.is_fork = false;
  decision.seen.size = request.checkpoint.size;
  decision.seen.root = request.checkpoint.root;
  return decision;
}

}  // namespace mingzhang::audit
