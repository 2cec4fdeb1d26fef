// SPDX-License-Identifier: Apache-2.0
// What reports need from the log: the texts of a voucher, which stand in its record only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "ledger/voucher.h"

namespace mingzhang::reports {

/// A voucher as its record has it.
struct RecordedVoucher {
  ledger::Voucher voucher;
  std::string by;           ///< preparer (制单)
  std::string approved_by;  ///< approver (审核); may be empty
  std::string at;           ///< when it was posted (记账), as in the record
};

/// Reads vouchers out of the records of one book, in the same transaction as the store. Failures throw WorldError.
class VoucherReader {
 public:
  virtual ~VoucherReader() = default;

  /// The voucher of record `seq` with all its lines; nothing where that record is no voucher.
  virtual std::optional<RecordedVoucher> voucher_of(std::int64_t seq) = 0;

  /// The same without its lines. Worth its own way of reading: a list may have fifty thousand lines.
  virtual std::optional<RecordedVoucher> head_of(std::int64_t seq);

  /// The own summary of line `position` (from 0) of that voucher, mostly ""; nothing where there is no such line.
  virtual std::optional<std::string> line_summary_of(std::int64_t seq, std::int64_t position);
};

}  // namespace mingzhang::reports
