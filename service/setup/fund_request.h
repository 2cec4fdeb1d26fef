// SPDX-License-Identifier: Apache-2.0
// A command of the funds together with the vouchers that move its money.
#pragma once

#include "base/date.h"
#include "funds/command.h"
#include "service/reading/reading.h"
#include "service/request.h"

namespace mingzhang::service {

/// The command and its vouchers as one request, without key and people; or why the command is refused. Reads the book as
/// it is now: what somebody else writes in between is found by the write path.
/// Example: an allocation of 100.00 to two townships gives the allocation and one voucher of two debits and one credit.
Result<Request, Refusal> fund_request_of(const BookPlace& place, const funds::Command& command, Date today);

}  // namespace mingzhang::service
