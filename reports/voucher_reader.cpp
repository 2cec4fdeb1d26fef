// SPDX-License-Identifier: Apache-2.0
// The plain ways of reading parts of a voucher: read it whole.
#include "reports/voucher_reader.h"

#include <cstddef>
#include <utility>

namespace mingzhang::reports {

std::optional<RecordedVoucher> VoucherReader::head_of(std::int64_t seq) {
  std::optional<RecordedVoucher> recorded = voucher_of(seq);
  if (recorded) recorded->voucher.request.lines.clear();
  return recorded;
}

std::optional<std::string> VoucherReader::line_summary_of(std::int64_t seq, std::int64_t position) {
  const std::optional<RecordedVoucher> recorded = voucher_of(seq);
  if (!recorded || position < 0) return std::nullopt;
  const auto& lines = recorded->voucher.request.lines;
  if (static_cast<std::size_t>(position) >= lines.size()) return std::nullopt;
  return lines[static_cast<std::size_t>(position)].summary;
}

}  // namespace mingzhang::reports
