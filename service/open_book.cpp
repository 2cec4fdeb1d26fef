// SPDX-License-Identifier: Apache-2.0
// Turns accepted commands into records, and writes records and projections together.
#include "service/open_book.h"

#include <utility>

#include "base/check.h"
#include "base/world_error.h"

namespace mingzhang::service {
namespace {

constexpr std::size_t kChunkRecords = 256;

audit::Frontier frontier_of(const std::string& bytes) {
  std::optional<audit::Frontier> frontier = audit::Frontier::parse(bytes);
  if (!frontier) throw WorldError(WorldFault::Damaged, "the book's tree frontier is damaged; run verify");
  return std::move(*frontier);
}

void append_nodes(std::vector<audit::LogNode>& nodes, audit::Suite suite, std::vector<audit::TreeNode>& completed) {
  for (const audit::TreeNode& node : completed) {
    nodes.push_back(audit::LogNode{suite, node.level, node.index, node.digest});
  }
  completed.clear();
}

}  // namespace

OpenBookForWriting::OpenBookForWriting(const OpenedDatabase& opened, ledger::BookId id)
    : state_(opened, id), log_(opened.logs->log(id.value)) {
  frontier_sha256_ = frontier_of(book().head().frontier_sha256);
  frontier_sm3_ = frontier_of(book().head().frontier_sm3);
  first_pending_seq_ = book().head().records;
  if (frontier_sha256_.size() != first_pending_seq_ || frontier_sm3_.size() != first_pending_seq_) {
    throw WorldError(WorldFault::Damaged, "the book's head row disagrees with its tree; run verify");
  }
}

OpenBookForWriting::OpenBookForWriting(const OpenedDatabase& opened, ledger::BookHead head)
    : state_(opened, head), log_(opened.logs->log(head.id.value)) {}

bool OpenBookForWriting::lock() { return state_.ledger_store().lock(book().head().records); }

ledger::Decision OpenBookForWriting::decide(const Command& command) {
  ledger::Decision decision;
  if (const auto* voucher = as<ledger::VoucherRequest>(command)) {
    decision.number = ledger::next_number(*voucher, book());
  }
  const auto* change = as<ledger::ChangePeriod>(command);
  if (change != nullptr && change->action == ledger::PeriodAction::Close) {
    audit::Hasher sha256(audit::Suite::Sha256);
    decision.digest = ledger::period_digest(change->month, book(), [&sha256](std::string_view bytes) {
      return audit::hex_of(sha256.plain(bytes));
    });
  }
  return decision;
}

void OpenBookForWriting::hand_over(Chunk& chunk, HashQueue& queue) {
  if (std::exchange(chunk.is_queued, true)) return;
  queue.push([&records = chunk.records](RecordSealer& sealer) {
    for (PendingRecord& record : records) sealer.seal(record);
  });
}

PendingRecord& OpenBookForWriting::add(const Command& command, const Request& request, const std::string& at,
                                       HashQueue* queue) {
  const ledger::Decision decision = decide(command);
  const bool is_full = !chunks_.empty() && chunks_.back().records.size() == kChunkRecords;
  if (is_full && queue != nullptr) hand_over(chunks_.back(), *queue);
  if (is_full || chunks_.empty() || chunks_.back().is_queued) chunks_.emplace_back().records.reserve(kChunkRecords);
  PendingRecord& record = chunks_.back().records.emplace_back();
  record.head.kind = std::string(record_kind_of(command));
  record.head.book = book().head().name;
  record.head.seq = book().head().records;
  record.head.at = at;
  record.head.by = request.is_system ? std::string(kSystemUser) : request.by;
  if (!request.is_system) record.head.approved_by = request.approved_by;
  record.command = &command;
  record.decision = decision;
  apply(command, decision, record.head.seq, state_);
  return record;
}

RecordMark OpenBookForWriting::mark() const {
  return RecordMark{chunks_.size(), chunks_.empty() ? 0 : chunks_.back().records.size()};
}

void OpenBookForWriting::undo_to(const RecordMark& mark) {
  while (chunks_.size() > mark.chunks) chunks_.pop_back();
  if (!chunks_.empty()) chunks_.back().records.resize(mark.last_size);
}

std::size_t OpenBookForWriting::pending() const {
  return static_cast<std::size_t>(book().head().records - first_pending_seq_);
}

const PendingRecord& OpenBookForWriting::pending_record(std::int64_t seq) const {
  std::size_t index = static_cast<std::size_t>(seq - first_pending_seq_);
  for (const Chunk& chunk : chunks_) {
    if (index < chunk.records.size()) return chunk.records[index];
    index -= chunk.records.size();
  }
  check_failed("the record is pending", __FILE__, __LINE__);
}

void OpenBookForWriting::seal(RecordSealer& sealer, HashQueue* queue) {
  for (Chunk& chunk : chunks_) {
    if (queue != nullptr) hand_over(chunk, *queue);
  }
  state_.flush_projections();
  if (queue != nullptr) return queue->wait();
  for (Chunk& chunk : chunks_) {
    for (PendingRecord& record : chunk.records) sealer.seal(record);
  }
}

void OpenBookForWriting::grow_trees(RecordSealer& sealer, std::vector<audit::LogNode>& nodes) {
  std::vector<audit::TreeNode> completed;
  for (const Chunk& chunk : chunks_) {
    for (const PendingRecord& record : chunk.records) {
      frontier_sha256_.append(sealer.hasher(audit::Suite::Sha256), record.sealed.leaf_sha256, completed);
      append_nodes(nodes, audit::Suite::Sha256, completed);
      frontier_sm3_.append(sealer.hasher(audit::Suite::Sm3), record.sealed.leaf_sm3, completed);
      append_nodes(nodes, audit::Suite::Sm3, completed);
    }
  }
}

void OpenBookForWriting::write(RecordSealer& sealer, HashQueue* queue) {
  if (pending() == 0) return;
  std::vector<audit::LogNode> nodes;
  if (queue != nullptr) queue->push([this, &nodes](RecordSealer& other) { grow_trees(other, nodes); });
  const auto append = [this] {
    std::vector<audit::NewRecord> records;
    records.reserve(pending());
    for (const Chunk& chunk : chunks_) {
      for (const PendingRecord& record : chunk.records) {
        records.push_back(audit::NewRecord{record.head.seq, record.sealed.bytes, record.lines,
                                           record.sealed.leaf_sha256, record.sealed.leaf_sm3});
      }
    }
    MZ_CHECK(records.front().seq == first_pending_seq_);
    log_->append(records);
  };
  try {
    append();
  } catch (...) {
    if (queue != nullptr) queue->wait();  // it writes into `nodes`
    throw;
  }
  if (queue == nullptr) grow_trees(sealer, nodes);
  if (queue != nullptr) queue->wait();
  MZ_CHECK(frontier_sha256_.size() == book().head().records);  // INV-02
  log_->add_nodes(nodes);
  book().set_frontiers(frontier_sha256_.bytes(), frontier_sm3_.bytes());
  book().flush_head();
  chunks_.clear();
  first_pending_seq_ = book().head().records;
}

}  // namespace mingzhang::service
