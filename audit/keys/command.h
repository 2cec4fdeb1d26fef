// SPDX-License-Identifier: Apache-2.0
// Adding a key to a book's log, ending one (rotation with an overlap 密钥轮换), and going on after a restore 恢复后续账.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "audit/keys/log_key.h"
#include "base/json.h"
#include "base/outcome.h"

namespace mingzhang::audit {

/// From this record on the key may sign the book's checkpoints: log_key/v1.
struct AddLogKey {
  std::string key;     ///< the vkey; its name is "BUREAU/ledger/BOOK/sha256" for Ed25519, "…/sm3" for SM2 (log_name.h)
  std::string reason;  ///< e.g. the minutes in which the key's fingerprint stands
};

/// From this record on it may not: log_key_end/v1. What it signed before stays signed.
struct EndLogKey {
  std::string key;
  std::string reason;
};

/// The database was set back behind what had been published, the lost records cannot be had again, and the book is to go on
/// from here: log_restore/v1. All keys end. The next ones bear the name of the log's next life, so that witnesses and
/// auditors meet another log, which they take up by a decision of their own or not at all; nobody ever signs two histories
/// of one name. What was lost stays named in the log.
struct RestoreLog {
  std::vector<std::string> lost;  ///< checkpoints that the log no longer agrees with: signed notes, one per suite at most
  std::string reason;
};

using Command = std::variant<AddLogKey, EndLogKey, RestoreLog>;

/// Looks at the request alone: a vkey of a log, its name and its suite, or the notes of checkpoints; and the reason.
std::vector<Problem> check_request(const Command& command);
/// Looks at the book: that the key's name is that of the book's log in its present life, one bureau for all keys, no key
/// twice, and never a suite without a key once it had one: the next key is added before the last one is ended. What is lost
/// must bear the name of the present life. Requires that `check_request` found nothing.
std::vector<Problem> check_state(const Command& command, std::string_view book, const LogKeys& keys);

/// "log_key/v1", "log_key_end/v1", "log_restore/v1".
std::string_view record_kind_of(const Command& command);
/// The record's `data`, canonical JSON.
std::string record_data_of(const Command& command);
/// The inverse; nothing where kind or data are not known.
std::optional<Command> decode_command(std::string_view kind, const JsonValue& data);

/// Changes the keys as record `seq`. Requires that `check_state` found nothing.
void apply(const Command& command, std::int64_t seq, LogKeys& keys);

/// Which life of the log the next key is for, from 1: one more than the last keys' where a restore ended them all.
int present_life(const LogKeys& keys, std::string_view book);

}  // namespace mingzhang::audit
