// SPDX-License-Identifier: Apache-2.0
// Lengthening the log's file through SQLite's own file, so that every virtual file system sees it.
#include "store/sqlite/log_space.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>

namespace mingzhang::store {
namespace {

constexpr std::int64_t kFrameBytes = 4096 + 24;  // a page and its header
constexpr std::int64_t kLeastStep = 64 << 10;
constexpr std::int64_t kLargestStep = 4 << 20;
constexpr std::array<char, kLeastStep> kZeros{};

/// The open file of the log, or null.
sqlite3_file* log_file(sqlite3* database) {
  sqlite3_file* file = nullptr;
  if (sqlite3_file_control(database, "main", SQLITE_FCNTL_JOURNAL_POINTER, &file) != SQLITE_OK) return nullptr;
  return file != nullptr && file->pMethods != nullptr ? file : nullptr;
}

}  // namespace

void LogSpace::make_room(sqlite3* database, int log_pages) noexcept {
  const std::int64_t wanted = log_pages * kFrameBytes + kLeastStep;
  if (wanted <= room_) return;
  sqlite3_file* file = log_file(database);
  sqlite3_int64 end = 0;
  if (file == nullptr || file->pMethods->xFileSize(file, &end) != SQLITE_OK) return;
  room_ = end;
  // A log that holds little may stay little: most programs write one voucher and end.
  if (end >= wanted || end < kLeastStep) return;
  for (const std::int64_t last = end + std::min<std::int64_t>(end, kLargestStep); end < last; end += kLeastStep) {
    if (file->pMethods->xWrite(file, kZeros.data(), static_cast<int>(kZeros.size()), end) != SQLITE_OK) return;
    room_ = end + kLeastStep;
  }
}

}  // namespace mingzhang::store
