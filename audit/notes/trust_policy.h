// SPDX-License-Identifier: Apache-2.0
// Whom a reader trusts (C2SP tlog-policy): the keys of logs and witnesses, and how many of them must have signed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "audit/notes/note_key.h"
#include "base/outcome.h"
#include "base/result.h"

namespace mingzhang::audit {

/// A witness under the name that the policy gives it.
struct PolicyWitness {
  std::string name;
  NoteKey key;
};

/// At least `threshold` of the members, each a witness or an earlier group, by name.
struct PolicyGroup {
  std::string name;
  std::size_t threshold = 1;
  std::vector<std::string> members;
};

/// A file of its reader, never taken from a package. One statement a line, '#' begins a comment:
///
///     log VKEY                          keys whose signatures make a checkpoint; one for each tree (and suite)
///     witness NAME VKEY
///     group NAME all|any|K MEMBER…      members stand before their group and in one group only
///     quorum NAME|none                  the witness or group that must have signed; last, exactly once
struct TrustPolicy {
  std::vector<NoteKey> logs;
  std::vector<PolicyWitness> witnesses;
  std::vector<PolicyGroup> groups;
  std::string quorum;  ///< empty = no witness is asked for
};

/// SEAL-104 with the line and the reason where the file is not that. A key may stand once only: one key under two names
/// would count twice.
Result<TrustPolicy, Problem> parse_trust_policy(std::string_view bytes);

/// What a policy says of a checkpoint's note.
struct TrustCheck {
  const NoteKey* log = nullptr;       ///< the log whose signature is right; null where none is
  std::vector<std::string> wrong;     ///< names of keys whose signature is there and wrong: the note is to be refused
  std::vector<std::string> witnesses; ///< names, as the policy has them, of those who cosigned
  bool has_quorum = false;
  std::int64_t first_time = 0;  ///< the earliest of the witnesses' times, seconds since 1970; 0 without witnesses
  std::int64_t last_time = 0;

  /// Signed by a log of the policy, nothing wrong, and enough witnesses.
  bool is_trusted() const { return log != nullptr && wrong.empty() && has_quorum; }
};

/// Checks the note against every key of the policy. Only logs whose name is `origin` count: a log's key signs for its own
/// tree. Only witnesses of the log's algorithm count.
TrustCheck check_trust(const Note& note, std::string_view origin, const TrustPolicy& policy);

}  // namespace mingzhang::audit
