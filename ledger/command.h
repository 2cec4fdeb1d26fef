// SPDX-License-Identifier: Apache-2.0
// Every change of a book as one type, so that the write path and the replay treat all kinds alike.
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
#include "ledger/account_commands.h"
#include "ledger/book_commands.h"
#include "ledger/period_command.h"
#include "ledger/post.h"

namespace mingzhang::ledger {

using Command = std::variant<VoucherRequest, AddAccount, ChangeAccount, AddFund, AddProject, ChangePeriod, GrantRole,
                             OpenBook>;

/// Looks at the request alone; see post.h for the order of the result.
std::vector<Problem> check_request(const Command& command, Date today);
/// Looks at the book; requires that `check_request` found nothing. `by` is who asks.
std::vector<Problem> check_state(const Command& command, std::string_view by, Date today, Book& book);

/// "voucher/v1", "account/v1" …: the `t` of the record that the command becomes.
std::string_view record_kind_of(const Command& command);
/// One canonical JSON object that says everything about the command; what idempotency digests cover.
std::string canonical_form(const Command& command);

/// What the write path decides before a command becomes a record; `apply` decides nothing.
struct Decision {
  std::int64_t number = 0;             ///< of a voucher; 0 otherwise
  std::optional<PeriodDigest> digest;  ///< of a period's close; nothing otherwise
};

/// A command and what was decided: the content of one record.
struct Event {
  Command command;
  Decision decision;
};

/// The record's `data`. Requires the number of a voucher and the digest of a close.
std::string record_data_of(const Command& command, const Decision& decision);
/// The lines of a command; empty where it is no voucher.
const std::vector<Line>& lines_of(const Command& command);
/// The inverse of `record_data_of` and the lines' bytes; nothing where kind, data or lines are not known.
std::optional<Event> decode_event(std::string_view kind, const JsonValue& data, std::string_view lines_jsonl);

/// Changes the book. Reads no clock and no random source.
void apply(const Command& command, const Decision& decision, std::int64_t seq, Book& book);

}  // namespace mingzhang::ledger
