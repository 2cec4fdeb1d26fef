// SPDX-License-Identifier: Apache-2.0
// Reads reimbursements, advances, take-backs and what is carried over.
#include "service/setup/spending_setup.h"

#include <optional>
#include <utility>
#include <variant>

#include "base/text.h"
#include "funds/funds_outcome.h"
#include "service/setup/fund_words.h"

namespace mingzhang::service {
namespace {

constexpr const char* kWorks = "500103";     // 基础设施
constexpr const char* kAdvances = "121403";  // 预付工程款

/// On which account the advance's target was given its money; as for townships where there is no such advance.
Result<std::string, Refusal> prepaid_account_of_advance(const BookPlace& place, const std::string& code) {
  return read_book(place, [&](BookReading& reading) -> TextResult {
    const auto store = place.opened.funds->funds_of(reading.head.id);
    const std::optional<funds::Movement> paid = store->movement(code);
    std::optional<funds::Target> target;
    if (paid) target = store->target(funds::TargetKey{paid->allocation, paid->target});
    return prepaid_account(target ? target->kind : funds::TargetKind::Township);
  });
}

/// The accounts that the record of a movement says; none where it has none.
funds::Accounts recorded_accounts(audit::LogStore& log, std::int64_t seq) {
  const std::optional<funds::Command> command = recorded_command(log, seq);
  if (!command) return {};
  if (const auto* reported = std::get_if<funds::Reimburse>(&*command)) return reported->accounts;
  if (const auto* settled = std::get_if<funds::SettleAdvance>(&*command)) return settled->accounts;
  if (const auto* granted = std::get_if<funds::GrantBenefit>(&*command)) return granted->accounts;
  return {};
}

funds::Accounts turned_round(const funds::Accounts& accounts) {
  return {accounts.credit, accounts.debit, accounts.budget_credit, accounts.budget_debit};
}

/// What is taken back, where it is of the wanted kind; else the refusal says what the code belongs to.
std::optional<Refusal> refuse_other_kind(const std::optional<funds::Movement>& movement, const std::string& code,
                                         TakenFrom from) {
  using funds::MovementKind;
  const bool is_spending = movement && (movement->kind == MovementKind::Reimbursement || movement->kind == MovementKind::Settlement);
  const bool is_benefit = movement && movement->kind == MovementKind::Benefit;
  if (from == TakenFrom::Project ? is_spending : is_benefit) return std::nullopt;
  std::string detail = is_plain_text(code) ? shortened(code, 60) : std::string();
  if (movement) {
    detail += "：" + std::string(funds::chinese_of(movement->kind)) + " " + std::string(funds::word_of(movement->kind));
  }
  if (is_benefit) detail += " → benefit take-back";
  if (is_spending) detail += " → project take-back";
  return refusal(funds::info_of(funds::FundsOutcome::MovementUnknown), std::move(detail));
}

Result<funds::Accounts, Refusal> accounts_taken_back(const BookPlace& place, const std::string& code, TakenFrom from) {
  funds::Accounts usual;
  const TextResult looked = read_book(place, [&](BookReading& reading) -> TextResult {
    const auto store = place.opened.funds->funds_of(reading.head.id);
    const std::optional<funds::Movement> movement = store->movement(code);
    if (std::optional<Refusal> other = refuse_other_kind(movement, code, from)) return Err(std::move(*other));
    usual = turned_round(recorded_accounts(reading.log, movement->seq));
    return std::string();
  });
  if (!looked) return Err(looked.error());
  return usual;
}

funds::CarryOver left_over(FundWords& words, const NewCarryOver& request, funds::CarryAction action) {
  funds::CarryOver command;
  command.code = request.code;
  command.indicator = request.indicator;
  command.date = words.date("--date", request.date);
  command.year = words.number("--year", request.year);
  command.action = action;
  command.into = request.into;
  command.amount = words.amount("--amount", request.amount);
  command.explanation = request.explanation;
  // What stays in the same indicator moves nothing.
  const bool moves = action == funds::CarryAction::Recover || !request.into.empty();
  const funds::Accounts usual = moves ? funds::Accounts{"3001", "100201", "8101", "800102"} : funds::Accounts();
  command.accounts = accounts_of(request.accounts, usual);
  return command;
}

/// What a reimbursement and an advance to a target have in common; `debit` is the usual account beside the prepaid one.
template <class Spending>
NewFundCommand to_target(const BookPlace& place, const NewSpending& spending, Spending command, const char* debit) {
  FundWords words;
  command.code = spending.code;
  command.target = words.target("--target", spending.target);
  command.project = spending.project;
  command.date = words.date("--date", spending.date);
  command.amount = words.amount("--amount", spending.amount);
  command.evidence = spending.evidence;
  command.explanation = spending.explanation;
  Result<std::string, Refusal> prepaid = prepaid_account_of(place, command.target);
  if (!prepaid) return Err(std::move(prepaid).error());
  command.accounts = accounts_of(spending.accounts, {debit, *prepaid, "", ""});
  return words.finish(std::move(command));
}

/// What settling and returning an advance have in common.
template <class Use>
void fill_use(FundWords& words, const AdvanceUse& use, Use& command) {
  command.code = use.code;
  command.advance = use.advance;
  command.date = words.date("--date", use.date);
  command.amount = words.amount("--amount", use.amount);
}

}  // namespace

NewFundCommand reimburse(const BookPlace& place, const NewSpending& spending) {
  return to_target(place, spending, funds::Reimburse(), kWorks);
}

NewFundCommand pay_advance(const BookPlace& place, const NewSpending& spending) {
  funds::PayAdvance command;
  command.payee = spending.payee;
  return to_target(place, spending, std::move(command), kAdvances);
}

NewFundCommand settle_advance(const AdvanceUse& use) {
  FundWords words;
  funds::SettleAdvance command;
  fill_use(words, use, command);
  command.evidence = use.evidence;
  command.explanation = use.explanation;
  command.accounts = accounts_of(use.accounts, {kWorks, kAdvances, "", ""});
  return words.finish(std::move(command));
}

NewFundCommand return_advance(const BookPlace& place, const AdvanceUse& use) {
  FundWords words;
  funds::ReturnAdvance command;
  fill_use(words, use, command);
  command.reason = use.reason;
  Result<std::string, Refusal> prepaid = prepaid_account_of_advance(place, use.advance);
  if (!prepaid) return Err(std::move(prepaid).error());
  command.accounts = accounts_of(use.accounts, {*prepaid, kAdvances, "", ""});
  return words.finish(std::move(command));
}

NewFundCommand take_back(const BookPlace& place, const NewTakeBack& request, TakenFrom from) {
  FundWords words;
  funds::TakeBack command;
  command.code = request.code;
  command.movement = request.movement;
  command.date = words.date("--date", request.date);
  command.amount = words.amount("--amount", request.amount);
  command.reason = request.reason;
  Result<funds::Accounts, Refusal> usual = accounts_taken_back(place, request.movement, from);
  if (!usual) return Err(std::move(usual).error());
  command.accounts = accounts_of(request.accounts, *usual);
  return words.finish(std::move(command));
}

NewFundCommand carry_over(const NewCarryOver& request) {
  FundWords words;
  funds::CarryOver command = left_over(words, request, funds::CarryAction::Carry);
  return words.finish(std::move(command));
}

NewFundCommand recover(const NewCarryOver& request) {
  FundWords words;
  funds::CarryOver command = left_over(words, request, funds::CarryAction::Recover);
  return words.finish(std::move(command));
}

}  // namespace mingzhang::service
