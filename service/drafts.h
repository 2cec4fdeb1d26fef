// SPDX-License-Identifier: Apache-2.0
// Requests that wait for a second person: submitted by one, approved or rejected by another.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ledger/database.h"
#include "service/opened_database.h"
#include "service/request.h"
#include "service/writer.h"

namespace mingzhang::service {

/// A draft and its commands, as the approver sees them.
struct PendingDraft {
  ledger::Draft draft;
  std::vector<Command> commands;
};

/// What a draft keeps of its commands: one canonical JSON array.
std::string draft_content(std::span<const Command> commands);

/// The approver's desk of one database.
class Drafts {
 public:
  Drafts(Writer& writer, Clock& clock)
      : opened_(writer.opened()), database_(*opened_.database), writer_(writer), clock_(clock) {}

  /// Checks the commands as far as they can be checked now (people, shape and state) and keeps them. The draft's number.
  /// Requires that they carry no values of people and open no book; see `waits_for_approver`.
  Result<std::int64_t, Refusal> submit(const std::string& book, const std::string& by, std::span<const Command> commands);
  /// Books the draft's commands, all or none. INV-06: `by` must not be the preparer. Approving again what was approved
  /// gives the first receipt again.
  Answer approve(const std::string& book, std::int64_t draft, const std::string& by);
  /// Sends the draft back with a reason. Nothing is posted.
  Result<std::int64_t, Refusal> reject(const std::string& book, std::int64_t draft, const std::string& by,
                                       const std::string& reason);
  /// Pending drafts, oldest first.
  Result<std::vector<PendingDraft>, Refusal> pending(const std::string& book);

 private:
  OpenedDatabase opened_;
  /// The refusal of a book that is not written in this database.
  Refusal elsewhere(ledger::BookId id);

  ledger::Database& database_;
  Writer& writer_;
  Clock& clock_;
};

}  // namespace mingzhang::service
