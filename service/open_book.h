// SPDX-License-Identifier: Apache-2.0
// A book that is open for writing: its state in memory, its log, and the records on their way.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "audit/frontier.h"
#include "audit/log_store.h"
#include "audit/record.h"
#include "service/book_state.h"
#include "service/command.h"
#include "service/hash_queue.h"
#include "service/opened_database.h"
#include "service/request.h"

namespace mingzhang::service {

/// Where a request's records begin, so that they can be taken back.
struct RecordMark {
  std::size_t chunks = 0;
  std::size_t last_size = 0;
};

/// One book inside a write transaction. Nobody else writes to it while this lives and the lock is held.
class OpenBookForWriting {
 public:
  OpenBookForWriting(const OpenedDatabase& opened, ledger::BookId id);
  /// A new book: its head row is written with its first records.
  OpenBookForWriting(const OpenedDatabase& opened, ledger::BookHead head);

  BookState& state() { return state_; }
  ledger::Book& book() { return state_.ledger(); }
  const ledger::Book& book() const { return state_.ledger(); }
  audit::LogStore& log() { return *log_; }

  /// Takes the book's lock. False where somebody else has written since this object read the head.
  bool lock();

  /// Appends the record of an accepted command and applies it. The command must live until `seal` returns.
  /// The record stays where it is until `write`; it is not given to the queue before the next `add`.
  PendingRecord& add(const Command& command, const Request& request, const std::string& at, HashQueue* queue);

  RecordMark mark() const;
  /// Forgets the records after the mark. The queue must be idle.
  void undo_to(const RecordMark& mark);

  /// How many records are pending.
  std::size_t pending() const;
  /// The pending record with this seq.
  const PendingRecord& pending_record(std::int64_t seq) const;

  /// Writes lines and balances while the queue seals the records, or seals them afterwards where there is no queue.
  void seal(RecordSealer& sealer, HashQueue* queue);
  /// Appends the sealed records to the log, while the queue grows the trees, and writes the head row. Ends with nothing
  /// pending.
  void write(RecordSealer& sealer, HashQueue* queue);

 private:
  struct Chunk {
    std::vector<PendingRecord> records;
    bool is_queued = false;
  };

  static void hand_over(Chunk& chunk, HashQueue& queue);
  ledger::Decision decide(const Command& command);
  void grow_trees(RecordSealer& sealer, std::vector<audit::LogNode>& nodes);

  BookState state_;
  std::unique_ptr<audit::LogStore> log_;
  audit::Frontier frontier_sha256_;
  audit::Frontier frontier_sm3_;
  std::int64_t first_pending_seq_ = 0;
  std::deque<Chunk> chunks_;  // stable addresses: the queue holds pointers
};

}  // namespace mingzhang::service
