// SPDX-License-Identifier: Apache-2.0
// Replaying a log into an empty book, trusting nothing that the log says.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "audit/frontier.h"
#include "audit/log_store.h"
#include "audit/record.h"
#include "ledger/command.h"
#include "ledger/database.h"
#include "service/book_state.h"
#include "service/command.h"
#include "service/companions.h"
#include "service/verify.h"

namespace mingzhang::service {

/// Takes the records of one book one after the other, checks each as if it were new, and rebuilds every projection in
/// another database. After the first problem nothing more is taken.
class Replay {
 public:
  /// Into the book `id` named `book` of `target`, inside a write transaction of somebody else. An empty book is begun; one
  /// that has records goes on after them. Throws WorldError Damaged where its head row is not that of a tree.
  Replay(OpenedDatabase target, ledger::BookId id, std::string book);

  /// The next record; false at the first problem.
  bool take(const audit::StoredRecord& record);
  /// True where no request is cut off at this place.
  bool is_between_requests() const { return next_seq_ == request_ends_; }
  /// Writes the rest, so that the target can be compared or committed. Requires that nothing is taken afterwards.
  void finish();

  const std::optional<Problem>& problem() const { return problem_; }
  std::int64_t records() const { return next_seq_; }
  std::string root(audit::Suite suite);
  const audit::Frontier& frontier(audit::Suite suite) const;

 private:
  bool fail(VerifyOutcome outcome, const std::string& detail);
  bool check_bytes(const audit::StoredRecord& record);
  bool check_content(const audit::ParsedRecord& parsed, const audit::StoredRecord& record);
  bool check_request_member(const audit::ParsedRecord& parsed);
  bool check_people_of(const audit::ParsedRecord& parsed, const Command& command);
  bool check_decision(const Event& event);
  bool check_companions(const Command& command, std::string_view by);
  bool breaks_rule(const Problem& problem);
  void open(const Command& command);
  void count(const audit::StoredRecord& record);
  void write_head();

  OpenedDatabase target_;
  std::string name_;
  ledger::BookId id_;
  std::unique_ptr<audit::LogStore> log_;
  Companions companions_;
  std::unique_ptr<BookState> state_;  ///< none before the book is opened
  audit::Sealer sealer_;
  audit::Frontier sha256_;
  audit::Frontier sm3_;
  std::vector<audit::LogNode> nodes_;
  std::int64_t next_seq_ = 0;
  bool is_first_request_ = false;
  std::int64_t request_ends_ = 0;  ///< seq after the last record of the request under way
  std::optional<Problem> problem_;
};

}  // namespace mingzhang::service
