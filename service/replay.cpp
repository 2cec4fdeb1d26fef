// SPDX-License-Identifier: Apache-2.0
// Implements the distrustful replay.
#include "service/replay.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/members.h"
#include "base/world_error.h"
#include "service/people.h"

namespace mingzhang::service {
namespace {

constexpr std::int64_t kFlushEvery = 8192;

/// Dates are not compared with today's again: what was too far ahead was refused when it was new.
Date end_of_time() { return *Date::from_civil(2999, 12, 31); }

void collect(std::vector<audit::LogNode>& nodes, audit::Suite suite, const std::vector<audit::TreeNode>& completed) {
  for (const audit::TreeNode& node : completed) {
    nodes.push_back(audit::LogNode{suite, node.level, node.index, node.digest});
  }
}

}  // namespace

Replay::Replay(OpenedDatabase target, ledger::BookId id, std::string book)
    : target_(std::move(target)), name_(std::move(book)), id_(id), log_(target_.logs->log(id.value)) {
  const std::optional<ledger::BookHead> head = target_.database->ledger(id)->head();
  if (!head) return;
  const std::optional<audit::Frontier> sha256 = audit::Frontier::parse(head->frontier_sha256);
  const std::optional<audit::Frontier> sm3 = audit::Frontier::parse(head->frontier_sm3);
  if (!sha256 || !sm3 || sha256->size() != head->records || sm3->size() != head->records) {
    throw WorldError(WorldFault::Damaged, "the book's head row disagrees with its tree; run verify");
  }
  sha256_ = *sha256;
  sm3_ = *sm3;
  next_seq_ = request_ends_ = head->records;
  state_ = std::make_unique<BookState>(target_, id_);
}

bool Replay::fail(VerifyOutcome outcome, const std::string& detail) {
  if (!problem_) problem_ = Problem{&info_of(outcome), "record " + std::to_string(next_seq_), detail};
  return false;
}

bool Replay::take(const audit::StoredRecord& record) {
  if (problem_) return false;
  if (record.seq != next_seq_) return fail(VerifyOutcome::RecordMissing, "next is " + std::to_string(record.seq));
  if (!check_bytes(record)) return false;
  auto parsed = audit::parse_record(record.bytes);
  if (!parsed) return fail(VerifyOutcome::NotARecord, parsed.error().member);
  if (parsed->seq != record.seq || parsed->book != name_) {
    return fail(VerifyOutcome::WrongPlace, parsed->book + " " + std::to_string(parsed->seq));
  }
  const audit::LinesCheck lines = audit::check_lines(*parsed, record.lines, sealer_);
  if (!lines.all_match()) {
    return fail(VerifyOutcome::LinesChanged, !lines.is_well_formed || !lines.count_matches ? "count" : "digest");
  }
  if (!check_content(*parsed, record)) return false;
  count(record);
  return true;
}

bool Replay::check_bytes(const audit::StoredRecord& record) {
  const audit::RecordLeaves leaves = audit::record_leaves(record.bytes, sealer_);
  if (leaves.sha256 != record.leaf_sha256) return fail(VerifyOutcome::BytesChanged, "SHA-256");
  if (leaves.sm3 != record.leaf_sm3) return fail(VerifyOutcome::BytesChanged, "SM3");
  return true;
}

bool Replay::check_content(const audit::ParsedRecord& parsed, const audit::StoredRecord& record) {
  const std::optional<Event> event = decode_event(parsed.kind, parsed.data, record.lines);
  if (!event) return fail(VerifyOutcome::UnknownContent, parsed.kind);
  const bool opens = as<ledger::OpenBook>(event->command) != nullptr;
  if (opens != (next_seq_ == 0)) return fail(VerifyOutcome::BreaksRule, "a book is opened by its first record only");
  if (opens) open(event->command);

  std::vector<Problem> problems = check_request(event->command, end_of_time());
  if (problems.empty()) problems = check_state(event->command, parsed.by, end_of_time(), *state_);
  if (!problems.empty()) return breaks_rule(problems.front());
  if (!check_request_member(parsed)) return false;
  if (!check_people_of(parsed, event->command) || !check_decision(*event)) return false;
  if (!check_companions(event->command, parsed.by)) return false;
  apply(event->command, event->decision, next_seq_, *state_);
  return true;
}

bool Replay::breaks_rule(const Problem& problem) {
  return fail(VerifyOutcome::BreaksRule, std::string(problem.info->code) + " " + problem.place + " " + problem.detail);
}

/// The commands of a request stand together in the log as they did when they were asked for.
bool Replay::check_companions(const Command& command, std::string_view by) {
  if (const std::optional<Problem> lonely = companions_.next(command, by, *state_)) return breaks_rule(*lonely);
  if (next_seq_ + 1 < request_ends_) return true;
  const std::optional<Problem> unfinished = companions_.end();
  return unfinished ? breaks_rule(*unfinished) : true;
}

void Replay::open(const Command& command) {
  ledger::BookHead head;
  head.id = id_;
  head.name = as<ledger::OpenBook>(command)->name;
  state_ = std::make_unique<BookState>(target_, std::move(head));
}

bool Replay::check_request_member(const audit::ParsedRecord& parsed) {
  const bool begins = next_seq_ == request_ends_;
  if (begins != parsed.request.has_value()) return fail(VerifyOutcome::WrongRequest, "");
  if (!begins) return true;
  Members members(*parsed.request);
  ledger::RequestEntry entry;
  entry.digest = members.text("digest", true);
  entry.key = members.text("key", true);
  entry.records = members.integer("records", 0, true);
  entry.first_seq = next_seq_;
  if (!members.is_complete() || entry.records < 1) return fail(VerifyOutcome::WrongRequest, "");
  if (state_->ledger().request(entry.key) != nullptr) return fail(VerifyOutcome::WrongRequest, "doubled key");
  is_first_request_ = next_seq_ == 0;
  request_ends_ = next_seq_ + entry.records;
  state_->ledger().add_request(std::move(entry));
  return true;
}

bool Replay::check_people_of(const audit::ParsedRecord& parsed, const Command& command) {
  Request request;
  request.by = parsed.by;
  request.approved_by = parsed.approved_by;
  request.is_system = parsed.by == kSystemUser;
  request.commands.push_back(command);
  // All records of the first request come from whoever opened the book; the others of a request have the same people.
  if (is_first_request_ && !needs_approval(command)) return true;
  const std::optional<Problem> problem = check_people(request, state_->ledger());
  if (problem) return fail(VerifyOutcome::WrongPeople, std::string(problem->info->code) + " " + problem->detail);
  return true;
}

bool Replay::check_decision(const Event& event) {
  if (const auto* voucher = as<ledger::VoucherRequest>(event.command)) {
    const std::int64_t expected = ledger::next_number(*voucher, state_->ledger());
    if (event.decision.number != expected) {  // INV-03
      return fail(VerifyOutcome::WrongNumber, ledger::number_text(voucher->type, event.decision.number) + " ≠ " +
                                                  ledger::number_text(voucher->type, expected));
    }
  }
  if (event.decision.digest) {
    const auto& change = *as<ledger::ChangePeriod>(event.command);
    const ledger::PeriodDigest digest = ledger::period_digest(change.month, state_->ledger(), [this](std::string_view bytes) {
      return audit::hex_of(sealer_.hasher(audit::Suite::Sha256).plain(bytes));
    });
    if (digest.sha256 != event.decision.digest->sha256) {
      return fail(VerifyOutcome::WrongPeriodDigest, to_iso(change.month));
    }
  }
  return true;
}

void Replay::count(const audit::StoredRecord& record) {
  std::vector<audit::TreeNode> completed;
  sha256_.append(sealer_.hasher(audit::Suite::Sha256), record.leaf_sha256, completed);
  collect(nodes_, audit::Suite::Sha256, completed);
  completed.clear();
  sm3_.append(sealer_.hasher(audit::Suite::Sm3), record.leaf_sm3, completed);
  collect(nodes_, audit::Suite::Sm3, completed);
  state_->forget_undo();
  if (++next_seq_ % kFlushEvery != 0) return;
  state_->flush_projections();
  if (!state_->is_large()) return;
  write_head();
  state_ = std::make_unique<BookState>(target_, id_);  // memory stays bounded; what is asked for again is read again
}

void Replay::write_head() {
  state_->ledger().set_frontiers(sha256_.bytes(), sm3_.bytes());
  state_->ledger().flush_head();
}

void Replay::finish() {
  if (problem_ || !state_) return;
  if (next_seq_ != request_ends_) fail(VerifyOutcome::WrongRequest, "the last request is cut off");
  log_->add_nodes(nodes_);
  state_->flush_projections();
  write_head();
}

std::string Replay::root(audit::Suite suite) {
  return audit::hex_of(frontier(suite).root(sealer_.hasher(suite)));
}

const audit::Frontier& Replay::frontier(audit::Suite suite) const {
  return suite == audit::Suite::Sha256 ? sha256_ : sm3_;
}

}  // namespace mingzhang::service
