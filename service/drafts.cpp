// SPDX-License-Identifier: Apache-2.0
// Implements submitting, approving and rejecting.
#include "service/drafts.h"

#include <functional>
#include <utility>

#include "base/text.h"
#include "base/world_error.h"
#include "ledger/book.h"
#include "ledger/post.h"
#include "service/request_outcome.h"

namespace mingzhang::service {
namespace {

std::string content_of(const std::vector<ledger::VoucherRequest>& vouchers) {
  JsonWriter writer;
  writer.begin_array();
  for (const ledger::VoucherRequest& voucher : vouchers) writer.raw(encode_request(voucher));
  writer.end_array();
  return writer.take();
}

std::vector<ledger::VoucherRequest> vouchers_of(const ledger::Draft& draft) {
  const auto value = parse_canonical_json(draft.content);
  std::vector<ledger::VoucherRequest> vouchers;
  if (value && value->kind() == JsonValue::Kind::Array) {
    for (const JsonValue& item : value->items()) {
      std::optional<ledger::VoucherRequest> voucher = ledger::decode_request(item);
      if (!voucher) throw WorldError(WorldFault::Damaged, "a draft cannot be read");
      vouchers.push_back(std::move(*voucher));
    }
  }
  if (vouchers.empty()) throw WorldError(WorldFault::Damaged, "a draft cannot be read");
  return vouchers;
}

std::string title_of(const std::vector<ledger::VoucherRequest>& vouchers) {
  const ledger::VoucherRequest& first = vouchers.front();
  std::string title = to_iso(first.date) + " " + std::string(chinese_of(first.type)) + " " + first.summary;
  if (vouchers.size() > 1) title += " … 共 " + std::to_string(vouchers.size()) + " 张";
  return shortened(title, 200);
}

Refusal refused(RequestOutcome outcome, std::string detail) { return refusal(info_of(outcome), std::move(detail)); }

/// Runs `body` in a write transaction that is committed where it returns a value; failures of the world become refusals.
template <class T>
Result<T, Refusal> in_transaction(ledger::Database& database, const std::function<Result<T, Refusal>()>& body) {
  try {
    database.begin_write();
    Result<T, Refusal> result = body();
    if (result) database.commit();
    if (!result) database.rollback();
    return result;
  } catch (const WorldError& error) {
    database.rollback();
    return Err(refused(outcome_of(error.fault()), error.what()));
  }
}

/// Shape and state of every voucher, each applied on top of the ones before it, in memory only.
Refusal problems_of(const std::vector<ledger::VoucherRequest>& vouchers, Date today, ledger::Book& book) {
  Refusal found;
  for (std::size_t i = 0; i < vouchers.size(); ++i) {
    std::vector<Problem> problems = ledger::check_request(vouchers[i], today);
    if (problems.empty()) problems = ledger::check_state(vouchers[i], book);
    if (problems.empty()) apply(vouchers[i], next_number(vouchers[i], book), book.head().records, book);
    for (Problem& problem : problems) {
      found.problems.push_back(CommandProblem{static_cast<std::int64_t>(i), std::move(problem)});
    }
  }
  return found;
}

}  // namespace

Result<std::int64_t, Refusal> Drafts::submit(const std::string& book, const std::string& by,
                                             const std::vector<ledger::VoucherRequest>& vouchers) {
  if (vouchers.empty()) return Err(refused(RequestOutcome::NothingToDo, ""));
  return in_transaction<std::int64_t>(database_, [&]() -> Result<std::int64_t, Refusal> {
    const std::optional<ledger::BookId> id = database_.find_book(book);
    if (!id) return Err(refused(RequestOutcome::BookUnknown, ""));
    const auto store = database_.ledger(*id);
    ledger::Book state(*store);
    if (by.empty() || by == kSystemUser) return Err(refused(RequestOutcome::UserMissing, ""));
    if (!state.is_user(by)) return Err(refused(RequestOutcome::UserUnknown, by));
    if (!state.has_role(by, "preparer")) return Err(refused(RequestOutcome::RoleMissing, by + ": 制单 preparer"));
    Refusal found = problems_of(vouchers, clock_.today(), state);
    if (!found.problems.empty()) return Err(std::move(found));
    const auto drafts = database_.drafts(*id);
    ledger::Draft draft;
    draft.id = drafts->last_draft_id() + 1;
    draft.prepared_by = by;
    draft.prepared_at = clock_.now();
    draft.title = title_of(vouchers);
    draft.content = content_of(vouchers);
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
    for (ledger::VoucherRequest& voucher : vouchers_of(*draft)) request.commands.emplace_back(std::move(voucher));
    Answer answer = writer_.submit(request);
    if (!answer || draft->state == ledger::DraftState::Approved) return answer;
    // A crash between the two commits leaves the draft pending; approving it again finds its key and ends here.
    draft->state = ledger::DraftState::Approved;
    draft->decided_by = by;
    draft->decided_at = clock_.now();
    database_.begin_write();
    database_.drafts(*id)->update_draft(*draft);
    database_.commit();
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
        std::vector<ledger::VoucherRequest> vouchers = vouchers_of(draft);
        result.push_back(PendingDraft{std::move(draft), std::move(vouchers)});
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
