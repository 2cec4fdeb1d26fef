// SPDX-License-Identifier: Apache-2.0
// One yuan walked both ways: document (文号) → indicator → allocation or list → voucher → household, and back.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "funds/funds_store.h"
#include "reports/table.h"
#include "reports/voucher_reader.h"

namespace mingzhang::reports {

/// What a walk reads.
struct WalkSources {
  funds::FundsStore& funds;
  VoucherReader& vouchers;
};

/// Down: every indicator of this document, each of its movements with its vouchers, and under every payment list its rows
/// with the vouchers that paid them. Without rows where no indicator has this document.
Table walk_from_document(const WalkSources& sources, std::string_view document);
/// Up: every row and benefit of the household, the voucher that paid it, its list, allocation, indicator and document.
Table walk_from_household(const WalkSources& sources, std::string_view household);
/// Both ways from the voucher in record `seq`: up to its document, and down to the households of its list. Of a voucher
/// that no command of the funds posted, such as a correction: the indicators and documents of the funds in its lines.
Table walk_from_voucher(const WalkSources& sources, std::int64_t seq);

}  // namespace mingzhang::reports
