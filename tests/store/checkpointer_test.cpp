// SPDX-License-Identifier: Apache-2.0
// The log is copied into the database beside the commits: it stays short, and nothing acknowledged is lost by a kill.
#include "store/sqlite/checkpointer.h"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <string>

#include "base/world_error.h"
#include "store/sqlite/open_sqlite.h"
#include "tests/support/bank.h"
#include "tests/support/catch.h"
#include "tests/support/crash_disk.h"
#include "tests/support/crash_trial.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/seed.h"
#include "tests/support/temporary_folder.h"

namespace mingzhang::tests {
namespace {

constexpr int kPages = 10;
constexpr std::int64_t kPageAndFrame = 4096 + 24;

store::SqliteOptions beside(bool checkpoints) {
  store::SqliteOptions options;
  options.checkpoint_pages = checkpoints ? kPages : 1'000'000;
  options.checkpoints_beside = true;
  return options;
}

/// The longest that the log was after any of 400 commits of 20 transfers.
std::int64_t longest_log(const std::string& path, bool checkpoints) {
  const auto connection = store::open_sqlite(path, beside(checkpoints));
  Bank::prepare(*connection);
  std::int64_t longest = 0;
  for (std::int64_t first = 0; first < 8'000; first += 20) {
    Bank::transfer(*connection, first, 20);
    longest = std::max(longest, static_cast<std::int64_t>(std::filesystem::file_size(path + "-wal")));
  }
  CHECK(Bank::problems(*connection, 8'000) == "");
  return longest;
}

/// Whether 200 small commits, of some three pages each, sync fewer than `nth` times in all.
bool syncs_fewer_than(std::uint64_t nth) {
  const TemporaryFolder folder;
  FaultVfs faults;
  store::SqliteOptions options = beside(true);
  options.vfs_name = faults.vfs_name();
  options.checkpoint_pages = 50;
  const auto connection = store::open_sqlite(folder.file("book.db"), options);
  Bank::prepare(*connection);
  faults.arm(FaultPlan{DiskCall::Sync, nth});
  try {
    for (std::int64_t first = 0; first < 200; ++first) Bank::transfer(*connection, first, 1);
  } catch (const WorldError&) {  // it was a commit's own sync that failed
  }
  return faults.failures() == 0;
}

/// How many of 300 commits, of some three pages each, left a longer file of the log than the one before.
int commits_that_lengthen(const std::string& path, bool makes_room) {
  store::SqliteOptions options = beside(false);
  options.checkpoints_beside = makes_room;
  const auto connection = store::open_sqlite(path, options);
  Bank::prepare(*connection);
  int lengthened = 0;
  std::uintmax_t length = 0;
  for (std::int64_t first = 0; first < 300; ++first) {
    Bank::transfer(*connection, first, 1);
    const std::uintmax_t now = std::filesystem::file_size(path + "-wal");
    lengthened += now > length ? 1 : 0;
    length = now;
  }
  return lengthened;
}

/// Commits without end and says of each commit how many transfers are acknowledged with it.
[[noreturn]] void transfer_until_killed(const std::string& path, std::int64_t first, int acknowledged) {
  const auto connection = store::open_sqlite(path, beside(true));
  for (;; ++first) {
    Bank::transfer(*connection, first, 1);
    const std::int64_t done = first + 1;
    if (::write(acknowledged, &done, sizeof done) != sizeof done) ::_exit(1);
  }
}

}  // namespace

TEST_CASE("a log that is copied by a second thread stays short under commits without pause", "[store][checkpoint]") {
  const TemporaryFolder folder;
  // 16 times the wanted length makes a commit wait; one commit of 20 transfers adds fewer than 30 pages; and the file may
  // have room for as much again.
  constexpr std::int64_t kEnough = 2 * (16 * kPages + 30) * kPageAndFrame;
  CHECK(longest_log(folder.file("copied.db"), true) <= kEnough);
  CHECK(longest_log(folder.file("uncopied.db"), false) > kEnough);
}

TEST_CASE("copying the log is asked for when it has grown by the wanted length, not after every commit", "[store][checkpoint]") {
  // One sync a commit; 200 commits fill the wanted length of 50 pages some 12 to 20 times, and a copy syncs twice.
  CHECK(syncs_fewer_than(260));
  CHECK_FALSE(syncs_fewer_than(200));
}

TEST_CASE("the log's file is lengthened in steps, not by every commit", "[store][checkpoint]") {
  const TemporaryFolder folder;
  // Up to 64 KiB every commit lengthens it, some five of them; then it doubles until it holds 900 pages.
  CHECK(commits_that_lengthen(folder.file("stepwise.db"), true) < 30);
  CHECK(commits_that_lengthen(folder.file("ordinary.db"), false) > 290);
}

TEST_CASE("what was acknowledged survives a kill while a second thread copies the log", "[store][checkpoint]") {
  const std::uint64_t seed = run_seed();
  INFO("seed " << seed);
  Dice dice(seed);
  const TemporaryFolder folder;
  const std::string path = folder.file("book.db");
  Bank::prepare(*store::open_sqlite(path, {}));
  std::int64_t expected = 0;
  for (int round = 0; round < 40; ++round) {
    int pipe[2];
    REQUIRE(::pipe(pipe) == 0);
    const pid_t child = ::fork();
    if (child == 0) transfer_until_killed(path, expected, pipe[1]);
    ::close(pipe[1]);
    std::uint64_t commits = 5 + dice.below(25);
    for (std::int64_t done = 0; ::read(pipe[0], &done, sizeof done) == sizeof done;) {
      expected = done;
      if (--commits == 0) ::kill(child, SIGKILL);
    }
    ::waitpid(child, nullptr, 0);
    ::close(pipe[0]);
    const auto connection = store::open_sqlite(path, {});
    const std::int64_t found = Bank::recorded(*connection);
    CHECK((found == expected || found == expected + 1));  // the last commit may have lacked its answer only
    CHECK(Bank::problems(*connection, found) == "");
    expected = found;
  }
  CHECK(expected >= 40 * 5);
}

TEST_CASE("no acknowledged commit is lost at 600 power cuts while a second thread copies the log", "[store][checkpoint]") {
  const std::uint64_t seed = run_seed();
  const CrashCounts counts = crash_bank(seed, 600, store::Synchronous::Full, true);
  INFO("seed " << seed << ", first problem: " << counts.first_problem);
  CHECK(counts.lost == 0);
  CHECK(counts.half_done == 0);
  CHECK(counts.wrong == 0);
  CHECK(counts.acknowledged > 1'000);
}

TEST_CASE("the same power cuts find the commits that synchronous NORMAL loses", "[store][checkpoint]") {
  const std::uint64_t seed = run_seed();
  const CrashCounts counts = crash_bank(seed, 200, store::Synchronous::Normal, true);
  INFO("seed " << seed);
  CHECK(counts.lost > 20);
}

TEST_CASE("overwritten values leave the log although a second thread copies it", "[store][checkpoint]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("book.db");
  const auto connection = store::open_sqlite(path, beside(true));
  Bank::prepare(*connection);
  for (std::int64_t first = 0; first < 2'000; first += 20) {
    Bank::transfer(*connection, first, 20);
    REQUIRE(connection->forget_overwritten());
    CHECK(std::filesystem::file_size(path + "-wal") == 0);
  }
}

}  // namespace mingzhang::tests
