// SPDX-License-Identifier: Apache-2.0
// Checks and effects of a log's keys.
#include "audit/keys/command.h"

#include <algorithm>
#include <utility>

#include "audit/keys/log_name.h"
#include "audit/notes/checkpoint.h"
#include "audit/notes/note_key.h"
#include "audit/notes/outcome.h"
#include "base/identifier.h"
#include "base/overloaded.h"
#include "base/text.h"

namespace mingzhang::audit {
namespace {

constexpr std::size_t kReasonBytesMax = 600;

Problem seal_problem(SealOutcome outcome, std::string place, std::string detail) {
  return Problem{&info_of(outcome), std::move(place), std::move(detail)};
}

Suite suite_of(const NoteKey& key) {
  return key.key.algorithm() == Algorithm::Ed25519 ? Suite::Sha256 : Suite::Sm3;
}

/// The suite whose name ends the checkpoint's origin in this book, and what else the origin says.
std::optional<std::pair<Suite, LogName>> place_of(std::string_view origin, std::string_view book) {
  for (const Suite suite : kSuites) {
    if (std::optional<LogName> name = parse_log_name(origin, book, suite)) return std::pair(suite, std::move(*name));
  }
  return std::nullopt;
}

void check_key(const std::string& text, std::vector<Problem>& problems) {
  const Result<NoteKey, Problem> key = parse_note_key(text);
  if (!key) {
    problems.push_back(key.error());
  } else if (key->use != KeyUse::Log) {
    problems.push_back(seal_problem(SealOutcome::KeyTextBad, "", "a witness's key, not a log's"));
  } else if (holds_id_card(key->name)) {  // INV-12
    problems.push_back(seal_problem(SealOutcome::HoldsIdCard, "key", ""));
  }
}

void check_lost(const std::vector<std::string>& lost, std::vector<Problem>& problems) {
  if (lost.empty() || lost.size() > kSuites.size()) {
    problems.push_back(seal_problem(SealOutcome::NothingLost, "", std::to_string(lost.size()) + " checkpoints"));
  }
  for (const std::string& bytes : lost) {
    const Result<Note, Problem> note = parse_note(bytes);
    if (!note) {
      problems.push_back(note.error());
      continue;
    }
    const Result<Checkpoint, Problem> checkpoint = parse_checkpoint(note->text);
    if (!checkpoint) problems.push_back(checkpoint.error());
    if (holds_id_card(bytes)) problems.push_back(seal_problem(SealOutcome::HoldsIdCard, "lost", ""));
  }
}

void check_reason(const std::string& reason, std::vector<Problem>& problems) {
  if (reason.empty() || reason.size() > kReasonBytesMax || !is_plain_text(reason)) {
    problems.push_back(seal_problem(SealOutcome::ReasonBad, "reason", std::to_string(reason.size()) + " bytes"));
  } else if (holds_id_card(reason)) {
    problems.push_back(seal_problem(SealOutcome::HoldsIdCard, "reason", ""));
  }
}

std::vector<Problem> check_add(const NoteKey& key, std::string_view book, const LogKeys& keys) {
  const Suite suite = suite_of(key);
  const std::optional<LogName> name = parse_log_name(key.name, book, suite);
  const std::string text = key.text();
  const int life = present_life(keys, book);
  if (!name || name->life != life) {
    const std::string wanted = text_of({"…", life}, book, suite);
    return {seal_problem(SealOutcome::KeyOfAnother, "", key.name + "; " + wanted)};
  }
  for (const LogKey& other : keys.all()) {
    const Result<NoteKey, Problem> known = parse_note_key(other.text);
    const std::optional<LogName> known_name = known ? parse_log_name(known->name, book, other.suite) : std::nullopt;
    if (known_name && known_name->bureau != name->bureau) return {seal_problem(SealOutcome::KeyOfAnother, "", known->name)};
    if (other.text == text) return {seal_problem(SealOutcome::KeyThere, "", "seq " + std::to_string(other.seq))};
  }
  return {};
}

std::vector<Problem> check_end(const NoteKey& key, const LogKeys& keys) {
  const Suite suite = suite_of(key);
  if (keys.in_force(key.text()) == nullptr) return {seal_problem(SealOutcome::KeyUnknown, "", key.name)};
  if (keys.count_in_force(suite) == 1) return {seal_problem(SealOutcome::KeyLast, "", std::string(suite_name(suite)))};
  return {};
}

std::vector<Problem> check_restore(const RestoreLog& restore, std::string_view book, const LogKeys& keys) {
  if (!keys.has_any_in_force()) return {seal_problem(SealOutcome::KeyUnknown, "", std::string(book))};
  std::optional<Suite> seen;
  for (const std::string& bytes : restore.lost) {
    const Result<Note, Problem> note = parse_note(bytes);
    const Result<Checkpoint, Problem> checkpoint = parse_checkpoint(note.value().text);
    const auto place = place_of(checkpoint->origin, book);
    if (!place || place->second.life != present_life(keys, book) || place->first == seen) {
      return {seal_problem(SealOutcome::KeyOfAnother, "lost", checkpoint->origin)};
    }
    seen = place->first;
  }
  return {};
}

}  // namespace

std::vector<Problem> check_request(const Command& command) {
  std::vector<Problem> problems;
  std::visit(Overloaded{
                 [&problems](const RestoreLog& one) { check_lost(one.lost, problems); },
                 [&problems](const auto& one) { check_key(one.key, problems); },
             },
             command);
  check_reason(std::visit([](const auto& one) -> const std::string& { return one.reason; }, command), problems);
  return in_order(std::move(problems));
}

std::vector<Problem> check_state(const Command& command, std::string_view book, const LogKeys& keys) {
  if (const auto* restore = std::get_if<RestoreLog>(&command)) return check_restore(*restore, book, keys);
  const auto* end = std::get_if<EndLogKey>(&command);
  const Result<NoteKey, Problem> key = parse_note_key(end != nullptr ? end->key : std::get<AddLogKey>(command).key);
  if (!key) return {key.error()};
  return end != nullptr ? check_end(*key, keys) : check_add(*key, book, keys);
}

void apply(const Command& command, std::int64_t seq, LogKeys& keys) {
  std::visit(Overloaded{
                 [&](const AddLogKey& one) {
                   const Result<NoteKey, Problem> key = parse_note_key(one.key);
                   keys.add(LogKey{0, suite_of(key.value()), one.key, seq, std::nullopt});
                 },
                 [&](const EndLogKey& one) { keys.end(one.key, seq); },
                 [&](const RestoreLog&) { keys.end_all(seq); },
             },
             command);
}

int present_life(const LogKeys& keys, std::string_view book) {
  int life = 1;
  for (const LogKey& row : keys.all()) {
    const Result<NoteKey, Problem> key = parse_note_key(row.text);
    const std::optional<LogName> name = key ? parse_log_name(key->name, book, row.suite) : std::nullopt;
    if (name) life = std::max(life, name->life);
  }
  return keys.has_any_in_force() || keys.all().empty() ? life : life + 1;
}

}  // namespace mingzhang::audit
