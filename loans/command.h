// SPDX-License-Identifier: Apache-2.0
// Every change of loans/ as one type, so that the write path and the replay treat all kinds alike.
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
#include "ledger/book.h"
#include "ledger/voucher.h"
#include "loans/application_commands.h"
#include "loans/batch_commands.h"
#include "loans/change_commands.h"
#include "loans/loans.h"
#include "loans/loss_commands.h"
#include "loans/money_commands.h"
#include "loans/reconciliation_commands.h"
#include "loans/subsidy_commands.h"

namespace mingzhang::loans {

using Command = std::variant<ApplyForLoan, ReviewLoan, ApproveLoan, SignLoan, DropLoan, Disburse, Repay, RenewLoan,
                             CorrectStep, ChangeRate, PauseInterest, ExtendLoan, ReportMisuse, AccrueInterest,
                             ClassifyLoans, ProvisionLoans, WriteOff, RecoverLoan, ClaimSubsidy,
                             ReviewSubsidy, PaySubsidy, ClawBackSubsidy, RecordReconciliation,
                             HandleItems, SignReconciliation>;

/// Looks at the request alone: all problems, decisive first. `today` bounds the date (at most 366 days ahead).
std::vector<Problem> check_request(const Command& command, Date today);
/// Looks at the loans and, for what the book knows (funds, periods), at the ledger. Requires that `check_request` found
/// nothing. The vouchers of the command are not checked here: they have checks of their own.
std::vector<Problem> check_state(const Command& command, Loans& loans, ledger::Book& book);

/// "loan_application/v1" …: the `t` of the record that the command becomes.
std::string_view record_kind_of(const Command& command);
/// The record's `data`, canonical JSON; what idempotency digests cover as well.
std::string record_data_of(const Command& command);
/// The inverse; nothing where kind or data are not known, or where `record_data_of` would give other bytes.
std::optional<Command> decode_command(std::string_view kind, const JsonValue& data);

/// The vouchers that move the money of this command, each with the command's code as its source. They follow the command's
/// record in the same request, all of them and nothing else of this source. Changes nothing. Asked for before `apply`;
/// requires that `check_state` found nothing.
std::vector<ledger::VoucherRequest> vouchers_of(const Command& command, Loans& loans);

/// Changes the loans as record `seq`, and nothing of the ledger. Reads no clock, no random source and no policy. Requires
/// that `check_state` found nothing; aborts where an invariant would break.
void apply(const Command& command, std::int64_t seq, Loans& loans);

/// The codes of the loans that the command changes, those that it makes included.
std::vector<std::string> loans_of(const Command& command);

}  // namespace mingzhang::loans
