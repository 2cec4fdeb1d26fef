// SPDX-License-Identifier: Apache-2.0
// Backups that are verified before they count, and restoring them without losing what was there.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>

#include "base/outcome.h"
#include "base/result.h"
#include "store/connection.h"

namespace mingzhang::store {

/// Why a backup or a restore is refused, in the order in which it is looked for.
enum class BackupOutcome : std::uint16_t {
  Ok = 0,
  // 200: what it names
  BackupMissing = 201,  ///< there is no backup to restore
  TargetExists = 202,   ///< there is a file under the target's name, and replacing it was not asked for
  // 300: the state of the files
  BackupInUse = 301,  ///< the backup has a write-ahead log: it is a live book
  TargetInUse = 302,  ///< a program has the file open that would be replaced
  // 400: what it holds
  CopyDamaged = 401,  ///< the copy fails SQLite's own checks
  CopyWrong = 402,    ///< the copy fails the caller's verification
};

/// All refusals, in precedence order.
std::span<const OutcomeInfo> backup_outcomes();
/// The description of one refusal. Requires: not Ok.
const OutcomeInfo& info_of(BackupOutcome outcome);

/// Looks at an opened copy (read-only) with the caller's own eyes, e.g. recomputes its logs. Returns what is wrong, or
/// an empty text.
using VerifyCopy = std::function<std::string(Connection&)>;

struct BackupRequest {
  std::string target;
  bool replaces_target = false;
  VerifyCopy verify;  ///< may be empty
};

struct BackupReport {
  std::uint64_t bytes = 0;
};

/// Writes a compact copy of the database as it is at this moment; others may go on reading and writing. The copy is
/// built under another name beside the target, synced, read back, checked for integrity and foreign keys, verified, and
/// only then gets its name: there is never a file of that name that is not a whole, verified copy. Where the program is
/// killed a file `<target>.partial-<number>` may be left over.
/// Requires a SQLite connection without an open transaction. Throws WorldError when the disk fails.
Result<BackupReport, Problem> back_up(Connection& connection, const BackupRequest& request);

/// The same for the file at `path`, on a connection of its own: also while another one is writing.
Result<BackupReport, Problem> back_up_file(const std::string& path, const BackupRequest& request);

/// Checks a backup file without changing anything. Nothing where it is sound.
std::optional<Problem> verify_backup(const std::string& path, const VerifyCopy& verify);

struct RestoreRequest {
  std::string backup;
  std::string destination;
  bool replaces_destination = false;
  VerifyCopy verify;  ///< may be empty
};

struct RestoreReport {
  std::uint64_t bytes = 0;
  std::string kept_aside;  ///< where the replaced book is now; empty where there was none
};

/// Puts a verified copy of the backup in the destination's place; the backup stays as it is. A replaced book is kept as
/// `<destination>.before-restore` (or -2, -3, …), with everything that was in its write-ahead log. At every moment the
/// destination is either the old book or the whole new one.
/// Requires that this process does not have the destination open. Throws WorldError when the disk fails.
Result<RestoreReport, Problem> restore(const RestoreRequest& request);

}  // namespace mingzhang::store
