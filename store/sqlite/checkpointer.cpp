// SPDX-License-Identifier: Apache-2.0
// The thread, and its connection.
#include "store/sqlite/checkpointer.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <sqlite3.h>

#include <optional>
#include <system_error>
#include <utility>

namespace mingzhang::store {

Checkpointer::Checkpointer(std::string path, std::string vfs_name)
    : path_(std::move(path)), vfs_name_(std::move(vfs_name)) {}

Checkpointer::~Checkpointer() {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    is_stopping_ = true;
  }
  changed_.notify_all();
  if (thread_.joinable()) thread_.join();
}

bool Checkpointer::request() {
  const std::lock_guard<std::mutex> lock(mutex_);
  try {
    if (!thread_.joinable()) thread_ = std::thread([this] { run(); });
  } catch (const std::system_error&) {
    return false;
  }
  is_wanted_ = true;
  changed_.notify_all();
  return true;
}

void Checkpointer::wait() {
  std::unique_lock<std::mutex> lock(mutex_);
  changed_.wait(lock, [this] { return !is_wanted_ && !is_busy_; });
}

void Checkpointer::run() {
  std::optional<SQLite::Database> database;
  std::unique_lock<std::mutex> lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return is_wanted_ || is_stopping_; });
    if (is_stopping_) break;
    is_wanted_ = false;
    is_busy_ = true;
    lock.unlock();
    try {
      if (!database) {
        database.emplace(path_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, 0, vfs_name_);
        // FULL is also SQLite's default; the log is synced before a page of it is copied.
        database->exec("PRAGMA synchronous = FULL; SELECT 1 FROM sqlite_schema");
      }
      sqlite3_wal_checkpoint_v2(database->getHandle(), nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    } catch (const SQLite::Exception&) {  // the log keeps everything; the next request tries again
      database.reset();
    }
    lock.lock();
    is_busy_ = false;
    changed_.notify_all();
  }
}

}  // namespace mingzhang::store
