// SPDX-License-Identifier: Apache-2.0
// Implements submitting, approving and rejecting.
#include "service/drafts.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "base/text.h"
#include "base/world_error.h"
#include "service/attempts.h"
#include "service/book_state.h"
#include "service/people.h"
#include "service/rehearsal.h"
#include "service/request_outcome.h"

namespace mingzhang::service {
namespace {

constexpr std::size_t kProblemsMax = 1'000;

/// A command of a draft: what is no object of kind and data is a voucher.
std::optional<Command> command_of(const JsonValue& item) {
  const JsonValue* kind = item.find("t");
  const JsonValue* data = item.find("data");
  if (kind == nullptr || data == nullptr || kind->as_text() == nullptr) {
    std::optional<ledger::VoucherRequest> voucher = ledger::decode_request(item);
    return voucher ? std::optional(Command(ledger::Command(std::move(*voucher)))) : std::nullopt;
  }
  std::optional<Event> event = decode_event(*kind->as_text(), *data, "");
  return event ? std::optional(std::move(event->command)) : std::nullopt;
}

std::vector<Command> commands_of(const ledger::Draft& draft) {
  const auto value = parse_canonical_json(draft.content);
  std::vector<Command> commands;
  if (value && value->kind() == JsonValue::Kind::Array) {
    for (const JsonValue& item : value->items()) {
      std::optional<Command> command = command_of(item);
      if (!command) throw WorldError(WorldFault::Damaged, "a draft cannot be read");
      commands.push_back(std::move(*command));
    }
  }
  if (commands.empty()) throw WorldError(WorldFault::Damaged, "a draft cannot be read");
  return commands;
}

/// One line for lists: the first voucher, or the kind of what has none.
std::string title_of(std::span<const Command> commands) {
  std::string title;
  std::int64_t vouchers = 0;
  for (const Command& command : commands) {
    const auto* voucher = as<ledger::VoucherRequest>(command);
    if (voucher == nullptr || ++vouchers > 1) continue;
    title = to_iso(voucher->date) + " " + std::string(chinese_of(voucher->type)) + " " + voucher->summary;
  }
  if (vouchers == 0) title = record_kind_of(commands.front());
  if (vouchers > 1) title += " … 共 " + std::to_string(vouchers) + " 张";
  return shortened(title, 200);
}

Refusal refused(RequestOutcome outcome, std::string detail) { return refusal(info_of(outcome), std::move(detail)); }

/// Runs `body` in a write transaction that is committed where it returns a value; failures of the world become refusals.
template <class T>
Result<T, Refusal> in_transaction(ledger::Database& database, const std::function<Result<T, Refusal>()>& body) {
  try {
    return in_attempts(database, [&] {
      database.begin_write();
      Result<T, Refusal> result = body();
      if (result) database.commit();
      if (!result) database.rollback();
      return result;
    });
  } catch (const WorldError& error) {
    database.rollback();
    return Err(refused(outcome_of(error.fault()), error.what()));
  }
}

/// True where the same waits already: sent twice, or prepared by two people.
bool is_waiting(ledger::DraftStore& drafts, const std::string& content) {
  const std::vector<ledger::Draft> pending = drafts.pending_drafts();
  return std::any_of(pending.begin(), pending.end(), [&](const ledger::Draft& draft) { return draft.content == content; });
}

}  // namespace

std::string draft_content(std::span<const Command> commands) {
  JsonWriter writer;
  writer.begin_array();
  for (const Command& command : commands) {
    const auto* voucher = as<ledger::VoucherRequest>(command);
    writer.raw(voucher == nullptr ? canonical_form(command) : encode_request(*voucher));
  }
  writer.end_array();
  return writer.take();
}

Refusal Drafts::elsewhere(ledger::BookId id) {
  return refused(RequestOutcome::BookElsewhere, database_.ledger(id)->standing().place);
}

Result<std::int64_t, Refusal> Drafts::submit(const std::string& book, const std::string& by,
                                             std::span<const Command> commands) {
  if (commands.empty()) return Err(refused(RequestOutcome::NothingToDo, ""));
  return in_transaction<std::int64_t>(database_, [&]() -> Result<std::int64_t, Refusal> {
    const std::optional<ledger::BookId> id = database_.find_book(book);
    if (!id) return Err(refused(RequestOutcome::BookUnknown, ""));
    if (!database_.ledger(*id)->hold()) return Err(elsewhere(*id));
    BookState state(opened_, *id);
    if (const std::optional<Problem> asker = check_asker(by, commands, state.ledger())) {
      return Err(refusal(*asker->info, asker->detail));
    }
    Refusal found = rehearse(commands, by, clock_.today(), state, kProblemsMax);
    if (!found.problems.empty()) return Err(std::move(found));
    const auto drafts = database_.drafts(*id);
    ledger::Draft draft;
    draft.content = draft_content(commands);
    if (draft.content.size() > kJsonBytesMax) return Err(refused(RequestOutcome::ApproverAtOnce, ""));
    if (is_waiting(*drafts, draft.content)) return Err(refused(RequestOutcome::DraftTwice, ""));
    draft.id = drafts->last_draft_id() + 1;
    draft.prepared_by = by;
    draft.prepared_at = clock_.now();
    draft.title = title_of(commands);
    drafts->insert_draft(draft);
    return draft.id;
  });
}

Answer Drafts::approve(const std::string& book, std::int64_t number, const std::string& by) {
  Request request;
  request.book = book;
  request.key = "draft-" + std::to_string(number);
  request.approved_by = by;
  try {
    database_.begin_read();
    const std::optional<ledger::BookId> id = database_.find_book(book);
    std::optional<ledger::Draft> draft;
    if (id) draft = database_.drafts(*id)->draft(number);
    database_.rollback();
    if (!id) return Err(refused(RequestOutcome::BookUnknown, ""));
    if (!draft) return Err(refused(RequestOutcome::DraftUnknown, std::to_string(number)));
    if (draft->state == ledger::DraftState::Rejected) {
      return Err(refused(RequestOutcome::DraftDecided, std::to_string(number)));
    }
    if (draft->state == ledger::DraftState::Approved && draft->decided_by != by) {
      return Err(refused(RequestOutcome::DraftDecided, std::to_string(number)));
    }
    request.by = draft->prepared_by;
    request.commands = commands_of(*draft);
    Answer answer = writer_.submit(request);
    if (!answer || draft->state == ledger::DraftState::Approved) return answer;
    // A crash between the two commits leaves the draft pending; approving it again finds its key and ends here.
    draft->state = ledger::DraftState::Approved;
    draft->decided_by = by;
    draft->decided_at = clock_.now();
    in_attempts(database_, [&] {
      database_.begin_write();
      if (database_.ledger(*id)->hold()) database_.drafts(*id)->update_draft(*draft);
      database_.commit();
    });
    return answer;
  } catch (const WorldError& error) {
    database_.rollback();
    return Err(refused(outcome_of(error.fault()), error.what()));
  }
}

Result<std::int64_t, Refusal> Drafts::reject(const std::string& book, std::int64_t number, const std::string& by,
                                             const std::string& reason) {
  return in_transaction<std::int64_t>(database_, [&]() -> Result<std::int64_t, Refusal> {
    const std::optional<ledger::BookId> id = database_.find_book(book);
    if (!id) return Err(refused(RequestOutcome::BookUnknown, ""));
    if (!database_.ledger(*id)->hold()) return Err(elsewhere(*id));
    const auto drafts = database_.drafts(*id);
    std::optional<ledger::Draft> draft = drafts->draft(number);
    if (!draft) return Err(refused(RequestOutcome::DraftUnknown, std::to_string(number)));
    if (draft->state != ledger::DraftState::Pending) return Err(refused(RequestOutcome::DraftDecided, ""));
    const auto store = database_.ledger(*id);
    ledger::Book state(*store);
    // The preparer may take a draft back; everybody else needs the approver's role.
    if (by != draft->prepared_by && !state.has_role(by, "approver")) {
      return Err(refused(RequestOutcome::ApproverLacksRole, by));
    }
    if (state.request("draft-" + std::to_string(number)) != nullptr) {
      return Err(refused(RequestOutcome::DraftDecided, ""));
    }
    draft->state = ledger::DraftState::Rejected;
    draft->decided_by = by;
    draft->decided_at = clock_.now();
    draft->reason = reason;
    drafts->update_draft(*draft);
    return number;
  });
}

Result<std::vector<PendingDraft>, Refusal> Drafts::pending(const std::string& book) {
  try {
    database_.begin_read();
    const std::optional<ledger::BookId> id = database_.find_book(book);
    std::vector<PendingDraft> result;
    if (id) {
      for (ledger::Draft& draft : database_.drafts(*id)->pending_drafts()) {
        std::vector<Command> commands = commands_of(draft);
        result.push_back(PendingDraft{std::move(draft), std::move(commands)});
      }
    }
    database_.rollback();
    if (!id) return Err(refused(RequestOutcome::BookUnknown, ""));
    return result;
  } catch (const WorldError& error) {
    database_.rollback();
    return Err(refused(outcome_of(error.fault()), error.what()));
  }
}

}  // namespace mingzhang::service
