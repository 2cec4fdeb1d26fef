// SPDX-License-Identifier: Apache-2.0
// Checks, effects and vouchers of changes to indicators.
#include "funds/indicator_commands.h"

#include <utility>

#include "base/check.h"
#include "funds/movements.h"
#include "funds/refusals.h"
#include "funds/vouchers.h"

namespace mingzhang::funds {
namespace {

using ledger::Side;
using ledger::VoucherRequest;
using ledger::VoucherType;

/// True where the money leaves for another indicator.
bool crosses(const CarryOver& command) { return command.action == CarryAction::Carry && !command.into.empty(); }
/// True where it leaves the indicator at all.
bool leaves(const CarryOver& command) { return command.action == CarryAction::Recover || crosses(command); }

}  // namespace

std::vector<Problem> check_request(const AddIndicator& command) {
  Refusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_text(command.document, "document");
  refusals.check_text(command.purpose, "purpose");
  refusals.check_optional_text(command.assumption, "assumption");
  if (command.is_assumption == command.assumption.empty()) refusals.add(FundsOutcome::AssumptionBad, "");
  if (command.deadline < command.date) refusals.add(FundsOutcome::DeadlineBeforeDate, to_iso(command.deadline));
  if (command.arrives) refusals.check_accounts(command.accounts);
  if (!command.arrives) refusals.check_no_accounts(command.accounts);
  if (command.arrives || command.amount.is_negative()) refusals.check_amount(command.amount, "");
  return refusals.in_order();
}

std::vector<Problem> check_request(const ChangeIndicator& command) {
  Refusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_code(command.indicator, "indicator");
  refusals.check_text(command.document, "document");
  refusals.check_text(command.reason, "reason");
  if (!command.accounts.are_none()) refusals.check_accounts(command.accounts);
  refusals.check_amount(command.amount, "");
  return refusals.in_order();
}

std::vector<Problem> check_request(const CarryOver& command) {
  Refusals refusals;
  refusals.check_code(command.code, "code");
  refusals.check_code(command.indicator, "indicator");
  if (!command.into.empty()) refusals.check_code(command.into, "into");
  refusals.check_explanation(command.explanation);
  if (command.year != command.date.year() && command.year != command.date.year() - 1) {
    refusals.add(FundsOutcome::YearBad, std::to_string(command.year));
  }
  if (leaves(command)) refusals.check_accounts(command.accounts);
  if (!leaves(command)) refusals.check_no_accounts(command.accounts);
  refusals.check_amount(command.amount, "");
  const bool recovers_into = command.action == CarryAction::Recover && !command.into.empty();
  if (recovers_into || command.into == command.indicator) refusals.add(FundsOutcome::CarryBad, "");
  return refusals.in_order();
}

std::vector<Problem> check_state(const AddIndicator& command, Funds&, ledger::Book& book) {
  Refusals refusals;
  if (book.funds().find(command.code) == nullptr) refusals.add(FundsOutcome::FundUnknown, command.code);
  return refusals.in_order();
}

std::vector<Problem> check_state(const ChangeIndicator& command, Funds& funds, ledger::Book&) {
  Refusals refusals;
  const Indicator* indicator = find_indicator(command.indicator, funds, refusals);
  if (indicator == nullptr) return refusals.in_order();
  refusals.check_not_before(command.date, indicator->date, "");
  if (command.direction == Direction::Decrease) {
    refusals.check_pot(pot_of(indicator->id), command.date, command.amount, FundsOutcome::BelowAllocated, funds);
  } else {
    refusals.check_growth(pot_of(indicator->id), command.amount, funds);
  }
  return refusals.in_order();
}

std::vector<Problem> check_state(const CarryOver& command, Funds& funds, ledger::Book&) {
  Refusals refusals;
  const Indicator* from = find_indicator(command.indicator, funds, refusals);
  const Indicator* into = command.into.empty() ? nullptr : find_indicator(command.into, funds, refusals);
  if (!refusals.none()) return refusals.in_order();
  if (into != nullptr) {
    refusals.check_not_before(command.date, into->date, "into");
    refusals.check_growth(pot_of(into->id), command.amount, funds);
  }
  refusals.check_pot(pot_of(from->id), command.date, command.amount, FundsOutcome::NotAvailable, funds);
  return refusals.in_order();
}

void apply(const AddIndicator& command, std::int64_t seq, Funds& funds) {
  MZ_CHECK(funds.indicators().find(command.code) == nullptr);
  Indicator indicator;
  indicator.code = command.code;
  indicator.document = command.document;
  indicator.level = command.level;
  indicator.purpose = command.purpose;
  indicator.date = command.date;
  indicator.deadline = command.deadline;
  indicator.assumption = command.assumption;
  indicator.amount = command.amount;
  indicator.seq = seq;
  const IndicatorId id = funds.indicators().add(std::move(indicator)).id;
  funds.pots().receive(pot_of(id), command.date, command.amount);
  Movement movement = movement_of(command, MovementKind::Indicator, seq, id);
  movement.vouchers = command.arrives ? 1 : 0;
  funds.movements().add(std::move(movement));
}

void apply(const ChangeIndicator& command, std::int64_t seq, Funds& funds) {
  const bool grows = command.direction == Direction::Increase;
  Indicator& indicator = change_indicator(command.indicator, funds);
  Movement movement =
      movement_of(command, grows ? MovementKind::Increase : MovementKind::Decrease, seq, indicator.id);
  movement.vouchers = command.accounts.are_none() ? 0 : 1;
  funds.movements().add(std::move(movement));
  if (grows) {
    funds.pots().receive(pot_of(indicator.id), command.date, command.amount);
    indicator.amount += command.amount;
  } else {
    funds.pots().use(pot_of(indicator.id), command.date, command.amount);
    indicator.amount -= command.amount;
  }
}

void apply(const CarryOver& command, std::int64_t seq, Funds& funds) {
  const IndicatorId from = change_indicator(command.indicator, funds).id;
  const bool recovers = command.action == CarryAction::Recover;
  Movement movement = movement_of(command, recovers ? MovementKind::Recovery : MovementKind::CarryOver, seq, from);
  if (leaves(command)) {
    funds.pots().use(pot_of(from), command.date, command.amount);
    Indicator& indicator = change_indicator(command.indicator, funds);
    (recovers ? indicator.recovered : indicator.carried) += command.amount;
    movement.vouchers = 1;
  }
  if (crosses(command)) {
    Indicator& into = change_indicator(command.into, funds);
    funds.pots().receive(pot_of(into.id), command.date, command.amount);
    into.amount += command.amount;
    movement.into = into.id;
  }
  funds.movements().add(std::move(movement));
}

std::vector<VoucherRequest> vouchers_of(const AddIndicator& command, Funds&) {
  const std::string summary = "收到指标资金：" + command.purpose + "（" + command.document + "）";
  const LinePlace place{command.code, "", ""};
  return single_voucher({VoucherType::Receipt, command.date, summary, command.code, {}}, command.accounts,
                        command.amount, place, place);
}

std::vector<VoucherRequest> vouchers_of(const ChangeIndicator& command, Funds&) {
  const bool grows = command.direction == Direction::Increase;
  const std::string summary = (grows ? "追加指标资金（" : "调减指标资金（") + command.document + "）";
  const LinePlace place{command.indicator, "", ""};
  return single_voucher({grows ? VoucherType::Receipt : VoucherType::Payment, command.date, summary, command.code, {}},
                        command.accounts, command.amount, place, place);
}

std::vector<VoucherRequest> vouchers_of(const CarryOver& command, Funds&) {
  const bool recovers = command.action == CarryAction::Recover;
  const std::string year = std::to_string(command.year);
  const std::string summary =
      year + (recovers ? "年度未支出资金缴回财政" : "年度未支出资金结转至 " + command.into);
  const LinePlace place{command.indicator, "", ""};
  std::vector<VoucherRequest> vouchers = single_voucher(
      {recovers ? VoucherType::Payment : VoucherType::Transfer, command.date, summary, command.code, {}},
      command.accounts, command.amount, place, place);
  if (!crosses(command)) return vouchers;
  // Every voucher balances per fund, so the new fund gets the mirror of what the old one gives.
  const LinePlace other{command.into, "", ""};
  const Accounts mirror{command.accounts.credit, command.accounts.debit, command.accounts.budget_credit,
                        command.accounts.budget_debit};
  add_line(vouchers[0], Side::Debit, mirror.debit, command.amount, other);
  add_line(vouchers[0], Side::Credit, mirror.credit, command.amount, other);
  add_budget_entry(vouchers[0], mirror, command.amount, command.into);
  return vouchers;
}

}  // namespace mingzhang::funds
