// SPDX-License-Identifier: Apache-2.0
// The verdicts on a package: its files, its history, who signed it and when, and the books in it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "audit/books/books.h"
#include "audit/notes/trust_policy.h"
#include "audit/package/files.h"
#include "audit/package/range_proof.h"
#include "audit/stamps/certificate.h"
#include "base/outcome.h"

namespace mingzhang::audit {

/// What the auditor brings; nothing of it comes from the package.
struct AuditorSide {
  TrustPolicy policy;
  std::string since;  ///< a checkpoint that the auditor kept, as a signed note; empty = none
  /// Authorities whose time stamps count; empty: stamps are not looked at.
  std::vector<Certificate> stamp_roots;
  /// Roots of certificates whose signatures over the manifests count; empty: such signatures are not looked at.
  std::vector<Certificate> seal_roots;
  std::int64_t now = 0;  ///< seconds since 1970: when certificates must be valid, where no witness and no stamp tells the time
  bool requires_stamp = false;  ///< every checkpoint that the policy asks for must bear one
  /// Told now and then how many of how many records have been read; null: nobody is.
  std::function<void(std::int64_t done, std::int64_t all)> progress;
};

enum class VerdictState : std::uint8_t {
  Good = 1,
  Bad = 2,
  NotChecked = 3,  ///< the package does not hold what it would take; `problem` says what
};

/// One of the verdicts. Not good without a problem that says why.
struct Verdict {
  VerdictState state = VerdictState::NotChecked;
  std::optional<Problem> problem;  ///< the first: its place names the record or the file
};

/// What one suite's checkpoint says, and whose signatures it bears.
struct CheckpointVerdict {
  Suite suite = Suite::Sha256;
  std::string origin;
  std::int64_t size = 0;
  std::string root;                    ///< base64
  bool is_signed = false;              ///< by a log of the policy
  bool has_quorum = false;
  std::vector<std::string> witnesses;  ///< names of the policy
  std::int64_t first_time = 0;         ///< of the witnesses, seconds since 1970; 0 = none
  std::int64_t last_time = 0;
  std::int64_t stamp_time = 0;  ///< of the time stamp over the checkpoint's text (RFC 3161); 0 = none that was checked
};

struct PackageVerdict {
  std::optional<Problem> unreadable;  ///< then nothing else was looked at
  std::string book;
  LogRange range;
  std::int64_t records = 0;
  std::int64_t vouchers = 0;
  std::int64_t lines = 0;
  BooksUnchecked unchecked;   ///< what of the books the package does not hold
  std::string first_at;       ///< times of the first and the last record
  std::string last_at;
  std::vector<CheckpointVerdict> checkpoints;
  std::vector<std::string> seals;  ///< whose certificates signed the manifests, one line each

  Verdict files;    ///< every file is what the manifests say
  Verdict history;  ///< the records are those of the checkpoint, unchanged, in their order
  Verdict since;    ///< and the same as last time; NotChecked without a problem where no earlier checkpoint was given
  Verdict who;      ///< signed by the log and by enough witnesses
  Verdict books;    ///< balanced, gapless, reversals and closings right
  Verdict derived;  ///< the tables beside the log say what it says
  std::string evidence;  ///< where the history forked: both notes, one after the other

  /// 0 good; 1 tampered with; 2 unreadable, or kinds of records that are not known; 3 good, but not signed as the policy asks, or not
  /// comparable with the earlier checkpoint; 4 another history than that of the earlier checkpoint. The first that applies of
  /// 2 (unreadable), 4, 1, 2 (unknown kinds), 3, 0.
  int exit_code() const;
};

/// Checks everything about a package, on two threads. One pass over its records in both suites; memory does not grow with them but for what `Books` says.
/// Throws WorldError where the disk or OpenSSL fails, never for what the package holds.
PackageVerdict verify_package(const PackageFiles& files, const AuditorSide& auditor);

}  // namespace mingzhang::audit
