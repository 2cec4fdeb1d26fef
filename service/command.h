// SPDX-License-Identifier: Apache-2.0
// Every change of every module as one type, so that the write path, the drafts and the replay treat all alike.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "audit/keys/command.h"
#include "base/date.h"
#include "base/json.h"
#include "base/outcome.h"
#include "funds/command.h"
#include "guarantee/command.h"
#include "households/command.h"
#include "ledger/command.h"
#include "loans/command.h"
#include "policy/adoption_commands.h"
#include "service/book_state.h"

namespace mingzhang::service {

/// One command of any module. Copying and destroying some forty kinds of commands is compiled once, in command.cpp, and not
/// in every source that knows a request.
class Command
    : public std::variant<ledger::Command, households::Command, funds::Command, policy::Command, loans::Command,
                          guarantee::Command, audit::Command> {
 public:
  using variant::variant;
  Command(const Command& other);
  Command(Command&& other) noexcept;
  Command& operator=(const Command& other);
  Command& operator=(Command&& other) noexcept;
  ~Command();
};

/// A command and what the write path decided about it: the content of one record.
struct Event {
  Command command;
  ledger::Decision decision;  ///< empty where the ledger decides nothing
};

/// The ledger's command of this kind, or null: `as<ledger::VoucherRequest>(command)`.
template <class Kind>
const Kind* as(const Command& command) {
  const auto* of_ledger = std::get_if<ledger::Command>(&command);
  return of_ledger == nullptr ? nullptr : std::get_if<Kind>(of_ledger);
}

/// Looks at the request alone, digests that no module below can compute among it.
std::vector<Problem> check_request(const Command& command, Date today);
/// Looks at the book; requires that `check_request` found nothing. `by` is who asks.
std::vector<Problem> check_state(const Command& command, std::string_view by, Date today, BookState& state);

/// The `t` of the record that the command becomes; every kind belongs to one module.
std::string_view record_kind_of(const Command& command);
/// One canonical JSON object that says everything about the command; what idempotency digests cover.
std::string canonical_form(const Command& command);
/// The record's `data`.
std::string record_data_of(const Command& command, const ledger::Decision& decision);
/// The lines of a voucher; empty for every other command.
const std::vector<ledger::Line>& lines_of(const Command& command);
/// The inverse of `record_data_of` and the lines' bytes; nothing where kind, data or lines are not known.
std::optional<Event> decode_event(std::string_view kind, const JsonValue& data, std::string_view lines_jsonl);

/// The vouchers that move the money of a command of the funds, the loans or the guarantees, in their order; they follow it in the same
/// request. None for every other command. Asked for before `apply`; requires that `check_state` found nothing.
std::vector<ledger::VoucherRequest> vouchers_of(const Command& command, BookState& state);

/// Changes the book. Reads no clock, no random source and no policy.
void apply(const Command& command, const ledger::Decision& decision, std::int64_t seq, BookState& state);

}  // namespace mingzhang::service
