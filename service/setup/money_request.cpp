// SPDX-License-Identifier: Apache-2.0
// Asks the modules which vouchers a command needs.
#include "service/setup/money_request.h"

#include <utility>

#include "audit/hash.h"
#include "base/text.h"
#include "base/world_error.h"
#include "service/book_state.h"
#include "service/policies/shelf.h"
#include "service/request_outcome.h"
#include "service/writer.h"

namespace mingzhang::service {
namespace {

Refusal refused(std::size_t index, const std::vector<Problem>& problems) {
  Refusal found = refusal_of(problems);
  for (CommandProblem& problem : found.problems) problem.command = static_cast<std::int64_t>(index);
  return found;
}

Result<Request, Refusal> compose(const BookPlace& place, const std::vector<Command>& commands, Date today) {
  const std::optional<ledger::BookId> id = place.opened.database->find_book(place.book);
  if (!id) return Err(refusal(info_of(RequestOutcome::BookUnknown), is_plain_text(place.book) ? place.book : ""));
  BookState state(place.opened, *id);
  Request request;
  request.book = place.book;
  for (std::size_t index = 0; index < commands.size(); ++index) {
    const Command& command = commands[index];
    std::vector<Problem> problems = check_request(command, today);
    if (problems.empty()) problems = check_state(command, "", today, state);
    if (!problems.empty()) return Err(refused(index, problems));
    request.commands.push_back(command);
    for (ledger::VoucherRequest& voucher : vouchers_of(command, state)) request.commands.emplace_back(std::move(voucher));
    if (index + 1 < commands.size()) apply(command, ledger::Decision{}, state.ledger().head().records, state);
  }
  return request;
}

}  // namespace

Result<Request, Refusal> money_request_of(const BookPlace& place, const std::vector<Command>& commands, Date today) {
  ledger::Database& database = *place.opened.database;
  try {
    database.begin_read();
    Result<Request, Refusal> request = compose(place, commands, today);
    database.rollback();
    return request;
  } catch (const WorldError& error) {
    database.rollback();
    return Err(refusal(info_of(outcome_of(error.fault())), error.what()));
  }
}

Result<Request, Refusal> money_request_of(const BookPlace& place, const Command& command, Date today) {
  return money_request_of(place, std::vector<Command>{command}, today);
}

Result<Request, Refusal> ordered(const BookPlace& place, const Command& command, const MoneyOrder& order, Date today) {
  Request asked;
  asked.book = place.book;
  asked.key = order.key;
  asked.by = order.by;
  asked.approved_by = order.approved_by;
  asked.commands.push_back(command);
  audit::Hasher sha256(audit::Suite::Sha256);
  // The form of what cannot be written as JSON is not asked for: such a request is refused below.
  if (check_request(command, today).empty()) asked.digest = digest_of(asked, sha256);
  bool is_known = false;
  const TextResult looked = read_book(place, [&](BookReading& reading) -> TextResult {
    is_known = reading.store.request(order.key).has_value();
    return std::string();
  });
  if (!looked) return Err(looked.error());
  // The write path answers a known key before it looks at commands.
  if (is_known && !asked.digest.empty()) return asked;
  Result<Request, Refusal> composed = money_request_of(place, command, today);
  if (!composed) return composed;
  asked.commands = std::move(composed).value().commands;
  return asked;
}

}  // namespace mingzhang::service
