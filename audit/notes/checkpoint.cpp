// SPDX-License-Identifier: Apache-2.0
// Checkpoints: three lines.
#include "audit/notes/checkpoint.h"

#include <optional>
#include <utility>

#include "audit/frontier.h"
#include "audit/notes/count.h"
#include "audit/notes/outcome.h"
#include "base/base64.h"
#include "base/check.h"

namespace mingzhang::audit {
namespace {

Problem checkpoint_refused(const char* why) {
  return Problem{&info_of(SealOutcome::CheckpointBad), "", why};
}

}  // namespace

std::string origin_of(std::string_view bureau, std::string_view book, Suite suite) {
  MZ_CHECK(!bureau.empty() && !book.empty());
  return std::string(bureau) + "/ledger/" + std::string(book) + "/" + std::string(suite_name(suite));
}

std::optional<Suite> suite_of_origin(std::string_view origin) {
  const std::size_t slash = origin.rfind('/');
  if (slash != std::string_view::npos && parse_count(origin.substr(slash + 1))) origin = origin.substr(0, slash);
  for (const Suite suite : kSuites) {
    if (origin.ends_with("/" + std::string(suite_name(suite)))) return suite;
  }
  return std::nullopt;
}

std::string checkpoint_text(const Checkpoint& checkpoint) {
  MZ_CHECK(!checkpoint.origin.empty() && checkpoint.size >= 0 && checkpoint.size <= kMaximumLeaves);
  return checkpoint.origin + "\n" + std::to_string(checkpoint.size) + "\n" + base64_of(bytes_of(checkpoint.root)) + "\n";
}

Result<Checkpoint, Problem> parse_checkpoint(std::string_view text) {
  if (!is_note_text(text)) return Err(checkpoint_refused("the text is not UTF-8, or holds control characters"));
  const std::size_t first = text.find('\n');
  const std::size_t second = text.find('\n', first + 1);
  if (second == std::string_view::npos) return Err(checkpoint_refused("no line with the size"));
  const std::size_t third = text.find('\n', second + 1);
  if (third == std::string_view::npos) return Err(checkpoint_refused("no line with the root"));
  if (third + 1 != text.size()) return Err(checkpoint_refused("lines after the root"));
  Checkpoint checkpoint;
  checkpoint.origin = std::string(text.substr(0, first));
  if (checkpoint.origin.empty()) return Err(checkpoint_refused("no origin"));
  const std::optional<std::int64_t> size = parse_count(text.substr(first + 1, second - first - 1));
  if (!size) return Err(checkpoint_refused("the size is no plain number"));
  checkpoint.size = *size;
  const std::optional<std::string> root = base64_decoded(text.substr(second + 1, third - second - 1));
  const std::optional<Digest> digest = root ? digest_from_bytes(*root) : std::nullopt;
  if (!digest) return Err(checkpoint_refused("the root is not 32 bytes in base64"));
  checkpoint.root = *digest;
  return checkpoint;
}

Result<SignedCheckpoint, Problem> parse_signed_checkpoint(std::string_view bytes) {
  Result<Note, Problem> note = parse_note(bytes);
  if (!note) return Err(note.error());
  Result<Checkpoint, Problem> checkpoint = parse_checkpoint(note->text);
  if (!checkpoint) return Err(checkpoint.error());
  return SignedCheckpoint{std::move(note).value(), std::move(checkpoint).value()};
}

}  // namespace mingzhang::audit
