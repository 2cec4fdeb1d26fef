// SPDX-License-Identifier: Apache-2.0
// The sealing thread.
#include "service/seal_queue.h"

#include <utility>

namespace mingzhang::service {

SealQueue::~SealQueue() {
  {
    const std::lock_guard lock(mutex_);
    is_stopping_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void SealQueue::push(std::vector<PendingRecord>* chunk) {
  {
    const std::lock_guard lock(mutex_);
    if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
    waiting_.push_back(chunk);
    ++unfinished_;
  }
  changed_.notify_all();
}

void SealQueue::wait() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return unfinished_ == 0; });
  if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
}

void SealQueue::run() {
  audit::Sealer sealer;
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return is_stopping_ || !waiting_.empty(); });
    if (waiting_.empty()) return;
    std::vector<PendingRecord>* chunk = waiting_.front();
    waiting_.pop_front();
    lock.unlock();
    std::exception_ptr failure;
    try {
      for (PendingRecord& record : *chunk) record.sealed = sealer.seal(record.head, record.lines);
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
