// SPDX-License-Identifier: Apache-2.0
// A log as somebody else keeps it: packages in a folder, each of which grew out of the one before 镜像留存.
#pragma once

#include <string>

#include "base/clock.h"
#include "service/opened_database.h"
#include "service/reading/lists.h"
#include "service/reading/reading.h"

namespace mingzhang::service {

/// What is to be kept, and where.
struct MirrorOrder {
  std::string package;  ///< path of the zip file
  std::string policy;   ///< the keeper's own trust policy, the file's bytes
  std::string folder;   ///< of this log alone; it is there already
};

/// What came of it.
struct MirrorReply {
  std::string said;      ///< one sentence, or JSON
  std::string evidence;  ///< where history was changed: both checkpoints, to be kept; else empty
  Refusal refusal;       ///< no problems where the package was kept
  bool is_kept() const { return refusal.problems.empty(); }
};

/// Verifies the package with everything that was kept before, and keeps it: the package under its own name, its checkpoints as
/// "checkpoint.SUITE.SIZE"; nothing that is there is ever written over, and the checkpoints come last. With a witness's memory the
/// package must also have the roots that the witness signed for. Keeping the same package again changes nothing.
/// SEAL-406 for another history (with evidence), SEAL-408 where the verdict is not good, SEAL-409 where records between what is kept and
/// the package are missing, SEAL-410 for another log than the folder's. `memory` may be null. Throws nothing.
MirrorReply keep_package(const MirrorOrder& order, const OpenedDatabase* memory, Clock& clock, Format format);

}  // namespace mingzhang::service
