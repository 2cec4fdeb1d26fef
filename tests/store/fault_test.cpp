// SPDX-License-Identifier: Apache-2.0
// Every call to the disk and every allocation fails once, and once for ever: nothing is half done, and the error says
// what it was.
#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>

#include "store/sqlite/open_sqlite.h"
#include "tests/support/bank.h"
#include "tests/support/catch.h"
#include "tests/support/crash_vfs.h"
#include "tests/support/fault_memory.h"
#include "tests/support/fault_vfs.h"

namespace mingzhang::tests {
namespace {

constexpr std::int64_t kBatch = 8;

struct Outcome {
  std::int64_t acknowledged = 0;
  std::optional<WorldFault> fault;
};

/// Opens, creates the bank and commits one transfer, then a batch, then one more; tells how far it got.
Outcome work(const store::SqliteOptions& options, const std::string& path) {
  Outcome outcome;
  try {
    const auto connection = store::open_sqlite(path, options);
    Bank::prepare(*connection);
    for (const std::int64_t count : {std::int64_t{1}, kBatch, std::int64_t{1}}) {
      Bank::transfer(*connection, outcome.acknowledged, count);
      outcome.acknowledged += count;
    }
  } catch (const WorldError& error) {
    outcome.fault = error.fault();
  }
  return outcome;
}

store::SqliteOptions options_on(const std::string& vfs_name) {
  store::SqliteOptions options;
  options.vfs_name = vfs_name;
  options.busy_timeout_ms = 0;
  // One checkpoint in the middle of the work.
  options.checkpoint_pages = 10;
  return options;
}

/// What was acknowledged is there, what was under way is there as a whole or not at all.
void audit(const store::SqliteOptions& options, const std::string& path, const Outcome& outcome) {
  const auto connection = store::open_sqlite(path, options);
  const std::int64_t found = Bank::recorded(*connection);
  const std::int64_t next = outcome.acknowledged == 1 ? kBatch : 1;
  const bool is_whole = found == outcome.acknowledged || found == outcome.acknowledged + next;
  CHECK(is_whole);
  CHECK(Bank::problems(*connection, found) == "");
}

/// Fails the first, second, … call of a kind until the work gets through. Returns how many calls there were.
std::uint64_t fail_each(FaultPlan plan, std::initializer_list<WorldFault> allowed) {
  for (plan.nth = 1;; ++plan.nth) {
    // Below the failing calls lies a disk in memory, so that the loop is quick and leaves nothing behind.
    CrashVfs disk(1);
    FaultVfs faults(disk.vfs_name());
    const store::SqliteOptions options = options_on(faults.vfs_name());
    faults.arm(plan);
    const Outcome outcome = work(options, "bank.db");
    faults.disarm();
    INFO("call " << plan.nth << ", fault " << (outcome.fault ? static_cast<int>(*outcome.fault) : 0));
    if (outcome.fault) CHECK(std::find(allowed.begin(), allowed.end(), *outcome.fault) != allowed.end());
    audit(options, "bank.db", outcome);
    if (faults.failures() == 0) return plan.nth - 1;
  }
}

const std::initializer_list<WorldFault> kIoFaults{WorldFault::Unavailable, WorldFault::Unknown};

}  // namespace

TEST_CASE("an I/O error at any call to the disk leaves whole transactions", "[store][fault]") {
  for (const bool is_lasting : {false, true}) {
    INFO("lasting: " << is_lasting);
    CHECK(fail_each({DiskCall::Write, 1, DiskFault::IoError, is_lasting}, kIoFaults) > 20);
    CHECK(fail_each({DiskCall::Sync, 1, DiskFault::IoError, is_lasting}, kIoFaults) > 5);
    CHECK(fail_each({DiskCall::Read, 1, DiskFault::IoError, is_lasting}, kIoFaults) > 5);
    CHECK(fail_each({DiskCall::Open, 1, DiskFault::IoError, is_lasting}, kIoFaults) >= 3);
    CHECK(fail_each({DiskCall::Delete, 1, DiskFault::IoError, is_lasting}, kIoFaults) >= 2);
    CHECK(fail_each({DiskCall::MapMemory, 1, DiskFault::IoError, is_lasting}, kIoFaults) >= 1);
  }
}

TEST_CASE("a full disk at any write is reported as full and leaves whole transactions", "[store][fault]") {
  for (const bool is_lasting : {false, true})
    CHECK(fail_each({DiskCall::Write, 1, DiskFault::Full, is_lasting}, {WorldFault::Full}) > 20);
}

TEST_CASE("after a passing disk fault the same connection goes on", "[store][fault]") {
  CrashVfs disk(1);
  FaultVfs faults(disk.vfs_name());
  const auto connection = store::open_sqlite("bank.db", options_on(faults.vfs_name()));
  Bank::prepare(*connection);
  Bank::transfer(*connection, 0, 1);
  faults.arm({DiskCall::Sync, 1, DiskFault::IoError, false});
  CHECK_THROWS_AS(Bank::transfer(*connection, 1, 1), WorldError);
  CHECK(faults.failures() == 1);
  CHECK_FALSE(connection->in_transaction());
  CHECK(Bank::recorded(*connection) == 1);
  Bank::transfer(*connection, 1, 1);
  CHECK(Bank::problems(*connection, 2) == "");
}

TEST_CASE("a failed sync of the commit is an unknown outcome, a full disk is not", "[store][fault]") {
  CrashVfs disk(1);
  FaultVfs faults(disk.vfs_name());
  const auto connection = store::open_sqlite("bank.db", options_on(faults.vfs_name()));
  Bank::prepare(*connection);
  const auto fault_of = [&](const FaultPlan& plan) {
    faults.arm(plan);
    try {
      Bank::transfer(*connection, 0, 1);
    } catch (const WorldError& error) {
      faults.disarm();
      return error.fault();
    }
    return WorldFault::Other;
  };
  CHECK(fault_of({DiskCall::Sync, 1, DiskFault::IoError, false}) == WorldFault::Unknown);
  CHECK(fault_of({DiskCall::Write, 1, DiskFault::Full, false}) == WorldFault::Full);
}

TEST_CASE("a commit refused by a full disk does not come back after a power cut", "[store][fault]") {
  for (std::uint64_t nth = 1;; ++nth) {
    CrashVfs disk(nth);
    FaultVfs faults(disk.vfs_name());
    const store::SqliteOptions options = options_on(faults.vfs_name());
    bool is_refused = false;
    {
      const auto connection = store::open_sqlite("bank.db", options);
      Bank::prepare(*connection);
      faults.arm({DiskCall::Write, nth, DiskFault::Full, true});
      try {
        Bank::transfer(*connection, 0, kBatch);
      } catch (const WorldError& error) {
        CHECK(error.fault() == WorldFault::Full);
        is_refused = true;
      }
      disk.crash();
    }
    faults.disarm();
    disk.restart();
    const auto connection = store::open_sqlite("bank.db", options);
    INFO("write " << nth << ", refused " << is_refused);
    CHECK(Bank::recorded(*connection) == (is_refused ? 0 : kBatch));
    if (faults.failures() == 0) {
      CHECK(nth > 4);
      return;
    }
  }
}

TEST_CASE("exhausted memory at any allocation leaves whole transactions", "[store][fault]") {
  for (const bool is_lasting : {false, true}) {
    FaultMemory memory;
    CrashVfs disk(1);
    // One disk for all: the next attempt finds what the last one left.
    const store::SqliteOptions options = options_on(disk.vfs_name());
    std::uint64_t nth = 1;
    // Every allocation of the opening, then samples of the many that follow.
    for (;; nth += nth < 400 ? 1 : 7) {
      const std::string path = "bank-" + std::to_string(nth) + ".db";
      memory.arm(nth, is_lasting);
      const Outcome outcome = work(options, path);
      memory.disarm();
      INFO("allocation " << nth << ", lasting " << is_lasting);
      if (outcome.fault) CHECK(*outcome.fault == WorldFault::OutOfMemory);
      if (memory.failures() == 0) break;
      audit(options, path, outcome);
    }
    CHECK(nth > 400);
  }
}

}  // namespace mingzhang::tests
