// SPDX-License-Identifier: Apache-2.0
// Posting a voucher: the checks on the request, the checks on the book, and what it changes.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "base/outcome.h"
#include "ledger/book.h"
#include "ledger/post_outcome.h"
#include "ledger/voucher.h"

namespace mingzhang::ledger {

/// Looks at the request alone. All problems that can be told apart are returned, the first in precedence order first;
/// empty: none. `today` bounds the date (at most 366 days ahead).
std::vector<Problem> check_request(const VoucherRequest& request, Date today);

/// Looks at the book. Requires that `check_request` found nothing. The same order and meaning of the result.
/// INV-01 per fund and entry set balanced, INV-04 never-negative accounts on the voucher's day and on every later day.
std::vector<Problem> check_state(const VoucherRequest& request, Book& book);

/// The next number of the voucher's month and type.
std::int64_t next_number(const VoucherRequest& request, Book& book);

/// Writes the voucher into balances, postings and registers as record `seq`. Reads no clock and no random source.
/// Requires that the checks found nothing, and the next number; the same for a replayed record.
void apply(const VoucherRequest& request, std::int64_t number, std::int64_t seq, Book& book);

/// The reversal of a posted voucher: every line on its other side, dated `date`, of the same type.
VoucherRequest reversal_of(const Voucher& original, Date date, std::string reason);

}  // namespace mingzhang::ledger
