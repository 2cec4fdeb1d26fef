// SPDX-License-Identifier: Apache-2.0
// The machine behind CrashVfs: a disk, its power, its file locks and its shared memory.
#pragma once

#include <sqlite3.h>

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "tests/support/crash_disk.h"

namespace mingzhang::tests {

/// Shared memory of one database: lives as long as the power and somebody who maps it.
struct SharedMemory {
  std::vector<std::unique_ptr<std::vector<char>>> regions;
  std::array<int, SQLITE_SHM_NLOCK> shared{};
  std::array<bool, SQLITE_SHM_NLOCK> exclusive{};
};

/// What one open file of a connection knows.
struct CrashHandle {
  std::shared_ptr<CrashFile> file;
  std::string name;
  std::uint64_t life = 0;  ///< which period of power it was opened in
  int lock = SQLITE_LOCK_NONE;
  bool deletes_on_close = false;
  std::shared_ptr<SharedMemory> memory;
  std::array<bool, SQLITE_SHM_NLOCK> holds_shared{};
  std::array<bool, SQLITE_SHM_NLOCK> holds_exclusive{};
};

/// All functions return result codes of SQLite and may be called from several threads.
class CrashMachine {
 public:
  explicit CrashMachine(std::uint64_t seed) : dice_(seed) {}

  int open(const char* name, int flags, CrashHandle& handle);
  void close(CrashHandle& handle);
  int remove(const std::string& name, bool is_synced);
  int exists(const std::string& name, bool& answer);

  int read(CrashHandle& handle, char* buffer, std::uint64_t bytes, std::uint64_t offset);
  int write(CrashHandle& handle, std::string_view bytes, std::uint64_t offset);
  int truncate(CrashHandle& handle, std::uint64_t size);
  int sync(CrashHandle& handle);
  int size(CrashHandle& handle, std::uint64_t& answer);
  int lock(CrashHandle& handle, int level);
  int unlock(CrashHandle& handle, int level);
  int is_reserved(CrashHandle& handle, bool& answer);

  int map_memory(CrashHandle& handle, std::size_t region, std::size_t bytes, bool extend, void volatile** address);
  int lock_memory(CrashHandle& handle, int first, int count, int flags);
  void unmap_memory(CrashHandle& handle, bool forget);
  void memory_barrier();

  void crash_after(std::uint64_t points);
  void crash();
  void restart();
  bool is_off();
  std::uint64_t points();

  sqlite3_vfs vfs{};
  std::string vfs_name;

 private:
  bool is_dead(const CrashHandle& handle) const { return is_off_ || handle.life != life_; }
  /// Counts one point. True where the power fails right here.
  bool fails_here();
  void release_memory(CrashHandle& handle);

  std::mutex mutex_;
  CrashDisk disk_;
  Dice dice_;
  std::map<const CrashFile*, std::vector<CrashHandle*>> openers_;
  std::map<std::string, std::shared_ptr<SharedMemory>> memories_;
  std::uint64_t points_ = 0;
  std::uint64_t crash_at_ = 0;  ///< 0: never
  std::uint64_t life_ = 0;
  bool is_off_ = false;
};

}  // namespace mingzhang::tests
