// SPDX-License-Identifier: Apache-2.0
// Lets a chosen memory allocation of SQLite fail.
#pragma once

#include <cstdint>

namespace mingzhang::tests {

/// Takes the place of SQLite's allocator for as long as it lives. Only one at a time, and only while no connection is
/// open at its construction and destruction: SQLite must be shut down to change its allocator.
class FaultMemory {
 public:
  FaultMemory();
  FaultMemory(const FaultMemory&) = delete;
  FaultMemory& operator=(const FaultMemory&) = delete;
  ~FaultMemory();

  /// The `nth` allocation from now on fails (1 is the very next); every later one as well where `is_lasting`.
  void arm(std::uint64_t nth, bool is_lasting);
  void disarm();
  /// How many allocations have failed since `arm`.
  std::uint64_t failures() const;
};

}  // namespace mingzhang::tests
