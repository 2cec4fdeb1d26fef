// SPDX-License-Identifier: Apache-2.0
// Asks the funds which vouchers a command needs.
#include "service/setup/fund_request.h"

#include <utility>

#include "base/text.h"
#include "base/world_error.h"
#include "service/book_state.h"
#include "service/request_outcome.h"

namespace mingzhang::service {
namespace {

Result<Request, Refusal> compose(const BookPlace& place, const funds::Command& command) {
  const std::optional<ledger::BookId> id = place.opened.database->find_book(place.book);
  if (!id) return Err(refusal(info_of(RequestOutcome::BookUnknown), is_plain_text(place.book) ? place.book : ""));
  BookState state(place.opened, *id);
  Refusal found;
  for (Problem& problem : funds::check_state(command, state.funds(), state.ledger())) {
    found.problems.push_back(CommandProblem{0, std::move(problem)});
  }
  if (!found.problems.empty()) return Err(std::move(found));
  Request request;
  request.book = place.book;
  request.commands.emplace_back(command);
  for (ledger::VoucherRequest& voucher : funds::vouchers_of(command, state.funds())) {
    request.commands.emplace_back(std::move(voucher));
  }
  return request;
}

}  // namespace

Result<Request, Refusal> fund_request_of(const BookPlace& place, const funds::Command& command, Date today) {
  Refusal found;
  for (Problem& problem : funds::check_request(command, today)) {
    found.problems.push_back(CommandProblem{0, std::move(problem)});
  }
  if (!found.problems.empty()) return Err(std::move(found));
  ledger::Database& database = *place.opened.database;
  try {
    database.begin_read();
    Result<Request, Refusal> request = compose(place, command);
    database.rollback();
    return request;
  } catch (const WorldError& error) {
    database.rollback();
    return Err(refusal(info_of(outcome_of(error.fault())), error.what()));
  }
}

}  // namespace mingzhang::service
