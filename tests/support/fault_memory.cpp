// SPDX-License-Identifier: Apache-2.0
// The failing allocator. SQLite hands an allocator no context, so its state is this file's own.
#include "tests/support/fault_memory.h"

#include <sqlite3.h>

#include <atomic>

#include "base/check.h"

namespace mingzhang::tests {
namespace {

struct State {
  sqlite3_mem_methods real{};
  std::atomic<bool> is_installed{false};
  std::atomic<std::uint64_t> left{0};  ///< allocations until the first failure; 0: not armed
  std::atomic<bool> is_lasting{false};
  std::atomic<std::uint64_t> failures{0};
};

State& state() {
  static State the_state;
  return the_state;
}

bool fails() {
  std::uint64_t left = state().left.load();
  if (left == 0) return false;
  if (left > 1) {
    state().left.store(left - 1);
    return false;
  }
  if (!state().is_lasting) state().left.store(0);
  ++state().failures;
  return true;
}

void* allocate(int bytes) {
  return fails() ? nullptr : state().real.xMalloc(bytes);
}
void* reallocate(void* memory, int bytes) {
  return fails() ? nullptr : state().real.xRealloc(memory, bytes);
}

void configure(const sqlite3_mem_methods& methods) {
  MZ_CHECK(sqlite3_shutdown() == SQLITE_OK);
  MZ_CHECK(sqlite3_config(SQLITE_CONFIG_MALLOC, &methods) == SQLITE_OK);
  MZ_CHECK(sqlite3_initialize() == SQLITE_OK);
}

}  // namespace

FaultMemory::FaultMemory() {
  MZ_CHECK(!state().is_installed.exchange(true));
  disarm();
  MZ_CHECK(sqlite3_shutdown() == SQLITE_OK);
  MZ_CHECK(sqlite3_config(SQLITE_CONFIG_GETMALLOC, &state().real) == SQLITE_OK);
  sqlite3_mem_methods failing = state().real;
  failing.xMalloc = allocate;
  failing.xRealloc = reallocate;
  configure(failing);
}

FaultMemory::~FaultMemory() {
  disarm();
  configure(state().real);
  state().is_installed = false;
}

void FaultMemory::arm(std::uint64_t nth, bool is_lasting) {
  MZ_CHECK(nth > 0);
  state().is_lasting = is_lasting;
  state().failures = 0;
  state().left = nth;
}

void FaultMemory::disarm() {
  state().left = 0;
}

std::uint64_t FaultMemory::failures() const {
  return state().failures;
}

}  // namespace mingzhang::tests
