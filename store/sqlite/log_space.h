// SPDX-License-Identifier: Apache-2.0
// Room for the write-ahead log, made before commits need it.
#pragma once

#include <cstdint>

struct sqlite3;

namespace mingzhang::store {

/// A commit that makes the log's file longer waits for two writes and not for one: its pages, and the file's new length
/// in the folder. So the file is lengthened by zeros in larger steps, and most commits write inside it. Zeros are no
/// frame: whoever reads the log after a power cut stops at the first of them, as at the remains of an older log.
class LogSpace {
 public:
  /// To be called inside a write transaction before its commit: only then nobody else lengthens the file. `log_pages`
  /// is what the log held after the last commit. Lengthens the file by as much as it holds, between 64 KiB and 4 MiB,
  /// where less than 64 KiB is left. A disk that refuses is not this transaction's affair: nothing happens, and the
  /// commit will say what it finds.
  void make_room(sqlite3* database, int log_pages) noexcept;

 private:
  std::int64_t room_ = 0;  // bytes of the file that are known to be there
};

}  // namespace mingzhang::store
