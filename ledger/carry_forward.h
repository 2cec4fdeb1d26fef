// SPDX-License-Identifier: Apache-2.0
// The year-end carry-forward (年度结转): what moves the year's income and expenses into the surplus.
#pragma once

#include <cstddef>
#include <vector>

#include "ledger/book.h"
#include "ledger/voucher.h"

namespace mingzhang::ledger {

/// The vouchers that bring every account with a `closes_to` to zero at the end of `year`, to be posted in this order.
/// Each has the kind CarryForward, the type 转 and the date December 31, and balances in every fund by itself.
///
/// Accounts are carried in stages: an account waits until every account that closes to it has been carried, and is then
/// carried with what it has received (5001 → 3301, then 3301 → 3001). There is one voucher per stage and entry set,
/// more where its lines would exceed `lines_max`. Lines name the fund but no project and no subject: what a project has
/// spent stays readable over the years. Example: income 1,000,000.00 and expenses 84,842.84 close to 3301 → first 3301
/// receives 1,000,000.00 on the credit and 84,842.84 on the debit side, then 915,157.16 moves from 3301 to 3001.
///
/// Changes nothing; a year whose balances are all zero gives nothing, so a second call after posting gives nothing. Old
/// years that were never carried are carried along. The chart is taken as it is: a target that is missing, not a leaf
/// or of the other entry set makes `check_state` refuse the voucher. Accounts that close to each other in a circle, and
/// what waits for them, are left alone. Requires: `year` from 1900 to 2999, `lines_max` from 2.
std::vector<VoucherRequest> carry_forward(int year, Book& book, std::size_t lines_max = kLinesMax);

}  // namespace mingzhang::ledger
