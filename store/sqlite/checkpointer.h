// SPDX-License-Identifier: Apache-2.0
// Copies the write-ahead log into the database beside the commits, on a connection and a thread of its own.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace mingzhang::store {

/// SQLite lets the commit that fills the log copy it into the database, a ninth of the time of posting in batches.
/// Copying needs nothing of the writer: any connection may do it at any moment, and what is not yet copied is read from
/// the log. The thread starts with the first request; an error of the disk leaves the log as it is for the next one,
/// as SQLite's own checkpoint does.
class Checkpointer {
 public:
  /// Both as for `open_sqlite`.
  Checkpointer(std::string path, std::string vfs_name);
  Checkpointer(const Checkpointer&) = delete;
  Checkpointer& operator=(const Checkpointer&) = delete;
  /// Ends the thread and closes its connection, so that the last one to close is the writer's.
  ~Checkpointer();

  /// Copies what the log holds now; returns at once. Requests made meanwhile become one. False where the system gives
  /// no thread: whoever asks must copy.
  bool request();
  /// Until nothing is being copied.
  void wait();

 private:
  void run();

  const std::string path_;
  const std::string vfs_name_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool is_wanted_ = false;
  bool is_busy_ = false;
  bool is_stopping_ = false;
  std::thread thread_;
};

}  // namespace mingzhang::store
