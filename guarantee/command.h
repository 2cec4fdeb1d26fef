// SPDX-License-Identifier: Apache-2.0
// Every change of guarantee/ as one type, so that the write path and the replay treat all kinds alike.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/json.h"
#include "base/outcome.h"
#include "guarantee/claim_commands.h"
#include "guarantee/guarantee.h"
#include "guarantee/pool_commands.h"
#include "guarantee/risk_fund_commands.h"
#include "ledger/book.h"
#include "ledger/voucher.h"

namespace mingzhang::guarantee {

using Command = std::variant<AddPool, MoveDeposit, ChangePool, OpenRiskFund, Contribute, SubmitClaim, ReviewClaim, PayClaim,
                             RecoverLoss, WriteOffLoss>;

/// Looks at the request alone: all problems, decisive first. `today` bounds the date (at most 366 days ahead).
std::vector<Problem> check_request(const Command& command, Date today);
/// Looks at the guarantees, at the loans that are claimed for and, for what the book knows (funds, periods), at the ledger. Requires that `check_request`
/// found nothing. The vouchers of the command are not checked here: they have checks of their own.
std::vector<Problem> check_state(const Command& command, Guarantee& guarantee, loans::Loans& loans, ledger::Book& book);

/// "guarantee_pool/v1" …: the `t` of the record that the command becomes.
std::string_view record_kind_of(const Command& command);
/// The record's `data`, canonical JSON; what idempotency digests cover as well.
std::string record_data_of(const Command& command);
/// The inverse; nothing where kind or data are not known, or where `record_data_of` would give other bytes.
std::optional<Command> decode_command(std::string_view kind, const JsonValue& data);

/// The vouchers that move the money of this command, each with the command's code as its source; they follow the command's
/// record in the same request. Changes nothing. Asked for before `apply`; requires that `check_state` found nothing.
std::vector<ledger::VoucherRequest> vouchers_of(const Command& command, Guarantee& guarantee);

/// Changes the guarantees as record `seq`, and nothing of the ledger. Requires that `check_state` found nothing; aborts
/// where an invariant would break.
void apply(const Command& command, std::int64_t seq, Guarantee& guarantee);

}  // namespace mingzhang::guarantee
