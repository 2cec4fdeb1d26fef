// SPDX-License-Identifier: Apache-2.0
// The one exception family: the disk, the database or a library failed.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>

namespace mingzhang {

/// What kind of failure the world showed; the answer to the user depends on it.
enum class WorldFault : std::uint8_t {
  Unavailable = 1,  ///< cannot be opened or reached
  Locked = 2,       ///< another process is writing and did not finish in time
  ReadOnly = 3,     ///< the file or the disk is read-only
  Full = 4,         ///< the disk is full
  Damaged = 5,      ///< the file is not a database, is truncated or fails its own checks
  Newer = 6,        ///< written by a newer program
  OutOfMemory = 7,
  Unknown = 8,      ///< the outcome of a commit is not known; look it up by idempotency key
  Other = 9,
  Again = 10,        ///< the engine broke the transaction off (deadlock, lost connection); nothing of it is there
  HistoryLost = 11,  ///< the database lacks what it had acknowledged, or holds something else in its place
};

/// Thrown in store/, audit/ and server/, caught once per request in service/, where it becomes a refusal.
class WorldError : public std::runtime_error {
 public:
  WorldError(WorldFault fault, const std::string& what) : std::runtime_error(what), fault_(fault) {}
  WorldFault fault() const { return fault_; }

 private:
  WorldFault fault_;
};

}  // namespace mingzhang
