// SPDX-License-Identifier: Apache-2.0
// Sends each kind of command to its own checks, effects and vouchers.
#include "funds/command.h"

#include <type_traits>
#include <utility>

#include "base/overloaded.h"
#include "funds/refusals.h"

namespace mingzhang::funds {
namespace {

constexpr std::int64_t kDaysAhead = 366;

/// Plans and gates move nothing: they have no code of their own and may be entered for a closed month.
template <class One>
constexpr bool kIsMovement = !std::is_same_v<One, PlanProject> && !std::is_same_v<One, SignGate>;

void add_all(Refusals& refusals, std::vector<Problem>& problems) {
  for (Problem& problem : refusals.in_order()) problems.push_back(std::move(problem));
  problems = in_order(std::move(problems));
}

/// What is asked of every movement: a code that nobody had, and a day in an open period of the book.
void check_common(const std::string& code, Date date, Funds& funds, ledger::Book& book, Refusals& refusals) {
  if (funds.movements().find(code) != nullptr) refusals.add(FundsOutcome::CodeTaken, code);
  const Month month = Month::of(date);
  if (month < book.head().start) {
    refusals.add(FundsOutcome::DateBeforeBook, to_iso(date) + " < " + to_iso(book.head().start));
  }
  if (book.balances().state(month) != ledger::PeriodState::Open) {  // INV-08
    refusals.add(FundsOutcome::PeriodNotOpen, to_iso(month));
  }
}

template <class Decoded>
std::optional<Command> command_of(std::optional<Decoded> decoded) {
  if (!decoded) return std::nullopt;
  return Command(std::move(*decoded));
}

std::optional<Command> decode_any(std::string_view kind, const JsonValue& data) {
  if (kind == "indicator/v1") return command_of(decode_add_indicator(data));
  if (kind == "indicator_change/v1") return command_of(decode_change_indicator(data));
  if (kind == "carry_over/v1") return command_of(decode_carry_over(data));
  if (kind == "allocation/v1") return command_of(decode_allocate(data));
  if (kind == "allocation_return/v1") return command_of(decode_return_allocation(data));
  if (kind == "project_plan/v1") return command_of(decode_plan_project(data));
  if (kind == "gate/v1") return command_of(decode_sign_gate(data));
  if (kind == "reimbursement/v1") return command_of(decode_reimburse(data));
  if (kind == "advance/v1") return command_of(decode_pay_advance(data));
  if (kind == "settlement/v1") return command_of(decode_settle_advance(data));
  if (kind == "advance_return/v1") return command_of(decode_return_advance(data));
  if (kind == "take_back/v1") return command_of(decode_take_back(data));
  if (kind == "disbursement/v1") return command_of(decode_submit_list(data));
  if (kind == "disbursement_payment/v1") return command_of(decode_pay_list(data));
  if (kind == "disbursement_return/v1") return command_of(decode_change_rows(data, RowAction::Return));
  if (kind == "disbursement_repay/v1") return command_of(decode_change_rows(data, RowAction::Repay));
  if (kind == "disbursement_cancel/v1") return command_of(decode_change_rows(data, RowAction::Cancel));
  if (kind == "disbursement_withdrawal/v1") return command_of(decode_withdraw_list(data));
  if (kind == "benefit/v1") return command_of(decode_grant_benefit(data));
  return std::nullopt;
}

std::string_view kind_of_rows(RowAction action) {
  if (action == RowAction::Return) return "disbursement_return/v1";
  return action == RowAction::Repay ? "disbursement_repay/v1" : "disbursement_cancel/v1";
}

}  // namespace

std::vector<Problem> check_request(const Command& command, Date today) {
  return std::visit(
      [today](const auto& one) {
        std::vector<Problem> problems = check_request(one);
        Refusals refusals;
        if (days_between(today, one.date) > kDaysAhead) refusals.add(FundsOutcome::DateTooFarAhead, to_iso(one.date));
        add_all(refusals, problems);
        return problems;
      },
      command);
}

std::vector<Problem> check_state(const Command& command, Funds& funds, ledger::Book& book) {
  return std::visit(
      [&](const auto& one) {
        std::vector<Problem> problems = check_state(one, funds, book);
        if constexpr (kIsMovement<std::decay_t<decltype(one)>>) {
          Refusals refusals;
          check_common(one.code, one.date, funds, book, refusals);
          add_all(refusals, problems);
        }
        return problems;
      },
      command);
}

std::string_view record_kind_of(const Command& command) {
  return std::visit(Overloaded{
                        [](const AddIndicator&) -> std::string_view { return "indicator/v1"; },
                        [](const ChangeIndicator&) -> std::string_view { return "indicator_change/v1"; },
                        [](const CarryOver&) -> std::string_view { return "carry_over/v1"; },
                        [](const Allocate&) -> std::string_view { return "allocation/v1"; },
                        [](const ReturnAllocation&) -> std::string_view { return "allocation_return/v1"; },
                        [](const PlanProject&) -> std::string_view { return "project_plan/v1"; },
                        [](const SignGate&) -> std::string_view { return "gate/v1"; },
                        [](const Reimburse&) -> std::string_view { return "reimbursement/v1"; },
                        [](const PayAdvance&) -> std::string_view { return "advance/v1"; },
                        [](const SettleAdvance&) -> std::string_view { return "settlement/v1"; },
                        [](const ReturnAdvance&) -> std::string_view { return "advance_return/v1"; },
                        [](const TakeBack&) -> std::string_view { return "take_back/v1"; },
                        [](const SubmitList&) -> std::string_view { return "disbursement/v1"; },
                        [](const PayList&) -> std::string_view { return "disbursement_payment/v1"; },
                        [](const ChangeRows& change) { return kind_of_rows(change.action); },
                        [](const WithdrawList&) -> std::string_view { return "disbursement_withdrawal/v1"; },
                        [](const GrantBenefit&) -> std::string_view { return "benefit/v1"; },
                    },
                    command);
}

std::string record_data_of(const Command& command) {
  return std::visit([](const auto& one) { return encode(one); }, command);
}

std::optional<Command> decode_command(std::string_view kind, const JsonValue& data) {
  std::optional<Command> command = decode_any(kind, data);
  // One form only: a default that is written out, or a word in another language, is not what this program writes.
  if (!command || record_data_of(*command) != data.bytes()) return std::nullopt;
  return command;
}

std::vector<ledger::VoucherRequest> vouchers_of(const Command& command, Funds& funds) {
  return std::visit(Overloaded{
                        [](const PlanProject&) { return std::vector<ledger::VoucherRequest>(); },
                        [](const SignGate&) { return std::vector<ledger::VoucherRequest>(); },
                        [](const SubmitList&) { return std::vector<ledger::VoucherRequest>(); },
                        [](const WithdrawList&) { return std::vector<ledger::VoucherRequest>(); },
                        [&funds](const auto& one) { return vouchers_of(one, funds); },
                    },
                    command);
}

void apply(const Command& command, std::int64_t seq, Funds& funds) {
  std::visit([&](const auto& one) { apply(one, seq, funds); }, command);
}

}  // namespace mingzhang::funds
