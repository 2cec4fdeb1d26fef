// SPDX-License-Identifier: Apache-2.0
// A command of the funds, the loans or the guarantees together with the vouchers that move its money.
#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "service/command.h"
#include "service/reading/reading.h"
#include "service/request.h"

namespace mingzhang::service {

/// The command and its vouchers as one request, without key and people; or why the command is refused. Reads the book as
/// it is now: what somebody else writes in between is found by the write path.
/// Example: an allocation of 100.00 to two townships gives the allocation and one voucher of two debits and one credit.
Result<Request, Refusal> money_request_of(const BookPlace& place, const Command& command, Date today);

/// Several commands of money in their order, each with its vouchers behind it; each sees what the ones before it did to the
/// funds, the loans and the guarantees. The first that is refused ends it.
Result<Request, Refusal> money_request_of(const BookPlace& place, const std::vector<Command>& commands, Date today);

/// Under which key and by whom a command is asked for.
struct MoneyOrder {
  std::string key;
  std::string by;
  std::string approved_by;
};
/// The whole request with the vouchers of the command. Its digest covers people and command only, so that the same order
/// again is recognised although the book has gone on, and gets its first receipt.
Result<Request, Refusal> ordered(const BookPlace& place, const Command& command, const MoneyOrder& order, Date today);

}  // namespace mingzhang::service
