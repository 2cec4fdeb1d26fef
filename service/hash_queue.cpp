// SPDX-License-Identifier: Apache-2.0
// The hashing thread.
#include "service/hash_queue.h"

#include <utility>

namespace mingzhang::service {
namespace {

constexpr std::size_t kSaltsAtOnce = 1'024;

}  // namespace

std::string_view RecordSealer::next_salt() {
  if (used_salts_ == salts_.size()) {
    salts_ = audit::random_salts(kSaltsAtOnce);
    used_salts_ = 0;
  }
  return salts_[used_salts_++];
}

void RecordSealer::seal(PendingRecord& record) {
  record.head.data = record_data_of(*record.command, record.decision);
  const std::vector<ledger::Line>& lines = lines_of(*record.command);
  for (std::size_t i = 0; i < lines.size(); ++i) ledger::append_line(lines[i], i + 1, next_salt(), record.lines);
  record.sealed = sealer_.seal(record.head, record.lines);
}

HashQueue::~HashQueue() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void HashQueue::push(Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
    waiting_.push_back(std::move(job));
    ++unfinished_;
  }
  changed_.notify_all();
}

void HashQueue::wait() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return unfinished_ == 0; });
  if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
}

void HashQueue::run() {
  RecordSealer sealer;
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return is_stopping_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    const Job job = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    std::exception_ptr failure;
    try {
      job(sealer);
    } catch (...) {
      failure = std::current_exception();
    }
    lock.lock();
    if (failure) failure_ = failure;
    --unfinished_;
    changed_.notify_all();
  }
}

}  // namespace mingzhang::service
