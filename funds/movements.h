// SPDX-License-Identifier: Apache-2.0
// Look-ups and beginnings of movements that the commands share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "funds/funds.h"
#include "funds/refusals.h"

namespace mingzhang::funds {

/// A target as a request names it: the code of the allocation and the target's number there, from 1.
struct TargetName {
  std::string allocation;
  std::int64_t number = 0;
  bool is_none() const { return allocation.empty() && number == 0; }
  friend bool operator==(const TargetName&, const TargetName&) = default;
};

/// The indicator, or null and the refusal. The pointer is good until an indicator is added.
const Indicator* find_indicator(std::string_view code, Funds& funds, Refusals& refusals);
/// The target, or null and the refusal.
const Target* find_target(const TargetName& name, Funds& funds, Refusals& refusals);
/// The advance, or null and the refusal.
const Advance* find_advance(std::string_view code, Funds& funds, Refusals& refusals);
/// The list, or null and the refusal. The pointer is good until a list is added.
const DisbursementList* find_list(std::string_view code, Funds& funds, Refusals& refusals);

/// The pot that a reimbursement, settlement or benefit was taken from and that gets it back; nothing for other kinds.
std::optional<Pot> pot_taken_back(const Movement& movement);

// The same where the checks have found that they exist.
Indicator& change_indicator(std::string_view code, Funds& funds);
TargetKey target_key(const TargetName& name, Funds& funds);
const Indicator& indicator_of(IndicatorId id, Funds& funds);

/// What the movement of any command begins with; `command` has code, date and amount.
template <class Command>
Movement movement_of(const Command& command, MovementKind kind, std::int64_t seq, IndicatorId indicator) {
  Movement movement;
  movement.code = command.code;
  movement.kind = kind;
  movement.seq = seq;
  movement.date = command.date;
  movement.indicator = indicator;
  movement.amount = command.amount;
  return movement;
}

}  // namespace mingzhang::funds
