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

/// Any one of these roles lets a person ask for the command.
std::vector<std::string_view> roles_to_ask(const ledger::Command& command) {
  struct Roles {
    std::vector<std::string_view> operator()(const ledger::VoucherRequest&) const { return {"preparer"}; }
    std::vector<std::string_view> operator()(const ledger::AddAccount&) const { return {"preparer", "approver", "administrator"}; }
    std::vector<std::string_view> operator()(const ledger::ChangeAccount&) const { return {"preparer", "administrator"}; }
    std::vector<std::string_view> operator()(const ledger::AddFund&) const { return {"preparer", "approver"}; }
    std::vector<std::string_view> operator()(const ledger::AddProject&) const { return {"preparer", "approver"}; }
    std::vector<std::string_view> operator()(const ledger::ChangePeriod& change) const {
      if (change.action == PeriodAction::Reopen) return {"preparer", "approver"};
      return {"approver"};
    }
    std::vector<std::string_view> operator()(const ledger::GrantRole&) const { return {"administrator"}; }
    std::vector<std::string_view> operator()(const ledger::OpenBook&) const { return {}; }
  };
  return std::visit(Roles(), command);
}

bool may_ask(const ledger::Command& command, const std::string& user, ledger::Book& book) {
  if (std::holds_alternative<ledger::OpenBook>(command)) return true;
  if (std::holds_alternative<ledger::GrantRole>(command) && book.has_no_users()) return true;
  const std::vector<std::string_view> roles = roles_to_ask(command);
  return std::any_of(roles.begin(), roles.end(), [&](std::string_view role) { return book.has_role(user, role); });
}

std::string role_names(const ledger::Command& command) {
  std::string names;
  for (const std::string_view role : roles_to_ask(command)) {
    names += (names.empty() ? "" : " / ") + std::string(ledger::chinese_of_role(role)) + " " + std::string(role);
  }
  return names;
}

}  // namespace

bool needs_approval(const ledger::Command& command) {
  if (std::holds_alternative<ledger::VoucherRequest>(command)) return true;
  if (std::holds_alternative<ledger::ChangeAccount>(command)) return true;
  const auto* change = std::get_if<ledger::ChangePeriod>(&command);
  return change != nullptr && change->action == PeriodAction::Reopen;
}

std::optional<Problem> check_people(const Request& request, ledger::Book& book) {
  if (request.is_system) return std::nullopt;
  if (request.by.empty() || request.by == kSystemUser) return problem(RequestOutcome::UserMissing, "");
  if (std::holds_alternative<ledger::OpenBook>(request.commands.front())) {
    // The first records of a book make its chart and its first administrator; nothing in them may need two people.
    const bool needs_two = std::any_of(request.commands.begin(), request.commands.end(), needs_approval);
    return needs_two ? std::optional(problem(RequestOutcome::ApproverMissing, "")) : std::nullopt;
  }
  if (!book.is_user(request.by) && !book.has_no_users()) return problem(RequestOutcome::UserUnknown, request.by);
  bool needs_second = false;
  for (const ledger::Command& command : request.commands) {
    if (!may_ask(command, request.by, book)) {
      return problem(RequestOutcome::RoleMissing, request.by + ": " + role_names(command));
    }
    needs_second = needs_second || needs_approval(command);
  }
  if (!needs_second) return std::nullopt;
  if (request.approved_by.empty()) return problem(RequestOutcome::ApproverMissing, "");
  if (!book.is_user(request.approved_by)) return problem(RequestOutcome::ApproverUnknown, request.approved_by);
  if (!book.has_role(request.approved_by, "approver")) {
    return problem(RequestOutcome::ApproverLacksRole, request.approved_by);
  }
  if (request.approved_by == request.by) return problem(RequestOutcome::SamePerson, request.by);  // INV-06
  return std::nullopt;
}

}  // namespace mingzhang::service
