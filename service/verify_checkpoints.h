// SPDX-License-Identifier: Apache-2.0
// The checkpoints that a book keeps, against the log that they speak of.
#pragma once

#include <optional>

#include "audit/keys/log_key.h"
#include "audit/log_store.h"
#include "base/outcome.h"

namespace mingzhang::service {

/// Every stored checkpoint must be a note signed by a key of the book's log, of a size that the log has reached, with the
/// root that the tree has there: VERIFY-402 with suite and size otherwise. Requires: the log's leaves and stored subtrees were
/// proven before; `records` is their number. Cosignatures are not looked at: whom to believe is the reader's policy.
std::optional<Problem> check_checkpoints(audit::LogStore& log, audit::SealStore& seals, std::int64_t records);

}  // namespace mingzhang::service
