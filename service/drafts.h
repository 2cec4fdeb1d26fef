// SPDX-License-Identifier: Apache-2.0
// Vouchers that wait for a second person: submitted by one, approved or rejected by another.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "ledger/database.h"
#include "service/request.h"
#include "service/writer.h"

namespace mingzhang::service {

/// A draft and its vouchers, as the approver sees them.
struct PendingDraft {
  ledger::Draft draft;
  std::vector<ledger::VoucherRequest> vouchers;
};

/// The approver's desk of one database.
class Drafts {
 public:
  Drafts(ledger::Database& database, Writer& writer, Clock& clock)
      : database_(database), writer_(writer), clock_(clock) {}

  /// Checks the vouchers as far as they can be checked now (people, shape and state) and keeps them. The draft's number.
  Result<std::int64_t, Refusal> submit(const std::string& book, const std::string& by,
                                       const std::vector<ledger::VoucherRequest>& vouchers);
  /// Posts the draft's vouchers, all or none. INV-06: `by` must not be the preparer. Approving again what was approved
  /// gives the first receipt again.
  Answer approve(const std::string& book, std::int64_t draft, const std::string& by);
  /// Sends the draft back with a reason. Nothing is posted.
  Result<std::int64_t, Refusal> reject(const std::string& book, std::int64_t draft, const std::string& by,
                                       const std::string& reason);
  /// Pending drafts, oldest first.
  Result<std::vector<PendingDraft>, Refusal> pending(const std::string& book);

 private:
  ledger::Database& database_;
  Writer& writer_;
  Clock& clock_;
};

}  // namespace mingzhang::service
