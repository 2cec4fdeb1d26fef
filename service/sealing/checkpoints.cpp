// SPDX-License-Identifier: Apache-2.0
// Makes checkpoints and takes over what witnesses say of them.
#include "service/sealing/checkpoints.h"

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include "audit/keys/history.h"
#include "audit/notes/note_key.h"
#include "audit/notes/outcome.h"
#include "audit/notes/trust_policy.h"
#include "audit/stamps/timestamp.h"
#include "audit/witness/witness.h"
#include "base/world_error.h"
#include "service/attempts.h"
#include "service/policies/shelf.h"
#include "service/request_outcome.h"
#include "service/sealing/newest_records.h"

namespace mingzhang::service {
namespace {

using audit::Checkpoint;
using audit::Note;
using audit::NoteKey;
using audit::Published;
using audit::SealOutcome;
using audit::SignedCheckpoint;
using audit::StoredCheckpoint;
using audit::Suite;

Refusal seal_refusal(SealOutcome outcome, const std::string& detail) {
  return refusal(audit::info_of(outcome), detail);
}

Result<SignedCheckpoint, Refusal> read_checkpoint_note(std::string_view bytes) {
  Result<SignedCheckpoint, Problem> read = audit::parse_signed_checkpoint(bytes);
  if (!read) return Err(refusal_of({read.error()}));
  return std::move(read).value();
}

/// The key of a row, which was a key when it was added.
NoteKey note_key_of(const audit::LogKey& row) {
  Result<NoteKey, Problem> key = audit::parse_note_key(row.text);
  if (!key) throw WorldError(WorldFault::Damaged, "a key of the log is damaged; run verify");
  return std::move(key).value();
}

Checkpoint checkpoint_of(const ledger::BookHead& head, Suite suite, const std::string& origin) {
  const std::string& bytes = suite == Suite::Sha256 ? head.frontier_sha256 : head.frontier_sm3;
  const std::optional<audit::Frontier> frontier = audit::Frontier::parse(bytes);
  if (!frontier || frontier->size() != head.records) throw WorldError(WorldFault::Damaged, "the book's tree frontier is damaged; run verify");
  audit::Hasher hasher(suite);
  return Checkpoint{origin, head.records, frontier->root(hasher)};
}

audit::LogHead head_of(const BookReading& reading) {
  return {reading.head.records, checkpoint_of(reading.head, Suite::Sha256, "-").root,
          checkpoint_of(reading.head, Suite::Sm3, "-").root};
}

/// What is to be signed for one suite, and by whom.
struct Signing {
  Suite suite;
  std::string origin;
  Checkpoint checkpoint;
  std::vector<audit::Signer*> signers;
  std::vector<NoteKey> keys;  // in force
};

/// Everything about one making of checkpoints.
class CheckpointMaking {
 public:
  CheckpointMaking(const BookPlace& place, BookReading& reading, bool is_signed_elsewhere)
      : is_signed_elsewhere_(is_signed_elsewhere), reading_(reading), seals_(place.opened.seals->seals_of(reading.head.id.value)) {}

  /// What is wrong, or nothing: then `signings` are ready.
  std::optional<Refusal> prepare(const Signers& signers, const std::vector<std::string>& published) {
    for (const Suite suite : audit::kSuites) {
      if (std::optional<Refusal> missing = add_signing(suite, signers)) return missing;
    }
    if (signings_.empty()) return seal_refusal(SealOutcome::KeyMissing, "mingzhang key add");
    if (std::optional<Refusal> wrong = add_published(published)) return wrong;
    return prove();
  }
  const std::vector<Signing>& signings() const { return signings_; }

 private:
  std::optional<Refusal> add_signing(Suite suite, const Signers& signers) {
    Signing signing{suite, "", {}, {}, {}};
    for (const audit::LogKey& row : seals_->keys()) {
      if (row.suite != suite || row.end_seq) continue;
      const NoteKey key = note_key_of(row);
      signing.origin = key.name;
      signing.keys.push_back(key);
      for (const auto& signer : signers) {
        if (signer->public_key() == key.key) signing.signers.push_back(signer.get());
      }
    }
    if (signing.origin.empty()) return std::nullopt;
    if (signing.signers.empty() && !is_signed_elsewhere_) return seal_refusal(SealOutcome::KeyMissing, std::string(audit::suite_name(suite)));
    signing.checkpoint = checkpoint_of(reading_.head, suite, signing.origin);
    signings_.push_back(std::move(signing));
    return std::nullopt;
  }

  std::optional<Refusal> add_published(const std::vector<std::string>& published) {
    for (const Signing& signing : signings_) {
      const std::optional<StoredCheckpoint> latest = seals_->latest_checkpoint(signing.suite);
      if (!latest) continue;
      const Result<SignedCheckpoint, Refusal> read = read_checkpoint_note(latest->note);
      if (!read) return read.error();
      published_.push_back(Published{signing.suite, read->checkpoint});
    }
    for (const std::string& bytes : published) {
      const Result<SignedCheckpoint, Refusal> read = read_checkpoint_note(bytes);
      if (!read) return read.error();
      if (is_of_ended_life(read->checkpoint.origin)) continue;
      const auto signing = std::find_if(signings_.begin(), signings_.end(),
                                        [&](const Signing& one) { return one.origin == read->checkpoint.origin; });
      if (signing == signings_.end()) return seal_refusal(SealOutcome::KeyOfAnother, read->checkpoint.origin);
      published_.push_back(Published{signing->suite, read->checkpoint});
    }
    return std::nullopt;
  }

  /// True for the name of a life that a restore record has ended: what was lost is named there.
  bool is_of_ended_life(const std::string& origin) const {
    const std::vector<audit::LogKey> rows = seals_->keys();
    const auto bears = [&origin](const audit::LogKey& row) { return note_key_of(row).name == origin; };
    return std::any_of(rows.begin(), rows.end(), bears) &&
           std::none_of(rows.begin(), rows.end(), [&](const audit::LogKey& row) { return !row.end_seq && bears(row); });
  }

  std::optional<Refusal> prove() {
    NewestRecords newest;
    const std::optional<Problem> problem = audit::check_history(
        reading_.log, head_of(reading_), published_, [&newest](const audit::StoredRecord& record) { return newest.check(record); });
    return problem ? std::optional(refusal_of({*problem})) : std::nullopt;
  }

  bool is_signed_elsewhere_;
  BookReading& reading_;
  std::unique_ptr<audit::SealStore> seals_;
  std::vector<Signing> signings_;
  std::vector<Published> published_;
};

/// The note with the signatures of this signing; those that `earlier` has stay in front.
Note signed_note(const Signing& signing, const std::optional<Note>& earlier) {
  Note note = earlier.value_or(Note{audit::checkpoint_text(signing.checkpoint), {}});
  for (audit::Signer* signer : signing.signers) {
    const NoteKey key{signing.origin, audit::KeyUse::Log, signer->public_key()};
    if (audit::check_note(note, key).verdict == audit::KeyVerdict::Absent) {
      note.signatures.push_back(audit::sign_note(note.text, signing.origin, *signer));
    }
  }
  return note;
}

/// Runs `body` in one write transaction and commits what it did where it refuses nothing.
CheckpointsResult write_checkpoints(const BookPlace& place, const std::function<CheckpointsResult(audit::SealStore&)>& body) {
  ledger::Database& database = *place.opened.database;
  try {
    return in_attempts(database, [&] {
      database.begin_write();
      const std::optional<ledger::BookId> id = database.find_book(place.book);
      if (!id) throw WorldError(WorldFault::Damaged, "the book has gone; run verify");
      if (!database.ledger(*id)->hold()) {
        const std::string written_at = database.ledger(*id)->standing().place;
        database.rollback();
        return CheckpointsResult(Err(refusal(info_of(RequestOutcome::BookElsewhere), written_at)));
      }
      const auto seals = place.opened.seals->seals_of(id->value);
      CheckpointsResult result = body(*seals);
      if (result) {
        database.commit();
      } else {
        database.rollback();
      }
      return result;
    });
  } catch (const WorldError& error) {
    database.rollback();
    return Err(refusal(info_of(outcome_of(error.fault())), error.what()));
  }
}

CheckpointsResult keep(const std::vector<Signing>& signings, audit::SealStore& seals) {
  std::vector<StoredCheckpoint> kept;
  for (const Signing& signing : signings) {
    const std::optional<StoredCheckpoint> there = seals.checkpoint(signing.suite, signing.checkpoint.size);
    std::optional<Note> earlier;
    if (there) {
      Result<SignedCheckpoint, Refusal> read = read_checkpoint_note(there->note);
      if (!read) return Err(read.error());
      if (read->checkpoint != signing.checkpoint) {
        return Err(seal_refusal(SealOutcome::CheckpointThere, std::to_string(signing.checkpoint.size)));
      }
      earlier = read->note;
    }
    kept.push_back({signing.suite, signing.checkpoint.size, audit::note_bytes(signed_note(signing, earlier))});
    if (there) {
      seals.update_checkpoint(kept.back());
    } else {
      seals.insert_checkpoint(kept.back());
    }
  }
  return kept;
}

/// Adds to `note` the signatures of `given` that it lacks; each must be a witness's of the policy, and right.
std::optional<Refusal> take_over(const Note& given, const audit::TrustPolicy& policy, Note& note) {
  for (const audit::NoteSignature& signature : given.signatures) {
    if (std::find(note.signatures.begin(), note.signatures.end(), signature) != note.signatures.end()) continue;
    const Note alone{given.text, {signature}};
    const bool is_right = std::any_of(policy.witnesses.begin(), policy.witnesses.end(), [&](const audit::PolicyWitness& witness) {
      return audit::check_note(alone, witness.key).verdict == audit::KeyVerdict::Good;
    });
    if (!is_right) return seal_refusal(SealOutcome::SignatureWrong, signature.name);
    note.signatures.push_back(signature);
  }
  if (note.signatures.size() > audit::kNoteSignaturesMax) return seal_refusal(SealOutcome::NoteBad, "too many signatures");
  return std::nullopt;
}

std::optional<StoredCheckpoint> chosen(audit::SealStore& seals, const CheckpointChoice& choice) {
  return choice.size == 0 ? seals.latest_checkpoint(choice.suite) : seals.checkpoint(choice.suite, choice.size);
}

/// Hands the chosen checkpoint to `body`.
TextResult with_checkpoint(const BookPlace& place, const CheckpointChoice& choice,
                           const std::function<TextResult(BookReading&, const StoredCheckpoint&)>& body) {
  return read_book(place, [&](BookReading& reading) -> TextResult {
    const auto seals = place.opened.seals->seals_of(reading.head.id.value);
    const std::optional<StoredCheckpoint> checkpoint = chosen(*seals, choice);
    if (!checkpoint) {
      return Err(seal_refusal(SealOutcome::CheckpointUnknown,
                              std::string(audit::suite_name(choice.suite)) + (choice.size == 0 ? "" : " " + std::to_string(choice.size))));
    }
    return body(reading, *checkpoint);
  });
}

}  // namespace

CheckpointsResult make_checkpoints(const BookPlace& place, const Signers& signers, const std::vector<std::string>& published) {
  std::vector<Signing> signings;
  const TextResult proven = read_book(place, [&](BookReading& reading) -> TextResult {
    CheckpointMaking making(place, reading, false);
    if (std::optional<Refusal> refused = making.prepare(signers, published)) return Err(std::move(*refused));
    signings = making.signings();
    return std::string();
  });
  if (!proven) return Err(proven.error());
  return write_checkpoints(place, [&](audit::SealStore& seals) { return keep(signings, seals); });
}

Result<std::vector<ProvenCheckpoint>, Refusal> prove_checkpoints(const BookPlace& place, const std::vector<std::string>& published) {
  std::vector<ProvenCheckpoint> proven;
  const TextResult done = read_book(place, [&](BookReading& reading) -> TextResult {
    CheckpointMaking making(place, reading, true);
    if (std::optional<Refusal> refused = making.prepare({}, published)) return Err(std::move(*refused));
    for (const Signing& signing : making.signings()) proven.push_back({signing.suite, audit::checkpoint_text(signing.checkpoint), signing.keys});
    return std::string();
  });
  if (!done) return Err(done.error());
  return proven;
}

CheckpointsResult add_signature(const BookPlace& place, std::string_view text, audit::Signer& signer) {
  const Result<Checkpoint, Problem> checkpoint = audit::parse_checkpoint(text);
  if (!checkpoint) return Err(refusal_of({checkpoint.error()}));
  std::vector<Signing> signings;
  const TextResult checked = read_book(place, [&](BookReading& reading) -> TextResult {
    const std::vector<audit::LogKey> rows = place.opened.seals->seals_of(reading.head.id.value)->keys();
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const audit::LogKey& one) {
      const NoteKey key = note_key_of(one);
      return !one.end_seq && key.name == checkpoint->origin && key.key == signer.public_key();
    });
    if (row == rows.end()) return Err(seal_refusal(SealOutcome::KeyUnknown, checkpoint->origin));
    audit::Hasher hasher(row->suite);
    const bool is_here = checkpoint->size > 0 && checkpoint->size <= reading.head.records &&
                         audit::stored_frontier(reading.log, row->suite, checkpoint->size, hasher).root(hasher) == checkpoint->root;
    if (!is_here) return Err(seal_refusal(SealOutcome::HistoryDiffers, std::to_string(checkpoint->size)));
    signings.push_back(Signing{row->suite, checkpoint->origin, *checkpoint, {&signer}, {}});
    return std::string();
  });
  if (!checked) return Err(checked.error());
  return write_checkpoints(place, [&](audit::SealStore& seals) { return keep(signings, seals); });
}

Result<std::vector<std::string>, Refusal> lost_checkpoints(const BookPlace& place, const std::vector<std::string>& published) {
  std::vector<std::string> lost;
  const TextResult looked = read_book(place, [&](BookReading& reading) -> TextResult {
    for (const std::string& bytes : published) {
      const Result<SignedCheckpoint, Refusal> read = read_checkpoint_note(bytes);
      if (!read) return Err(read.error());
      const Checkpoint& seen = read->checkpoint;
      const std::optional<Suite> suite = audit::suite_of_origin(seen.origin);
      if (!suite) return Err(seal_refusal(SealOutcome::KeyOfAnother, seen.origin));
      if (seen.size <= reading.head.records) {
        audit::Hasher hasher(*suite);
        if (audit::stored_frontier(reading.log, *suite, seen.size, hasher).root(hasher) == seen.root) continue;
      }
      lost.push_back(bytes);
    }
    if (lost.empty()) return Err(seal_refusal(SealOutcome::NothingLost, std::to_string(published.size()) + " checkpoints"));
    return std::string();
  });
  if (!looked) return Err(looked.error());
  return lost;
}

TextResult checkpoint_note(const BookPlace& place, const CheckpointChoice& choice) {
  return with_checkpoint(place, choice, [](BookReading&, const StoredCheckpoint& found) -> TextResult { return found.note; });
}

TextResult stamp_question(const BookPlace& place, const CheckpointChoice& choice) {
  return with_checkpoint(place, choice, [](BookReading&, const StoredCheckpoint& found) -> TextResult {
    const Result<SignedCheckpoint, Refusal> read = read_checkpoint_note(found.note);
    if (!read) return Err(read.error());
    audit::Hasher hasher(found.suite);
    return audit::stamp_request(found.suite, hasher.plain(read->note.text)).bytes;
  });
}

TextResult witness_request(const BookPlace& place, const CheckpointChoice& choice, std::int64_t seen) {
  return with_checkpoint(place, choice, [&](BookReading& reading, const StoredCheckpoint& found) -> TextResult {
    Result<SignedCheckpoint, Refusal> read = read_checkpoint_note(found.note);
    if (!read) return Err(read.error());
    if (seen < 0 || seen > found.size) return Err(seal_refusal(SealOutcome::WitnessOldSizeBad, std::to_string(seen)));
    audit::Hasher hasher(found.suite);
    std::vector<audit::Digest> proof;
    if (seen > 0) {
      proof = audit::consistency_proof(hasher, {seen, found.size}, audit::stored_subtrees(reading.log, found.suite, hasher));
    }
    return audit::witness_request_bytes({seen, std::move(proof), std::move(read->note), std::move(read->checkpoint)});
  });
}

CheckpointsResult add_cosignatures(const BookPlace& place, std::string_view note, std::string_view policy) {
  const Result<audit::TrustPolicy, Problem> trusted = audit::parse_trust_policy(policy);
  if (!trusted) return Err(refusal_of({trusted.error()}));
  const Result<SignedCheckpoint, Refusal> given = read_checkpoint_note(note);
  if (!given) return Err(given.error());
  return write_checkpoints(place, [&](audit::SealStore& seals) -> CheckpointsResult {
    for (const Suite suite : audit::kSuites) {
      const std::optional<StoredCheckpoint> there = seals.checkpoint(suite, given->checkpoint.size);
      if (!there) continue;
      Result<SignedCheckpoint, Refusal> read = read_checkpoint_note(there->note);
      if (!read) return Err(read.error());
      if (read->note.text != given->note.text) continue;
      if (std::optional<Refusal> refused = take_over(given->note, *trusted, read.value().note)) return Err(std::move(*refused));
      const StoredCheckpoint cosigned{suite, there->size, audit::note_bytes(read->note)};
      seals.update_checkpoint(cosigned);
      return std::vector<StoredCheckpoint>{cosigned};
    }
    return Err(seal_refusal(SealOutcome::CheckpointUnknown, given->checkpoint.origin + " " + std::to_string(given->checkpoint.size)));
  });
}

}  // namespace mingzhang::service
