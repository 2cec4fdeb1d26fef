// SPDX-License-Identifier: Apache-2.0
// A SQLite file system that passes everything on to a real one, and fails a chosen call.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace mingzhang::tests {

/// Kinds of calls, to be combined with `|`.
enum class DiskCall : std::uint32_t {
  Read = 1,
  Write = 2,
  Sync = 4,
  Truncate = 8,
  Open = 16,
  Delete = 32,
  MapMemory = 64,
  All = 127,
};
constexpr DiskCall operator|(DiskCall a, DiskCall b) {
  return static_cast<DiskCall>(static_cast<std::uint32_t>(a) | static_cast<std::uint32_t>(b));
}

enum class DiskFault : std::uint8_t {
  IoError = 1,  ///< the call's own I/O error; opening "cannot open"
  Full = 2,     ///< the disk is full, for writes; half of the bytes may have been written. Other calls: IoError
};

struct FaultPlan {
  DiskCall calls = DiskCall::All;
  std::uint64_t nth = 1;  ///< which of these calls from now on fails; 1 is the very next
  DiskFault fault = DiskFault::IoError;
  bool is_lasting = false;  ///< fails every later one of these calls as well
};

class FaultDisk;

/// Registers a file system of its own for as long as it lives. `base` is the name of the one below it; empty for the
/// system's own. Safe for several connections and threads.
class FaultVfs {
 public:
  explicit FaultVfs(const std::string& base = "");
  FaultVfs(const FaultVfs&) = delete;
  FaultVfs& operator=(const FaultVfs&) = delete;
  /// Requires that all connections on it are closed.
  ~FaultVfs();

  const std::string& vfs_name() const;
  void arm(const FaultPlan& plan);
  void disarm();
  /// How many calls have failed since `arm`; 0 tells a loop over `nth` that it is through.
  std::uint64_t failures() const;

 private:
  std::unique_ptr<FaultDisk> disk_;
};

}  // namespace mingzhang::tests
