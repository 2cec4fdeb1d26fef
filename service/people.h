// SPDX-License-Identifier: Apache-2.0
// Who may ask for what: roles, and the second person.
#pragma once

#include <optional>

#include "base/outcome.h"
#include "ledger/book.h"
#include "service/request.h"

namespace mingzhang::service {

/// The first reason why these people may not do this, or nothing. INV-06: what moves money, relaxes an account or
/// reopens a month needs an approver who is not the preparer.
std::optional<Problem> check_people(const Request& request, ledger::Book& book);

/// True where a command needs a second person.
bool needs_approval(const Command& command);

}  // namespace mingzhang::service
