// SPDX-License-Identifier: Apache-2.0
// Checks, effects and vouchers of allocations and their returns.
#include "funds/allocation_commands.h"

#include <set>
#include <utility>

#include "base/check.h"
#include "funds/refusals.h"
#include "funds/vouchers.h"

namespace mingzhang::funds {
namespace {

using ledger::Side;
using ledger::VoucherRequest;
using ledger::VoucherType;

void check_targets(const Allocate& command, Refusals& refusals) {
  if (command.targets.empty()) refusals.add(FundsOutcome::PartsMissing, "targets", "");
  if (command.targets.size() > kTargetsMax) {
    refusals.add(FundsOutcome::TooManyParts, "targets", std::to_string(command.targets.size()));
    return;
  }
  std::set<std::pair<std::string_view, std::string_view>> seen;
  std::optional<Money> sum = Money();
  for (std::size_t index = 0; index < command.targets.size(); ++index) {
    const AllocatedTarget& target = command.targets[index];
    refusals.check_code(target.subject, row_place(index));
    if (!target.project.empty()) refusals.check_code(target.project, row_place(index));
    refusals.check_amount(target.amount, row_place(index));
    if (!seen.emplace(target.subject, target.project).second) {
      refusals.add(FundsOutcome::TargetTwice, row_place(index), "");
    }
    if (sum) sum = checked_add(*sum, target.amount);
  }
  if (!sum) refusals.add(FundsOutcome::TotalTooLarge, "");
  if (sum && *sum != command.total) {
    refusals.add(FundsOutcome::TotalDiffers, to_yuan(*sum) + " ≠ " + to_yuan(command.total));
  }
}

}  // namespace

std::vector<Problem> check_request(const Allocate& command) {
  Refusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_code(command.indicator, "indicator");
  refusals.check_explanation(command.explanation);
  refusals.check_accounts(command.accounts);
  check_targets(command, refusals);
  return refusals.in_order();
}

std::vector<Problem> check_request(const ReturnAllocation& command) {
  Refusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_code(command.target.allocation, "allocation");
  refusals.check_text(command.reason, "reason");
  refusals.check_accounts(command.accounts);
  refusals.check_amount(command.amount, "");
  return refusals.in_order();
}

std::vector<Problem> check_state(const Allocate& command, Funds& funds, ledger::Book& book) {
  Refusals refusals;
  for (const AllocatedTarget& target : command.targets) refusals.check_project(target.project, book);
  const Indicator* indicator = find_indicator(command.indicator, funds, refusals);
  if (!refusals.none()) return refusals.in_order();
  refusals.check_pot(pot_of(indicator->id), command.date, command.total, FundsOutcome::NotAvailable, funds);
  return refusals.in_order();
}

std::vector<Problem> check_state(const ReturnAllocation& command, Funds& funds, ledger::Book&) {
  Refusals refusals;
  const Target* target = find_target(command.target, funds, refusals);
  if (target == nullptr) return refusals.in_order();
  refusals.check_pot(pot_of(target->key), command.date, command.amount, FundsOutcome::TargetExhausted, funds);
  refusals.check_growth(pot_of(target->indicator), command.amount, funds);
  return refusals.in_order();
}

void apply(const Allocate& command, std::int64_t seq, Funds& funds) {
  Indicator& indicator = change_indicator(command.indicator, funds);
  funds.pots().use(pot_of(indicator.id), command.date, command.total);
  indicator.allocated += command.total;
  Movement movement;
  movement.code = command.code;
  movement.kind = MovementKind::Allocation;
  movement.seq = seq;
  movement.vouchers = 1;
  movement.date = command.date;
  movement.indicator = indicator.id;
  movement.amount = command.total;
  const MovementId allocation = funds.movements().add(std::move(movement)).id;
  std::int64_t number = 0;
  Money sum;
  for (const AllocatedTarget& asked : command.targets) {
    Target target;
    target.key = TargetKey{allocation, ++number};
    target.indicator = indicator.id;
    target.kind = command.kind;
    target.subject = asked.subject;
    target.project = asked.project;
    target.date = command.date;
    target.amount = asked.amount;
    sum += asked.amount;
    funds.pots().receive(pot_of(target.key), command.date, asked.amount);
    funds.add_target(std::move(target));
  }
  MZ_CHECK(sum == command.total);
}

void apply(const ReturnAllocation& command, std::int64_t seq, Funds& funds) {
  Target& target = funds.change_target(target_key(command.target, funds));
  funds.pots().use(pot_of(target.key), command.date, command.amount);
  funds.pots().receive(pot_of(target.indicator), command.date, command.amount);
  target.returned += command.amount;
  funds.indicators().change(indicator_of(target.indicator, funds).id.value).returned += command.amount;
  Movement movement = movement_of(command, MovementKind::AllocationReturn, seq, target.indicator);
  movement.vouchers = 1;
  movement.allocation = target.key.allocation;
  movement.target = target.key.number;
  movement.project = target.project;
  funds.movements().add(std::move(movement));
}

std::vector<VoucherRequest> vouchers_of(const Allocate& command, Funds& funds) {
  const Indicator* indicator = funds.indicators().find(command.indicator);
  MZ_CHECK(indicator != nullptr);
  VoucherRequest voucher =
      voucher_of({VoucherType::Payment, command.date, "拨付资金：" + indicator->purpose, command.code, {}});
  voucher.lines.reserve(command.targets.size() + 3);
  for (const AllocatedTarget& target : command.targets) {
    add_line(voucher, Side::Debit, command.accounts.debit, target.amount,
             LinePlace{command.indicator, target.project, target.subject});
  }
  add_line(voucher, Side::Credit, command.accounts.credit, command.total, LinePlace{command.indicator, "", ""});
  add_budget_entry(voucher, command.accounts, command.total, command.indicator);
  return {std::move(voucher)};
}

std::vector<VoucherRequest> vouchers_of(const ReturnAllocation& command, Funds& funds) {
  const Target* target = funds.target(target_key(command.target, funds));
  MZ_CHECK(target != nullptr);
  const std::string fund = indicator_of(target->indicator, funds).code;
  return single_voucher({VoucherType::Receipt, command.date, "收回拨付资金：" + command.reason, command.code, {}},
                        command.accounts, command.amount, LinePlace{fund, "", ""},
                        LinePlace{fund, target->project, target->subject});
}

}  // namespace mingzhang::funds
