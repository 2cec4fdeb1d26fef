// SPDX-License-Identifier: Apache-2.0
// Who may ask for what: roles, and the second person.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "base/outcome.h"
#include "ledger/book.h"
#include "service/request.h"

namespace mingzhang::service {

/// The first reason why these people may not do this, or nothing. INV-06: what moves money, relaxes an account or
/// reopens a month needs an approver who is not the preparer.
std::optional<Problem> check_people(const Request& request, ledger::Book& book);

/// The part of it that is about who asks: named, a user of the book, with a role for each of the commands.
std::optional<Problem> check_asker(std::string_view by, std::span<const Command> commands, ledger::Book& book);

/// Why this person may not write a voucher that no command of the same request asked for, or nothing. Vouchers that one asked
/// for come from whoever may ask for the command: a loan officer pays a loan out with its voucher, but books nothing else.
std::optional<Problem> check_free_writer(std::string_view by, ledger::Book& book);

/// True where a command needs a second person.
bool needs_approval(const Command& command);
/// True where nothing but the second person is missing and the request may wait for them as a draft: it opens no book and
/// carries no values of people, which a draft must not hold.
bool waits_for_approver(const Request& request);

}  // namespace mingzhang::service
