// SPDX-License-Identifier: Apache-2.0
// Proofs of one record as files.
#include "audit/notes/tlog_proof.h"

#include <utility>

#include "audit/notes/count.h"
#include "audit/notes/outcome.h"
#include "base/base64.h"

namespace mingzhang::audit {
namespace {

constexpr std::string_view kHeader = "c2sp.org/tlog-proof@v1";
constexpr std::string_view kExtra = "extra ";
constexpr std::string_view kIndex = "index ";
constexpr std::size_t kPathMax = 63;
constexpr std::size_t kProofBytesMax = 1'000'000;

Problem proof_refused(const char* why) {
  return Problem{&info_of(SealOutcome::ProofBad), "", why};
}

/// Takes the first line off; nothing where there is no whole one.
std::optional<std::string_view> take_line(std::string_view& bytes) {
  const std::size_t end = bytes.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view line = bytes.substr(0, end);
  bytes.remove_prefix(end + 1);
  return line;
}

/// Reads the path up to the empty line; the reason where it is none.
const char* read_path(std::string_view& bytes, std::vector<Digest>& path) {
  while (true) {
    const std::optional<std::string_view> line = take_line(bytes);
    if (!line) return "no empty line before the checkpoint";
    if (line->empty()) return nullptr;
    const std::optional<std::string> value = base64_decoded(*line);
    const std::optional<Digest> digest = value ? digest_from_bytes(*value) : std::nullopt;
    if (!digest) return "a line of the path is not 32 bytes in base64";
    if (path.size() == kPathMax) return "the path is too long";
    path.push_back(*digest);
  }
}

}  // namespace

Result<TlogProof, Problem> parse_tlog_proof(std::string_view bytes) {
  if (bytes.size() > kProofBytesMax) return Err(proof_refused("too long"));
  if (take_line(bytes) != kHeader) return Err(proof_refused("it does not begin with c2sp.org/tlog-proof@v1"));
  TlogProof proof;
  std::optional<std::string_view> line = take_line(bytes);
  if (line && line->starts_with(kExtra)) {
    proof.extra = base64_decoded(line->substr(kExtra.size()));
    if (!proof.extra) return Err(proof_refused("extra is not base64"));
    line = take_line(bytes);
  }
  const std::optional<std::int64_t> index =
      line && line->starts_with(kIndex) ? parse_count(line->substr(kIndex.size())) : std::nullopt;
  if (!index) return Err(proof_refused("no index"));
  proof.index = *index;
  if (const char* why = read_path(bytes, proof.path)) return Err(proof_refused(why));
  Result<Note, Problem> note = parse_note(bytes);
  if (!note) return Err(note.error());
  proof.note = std::move(note).value();
  Result<Checkpoint, Problem> checkpoint = parse_checkpoint(proof.note.text);
  if (!checkpoint) return Err(checkpoint.error());
  proof.checkpoint = std::move(checkpoint).value();
  if (proof.index >= proof.checkpoint.size) return Err(proof_refused("the index lies beyond the checkpoint"));
  return proof;
}

std::string tlog_proof_bytes(const TlogProof& proof) {
  std::string bytes(kHeader);
  bytes += "\n";
  if (proof.extra) bytes.append(kExtra).append(base64_of(*proof.extra)).append("\n");
  bytes.append(kIndex).append(std::to_string(proof.index)).append("\n");
  for (const Digest& digest : proof.path) bytes.append(base64_of(bytes_of(digest))).append("\n");
  return bytes + "\n" + note_bytes(proof.note);
}

ProofOutcome check_tlog_proof(const TlogProof& proof, const Digest& leaf, Hasher& hasher) {
  return verify_inclusion(hasher, {proof.index, proof.checkpoint.size, leaf, proof.checkpoint.root}, proof.path);
}

}  // namespace mingzhang::audit
