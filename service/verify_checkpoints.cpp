// SPDX-License-Identifier: Apache-2.0
// Compares the roots of stored checkpoints with those of the log.
#include "service/verify_checkpoints.h"

#include <algorithm>
#include <string>
#include <vector>

#include "audit/keys/history.h"
#include "audit/notes/checkpoint.h"
#include "audit/notes/note.h"
#include "audit/notes/note_key.h"
#include "service/verify.h"

namespace mingzhang::service {
namespace {

using audit::StoredCheckpoint;
using audit::Suite;

/// What is wrong with one checkpoint, in a few words; null where nothing is.
class CheckpointCheck {
 public:
  CheckpointCheck(audit::LogStore& log, audit::SealStore& seals, std::int64_t records)
      : log_(log), keys_(seals.keys()), records_(records) {}

  const char* flaw(const StoredCheckpoint& stored, audit::Hasher& hasher) const {
    const Result<audit::Note, Problem> note = audit::parse_note(stored.note);
    if (!note) return "no signed note";
    const Result<audit::Checkpoint, Problem> checkpoint = audit::parse_checkpoint(note->text);
    if (!checkpoint || checkpoint->size != stored.size) return "no checkpoint of this size";
    if (!is_signed(*note, checkpoint->origin, stored.suite)) return "not signed by a key of the book";
    if (checkpoint->size > records_) return "the log is shorter";
    const audit::Frontier frontier = audit::stored_frontier(log_, stored.suite, checkpoint->size, hasher);
    return frontier.root(hasher) == checkpoint->root ? nullptr : "the log has another root there";
  }

 private:
  bool is_signed(const audit::Note& note, const std::string& origin, Suite suite) const {
    bool is_good = false;
    for (const audit::LogKey& row : keys_) {
      if (row.suite != suite) continue;
      const Result<audit::NoteKey, Problem> key = audit::parse_note_key(row.text);
      if (!key || key->name != origin) continue;
      const audit::KeyVerdict verdict = audit::check_note(note, *key).verdict;
      if (verdict == audit::KeyVerdict::Bad) return false;
      is_good = is_good || verdict == audit::KeyVerdict::Good;
    }
    return is_good;
  }

  audit::LogStore& log_;
  std::vector<audit::LogKey> keys_;
  std::int64_t records_;
};

}  // namespace

std::optional<Problem> check_checkpoints(audit::LogStore& log, audit::SealStore& seals, std::int64_t records) {
  const CheckpointCheck check(log, seals, records);
  for (const Suite suite : audit::kSuites) {
    audit::Hasher hasher(suite);
    for (const StoredCheckpoint& stored : seals.checkpoints(suite)) {
      const char* flaw = check.flaw(stored, hasher);
      if (flaw == nullptr) continue;
      const std::string place = std::string(audit::suite_name(suite)) + " " + std::to_string(stored.size);
      return Problem{&info_of(VerifyOutcome::CheckpointDiffers), place, flaw};
    }
  }
  return std::nullopt;
}

}  // namespace mingzhang::service
