// SPDX-License-Identifier: Apache-2.0
// The table of roles: which command needs whom.
#include "service/people.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "service/request_outcome.h"

namespace mingzhang::service {
namespace {

using ledger::PeriodAction;

Problem problem(RequestOutcome outcome, std::string detail) { return Problem{&info_of(outcome), "", std::move(detail)}; }

using Roles = std::vector<std::string_view>;

Roles roles_to_ask(const ledger::Command& command) {
  struct OfLedger {
    Roles operator()(const ledger::VoucherRequest& voucher) const {
      // A voucher with a source may be the one that a loan asked for; where it is not, Companions finds it.
      return voucher.source.empty() ? Roles{"preparer"} : Roles{"preparer", "loan_officer"};
    }
    Roles operator()(const ledger::AddAccount&) const { return {"preparer", "approver", "administrator"}; }
    Roles operator()(const ledger::ChangeAccount&) const { return {"preparer", "administrator"}; }
    Roles operator()(const ledger::AddFund&) const { return {"preparer", "approver"}; }
    Roles operator()(const ledger::AddProject&) const { return {"preparer", "approver"}; }
    Roles operator()(const ledger::ChangePeriod& change) const {
      if (change.action == PeriodAction::Reopen) return {"preparer", "approver"};
      return {"approver"};
    }
    Roles operator()(const ledger::GrantRole&) const { return {"administrator"}; }
    Roles operator()(const ledger::OpenBook&) const { return {}; }
  };
  return std::visit(OfLedger(), command);
}

Roles roles_to_ask(const households::Command& command) {
  if (std::holds_alternative<households::ErasePerson>(command)) return {"preparer", "administrator"};
  return {"preparer"};
}

Roles roles_to_ask(const funds::Command&) { return {"preparer"}; }
Roles roles_to_ask(const loans::Command&) { return {"preparer", "loan_officer"}; }
Roles roles_to_ask(const guarantee::Command&) { return {"preparer", "loan_officer"}; }
Roles roles_to_ask(const policy::Command&) { return {"preparer", "administrator"}; }
Roles roles_to_ask(const audit::Command&) { return {"administrator"}; }

/// Any one of these roles lets a person ask for the command.
Roles roles_to_ask(const Command& command) {
  return std::visit([](const auto& one) { return roles_to_ask(one); }, command);
}

bool may_ask(const Command& command, const std::string& user, ledger::Book& book) {
  if (as<ledger::OpenBook>(command) != nullptr) return true;
  if (as<ledger::GrantRole>(command) != nullptr && book.has_no_users()) return true;
  const Roles roles = roles_to_ask(command);
  return std::any_of(roles.begin(), roles.end(), [&](std::string_view role) { return book.has_role(user, role); });
}

std::string role_names(const Command& command) {
  std::string names;
  for (const std::string_view role : roles_to_ask(command)) {
    names += (names.empty() ? "" : " / ") + std::string(ledger::chinese_of_role(role)) + " " + std::string(role);
  }
  return names;
}

bool opens_book(const Request& request) {
  return !request.commands.empty() && as<ledger::OpenBook>(request.commands.front()) != nullptr;
}

/// Who has to come along, or may come later.
Problem without_approver(const Request& request) {
  const bool can_wait = !opens_book(request) && request.personal.empty();
  return problem(can_wait ? RequestOutcome::ApproverMissing : RequestOutcome::ApproverAtOnce, "");
}

}  // namespace

bool needs_approval(const Command& command) {
  if (as<ledger::VoucherRequest>(command) != nullptr || as<ledger::ChangeAccount>(command) != nullptr) return true;
  // Every command of the funds promises or moves money, or opens the way to it.
  if (std::holds_alternative<funds::Command>(command)) return true;
  // Asking for a loan, looking into it and giving it up promise nothing yet; a work list promises nothing until it is signed.
  if (const auto* of_loans = std::get_if<loans::Command>(&command)) {
    return !std::holds_alternative<loans::ApplyForLoan>(*of_loans) && !std::holds_alternative<loans::ReviewLoan>(*of_loans) &&
           !std::holds_alternative<loans::DropLoan>(*of_loans) && !std::holds_alternative<loans::RecordReconciliation>(*of_loans) &&
           !std::holds_alternative<loans::HandleItems>(*of_loans);
  }
  // A pool promises money to a bank, and its deposit is money.
  if (std::holds_alternative<guarantee::Command>(command)) return true;
  // What a pack says decides amounts for as long as it is used.
  if (std::holds_alternative<policy::Command>(command)) return true;
  // Whoever holds a key says what the books are.
  if (std::holds_alternative<audit::Command>(command)) return true;
  // What is erased does not come back.
  const auto* of_register = std::get_if<households::Command>(&command);
  if (of_register != nullptr) return std::holds_alternative<households::ErasePerson>(*of_register);
  const auto* change = as<ledger::ChangePeriod>(command);
  return change != nullptr && change->action == PeriodAction::Reopen;
}

bool waits_for_approver(const Request& request) {
  if (request.is_system || !request.approved_by.empty() || opens_book(request) || !request.personal.empty()) return false;
  return std::any_of(request.commands.begin(), request.commands.end(), needs_approval);
}

std::optional<Problem> check_asker(std::string_view by, std::span<const Command> commands, ledger::Book& book) {
  const std::string name(by);
  if (name.empty() || name == kSystemUser) return problem(RequestOutcome::UserMissing, "");
  if (!book.is_user(name) && !book.has_no_users()) return problem(RequestOutcome::UserUnknown, name);
  for (const Command& command : commands) {
    if (!may_ask(command, name, book)) return problem(RequestOutcome::RoleMissing, name + ": " + role_names(command));
  }
  return std::nullopt;
}

std::optional<Problem> check_free_writer(std::string_view by, ledger::Book& book) {
  if (by == kSystemUser || book.has_role(by, "preparer")) return std::nullopt;
  return problem(RequestOutcome::RoleMissing, std::string(by) + ": " + std::string(ledger::chinese_of_role("preparer")) + " preparer");
}

std::optional<Problem> check_people(const Request& request, ledger::Book& book) {
  if (request.is_system) return std::nullopt;
  const bool needs_second = std::any_of(request.commands.begin(), request.commands.end(), needs_approval);
  if (opens_book(request)) {
    if (request.by.empty() || request.by == kSystemUser) return problem(RequestOutcome::UserMissing, "");
    // The first records of a book make its chart and its first administrator; nothing in them may need two people.
    return needs_second ? std::optional(without_approver(request)) : std::nullopt;
  }
  if (std::optional<Problem> asker = check_asker(request.by, request.commands, book)) return asker;
  if (!needs_second) return std::nullopt;
  if (request.approved_by.empty()) return without_approver(request);
  if (!book.is_user(request.approved_by)) return problem(RequestOutcome::ApproverUnknown, request.approved_by);
  if (!book.has_role(request.approved_by, "approver")) {
    return problem(RequestOutcome::ApproverLacksRole, request.approved_by);
  }
  if (request.approved_by == request.by) return problem(RequestOutcome::SamePerson, request.by);  // INV-06
  return std::nullopt;
}

}  // namespace mingzhang::service
