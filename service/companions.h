// SPDX-License-Identifier: Apache-2.0
// Money of the funds, the loans and the guarantees moves as vouchers only, and its vouchers move it only together with them.
#pragma once

#include <deque>
#include <optional>
#include <string_view>

#include "base/outcome.h"
#include "ledger/voucher.h"
#include "service/book_state.h"
#include "service/command.h"

namespace mingzhang::service {

/// Holds the commands of one request together, INV-25: behind a command of funds/, loans/ or guarantee/ stand exactly the vouchers
/// that it asks for, in the same request; no other voucher has its code as source, and no voucher of it is reversed by hand.
/// Example: an allocation of 100.00 is followed by its voucher of 100.00; one of 99.99 is REQ-602.
class Companions {
 public:
  /// Why this command of this person may not stand here, or nothing. Asked for the commands of a request in their order, each before it
  /// is applied and after its own checks.
  std::optional<Problem> next(const Command& command, std::string_view by, BookState& state);
  /// Why the request may not end here, or nothing. The next command begins another request.
  std::optional<Problem> end();

 private:
  std::deque<ledger::VoucherRequest> expected_;
};

}  // namespace mingzhang::service
