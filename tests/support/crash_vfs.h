// SPDX-License-Identifier: Apache-2.0
// A SQLite file system in memory whose power fails at a chosen point and comes back with what a disk would have kept.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace mingzhang::tests {

class CrashMachine;

/// Registers a file system of its own for as long as it lives; databases are opened on it by `vfs_name()`. Every write,
/// truncate, sync, create and unlink is one point. After the power failed, every access is an I/O error until
/// `restart`; connections from before stay broken for ever and may be closed at any time. The same seed and the same
/// calls give the same survivors. Safe for several connections and threads.
class CrashVfs {
 public:
  explicit CrashVfs(std::uint64_t seed);
  CrashVfs(const CrashVfs&) = delete;
  CrashVfs& operator=(const CrashVfs&) = delete;
  /// Requires that all connections on it are closed.
  ~CrashVfs();

  const std::string& vfs_name() const;
  /// Lets the power fail at the `points`-th point from now (1 is the very next). Replaces an earlier order.
  void crash_after(std::uint64_t points);
  /// The power fails now.
  void crash();
  bool is_off() const;
  /// All points passed since construction.
  std::uint64_t points() const;
  /// Unsynced changes are kept, dropped or torn, shared memory is gone, the power is on. Requires `is_off()`.
  void restart();

 private:
  std::unique_ptr<CrashMachine> machine_;
};

}  // namespace mingzhang::tests
