// SPDX-License-Identifier: Apache-2.0
// Month after month, sorted within the month.
#include "reports/vouchers_between.h"

#include <algorithm>
#include <optional>
#include <string>

#include "base/check.h"
#include "base/world_error.h"
#include "reports/account_scope.h"

namespace mingzhang::reports {

void visit_vouchers(ledger::LedgerStore& store, VoucherReader& reader, std::pair<Date, Date> from_to,
                    const std::function<void(const ledger::PostedVoucher&, const RecordedVoucher&)>& visit) {
  const auto [from, to] = from_to;
  MZ_CHECK(from <= to);
  for (const Month month : months_in_use(store, Month::of(from), Month::of(to))) {
    std::vector<ledger::PostedVoucher> vouchers;
    store.vouchers(month, [&, first = from, last = to](const ledger::PostedVoucher& voucher) {
      if (first <= voucher.date && voucher.date <= last) vouchers.push_back(voucher);
    });
    std::sort(vouchers.begin(), vouchers.end(), [](const ledger::PostedVoucher& a, const ledger::PostedVoucher& b) {
      return std::pair(a.date, a.seq) < std::pair(b.date, b.seq);
    });
    for (const ledger::PostedVoucher& voucher : vouchers) {
      const std::optional<RecordedVoucher> recorded = reader.voucher_of(voucher.seq);
      if (!recorded) {
        throw WorldError(WorldFault::Damaged, "voucher without its record " + std::to_string(voucher.seq));
      }
      visit(voucher, *recorded);
    }
  }
}

}  // namespace mingzhang::reports
