// SPDX-License-Identifier: Apache-2.0
// Plays commands through without keeping anything.
#include "service/rehearsal.h"

#include <utility>

#include "ledger/post.h"
#include "service/companions.h"

namespace mingzhang::service {

Refusal rehearse(std::span<const Command> commands, std::string_view by, Date today, BookState& state,
                 std::size_t problems_max) {
  Refusal found;
  Companions companions;
  for (std::size_t i = 0; i < commands.size() && found.problems.size() < problems_max; ++i) {
    const Command& command = commands[i];
    std::vector<Problem> problems = check_request(command, today);
    if (problems.empty()) problems = check_state(command, by, today, state);
    if (problems.empty()) {
      if (std::optional<Problem> lonely = companions.next(command, by, state)) problems.push_back(std::move(*lonely));
    }
    if (problems.empty()) {
      ledger::Decision decision;
      const auto* voucher = as<ledger::VoucherRequest>(command);
      if (voucher != nullptr) decision.number = next_number(*voucher, state.ledger());
      apply(command, decision, state.ledger().head().records, state);
    }
    for (Problem& problem : problems) {
      found.problems.push_back(CommandProblem{static_cast<std::int64_t>(i), std::move(problem)});
    }
  }
  if (std::optional<Problem> lonely = companions.end(); lonely && found.problems.empty()) {
    found.problems.push_back(CommandProblem{-1, std::move(*lonely)});
  }
  return found;
}

}  // namespace mingzhang::service
