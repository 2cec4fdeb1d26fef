// SPDX-License-Identifier: Apache-2.0
// Hashing beside the insert: a second thread seals records, digests requests and grows trees while the first goes on.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "audit/record.h"
#include "audit/salt.h"
#include "service/command.h"

namespace mingzhang::service {

/// A record on its way into the log. Its content and lines are written where it is sealed.
struct PendingRecord {
  audit::RecordHead head;           ///< `data` is empty until it is sealed
  const Command* command = nullptr;  ///< lives until the record is sealed
  ledger::Decision decision;
  std::string lines;                ///< canonical bytes, each line followed by '\n'
  audit::SealedRecord sealed;
};

/// Writes canonical bytes and hashes; one per thread.
class RecordSealer {
 public:
  /// Fills `head.data`, `lines` and `sealed`.
  void seal(PendingRecord& record);
  audit::Hasher& hasher(audit::Suite suite) { return sealer_.hasher(suite); }

 private:
  std::string_view next_salt();

  audit::Sealer sealer_;
  audit::Salts salts_{std::string()};  // drawn by the thousand: the call costs more than the salts
  std::size_t used_salts_ = 0;
};

/// Does hashing on a second thread, in the order in which it was asked for.
class HashQueue {
 public:
  /// What is to be done; it may use the thread's own hashers. Everything that it refers to must stay until it is done.
  using Job = std::function<void(RecordSealer&)>;

  /// Starts the thread when the first job comes.
  HashQueue() = default;
  ~HashQueue();
  HashQueue(const HashQueue&) = delete;
  HashQueue& operator=(const HashQueue&) = delete;

  void push(Job job);
  /// Until everything pushed is done; rethrows what a job threw.
  void wait();

 private:
  void run();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> waiting_;
  std::size_t unfinished_ = 0;
  bool is_stopping_ = false;
  std::exception_ptr failure_;
  std::thread thread_;
};

}  // namespace mingzhang::service
