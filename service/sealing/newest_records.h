// SPDX-License-Identifier: Apache-2.0
// What is asked of the records that no checkpoint has covered yet.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <tuple>

#include "audit/log_store.h"
#include "base/outcome.h"
#include "ledger/voucher.h"

namespace mingzhang::service {

/// Looks at records one after the other: each must be known, break no rule that it alone can break (a voucher that does not
/// balance among them), and carry the voucher number after the one before it of its month and type. The whole proof is
/// `verify`; this is what costs nothing beside hashing. VERIFY-2xx otherwise.
class NewestRecords {
 public:
  std::optional<Problem> check(const audit::StoredRecord& record);

 private:
  std::optional<Problem> check_number(const ledger::VoucherRequest& voucher, std::int64_t number, std::int64_t seq);

  std::map<std::tuple<std::int64_t, ledger::VoucherType>, std::int64_t> last_numbers_;
};

}  // namespace mingzhang::service
