// SPDX-License-Identifier: Apache-2.0
// Effects and vouchers of reimbursements, advances, settlements and take-backs.
#include "funds/spending_commands.h"

#include <utility>

#include "base/check.h"
#include "funds/vouchers.h"

namespace mingzhang::funds {
namespace {

using ledger::VoucherRequest;
using ledger::VoucherType;

const Advance& advance_of(std::string_view code, Funds& funds) {
  const Movement* movement = funds.movements().find(code);
  MZ_CHECK(movement != nullptr);
  const Advance* advance = funds.advance(movement->id);
  MZ_CHECK(advance != nullptr);
  return *advance;
}

const Target& target_of(const TargetKey& key, Funds& funds) {
  const Target* target = funds.target(key);
  MZ_CHECK(target != nullptr);
  return *target;
}

Indicator& change(IndicatorId id, Funds& funds) { return funds.indicators().change(indicator_of(id, funds).id.value); }

/// The movement of money that a target spends; `project` is what it spends it on.
template <class Command>
Movement movement_at(const Command& command, MovementKind kind, std::int64_t seq, const Target& target,
                     const std::string& project) {
  Movement movement = movement_of(command, kind, seq, target.indicator);
  movement.vouchers = 1;
  movement.allocation = target.key.allocation;
  movement.target = target.key.number;
  movement.project = project;
  return movement;
}

/// A benefit or spending was taken back: the sums that it had been added to.
void take_from_sums(const Movement& taken, Money amount, Funds& funds) {
  Indicator& indicator = change(taken.indicator, funds);
  if (taken.kind == MovementKind::Benefit) {
    indicator.benefits -= amount;
    const std::optional<Benefit> benefit = funds.benefit_of(taken.id);
    MZ_CHECK(benefit.has_value());
    // A claim of which nothing is left does not count towards the year's threshold either.
    const Money claimed = taken.taken_back == taken.amount ? benefit->eligible : Money();
    funds.take_from_benefit_total(BenefitKey{benefit->programme, benefit->person, benefit->year}, claimed, amount);
    return;
  }
  indicator.reimbursed -= amount;
  Target& target = funds.change_target(TargetKey{taken.allocation, taken.target});
  target.reimbursed -= amount;
  if (taken.kind != MovementKind::Settlement) return;
  funds.change_advance(taken.cause).settled -= amount;
  indicator.advanced += amount;
  target.advanced += amount;
}

}  // namespace

void apply(const Reimburse& command, std::int64_t seq, Funds& funds) {
  Target& target = funds.change_target(target_key(command.target, funds));
  funds.pots().use(pot_of(target.key), command.date, command.amount);
  target.reimbursed += command.amount;
  change(target.indicator, funds).reimbursed += command.amount;
  funds.movements().add(movement_at(command, MovementKind::Reimbursement, seq, target, command.project));
}

void apply(const PayAdvance& command, std::int64_t seq, Funds& funds) {
  Target& target = funds.change_target(target_key(command.target, funds));
  funds.pots().use(pot_of(target.key), command.date, command.amount);
  target.advanced += command.amount;
  change(target.indicator, funds).advanced += command.amount;
  Advance advance;
  advance.code = command.code;
  advance.target = target.key;
  advance.indicator = target.indicator;
  advance.project = command.project;
  advance.payee = command.payee.empty() ? target.subject : command.payee;
  advance.date = command.date;
  advance.amount = command.amount;
  advance.id = funds.movements().add(movement_at(command, MovementKind::Advance, seq, target, command.project)).id;
  funds.pots().receive(pot_of_advance(advance.id), command.date, command.amount);
  funds.add_advance(std::move(advance));
}

void apply(const SettleAdvance& command, std::int64_t seq, Funds& funds) {
  Advance& advance = funds.change_advance(advance_of(command.advance, funds).id);
  funds.pots().use(pot_of_advance(advance.id), command.date, command.amount);
  Target& target = funds.change_target(advance.target);
  Indicator& indicator = change(advance.indicator, funds);
  advance.settled += command.amount;
  target.advanced -= command.amount;
  target.reimbursed += command.amount;
  indicator.advanced -= command.amount;
  indicator.reimbursed += command.amount;
  Movement movement = movement_at(command, MovementKind::Settlement, seq, target, advance.project);
  movement.cause = advance.id;
  funds.movements().add(std::move(movement));
}

void apply(const ReturnAdvance& command, std::int64_t seq, Funds& funds) {
  Advance& advance = funds.change_advance(advance_of(command.advance, funds).id);
  funds.pots().use(pot_of_advance(advance.id), command.date, command.amount);
  funds.pots().receive(pot_of(advance.target), command.date, command.amount);
  Target& target = funds.change_target(advance.target);
  advance.returned += command.amount;
  target.advanced -= command.amount;
  change(advance.indicator, funds).advanced -= command.amount;
  Movement movement = movement_at(command, MovementKind::AdvanceReturn, seq, target, advance.project);
  movement.cause = advance.id;
  funds.movements().add(std::move(movement));
}

void apply(const TakeBack& command, std::int64_t seq, Funds& funds) {
  const Movement* found = funds.movements().find(command.movement);
  MZ_CHECK(found != nullptr);
  Movement& taken = funds.movements().change(found->id.value);
  const std::optional<Pot> pot = pot_taken_back(taken);
  MZ_CHECK(pot.has_value());
  taken.taken_back += command.amount;
  MZ_CHECK(taken.taken_back <= taken.amount);
  funds.pots().receive(*pot, command.date, command.amount);
  take_from_sums(taken, command.amount, funds);
  Movement movement = movement_of(command, MovementKind::TakeBack, seq, taken.indicator);
  movement.vouchers = 1;
  movement.allocation = taken.allocation;
  movement.target = taken.target;
  movement.project = taken.project;
  movement.cause = taken.id;
  funds.movements().add(std::move(movement));
}

std::vector<VoucherRequest> vouchers_of(const Reimburse& command, Funds& funds) {
  const Target& target = target_of(target_key(command.target, funds), funds);
  const LinePlace place{indicator_of(target.indicator, funds).code, command.project, target.subject};
  return single_voucher({VoucherType::Transfer, command.date, "报账：" + command.project, command.code, command.evidence},
                        command.accounts, command.amount, place, place);
}

std::vector<VoucherRequest> vouchers_of(const PayAdvance& command, Funds& funds) {
  const Target& target = target_of(target_key(command.target, funds), funds);
  const std::string fund = indicator_of(target.indicator, funds).code;
  const std::string payee = command.payee.empty() ? target.subject : command.payee;
  return single_voucher({VoucherType::Transfer, command.date, "预付：" + command.project, command.code, command.evidence},
                        command.accounts, command.amount, LinePlace{fund, command.project, payee},
                        LinePlace{fund, command.project, target.subject});
}

std::vector<VoucherRequest> vouchers_of(const SettleAdvance& command, Funds& funds) {
  const Advance& advance = advance_of(command.advance, funds);
  const LinePlace place{indicator_of(advance.indicator, funds).code, advance.project, advance.payee};
  return single_voucher(
      {VoucherType::Transfer, command.date, "预付款结算：" + advance.code, command.code, command.evidence},
      command.accounts, command.amount, place, place);
}

std::vector<VoucherRequest> vouchers_of(const ReturnAdvance& command, Funds& funds) {
  const Advance& advance = advance_of(command.advance, funds);
  const std::string fund = indicator_of(advance.indicator, funds).code;
  return single_voucher({VoucherType::Transfer, command.date, "预付款退回：" + advance.code, command.code, {}},
                        command.accounts, command.amount,
                        LinePlace{fund, advance.project, target_of(advance.target, funds).subject},
                        LinePlace{fund, advance.project, advance.payee});
}

std::vector<VoucherRequest> vouchers_of(const TakeBack& command, Funds& funds) {
  const Movement* taken = funds.movements().find(command.movement);
  MZ_CHECK(taken != nullptr);
  const bool is_benefit = taken->kind == MovementKind::Benefit;
  LinePlace expense{indicator_of(taken->indicator, funds).code, taken->project, ""};
  LinePlace holder = expense;
  if (is_benefit) {
    expense.subject = funds.benefit_of(taken->id)->household;
    holder.project.clear();
  } else {
    holder.subject = target_of(TargetKey{taken->allocation, taken->target}, funds).subject;
    expense.subject = holder.subject;
    if (taken->kind == MovementKind::Settlement) {
      const Advance* advance = funds.advance(taken->cause);
      MZ_CHECK(advance != nullptr);
      holder.subject = advance->payee;
      expense.subject = advance->payee;
    }
  }
  return single_voucher({is_benefit ? VoucherType::Receipt : VoucherType::Transfer, command.date,
                         "追回 " + command.movement + "：" + command.reason, command.code, {}},
                        command.accounts, command.amount, holder, expense);
}

}  // namespace mingzhang::funds
