// SPDX-License-Identifier: Apache-2.0
// What goes into the one write path and what comes out.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/outcome.h"
#include "base/result.h"
#include "households/personal_store.h"
#include "service/command.h"

namespace mingzhang::service {

/// The name that stands for the program itself, e.g. for a migration; nobody else can have it.
inline constexpr std::string_view kSystemUser = "system";

/// One request: some commands on one book, all or none.
struct Request {
  std::string book;
  std::string key;          ///< idempotency key, 1–64 bytes: the same key with the same request is applied once
  std::string by;           ///< who prepared it
  std::string approved_by;  ///< who approved it; empty where nobody has to
  bool is_system = false;   ///< a migration: nobody approves, and the records say "system"
  std::vector<Command> commands;
  /// Values of people whose digests stand in the commands: kept in the same transaction (service/personal_values.h).
  std::vector<households::PersonalValues> personal;
  std::string digest;       ///< SHA-256 of what the request says, 64 hex digits; empty: computed from the commands
};

/// What an acknowledged request can be recognised by later.
struct Receipt {
  std::string book;
  std::int64_t first_seq = 0;  ///< its first record
  std::int64_t records = 0;
  std::string leaf_sha256;     ///< of its last record, hex
  std::string leaf_sm3;
  bool is_repeat = false;      ///< the key was known: this is the first answer again
};

/// A problem of one command of the request; `command` −1: of the whole request.
struct CommandProblem {
  std::int64_t command = -1;
  Problem problem;
};

/// All problems that were found, the decisive one first. Nothing was changed.
struct Refusal {
  std::vector<CommandProblem> problems;
};

using Answer = Result<Receipt, Refusal>;

/// A command, or the typed words that could not be read.
using NewCommand = Result<Command, Refusal>;

/// A refusal with one problem of the whole request.
Refusal refusal(const OutcomeInfo& info, std::string detail);

}  // namespace mingzhang::service
