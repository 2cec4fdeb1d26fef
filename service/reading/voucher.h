// SPDX-License-Identifier: Apache-2.0
// Vouchers as their records have them, for reports and reversals.
#pragma once

#include <cstdint>
#include <optional>

#include "audit/log_store.h"
#include "reports/voucher_reader.h"

namespace mingzhang::service {

/// Reads the log of one book. The log must outlive it; the caller holds the transaction. A record that cannot be read
/// throws WorldError Damaged.
class LogVouchers final : public reports::VoucherReader {
 public:
  explicit LogVouchers(audit::LogStore& log) : log_(log) {}

  std::optional<reports::RecordedVoucher> voucher_of(std::int64_t seq) override;
  std::optional<reports::RecordedVoucher> head_of(std::int64_t seq) override;

 private:
  audit::LogStore& log_;
};

}  // namespace mingzhang::service
