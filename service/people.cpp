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
    Roles operator()(const ledger::VoucherRequest&) const { return {"preparer"}; }
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
Roles roles_to_ask(const policy::Command&) { return {"preparer", "administrator"}; }

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

/// A voucher can wait as a draft for its second person; whatever else needs one cannot.
Problem without_approver(const Request& request) {
  for (const Command& command : request.commands) {
    const bool can_wait = as<ledger::VoucherRequest>(command) != nullptr;
    if (needs_approval(command) && !can_wait) {
      return problem(RequestOutcome::ApproverAtOnce, std::string(record_kind_of(command)));
    }
  }
  return problem(RequestOutcome::ApproverMissing, "");
}

}  // namespace

bool needs_approval(const Command& command) {
  if (as<ledger::VoucherRequest>(command) != nullptr || as<ledger::ChangeAccount>(command) != nullptr) return true;
  // Every command of the funds promises or moves money, or opens the way to it.
  if (std::holds_alternative<funds::Command>(command)) return true;
  // What a pack says decides amounts for as long as it is used.
  if (std::holds_alternative<policy::Command>(command)) return true;
  // What is erased does not come back.
  const auto* of_register = std::get_if<households::Command>(&command);
  if (of_register != nullptr) return std::holds_alternative<households::ErasePerson>(*of_register);
  const auto* change = as<ledger::ChangePeriod>(command);
  return change != nullptr && change->action == PeriodAction::Reopen;
}

std::optional<Problem> check_people(const Request& request, ledger::Book& book) {
  if (request.is_system) return std::nullopt;
  if (request.by.empty() || request.by == kSystemUser) return problem(RequestOutcome::UserMissing, "");
  if (as<ledger::OpenBook>(request.commands.front()) != nullptr) {
    // The first records of a book make its chart and its first administrator; nothing in them may need two people.
    const bool needs_two = std::any_of(request.commands.begin(), request.commands.end(), needs_approval);
    return needs_two ? std::optional(without_approver(request)) : std::nullopt;
  }
  if (!book.is_user(request.by) && !book.has_no_users()) return problem(RequestOutcome::UserUnknown, request.by);
  bool needs_second = false;
  for (const Command& command : request.commands) {
    if (!may_ask(command, request.by, book)) {
      return problem(RequestOutcome::RoleMissing, request.by + ": " + role_names(command));
    }
    needs_second = needs_second || needs_approval(command);
  }
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
