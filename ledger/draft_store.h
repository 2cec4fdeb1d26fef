// SPDX-License-Identifier: Apache-2.0
// Drafts: requests that wait for a second person. Working state, not part of the log.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"

namespace mingzhang::ledger {

enum class DraftState : std::uint8_t { Pending = 1, Approved = 2, Rejected = 3 };

/// A submitted request and what became of it.
struct Draft {
  std::int64_t id = 0;  ///< from 1, per book
  DraftState state = DraftState::Pending;
  std::string prepared_by;
  Instant prepared_at;
  std::string title;    ///< one line for lists
  std::string content;  ///< canonical JSON of the whole request
  std::string decided_by;
  Instant decided_at;
  std::string reason;   ///< why it was rejected
};

/// The drafts of one book, inside a transaction that somebody else holds. Failures throw WorldError.
class DraftStore {
 public:
  virtual ~DraftStore() = default;
  virtual std::int64_t last_draft_id() = 0;
  virtual void insert_draft(const Draft& draft) = 0;
  virtual void update_draft(const Draft& draft) = 0;
  virtual std::optional<Draft> draft(std::int64_t id) = 0;
  /// Pending drafts, oldest first.
  virtual std::vector<Draft> pending_drafts() = 0;
};

}  // namespace mingzhang::ledger
