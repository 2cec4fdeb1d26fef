// SPDX-License-Identifier: Apache-2.0
// The shared look-ups.
#include "funds/movements.h"

#include <string>

#include "base/check.h"

namespace mingzhang::funds {

const Indicator* find_indicator(std::string_view code, Funds& funds, Refusals& refusals) {
  const Indicator* indicator = funds.indicators().find(code);
  if (indicator == nullptr) refusals.add(FundsOutcome::IndicatorUnknown, std::string(code));
  return indicator;
}

const Target* find_target(const TargetName& name, Funds& funds, Refusals& refusals) {
  const Movement* allocation = funds.movements().find(name.allocation);
  if (allocation == nullptr || allocation->kind != MovementKind::Allocation) {
    refusals.add(FundsOutcome::AllocationUnknown, name.allocation);
    return nullptr;
  }
  const Target* target = funds.target(TargetKey{allocation->id, name.number});
  if (target == nullptr) refusals.add(FundsOutcome::TargetUnknown, name.allocation + " " + std::to_string(name.number));
  return target;
}

const Advance* find_advance(std::string_view code, Funds& funds, Refusals& refusals) {
  const Movement* movement = funds.movements().find(code);
  const bool is_advance = movement != nullptr && movement->kind == MovementKind::Advance;
  if (!is_advance) refusals.add(FundsOutcome::AdvanceUnknown, std::string(code));
  return is_advance ? funds.advance(movement->id) : nullptr;
}

const DisbursementList* find_list(std::string_view code, Funds& funds, Refusals& refusals) {
  const DisbursementList* list = funds.lists().find(code);
  if (list == nullptr) refusals.add(FundsOutcome::ListUnknown, std::string(code));
  return list;
}

std::optional<Pot> pot_taken_back(const Movement& movement) {
  if (movement.kind == MovementKind::Reimbursement) return pot_of(TargetKey{movement.allocation, movement.target});
  if (movement.kind == MovementKind::Settlement) return pot_of_advance(movement.cause);
  if (movement.kind == MovementKind::Benefit) return pot_of(movement.indicator);
  return std::nullopt;
}

Indicator& change_indicator(std::string_view code, Funds& funds) {
  const Indicator* indicator = funds.indicators().find(code);
  MZ_CHECK(indicator != nullptr);
  return funds.indicators().change(indicator->id.value);
}

TargetKey target_key(const TargetName& name, Funds& funds) {
  const Movement* allocation = funds.movements().find(name.allocation);
  MZ_CHECK(allocation != nullptr);
  return TargetKey{allocation->id, name.number};
}

const Indicator& indicator_of(IndicatorId id, Funds& funds) {
  const Indicator* indicator = funds.indicators().find_id(id.value);
  MZ_CHECK(indicator != nullptr);
  return *indicator;
}

}  // namespace mingzhang::funds
